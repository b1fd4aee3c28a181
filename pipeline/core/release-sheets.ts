// What a release shows to people in a workbook: which sheets, columns and words. Columns come from the catalogue; what
// leaves and what is held was decided before.
import {
  type FieldCode,
  FieldCode as Field,
  type FieldDefinition,
  fieldCodes,
  fieldOf,
  type HeldRecord,
  type OutFinding,
  type OutRecord,
  type OutValue,
  type QualityDimension,
  type Severity,
  type TableCode,
  tableCodes,
  tableOf,
} from '../../schemas/index.ts'
import type { OutPerson, WorkbookWriter } from './stage.ts'

type Sheet = Parameters<WorkbookWriter['write']>[0][number]
type Row = readonly (string | number)[]

/** A dossier's lines, by sheet. */
export interface DossierRows {
  readonly fields: Row
  readonly tables: Readonly<Partial<Record<TableCode, readonly Row[]>>>
}

const severityNames: Readonly<Record<Severity, string>> = { error: 'Lỗi', warning: 'Cảnh báo', info: 'Thông tin' }
export const dimensionNames: Readonly<Record<QualityDimension, string>> = {
  accuracy: 'Đúng',
  completeness: 'Đủ',
  cleanness: 'Sạch',
  timeliness: 'Sống',
  consistency: 'Thống nhất',
  shareability: 'Dùng chung',
}
const fieldHeads = fieldCodes.map((code) => fieldOf(code).vi)

export function releaseSheets(from: {
  persons: readonly Row[]
  dossiers: readonly DossierRows[]
  findings: readonly Row[]
  held: readonly HeldRecord[]
}): Sheet[] {
  return [
    {
      name: 'Hồ sơ',
      columns: ['Mã hồ sơ', 'Mã người', 'Mã đơn vị', ...fieldHeads],
      rows: from.dossiers.map(({ fields }) => fields),
    },
    { name: 'Bản ghi chuẩn', columns: ['Mã người', 'Mã hồ sơ', 'Mã đơn vị', ...fieldHeads], rows: from.persons },
    ...tableCodes.map((code) => ({
      name: tableOf(code).vi,
      columns: ['Mã hồ sơ', 'Mã người', 'Dòng', ...Object.values(tableOf(code).cells).map(({ vi }) => vi)],
      rows: from.dossiers.flatMap(({ tables }) => tables[code] ?? []),
    })),
    {
      name: 'Phát hiện',
      columns: ['Mã hồ sơ', 'Mã người', 'Mức', 'Tiêu chí', 'Quy tắc', 'Trường thông tin', 'Nội dung', 'Ngoại lệ'],
      rows: from.findings,
    },
    {
      name: 'Bị giữ',
      columns: ['Mã người', 'Mã hồ sơ', 'Chưa đạt', 'Việc cần làm trước tiên', 'Lý do'],
      rows: from.held.map(heldRow),
    },
  ]
}

export function dossierRows(record: OutRecord): DossierRows {
  const { dossier, personId = '', agency, values } = record
  const rowsOf = (code: TableCode): Row[] =>
    record.tables[code].map((row, index) => [
      dossier,
      personId,
      index + 1,
      ...Object.entries(tableOf(code).cells).map(([cell, definition]) => cellOf(definition, row[cell])),
    ])
  return {
    fields: [dossier, personId, agency, ...fieldCells(values)],
    tables: Object.fromEntries(tableCodes.map((code) => [code, rowsOf(code)])),
  }
}

export const personRow = ({ personId, dossiers, agency, values }: OutPerson): Row => [
  personId,
  [...dossiers].sort().join(', '),
  agency,
  ...fieldCells(values),
]

export const findingRow = (dossiers: string, personId: string, finding: OutFinding): Row => [
  dossiers,
  personId,
  severityNames[finding.severity],
  dimensionNames[finding.dimension],
  finding.code,
  finding.fields.map(fieldName).join(', '),
  finding.message,
  finding.waived === true ? 'Đã chấp nhận' : '',
]

/** One line each: whoever works them off does one thing, and the rest may be gone with it. */
const heldRow = ({ personId = '', dossiers, reasons, fails = [], next = '' }: HeldRecord): Row => [
  ...[personId, dossiers.join(', ')],
  ...[fails.map((each) => dimensionNames[each]).join(', '), next, reasons.join('\n')],
]

const fieldCells = (values: Readonly<Partial<Record<FieldCode, OutValue>>>) =>
  fieldCodes.map((code) => cellOf(fieldOf(code), values[code]))

/** Only what was read and understood stands in a cell; the raw writing of the rest is in the JSON. */
function cellOf({ type }: FieldDefinition, told: OutValue | undefined): string | number {
  if (told?.status !== 'read' || told.value === undefined) return ''
  if (typeof told.value === 'object') return told.value.text
  return type === 'date' && typeof told.value === 'string' ? dateShown(told.value) : told.value
}

/** As written in Vietnam, with the precision the paper has: `2003-09` is shown `09/2003`. */
const dateShown = (date: string): string =>
  /^\d{4}(-\d{2}){0,2}$/.test(date) ? date.split('-').reverse().join('/') : date

function fieldName(code: string): string {
  const field = Field.safeParse(code)
  if (field.success) return fieldOf(field.data).vi
  const table = tableCodes.find((name) => name === code)
  return table === undefined ? code : tableOf(table).vi
}
