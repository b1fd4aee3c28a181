// Finds the row of headings of a list and which column is which, by the names people give columns. Tones, case, signs,
// word order and remarks in brackets do not matter; what a column's cells mean is for whoever reads the list.
import { fold } from '../text.ts'
import type { Cell, Worksheet } from './cell.ts'

export interface Column {
  /** As the template has it. */
  readonly vi: string
  /** How its cells are written, for the template; a column without it is known but not asked for. */
  readonly how?: string
  readonly aliases: readonly string[]
}
export type Columns<Name extends string> = Readonly<Record<Name, Column>>

export interface Headings<Name extends string> {
  /** Index of the first row of data. */
  readonly firstRow: number
  readonly at: ReadonlyMap<Name, number>
  /** As written, for people. */
  readonly found: readonly string[]
  /** Columns that two headings ask for. */
  readonly twice: readonly Name[]
}

/** Letterhead, titles and a date stand above the headings of an office's list. */
const rowsAtMost = 20
/** Words that say nothing of which column it is. */
const fillers = new Set(['va', 'cua', 'hoac', 'theo', 'ghi'])

/** The row (or the two rows under merged cells) in which most columns are known; undefined where none is. */
export function findHeadings<Name extends string>(
  { rows }: Worksheet,
  columns: Columns<Name>,
): Headings<Name> | undefined {
  const nameOf = namesOf(columns)
  let best: Headings<Name> | undefined
  for (const [index, row] of rows.slice(0, rowsAtMost).entries()) {
    const under = rows[index + 1] ?? []
    for (const [height, texts] of [row.map(({ text }) => text), merged(row, under)].entries()) {
      const headings = headingsOf(texts, index + height + 1, nameOf)
      if (headings.at.size > (best?.at.size ?? 0)) best = headings
    }
  }
  return best && { ...best, firstRow: best.firstRow + (isNumbering(rows[best.firstRow]) ? 1 : 0) }
}

function headingsOf<Name extends string>(
  texts: readonly string[],
  firstRow: number,
  nameOf: (heading: string) => Name | undefined,
): Headings<Name> {
  const at = new Map<Name, number>()
  const twice = new Set<Name>()
  for (const [index, text] of texts.entries()) {
    const name = nameOf(text)
    if (name !== undefined && at.has(name)) twice.add(name)
    else if (name !== undefined) at.set(name, index)
  }
  return { firstRow, at, twice: [...twice], found: texts.filter((text) => text !== '') }
}

/** A heading over several columns stands in the first of them: "Năm sinh" over "Nam" and "Nữ". */
function merged(upper: readonly Cell[], lower: readonly Cell[]): string[] {
  let over = ''
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const [above = '', below = ''] = [upper[index]?.text, lower[index]?.text]
    over = above === '' ? (below === '' ? '' : over) : above
    return below === '' ? above : `${over} ${below}`.trim()
  })
}

function namesOf<Name extends string>(columns: Columns<Name>): (heading: string) => Name | undefined {
  const names = new Map<string, Name>()
  for (const name in columns)
    for (const alias of [columns[name].vi, ...columns[name].aliases]) names.set(headingKey(alias), name)
  return (heading) => (heading === '' ? undefined : names.get(headingKey(heading)))
}

export function headingKey(heading: string): string {
  const words = fold(heading.replace(/\([^)]*\)/gu, ' ')).split(/[^a-z0-9]+/u)
  return words
    .filter((word) => word !== '' && !fillers.has(word))
    .sort()
    .join(' ')
}

/** The row under the headings that numbers the columns: (1) (2) (3), or A B 1 2. */
function isNumbering(row: readonly Cell[] | undefined): boolean {
  const written = (row ?? []).map(({ text }) => text).filter((text) => text !== '')
  return written.length > 2 && written.every((text) => /^\(?(?:\d{1,2}|[A-ZĐ])\)?$/u.test(text))
}
