// A list of an office has the columns its writer wanted, in an order of their own: the template's columns are put to the drawn
// heads. A drawn column that is none of them keeps its place and is not read.
import type { PageText, TableColumn, TableItem } from '../../../schemas/index.ts'
import { placesOf, searchable } from '../../core/form/label.ts'
import { lettersOf, type Token } from '../../core/form/tokens.ts'
import { cellsOf, gridsOf, isInside } from '../../core/grid.ts'
import { linesOf } from '../../core/lines.ts'
import { isHead } from './columns.ts'

/** A head says what its column is if so much of it is the column's name. */
const leastShare = 0.5
/** The heads of a list are among its first rows or lines. */
const headRows = 3
/** A cell that no table has. */
const unread = 'unread'

/** The item as it is drawn here; unchanged where its columns are always the same, or no head was recognised. */
export function asDrawn(item: TableItem, tokens: readonly Token[], pages: readonly PageText[]): TableItem {
  if (!item.columns.some(({ isOptional }) => isOptional)) return item
  const first = tokens[0]?.pageId
  const page = pages.find(({ pageId }) => pageId === first)
  const here = tokens.filter(({ pageId, isLeader }) => pageId === first && !isLeader)
  const heads = (page && ruledHeads(here, page, item)) ?? openHeads(here, item)
  const columns = named(heads, item)
  return columns.some(({ cells }) => cells[0] !== unread) ? { ...item, columns } : item
}

/** The words of each drawn column in the rows of heads: one at the least. */
function ruledHeads(tokens: readonly Token[], page: PageText, item: TableItem): Token[][] | undefined {
  const grid = gridsOf(page.rulings).find((found) => tokens.some((token) => isInside(found, token)))
  if (!grid) return undefined
  const rows = cellsOf(
    grid,
    tokens.filter((token) => isInside(grid, token)),
  ).filter((row) => row.some((cell) => cell.length > 0))
  const body = rows.findIndex((row) => !isHead(row.flat(), item))
  const heads = rows.slice(0, Math.max(1, Math.min(headRows, body)))
  return heads[0]?.map((_, at) => heads.flatMap((row) => row[at] ?? []))
}

/** Without ruled lines: the names of columns found on the first lines, from left to right. */
function openHeads(tokens: readonly Token[], item: TableItem): Token[][] {
  const lines = linesOf(tokens).slice(0, headRows)
  const words = lines.flatMap((line) => line.words)
  const stream = searchable(words)
  const found = item.columns.flatMap(({ label }) =>
    label.flatMap((text) => placesOf(lettersOf(text), stream).map(({ start, end }) => words.slice(start, end))),
  )
  const longest = found.toSorted((a, b) => b.length - a.length)
  const kept = longest.filter(
    (head, at) => !longest.slice(0, at).some((other) => other.some((token) => head.includes(token))),
  )
  return kept.toSorted((a, b) => (a[0]?.box[0] ?? 0) - (b[0]?.box[0] ?? 0))
}

/** Each head with the column it names best; a column is named once, of equals the first. */
function named(heads: readonly (readonly Token[])[], item: TableItem): TableColumn[] {
  const pairs = heads.flatMap((head, at) =>
    item.columns.map((column, index) => ({ at, index, column, share: shareOf(head, column) })),
  )
  const taken = new Map<number, TableColumn>()
  const used = new Set<number>()
  for (const { at, index, column, share } of pairs.toSorted(
    (a, b) => b.share - a.share || a.at - b.at || a.index - b.index,
  )) {
    if (share < leastShare || taken.has(at) || used.has(index)) continue
    taken.set(at, column)
    used.add(index)
  }
  return heads.map((head, at) => taken.get(at) ?? between(heads, at, taken, item) ?? unknown(head))
}

/**
 * A head nobody could read is the column that is left there: as many unread heads stand between two known ones as the form has
 * columns between them. "Từ … đến …" in one column stands for its two halves.
 */
function between(
  heads: readonly unknown[],
  at: number,
  taken: ReadonlyMap<number, TableColumn>,
  { columns }: TableItem,
): TableColumn | undefined {
  const places = heads.map((_, index) => index)
  const before = places.findLast((place) => place < at && taken.has(place)) ?? -1
  const behind = places.find((place) => place > at && taken.has(place)) ?? heads.length
  const indexOf = (place: number): number => columns.findIndex((column) => column === taken.get(place))
  const [from, to] = [before < 0 ? -1 : indexOf(before), behind === heads.length ? columns.length : indexOf(behind)]
  const left = columns.slice(from + 1, to).filter((column) => ![...taken.values()].includes(column))
  const [whole, halves] = [
    left.filter(({ split }) => split !== undefined),
    left.filter(({ split }) => split === undefined),
  ]
  const count = behind - before - 1
  const fitting = [
    halves,
    [...whole, ...halves.filter(({ cells }) => !whole.some((each) => each.cells.includes(cells[0] ?? '')))],
  ]
  return fitting.find(({ length }) => length === count)?.[at - before - 1]
}

function shareOf(head: readonly Token[], { label }: TableColumn): number {
  const words = head.filter(({ letters }) => letters !== '')
  const length = words.reduce((sum, { letters }) => sum + letters.length, 0)
  const stream = searchable(words)
  return Math.max(
    0,
    ...label.map((text) => {
      const letters = lettersOf(text)
      const [best] = placesOf(letters, stream).toSorted((a, b) => b.likeness - a.likeness)
      return best === undefined ? 0 : (best.likeness * letters.length) / Math.max(length, letters.length)
    }),
  )
}

const unknown = (head: readonly Token[]): TableColumn => ({
  label: [head.map(({ text }) => text).join(' ') || unread],
  cells: [unread],
  startsRow: false,
  isOptional: true,
})
