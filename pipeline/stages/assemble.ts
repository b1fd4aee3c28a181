// From the readings of a dossier's papers and the steward's decisions to one typed draft. Disagreement is kept, never settled.
import { z } from 'zod'
import {
  Document,
  Dossier,
  type DraftDocument,
  type DraftRow,
  type DraftValue,
  type FieldCode,
  FieldReading,
  fieldCodes,
  fieldOf,
  Mark,
  type Outcome,
  PersonDraft,
  type Rival,
  RowReading,
  StewardDecision,
  tableCodes,
} from '../../schemas/index.ts'
import { gradeOf } from '../core/grade.ts'
import { compareIds } from '../core/id.ts'
import { disagree } from '../core/same-value.ts'
import { outdatedDecisions, steer } from '../core/steer.ts'
import { defineStage, type Tools } from '../core/stage.ts'
import { waivedBy } from '../core/waivers.ts'

const Input = z.object({
  dossier: Dossier,
  documents: z.array(Document),
  fields: z.array(FieldReading),
  rows: z.array(RowReading),
  marks: z.array(Mark),
  /** About this dossier, oldest first. */
  decisions: z.array(StewardDecision),
})
type Input = z.infer<typeof Input>

export const assemble = defineStage({
  name: 'assemble',
  version: 1,
  unit: 'dossier',
  reads: ['forms'],
  input: Input,
  output: PersonDraft,
  run: (input, { forms }) => draftOf(input, forms),
})

export function draftOf(input: Input, forms: Tools['forms']): PersonDraft {
  const papers = inOrderOfWeight(input, forms)
  const read = catalogue((field) => drafted(field, papers))
  return {
    dossier: input.dossier.dossier,
    agency: input.dossier.agency,
    documents: input.documents.flatMap(
      ({ documentId }) => papers.find(({ document }) => document.documentId === documentId)?.document ?? [],
    ),
    values: catalogue((field) => steer(read[field], field, input.decisions)),
    tables: tablesOf(papers, input.rows),
    marks: [...input.marks, ...outdatedDecisions(read, input.decisions)],
    ...waivedBy(input.decisions),
  }
}

interface Paper {
  readonly document: DraftDocument
  readonly kind: 'resume' | 'decision' | 'other'
}

/** Newest first within its kind: what a paper says of the present is the newest paper's word. */
function inOrderOfWeight({ documents, fields }: Input, forms: Tools['forms']): Paper[] {
  const kindOf = new Map(forms.map(({ form, kind }) => [form, kind]))
  const papers = documents.map((document): Paper => {
    const readings = fields.filter(({ documentId }) => documentId === document.documentId)
    const values = Object.fromEntries(
      readings.map(({ field, outcome }) => [field, asDraft(outcome, document.documentId)]),
    )
    const kind = kindOf.get(document.form) ?? 'other'
    const date = dateOf(values, kind)
    const { documentId, form, edition, score, pages } = document
    return {
      kind,
      document: { documentId, form, edition, score, pages, ...(date === undefined ? {} : { date }), values },
    }
  })
  return papers.sort(
    (a, b) =>
      compareIds(b.document.date ?? '', a.document.date ?? '') ||
      compareIds(a.document.documentId, b.document.documentId),
  )
}

function dateOf(values: DraftDocument['values'], kind: Paper['kind']): string | undefined {
  const outcome = values[kind === 'decision' ? 'decisionDate' : 'declarationDate']?.outcome
  return outcome?.status === 'read' && typeof outcome.value === 'string' ? outcome.value : undefined
}

function asDraft(outcome: Outcome, documentId: string): DraftValue {
  return { outcome, grade: gradeOf(outcome), source: { kind: 'reading', documentId }, rivals: [] }
}

const absent: DraftValue = { outcome: { status: 'missing' }, grade: gradeOf({ status: 'missing' }), rivals: [] }

function catalogue(valueOf: (field: FieldCode) => DraftValue): PersonDraft['values'] {
  const values: Partial<PersonDraft['values']> = {}
  for (const field of fieldCodes) values[field] = valueOf(field)
  return PersonDraft.shape.values.parse(values)
}

/** The more was read the better: a newer paper that leaves a field blank does not hide what an older one says. */
const fullness = { read: 0, unparsed: 1, blank: 2, missing: 3 } as const

function drafted(field: FieldCode, papers: readonly Paper[]): DraftValue {
  const saying = papers.flatMap(({ document, kind }) => {
    const value = document.values[field]
    return value === undefined ? [] : [{ value, kind }]
  })
  const [first] = saying.toSorted((a, b) => fullness[a.value.outcome.status] - fullness[b.value.outcome.status])
  if (first === undefined) return absent
  // Two decisions say different things by nature; two résumés should not.
  const others = first.kind === 'decision' ? [] : saying.map(({ value }): Rival => ({ field, outcome: value.outcome }))
  const rivals = [...others, ...changes(field, papers)].filter(({ outcome }) => disagree(first.value.outcome, outcome))
  return { ...first.value, rivals }
}

/** What decisions say of the person's field. Of pay only the newest decision speaks, and not if the résumé is of a later step. */
function changes(field: FieldCode, papers: readonly Paper[]): Rival[] {
  const from = fieldCodes.filter((code) => fieldOf(code).rivalOf === field)
  const decisions = papers.filter(({ kind }) => kind === 'decision')
  const speaking =
    field === 'fullName' || field === 'birthDate'
      ? decisions
      : decisions.slice(0, 1).filter((paper) => !isPast(paper, papers))
  return speaking.flatMap(({ document }) =>
    from.flatMap((code) => {
      const value = document.values[code]
      return value === undefined ? [] : [{ field: code, outcome: value.outcome }]
    }),
  )
}

function isPast(decision: Paper, papers: readonly Paper[]): boolean {
  const since = readText(decision.document.values.decisionSalaryFrom)
  const now = readText(papers.find(({ kind }) => kind === 'resume')?.document.values.salaryFrom)
  return since !== undefined && now !== undefined && since < now.slice(0, since.length)
}

function readText(value: DraftValue | undefined): string | undefined {
  return value?.outcome.status === 'read' && typeof value.outcome.value === 'string' ? value.outcome.value : undefined
}

/** A whole table is taken from the newest paper that has it: rows of two papers cannot be told apart safely. */
function tablesOf(papers: readonly Paper[], rows: readonly RowReading[]): PersonDraft['tables'] {
  const tables: Partial<PersonDraft['tables']> = {}
  for (const table of tableCodes) {
    const paper = papers.find(({ document }) =>
      rows.some((row) => row.table === table && row.documentId === document.documentId),
    )
    tables[table] = rows
      .filter((row) => row.table === table && row.documentId === paper?.document.documentId)
      .toSorted((a, b) => a.row - b.row)
      .map(({ documentId, cells }): DraftRow => ({
        documentId,
        cells: Object.fromEntries(Object.entries(cells).map(([cell, outcome]) => [cell, asDraft(outcome, documentId)])),
      }))
  }
  return PersonDraft.shape.tables.parse(tables)
}
