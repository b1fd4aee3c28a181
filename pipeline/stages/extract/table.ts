// Rows of a table printed downwards, over as many pages as it takes. What its cells mean is left to outcome.ts.
import type { PageText, TableItem } from '../../../schemas/index.ts'
import { middleY, rightOf } from '../../core/box.ts'
import type { Token } from '../../core/form/tokens.ts'
import { cellsOf, type Grid, gridsOn, isInside } from '../../core/grid.ts'
import { linesOf } from '../../core/lines.ts'
import { byColumn, columnsByHead, edgesBetween, isHead } from './columns.ts'
import { split } from './split.ts'

/** The tokens of each of the form's columns. */
export type Row = readonly (readonly Token[])[]

/** A ruled table that holds less of what stands below the title is not the table, or only a piece of it. */
const gridShare = 0.6

/** How far outside a table's edge its words may begin. */
const nearby = 0.005

/** The rows below the title of the table, heads and empty rows left out. */
export function rowsOf(item: TableItem, tokens: readonly Token[], pages: readonly PageText[]): Row[] {
  let columns: (number | undefined)[] | undefined
  return pages.flatMap((page) => {
    const here = tokens.filter((token) => token.pageId === page.pageId && !token.isLeader)
    if (here.length === 0) return []
    const bands = ruledBands(here, page) ?? openBands(here, item)
    const count = bands[0]?.length ?? 0
    const heads = bands.slice(0, headRows(bands, item))
    const headCells = Array.from({ length: count }, (_, at) => heads.flatMap((band) => band[at] ?? []))
    const isSame = columns?.length === count
    columns = heads.length === 0 && isSame ? columns : (columnsByHead(headCells, item) ?? columns)
    const map = columns
    if (map?.length !== count) return openBands(here, item).flatMap((band) => rowsOfBand(band, item))
    return bands.slice(heads.length).flatMap((band) => rowsOfBand(arranged(band, map, item), item))
  })
}

/** The cells between ruled lines, row by row. */
function ruledBands(tokens: readonly Token[], page: PageText): Row[] | undefined {
  const grids = gridsOn(page).filter((grid) => tokens.some((token) => isInside(grid, token)))
  const inside = tokens.filter((token) => grids.some((grid) => isInside(grid, token)))
  if (inside.length < tokens.length * gridShare) return undefined
  const [first, last] = [grids[0], grids.at(-1)]
  if (!first || !last) return undefined
  const within = (grid: Grid) => inside.filter((token) => isInside(grid, token))
  const outside = tokens.filter((token) => !inside.includes(token))
  const body = grids.flatMap((grid) => bandsOf(grid, within(grid)))
  return [...tornRows(first, outside).above, ...body, ...tornRows(last, outside).below]
}

function bandsOf(grid: Grid, tokens: readonly Token[]): Row[] {
  return cellsOf(grid, tokens).filter((row) => row.some((cell) => cell.length > 0))
}

/** Rows that a page's end has torn from their ruled lines: they stand in the columns above or below them, in two at least. */
function tornRows(grid: Grid, tokens: readonly Token[]): { above: Row[]; below: Row[] } {
  const [left, , width] = grid.box
  const edges = [left - nearby, ...grid.columns.slice(1, -1), left + width + nearby]
  const lines = linesOf(tokens.filter((token) => !isInside(grid, token)))
    .filter(({ words }) => words.every(({ box }) => !edges.some((edge) => box[0] < edge && rightOf(box) > edge)))
    .map(({ words, box }) => ({ row: byColumn(words, edges), y: middleY(box) }))
    .filter(({ row }) => row.filter((cell) => cell.length > 0).length >= 2)
  const joined = (part: typeof lines) =>
    part.length > 0 ? [edges.slice(1).map((_, at) => part.flatMap(({ row }) => row[at] ?? []))] : []
  return {
    above: joined(lines.filter(({ y }) => y < grid.box[1])),
    below: joined(lines.filter(({ y }) => y > grid.box[1])),
  }
}

/** Without ruled lines: the heads, and below them everything as one tall row; its records are parted afterwards. */
function openBands(tokens: readonly Token[], item: TableItem): Row[] {
  const edges = edgesBetween(tokens, item.columns.length)
  if (!edges) return []
  const lines = linesOf(tokens).map(({ words }) => words)
  const firstBody = lines.findIndex((line) => !isHead(line, item))
  const body = firstBody < 0 ? [] : lines.slice(firstBody).flat()
  const head = firstBody < 0 ? lines.flat() : lines.slice(0, firstBody).flat()
  return [head, body].filter((part) => part.length > 0).map((part) => byColumn(part, edges))
}

function headRows(bands: readonly Row[], item: TableItem): number {
  const first = bands.findIndex((band) => !isHead(band.flat(), item))
  return first < 0 ? bands.length : first
}

/** Drawn columns to the form's columns; two drawn ones may be one of the form ("Từ", "Đến"). */
function arranged(band: Row, columns: readonly (number | undefined)[], item: TableItem): Row {
  return item.columns.map((_, index) => band.flatMap((cell, at) => (columns[at] === index ? cell : [])))
}

/** Where only the heads are ruled off, many records lie in one band: each begins where its leading columns are written. */
function rowsOfBand(band: Row, item: TableItem): Row[] {
  const cells = band.map((cell) => linesOf(cell).map(({ words }) => words))
  const starts = recordStarts(cells, item)
  if (starts.length < 2) return [cells.map((lines) => lines.flat())]
  const recordOf = (line: readonly Token[]) =>
    Math.max(
      0,
      starts.findLastIndex((start) => lineTop(line) >= start - 0.004),
    )
  return starts.map((_, record) => cells.map((lines) => lines.filter((line) => recordOf(line) === record).flat()))
}

const lineTop = (line: readonly Token[]): number => Math.min(...line.map(({ box }) => middleY(box)))

/** The heights at which a record begins. */
function recordStarts(cells: readonly (readonly (readonly Token[])[])[], item: TableItem): number[] {
  const leading = item.columns.flatMap((column, index) =>
    column.startsRow ? [{ column, lines: cells[index] ?? [] }] : [],
  )
  const [first, ...others] = leading
  if (!first) return []
  const isPeriod = first.column.split === 'period'
  return first.lines.flatMap((line, at) => {
    const begins = isPeriod ? beginsPeriod(first.lines, at) : /^[\p{Lu}\d]/u.test(line[0]?.text ?? '')
    const isBeside = others.every(({ lines }) =>
      lines.some((other) => Math.abs(lineTop(other) - lineTop(line)) < 0.008),
    )
    return begins && isBeside ? [lineTop(line)] : []
  })
}

/** A line of dates begins a record unless it goes on with the period of the line above. */
function beginsPeriod(lines: readonly (readonly Token[])[], at: number): boolean {
  const line = lines[at] ?? []
  const above = lines[at - 1] ?? []
  if (/^(den|nay|hiennay)$/u.test(line[0]?.letters ?? '') || /^[-–—]/u.test(line[0]?.text ?? '')) return false
  if (!line.some(({ text }) => /\d{4}/u.test(text))) return false
  const [, ended] = split(above, 'period')
  return above.length === 0 || ended.length > 0 || split(line, 'period')[1].length > 0
}
