// Drafts of invented officials: every field of the catalogue is present, and only what a test names was read.
import {
  type DraftRow,
  type DraftValue,
  type FieldCode,
  fieldCodes,
  type Grade,
  PersonDraft,
  type TableCode,
  tableCodes,
  type Value,
} from '../../schemas/index.ts'

const confidenceOf = { good: 0.96, doubtful: 0.7, poor: 0.3 } as const

export function aReadValue(value: Value, grade: Grade = 'good', documentId = 'A@1'): DraftValue {
  const raw = typeof value === 'object' ? value.text : String(value)
  const provenance = { documentId, pageId: 'A/a.pdf#1', box: [0.1, 0.1, 0.2, 0.02] as [number, number, number, number] }
  return {
    outcome: { status: 'read', raw, value, candidates: [], confidence: confidenceOf[grade], provenance },
    grade,
    source: { kind: 'reading', documentId },
    rivals: [],
  }
}

export const aMissingValue: DraftValue = { outcome: { status: 'missing' }, grade: 'poor', rivals: [] }

export function aPersonDraft(
  dossier: string,
  values: Partial<Record<FieldCode, DraftValue>> = {},
  tables: Partial<Record<TableCode, DraftRow[]>> = {},
): PersonDraft {
  return PersonDraft.parse({
    dossier,
    agency: 'TQ',
    documents: [],
    values: Object.fromEntries(fieldCodes.map((field) => [field, values[field] ?? aMissingValue])),
    tables: Object.fromEntries(tableCodes.map((table) => [table, tables[table] ?? []])),
    marks: [],
    waived: [],
  })
}
