// A record as rows of sheets, for XLSX and CSV: one sheet of all single values, one sheet a table.
import type {
  Leaf,
  Profile,
  ProfileElement,
  ProfileMessage,
  ProfileSection,
  RecordBody,
} from '../../../schemas/index.ts'
import { allowedIn, type Lists } from './fit-value.ts'
import { isRows } from './map-record.ts'

export interface FlatColumn {
  /** In the file: the element's name; above it, for people, its words. */
  readonly name: string
  readonly vi: string
  readonly type: ProfileElement['type']
  /** What may be chosen. */
  readonly choices?: readonly string[]
}

export interface FlatSheet {
  /** File name of the CSV. */
  readonly name: string
  readonly vi: string
  readonly columns: readonly FlatColumn[]
  rowsOf(key: string, body: RecordBody): readonly (readonly (Leaf | undefined)[])[]
}

/** The column that ties a row to its record; not an element of the profile. */
export const keyColumn: FlatColumn = { name: 'maBanGhi_', vi: 'Mã bản ghi', type: 'text' }

export function flatSheets(message: ProfileMessage, profile: Profile, lists: Lists): FlatSheet[] {
  const groups = message.sections.filter(({ kind }) => kind === 'group')
  const tables = message.sections.filter(({ kind }) => kind === 'table')
  const column = columnOf(profile, lists)
  return [
    {
      name: message.record,
      vi: message.vi,
      columns: [keyColumn, ...groups.flatMap((group) => group.elements.map(column))],
      rowsOf: (key, body) => [[key, ...groups.flatMap((group) => cellsOf(group, body[group.name]))]],
    },
    ...tables.map((table) => ({
      name: table.name,
      vi: table.vi,
      columns: [keyColumn, ...table.elements.map(column)],
      rowsOf: (key: string, body: RecordBody) => {
        const rows = body[table.name]
        return rows !== undefined && isRows(rows) ? rows.map((row) => [key, ...cellsOf(table, row)]) : []
      },
    })),
  ]
}

const columnOf =
  (profile: Profile, lists: Lists) =>
  ({ name, vi, type, list, mandatory }: ProfileElement): FlatColumn => {
    const codes = type === 'code' ? profile.codeLists[list ?? ''] : undefined
    return {
      name,
      vi: mandatory === true ? `${vi} (*)` : vi,
      type,
      ...(codes === undefined ? {} : { choices: allowedIn(codes, lists) }),
    }
  }

const cellsOf = ({ elements }: ProfileSection, told: RecordBody[string] | undefined): (Leaf | undefined)[] =>
  elements.map(({ name }) => (told === undefined || isRows(told) ? undefined : told[name]))

/**
 * Excel takes a text that begins with one of these for a formula when it opens a CSV file; an apostrophe before it says
 * text. One more is put before a text that begins with an apostrophe, so that taking one away gives every text back.
 */
const riskyStart = /^['=+\-@\t\r\n＝＋－＠]/u

export function csvLine(cells: readonly (Leaf | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(value: Leaf | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = riskyStart.test(value) ? `'${value}` : value
  return /[",\r\n;\t]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** What `csvLine` wrote for a text. */
export const csvText = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell)
