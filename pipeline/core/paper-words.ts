// What the papers of a dossier say of one field: whose word stands, and whose stand beside it. Nothing is settled here.
import {
  type DraftDocument,
  type DraftValue,
  type FieldCode,
  fieldCodes,
  fieldGroups,
  fieldOf,
  type Rival,
} from '../../schemas/index.ts'
import { gradeOf } from './grade.ts'
import { disagree, sameValue } from './same-value.ts'

export interface Paper {
  readonly document: DraftDocument
  readonly kind: 'resume' | 'decision' | 'other'
}

const missing = { outcome: { status: 'missing' } } as const
export const absent: DraftValue = { ...missing, grade: gradeOf(missing.outcome), rivals: [] }

/** The more was read the better: a newer paper that leaves a field blank does not hide what an older one says. */
const fullness = { read: 0, unparsed: 1, blank: 2, missing: 3 } as const
/** The résumé's word stands; other papers speak where no résumé does. */
const rank = { resume: 0, decision: 1, other: 2 } as const
/** What a paper that is somebody else's, or names him otherwise, still says: a reason to look. */
const whose: readonly FieldCode[] = ['fullName', 'birthDate']
/** Each paper's own day: that of another paper is no declaration of the person's. */
const ofResumeAlone: readonly FieldCode[] = ['declarationDate']

/** The papers come newest first. */
export function wordsOn(field: FieldCode, papers: readonly Paper[]): DraftValue {
  if (field in fieldGroups.decision) return newest(field, papers.filter(({ kind }) => kind === 'decision').slice(0, 1))
  if (field in fieldGroups.papers) return newest(field, papers)
  const name = nameOf(papers)
  const saying = papers
    .filter((paper) => speaks(paper, field, name, papers))
    .flatMap(({ document, kind }) => {
      const value = document.values[field]
      return value === undefined ? [] : [{ value, kind }]
    })
    .toSorted(
      (a, b) => fullness[a.value.outcome.status] - fullness[b.value.outcome.status] || rank[a.kind] - rank[b.kind],
    )
  const first = saying[0]?.value ?? absent
  const others = saying.map(({ value }) => rivalOf(field, value))
  const rivals = [...others, ...changes(field, papers)].filter(({ outcome }) => disagree(first.outcome, outcome))
  return { ...first, rivals }
}

/** What a paper says of itself is no rival of what the next says of itself: two diplomas differ by nature. */
function newest(field: FieldCode, papers: readonly Paper[]): DraftValue {
  const values = papers.flatMap(({ document }) => document.values[field] ?? [])
  const [first] = values.toSorted((a, b) => fullness[a.outcome.status] - fullness[b.outcome.status])
  return first === undefined ? absent : { ...first, rivals: [] }
}

const rivalOf = (field: FieldCode, { outcome, grade }: DraftValue): Rival => ({ field, outcome, grade })

/** The name the newest résumé gives, else the newest other paper. */
function nameOf(papers: readonly Paper[]): string | undefined {
  const told = [...papers].sort((a, b) => rank[a.kind] - rank[b.kind])
  return told.map(({ document }) => readText(document.values.fullName)).find((name) => name !== undefined)
}

/** A résumé speaks of its person; another paper if it names him, or bears no name but his number. */
function speaks(
  { document, kind }: Paper,
  field: FieldCode,
  name: string | undefined,
  papers: readonly Paper[],
): boolean {
  if (kind !== 'other') return kind === 'resume'
  if (ofResumeAlone.includes(field)) return false
  const own = readText(document.values.fullName)
  if (own === undefined) return name === undefined || hasHisNumber(document, papers)
  if (name === undefined || sameValue(own, name)) return true
  return whose.includes(field) && !isOfChild(document, name)
}

function hasHisNumber({ values }: DraftDocument, papers: readonly Paper[]): boolean {
  const own = readText(values.citizenId)
  const resume = papers.find(({ kind }) => kind === 'resume')
  return own !== undefined && own === readText(resume?.document.values.citizenId)
}

/** The birth certificate of his child names him as a parent. */
const isOfChild = ({ values }: DraftDocument, name: string): boolean =>
  [values.fatherName, values.motherName].some((value) => {
    const parent = readText(value)
    return parent !== undefined && sameValue(parent, name)
  })

/** What decisions say of the person's field. Of pay only the newest decision on it speaks, and not if the résumé is of a later step. */
function changes(field: FieldCode, papers: readonly Paper[]): Rival[] {
  const from = fieldCodes.filter((code) => fieldOf(code).rivalOf === field)
  const decisions = papers.filter(
    ({ kind, document }) =>
      kind === 'decision' && from.some((code) => (document.values[code]?.outcome.status ?? 'missing') !== 'missing'),
  )
  const speaking = whose.includes(field) ? decisions : decisions.slice(0, 1).filter((paper) => !isPast(paper, papers))
  return speaking.flatMap(({ document }) =>
    from.flatMap((code) => {
      const value = document.values[code]
      return value === undefined ? [] : [rivalOf(code, value)]
    }),
  )
}

function isPast(decision: Paper, papers: readonly Paper[]): boolean {
  const since = readText(decision.document.values.decisionSalaryFrom)
  const now = readText(papers.find(({ kind }) => kind === 'resume')?.document.values.salaryFrom)
  return since !== undefined && now !== undefined && since < now.slice(0, since.length)
}

export function readText(value: DraftValue | undefined): string | undefined {
  return value?.outcome.status === 'read' && typeof value.outcome.value === 'string' ? value.outcome.value : undefined
}
