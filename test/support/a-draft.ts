// A clean, consistent draft of an invented official, and the same with one thing changed. No error or warning fires on it.
import {
  type DraftDocument,
  type DraftValue,
  FieldCode,
  fieldCodes,
  fieldOf,
  type Mark,
  type Outcome,
  PersonDraft,
  type TableCode,
  tableCodes,
  tableOf,
  type Value,
} from '../../schemas/index.ts'
import { gradeOf } from '../../pipeline/core/grade.ts'
import { disagree } from '../../pipeline/core/same-value.ts'
import { cleanDecision, cleanTables, cleanValues } from './clean-person.ts'

/** A plain value is a good reading of it. */
export type Given = Value | DraftValue
export type GivenRow = Readonly<Record<string, Given>>

export interface DraftChange {
  readonly values?: Readonly<Partial<Record<FieldCode, Given>>>
  readonly tables?: Readonly<Partial<Record<TableCode, readonly GivenRow[]>>>
  /** What the decision says otherwise than the clean one; `none`: the dossier holds no decision. */
  readonly decision?: Readonly<Partial<Record<FieldCode, Given>>> | 'none'
  /** A second decision, as the clean one but for this. */
  readonly secondDecision?: Readonly<Partial<Record<FieldCode, Given>>>
  /** What a second résumé of the dossier says otherwise. */
  readonly rivals?: Readonly<Partial<Record<FieldCode, Value>>>
  readonly resume?: 'none'
  readonly marks?: readonly Mark[]
  /** Further papers, by kind, each with the day it takes effect. */
  readonly papers?: Readonly<Record<string, string>>
  readonly listed?: PersonDraft['listed']
  readonly waived?: readonly string[]
}

const resumeId = 'A@A/a.pdf#1'
const decisionId = 'A@A/a.pdf#5'
const confidenceOf = { good: 0.96, doubtful: 0.7, poor: 0.3 } as const
type Sureness = keyof typeof confidenceOf

const provenanceIn = (documentId: string) => ({
  documentId,
  pageId: 'A/a.pdf#1',
  box: [0.1, 0.1, 0.2, 0.02] satisfies [number, number, number, number],
})

function drafted(outcome: Outcome, documentId = resumeId): DraftValue {
  return { outcome, grade: gradeOf(outcome), source: { kind: 'reading', documentId }, rivals: [] }
}

export function read(value: Value, sureness: Sureness = 'good', code?: string): DraftValue {
  const raw = typeof value === 'object' ? value.text : String(value)
  const confidence = confidenceOf[sureness]
  return drafted({
    status: 'read',
    raw,
    value,
    ...(code === undefined ? {} : { code }),
    candidates: [],
    confidence,
    provenance: provenanceIn(resumeId),
  })
}
export const unparsed = (raw: string): DraftValue =>
  drafted({
    status: 'unparsed',
    raw,
    problem: 'Không hiểu được.',
    candidates: [],
    confidence: 0.9,
    provenance: provenanceIn(resumeId),
  })
export const blank = (sureness: Sureness = 'good'): DraftValue =>
  drafted({ status: 'blank', confidence: confidenceOf[sureness], provenance: provenanceIn(resumeId) })
export const missing: DraftValue = { outcome: { status: 'missing' }, grade: 'poor', rivals: [] }
/** The same value, decided by a steward. */
export const decided = (value: DraftValue): DraftValue => ({
  ...value,
  grade: 'good',
  source: { kind: 'steward', decisionId: 'd1' },
})

const asDraft = (given: Given, field: FieldCode | undefined): DraftValue => {
  if (typeof given === 'object' && 'outcome' in given) return given
  return read(given, 'good', field !== undefined && fieldOf(field).type === 'choice' ? '01' : undefined)
}

function from(values: Readonly<Partial<Record<FieldCode, Given>>>, documentId: string) {
  const drafts = new Map<FieldCode, DraftValue>()
  for (const field of fieldCodes) {
    const given = values[field]
    if (given === undefined) continue
    const draft = asDraft(given, field)
    drafts.set(field, draft.source?.kind === 'reading' ? placedIn(draft, documentId) : draft)
  }
  return drafts
}

function placedIn(draft: DraftValue, documentId: string): DraftValue {
  const { outcome } = draft
  const placed = outcome.status === 'missing' ? outcome : { ...outcome, provenance: provenanceIn(documentId) }
  return { ...draft, outcome: placed, source: { kind: 'reading', documentId } }
}

const paper = (
  documentId: string,
  form: string,
  pages: string[],
  values: ReadonlyMap<FieldCode, DraftValue>,
): DraftDocument => ({
  documentId,
  form,
  edition: 1,
  score: 0.95,
  pages,
  values: Object.fromEntries(values),
})

export function aDraft(change: DraftChange = {}): PersonDraft {
  const own =
    change.resume === 'none' ? new Map<FieldCode, DraftValue>() : from({ ...cleanValues, ...change.values }, resumeId)
  const decision = change.decision === 'none' ? undefined : from({ ...cleanDecision, ...change.decision }, decisionId)
  const second =
    change.secondDecision === undefined ? undefined : from({ ...cleanDecision, ...change.secondDecision }, decisionId)
  const pages = ['A/a.pdf#1', 'A/a.pdf#2', 'A/a.pdf#3', 'A/a.pdf#4']
  return PersonDraft.parse({
    dossier: 'A',
    agency: 'TQ',
    documents: [
      ...(change.resume === 'none' ? [] : [paper(resumeId, '2c-bnv-2008', pages, own)]),
      ...(decision === undefined ? [] : [paper(decisionId, 'qd-nang-bac-luong', ['A/a.pdf#5'], decision)]),
      ...(second === undefined ? [] : [paper(`${decisionId}~2`, 'qd-nang-bac-luong', ['A/a.pdf#6'], second)]),
      ...Object.entries(change.papers ?? {}).map(([kind, day]) => ({
        ...paper(`A@A/b.pdf#${kind}`, kind, ['A/a.pdf#7'], new Map([['effectiveDate', read(day)]])),
        kind,
      })),
    ],
    values: Object.fromEntries(
      fieldCodes.map((field) => {
        const value = own.get(field) ?? decision?.get(field) ?? missing
        return [field, { ...value, rivals: [...value.rivals, ...rivalsOf(field, value, decision, change)] }]
      }),
    ),
    tables: Object.fromEntries(tableCodes.map((table) => [table, rowsOf(table, change)])),
    marks: change.marks ?? [],
    ...(change.listed && { listed: change.listed }),
    waived: change.waived ?? [],
  })
}

function rivalsOf(
  field: FieldCode,
  value: DraftValue,
  decision: ReadonlyMap<FieldCode, DraftValue> | undefined,
  { rivals = {} }: DraftChange,
) {
  const said = [...(decision ?? [])].flatMap(([code, { outcome }]) =>
    fieldOf(code).rivalOf === field ? [{ field: code, outcome }] : [],
  )
  const second = rivals[field]
  const others = second === undefined ? [] : [{ field, outcome: read(second).outcome }]
  return [...others, ...said].filter(({ outcome }) => disagree(value.outcome, outcome))
}

function rowsOf(table: TableCode, { tables = {}, resume }: DraftChange) {
  const clean: Partial<Record<TableCode, readonly GivenRow[]>> = cleanTables
  const rows = tables[table] ?? (resume === 'none' ? [] : (clean[table] ?? []))
  return rows.map((row) => ({
    documentId: resumeId,
    cells: Object.fromEntries(
      Object.keys(tableOf(table).cells).map((cell) => {
        const given = row[cell]
        return [cell, given === undefined ? blank() : asDraft(given, undefined)]
      }),
    ),
  }))
}

/** A draft whose one field is another. */
export function withValue(draft: PersonDraft, field: FieldCode, given: Given): PersonDraft {
  return PersonDraft.parse({ ...draft, values: { ...draft.values, [FieldCode.parse(field)]: asDraft(given, field) } })
}
