// Records of a table printed from left to right: a column a record beside the printed heads, wrapped into bands if long.
import type { PageText, TableItem } from '../../../schemas/index.ts'
import { middleX, rightOf } from '../../core/box.ts'
import { placesOf, searchable } from '../../core/form/label.ts'
import { lettersOf, type Token } from '../../core/form/tokens.ts'
import { cellsOf, gridsOn, isInside } from '../../core/grid.ts'
import { linesOf } from '../../core/lines.ts'
import { cutAt } from './cut.ts'
import type { Row } from './table.ts'

/** One printed row: which head it has, if it was recognised, and its cells or its tokens. */
interface Strip {
  readonly head: number | undefined
  readonly cells: readonly (readonly Token[])[]
}

/** Two values stand in one column when they overlap or nearly touch. */
const sameColumn = 0.006

/** Some offices print this table downwards: then all its heads stand on its first line. */
export function hasHeadsAbove({ columns }: TableItem, tokens: readonly Token[]): boolean {
  const line = tokens.find(({ letters }) => letters !== '')?.line
  const stream = searchable(tokens.filter((token) => token.line === line))
  return columns.every(({ label }) => label.some((text) => placesOf(lettersOf(text), stream).length > 0))
}

export function recordsAcross(item: TableItem, tokens: readonly Token[], pages: readonly PageText[]): Row[] {
  return pages.flatMap((page) => {
    const here = tokens.filter((token) => token.pageId === page.pageId && !token.isLeader)
    const grids = gridsOn(page).filter((grid) => here.some((token) => isInside(grid, token)))
    const ruled = grids.flatMap((grid) => {
      const inside = here.filter((token) => isInside(grid, token))
      return cellsOf(grid, cutAt(inside, grid.columns)).map((cells) => ruledStrip(cells, item))
    })
    const bands = bandsOf(ruled, item)
    return bands.length > 0
      ? bands.flatMap((band) => recordsOf(band, item))
      : openBands(here, item).flatMap((band) => recordsOf(band, item))
  })
}

function ruledStrip([head = [], ...cells]: Token[][], item: TableItem): Strip {
  return { head: headOf(head, item)?.head, cells: cells.map((cell) => linesOf(cell).flatMap(({ words }) => words)) }
}

/** Which head the tokens begin with, and where it ends. */
function headOf(tokens: readonly Token[], item: TableItem): { head: number; end: number } | undefined {
  const stream = searchable(tokens)
  const found = item.columns.flatMap(({ label }, head) =>
    label.flatMap((text) =>
      placesOf(lettersOf(text), stream)
        .filter(({ start }) => start <= 1)
        .map((place) => ({ ...place, head })),
    ),
  )
  const [best] = found.sort((a, b) => b.likeness * b.length - a.likeness * a.length)
  return best
}

/** Rows in the order of the heads make a band; a head nobody could read is the one that follows. */
function bandsOf(strips: readonly Strip[], item: TableItem): Strip[][] {
  const bands: Strip[][] = []
  for (const strip of strips) {
    const band = bands.at(-1)
    const next = band?.length ?? item.columns.length
    const head = strip.head ?? next
    if (band && head === next && next < item.columns.length) band.push(strip)
    else if (head === 0 || (strip.head === undefined && next === item.columns.length && bands.length > 0))
      bands.push([strip])
  }
  return bands.filter((band) => band.length > 1)
}

/** The band turned over: its columns are the records, those with nothing written left out. */
function recordsOf(band: readonly Strip[], item: TableItem): Row[] {
  const count = Math.max(0, ...band.map(({ cells }) => cells.length))
  return Array.from({ length: count }, (_, at) => item.columns.map((_, head) => band[head]?.cells[at] ?? [])).filter(
    (row) => row.some((cell) => cell.length > 0),
  )
}

/** Without ruled lines: lines by their heads, columns by what stands above each other. */
function openBands(tokens: readonly Token[], item: TableItem): Strip[][] {
  const strips: { head: number; tokens: Token[] }[] = []
  for (const { words } of linesOf(tokens)) {
    const found = headOf(words, item)
    if (found) strips.push({ head: found.head, tokens: words.slice(found.end) })
    else strips.at(-1)?.tokens.push(...words)
  }
  const bands: { head: number; tokens: Token[] }[][] = []
  for (const strip of strips) {
    const band = bands.at(-1)
    if (!band || strip.head <= (band.at(-1)?.head ?? 0)) bands.push([strip])
    else band.push(strip)
  }
  return bands.map((band) => {
    const columns = columnsOf(band.flatMap((strip) => strip.tokens))
    return item.columns.map((_, head) => ({
      head,
      cells: columns.map(([from, to]) => between(band.find((strip) => strip.head === head)?.tokens ?? [], from, to)),
    }))
  })
}

function columnsOf(tokens: readonly Token[]): [number, number][] {
  const columns: [number, number][] = []
  for (const { box } of tokens.toSorted((a, b) => a.box[0] - b.box[0])) {
    const last = columns.at(-1)
    if (last && box[0] <= last[1] + sameColumn) last[1] = Math.max(last[1], rightOf(box))
    else columns.push([box[0], rightOf(box)])
  }
  return columns
}

const between = (tokens: readonly Token[], from: number, to: number): Token[] =>
  tokens.filter(({ box }) => middleX(box) >= from && middleX(box) <= to)
