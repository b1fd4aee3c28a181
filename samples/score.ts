// How far what was read is from the truth. Pure: no files, no processes.
import type { OutRecord, OutValue, TableCode, Value } from '../schemas/index.ts'
import { fieldCodes, fieldOf, tableCodes } from '../schemas/index.ts'
import type { Absence, Truth } from './truth.ts'

export interface Share {
  readonly right: number
  readonly total: number
}

export interface Miss {
  /** A field, or "table.row.cell". */
  readonly where: string
  readonly expected: Value | Absence
  readonly got: Value | Absence | undefined
  readonly raw: string | undefined
  readonly grade: string | undefined
}

/** One field or cell that is written on the paper, or was read where nothing is. */
export interface Case {
  /** Where the record has it: a field, or "table.row.cell"; the row is the record's, absent where it has none. */
  readonly place: string
  readonly expected: Value | Absence
  readonly isWritten: boolean
  readonly isCell: boolean
  readonly isRight: boolean
  readonly isGood: boolean
}

export interface Score {
  /** Of all graphemes. */
  readonly characters: { readonly errors: number; readonly total: number }
  /** Every field the truth tells, blank and missing ones too. */
  readonly fields: Share
  /** Only those where something is written. */
  readonly written: Share
  readonly cells: Share
  /** Rows read that are not on the paper. */
  readonly rowsTooMany: number
  /** Of the written fields and cells: graded good; and among all graded good those that are right. */
  readonly good: { readonly right: number; readonly good: number; readonly total: number }
  readonly misses: readonly Miss[]
  readonly cases: readonly Case[]
}

export const nothing: Score = {
  characters: { errors: 0, total: 0 },
  fields: { right: 0, total: 0 },
  written: { right: 0, total: 0 },
  cells: { right: 0, total: 0 },
  rowsTooMany: 0,
  good: { right: 0, good: 0, total: 0 },
  misses: [],
  cases: [],
}

export function add(a: Score, b: Score): Score {
  const both = (x: Share, y: Share): Share => ({ right: x.right + y.right, total: x.total + y.total })
  return {
    characters: { errors: a.characters.errors + b.characters.errors, total: a.characters.total + b.characters.total },
    fields: both(a.fields, b.fields),
    written: both(a.written, b.written),
    cells: both(a.cells, b.cells),
    rowsTooMany: a.rowsTooMany + b.rowsTooMany,
    good: { ...both(a.good, b.good), good: a.good.good + b.good.good },
    misses: [...a.misses, ...b.misses],
    cases: [...a.cases, ...b.cases],
  }
}

/** One dossier; a record that was never made counts as everything wrong. */
export function scoreDossier(truth: Truth, record: OutRecord | undefined, pages: readonly string[]): Score {
  const told = truth.text.map((text, page) => characterErrors(text, pages[page] ?? ''))
  const fields = scoreFields(truth, record)
  return tableCodes.reduce(
    (score, table) => add(score, scoreTable(table, truth.tables[table] ?? [], record?.tables[table] ?? [])),
    {
      ...fields,
      characters: {
        errors: told.reduce((sum, { errors }) => sum + errors, 0),
        total: told.reduce((sum, { total }) => sum + total, 0),
      },
    },
  )
}

function scoreFields(truth: Truth, record: OutRecord | undefined): Score {
  return fieldCodes.reduce<Score>((score, field) => {
    const expected = truth.values[field]
    if (expected === undefined) return score
    const one = scoreValue(field, expected, record?.values[field])
    return add(score, { ...one, fields: { right: one.misses.length === 0 ? 1 : 0, total: 1 } })
  }, nothing)
}

/** `written` and `good` of one field or cell. */
function scoreValue(where: string, expected: Value | Absence, got: OutValue | undefined): Score {
  const isRight = isSame(expected, got)
  const isWritten = !isAbsence(expected)
  const isGood = got?.grade === 'good' && (got.status === 'read' || isWritten)
  const miss: Miss = { where, expected, got: told(got), raw: got?.raw, grade: got?.grade }
  return {
    ...nothing,
    written: { right: isWritten && isRight ? 1 : 0, total: isWritten ? 1 : 0 },
    good: { right: isGood && isRight ? 1 : 0, good: isGood ? 1 : 0, total: isWritten ? 1 : 0 },
    misses: isRight ? [] : [miss],
    cases: [{ place: where, expected, isWritten, isCell: false, isRight, isGood }],
  }
}

const isAbsence = (value: Value | Absence): value is Absence => typeof value === 'object' && 'status' in value

function told(got: OutValue | undefined): Miss['got'] {
  if (got === undefined) return undefined
  return got.status === 'blank' || got.status === 'missing' ? { status: got.status } : (got.value ?? got.raw)
}

export function isSame(expected: Value | Absence, got: OutValue | undefined): boolean {
  if (got === undefined) return false
  if (isAbsence(expected)) return got.status === expected.status
  const { value } = got
  if (got.status !== 'read' || value === undefined) return false
  if (typeof expected !== 'object')
    return typeof value !== 'object' && typeof value === typeof expected && plain(value) === plain(expected)
  return (
    typeof value === 'object' &&
    (['text', 'commune', 'district', 'province'] as const).every(
      (part) => plain(value[part] ?? '') === plain(expected[part] ?? ''),
    )
  )
}

const plain = (value: string | number): string => String(value).normalize('NFC').replace(/\s+/gu, ' ').trim()

type Row = NonNullable<Truth['tables'][TableCode]>[number]
type OutRow = OutRecord['tables'][TableCode][number]

/** Rows are matched in their order; one left out or read too many moves the others along. */
function scoreTable(table: TableCode, rows: readonly Row[], got: readonly OutRow[]): Score {
  const matched = match(rows, got)
  const scores = rows.flatMap((row, index) =>
    Object.entries(row).map(([cell, expected]) => {
      const row = matched[index]
      const one = scoreValue(`${table}.${index}.${cell}`, expected, row?.[cell])
      const place = row === undefined ? '' : `${table}.${got.indexOf(row)}.${cell}`
      const cases = one.cases.map((each) => ({ ...each, place, isCell: true }))
      return { ...one, cases, written: nothing.written, cells: { right: one.misses.length === 0 ? 1 : 0, total: 1 } }
    }),
  )
  const rowsTooMany = Math.max(0, got.length - matched.filter((row) => row !== undefined).length)
  return scores.reduce(add, { ...nothing, rowsTooMany })
}

function match(rows: readonly Row[], got: readonly OutRow[]): (OutRow | undefined)[] {
  const alike = (row: Row, other: OutRow): number =>
    0.01 + Object.entries(row).filter(([cell, value]) => isSame(value, other[cell])).length
  // best[i][j]: most right cells with the rows from i and the read rows from j on.
  const best = Array.from({ length: rows.length + 1 }, () => Array.from({ length: got.length + 1 }, () => 0))
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0
  const pair = (i: number, j: number): number => {
    const [row, other] = [rows[i], got[j]]
    return row === undefined || other === undefined ? 0 : alike(row, other) + at(i + 1, j + 1)
  }
  for (let i = rows.length - 1; i >= 0; i--)
    for (let j = got.length - 1; j >= 0; j--) best[i]?.splice(j, 1, Math.max(pair(i, j), at(i + 1, j), at(i, j + 1)))
  let j = 0
  return rows.map((_, i) => {
    while (j < got.length && at(i, j) === at(i, j + 1)) j++
    if (j >= got.length || pair(i, j) < at(i + 1, j)) return undefined
    return got[j++]
  })
}

/** Errors that say no more than: this was not surely read. */
const doubts = new Set(['required_reading_poor', 'required_value_not_understood'])

/** What the dossier should have come to and did not; empty when all is as expected. */
export function complaints(truth: Truth, record: OutRecord | undefined): string[] {
  const { outcome, findings } = truth.expected
  const codes = new Set(record?.findings.map(({ code }) => code))
  const hasFailed = record === undefined || codes.has('scan_unreadable')
  if (outcome === 'failed') return hasFailed ? [] : ['was read, should have failed']
  if (hasFailed) return ['failed, should have been read']
  const lacking = findings.filter((code) => !codes.has(code)).map((code) => `lacks ${code}`)
  return [...lacking, ...wronglyHeld(truth, record), ...falselySure(truth, record)]
}

function wronglyHeld({ expected }: Truth, { held, findings }: OutRecord): string[] {
  if (expected.held === true) return held ? [] : ['should be held']
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)
  const wrong = errors.filter((code) => expected.held === false || !doubts.has(code))
  return [...new Set(wrong)].map((code) => `should not be held by ${code}`)
}

/** The worst that can happen: what the national database must have is wrong, and looks sure. */
function falselySure(truth: Truth, record: OutRecord): string[] {
  return fieldCodes.flatMap((field) => {
    const expected = truth.values[field]
    const got = record.values[field]
    if (expected === undefined || fieldOf(field).mandatory !== true || got.grade !== 'good') return []
    return isSame(expected, got) ? [] : [`${field} is wrong and looks sure`]
  })
}

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })

/** NFC; leaders left out; runs of white space as one; none before closing punctuation. */
export function forComparing(text: string): string {
  return text
    .normalize('NFC')
    .replace(/(?:[.…·•_]\s*){2,}|…/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/ ([,;:.)/])/gu, '$1')
    .trim()
}

/** Edit distance over graphemes, and how many the truth has. */
export function characterErrors(truth: string, read: string): { errors: number; total: number } {
  const [a, b] = [truth, read].map((text) =>
    Array.from(graphemes.segment(forComparing(text)), ({ segment }) => segment),
  )
  if (a === undefined || b === undefined) return { errors: 0, total: 0 }
  let row = Uint32Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = new Uint32Array(b.length + 1)
    next[0] = i
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next[j] = Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
    }
    row = next
  }
  return { errors: row[b.length] ?? 0, total: a.length }
}
