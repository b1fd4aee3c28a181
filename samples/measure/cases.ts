// Every value of a run beside its truth, with what spoke for it: what grades are measured by, and what the tables and plots of
// `npm run corpus` are made of. As CSV it is the input of `hoso estimate --reading`; it holds no value of a person.
import { z } from 'zod'
import type { Store } from '../../pipeline/store/database.ts'
import { valueClassOf } from '../../pipeline/core/reading/value-class.ts'
import {
  FieldCode,
  FieldReading,
  fieldOf,
  type Outcome,
  PersonDraft,
  ReadingEvidence,
  RowReading,
  SecondReading,
  TableCode,
  tableOf,
  type Value,
  ValueClass,
} from '../../schemas/index.ts'
import { type Case, isSame } from '../score.ts'
import type { Truth } from '../truth.ts'

export const MeasuredCase = z.object({
  profile: z.string(),
  layout: z.string(),
  dossier: z.string(),
  /** A field, or "table.cell". */
  field: z.string(),
  class: ValueClass,
  status: z.string(),
  isWritten: z.boolean(),
  isRight: z.boolean(),
  grade: z.string(),
  confidence: z.number(),
  ...ReadingEvidence.shape,
  /** Each reading by itself. */
  firstRight: z.boolean(),
  firstConfidence: z.number(),
  firstExact: z.boolean(),
  secondRight: z.boolean(),
  mergedRight: z.boolean(),
  choice: z.string(),
  secondConfidence: z.number(),
  secondExact: z.boolean(),
})
export type MeasuredCase = z.infer<typeof MeasuredCase>

export async function measuredCases(
  { database }: Store,
  truth: Truth,
  cases: readonly Case[],
): Promise<MeasuredCase[]> {
  const row = await database.personDraft.findUnique({ where: { dossier: truth.dossier } })
  if (row === null) return []
  const draft = PersonDraft.parse(row.body)
  const where = { documentId: { in: draft.documents.map(({ documentId }) => documentId) } }
  const readings = (await database.fieldReading.findMany({ where })).map(({ body }) => FieldReading.parse(body))
  const rows = (await database.rowReading.findMany({ where })).map(({ body }) => RowReading.parse(body))
  const seconds = (await database.secondReading.findMany({ where })).map(({ body }) => SecondReading.parse(body))
  return cases.flatMap((one) => caseOf(one, truth, { draft, readings, rows, seconds }))
}

interface Kept {
  readonly draft: PersonDraft
  readonly readings: readonly FieldReading[]
  readonly rows: readonly RowReading[]
  readonly seconds: readonly SecondReading[]
}

function firstOf({ place, isCell }: Case, documentId: string, { readings, rows }: Kept): Outcome | undefined {
  const [table, index, cell = ''] = place.split('.')
  if (!isCell) return readings.find((each) => each.documentId === documentId && each.field === place)?.outcome
  const row = rows.find((each) => each.documentId === documentId && each.table === table && each.row === Number(index))
  return row?.cells[cell]
}

function caseOf(one: Case, truth: Truth, kept: Kept): MeasuredCase[] {
  const { name, definition, value } = placed(one.place, kept.draft)
  if (definition === undefined || value?.source?.kind !== 'reading') return []
  const { documentId } = value.source
  const first = firstOf(one, documentId, kept)
  const second = kept.seconds.find((each) => each.documentId === documentId && each.place === one.place)
  const { outcome, grade, evidence } = value
  return [
    {
      profile: truth.profile,
      layout: truth.layout,
      dossier: truth.dossier,
      field: name,
      class: valueClassOf(definition.type),
      status: outcome.status,
      isWritten: one.isWritten,
      isRight: one.isRight,
      grade,
      confidence: confidenceOf(outcome),
      second: evidence?.second ?? 'none',
      isExact: evidence?.isExact ?? true,
      cross: evidence?.cross ?? 'none',
      firstRight: isRight(one.expected, first?.status === 'read' ? first.value : undefined),
      firstConfidence: first === undefined ? 0 : confidenceOf(first),
      firstExact: second?.first.isExact ?? true,
      secondRight: isRight(one.expected, second?.meaning.status === 'read' ? second.meaning.value : undefined),
      mergedRight: isRight(
        one.expected,
        second?.merged?.meaning.status === 'read' ? second.merged.meaning.value : undefined,
      ),
      choice: second?.merged?.choice ?? 'none',
      secondConfidence: second?.confidence ?? 0,
      secondExact: second?.meaning.status === 'read' && second.meaning.isExact,
    },
  ]
}

function placed(place: string, draft: PersonDraft) {
  const [table = '', row, cell = ''] = place.split('.')
  const known = TableCode.safeParse(table)
  if (known.success && row !== undefined) {
    const value = draft.tables[known.data][Number(row)]?.cells[cell]
    return { name: `${table}.${cell}`, definition: tableOf(known.data).cells[cell], value }
  }
  const field = FieldCode.safeParse(place)
  if (!field.success) return { name: place, definition: undefined, value: undefined }
  return { name: place, definition: fieldOf(field.data), value: draft.values[field.data] }
}

const confidenceOf = (outcome: Outcome): number => (outcome.status === 'missing' ? 0 : outcome.confidence)

function isRight(expected: Case['expected'], value: Value | undefined): boolean {
  if (value === undefined) return false
  return isSame(expected, { status: 'read', value, grade: 'good', confidence: 1, candidates: [], rivals: [] })
}

const columns = MeasuredCase.keyof().options

export function casesCsv(cases: readonly MeasuredCase[]): string {
  return [columns.join(','), ...cases.map((one) => columns.map((column) => String(one[column])).join(','))].join('\r\n')
}
