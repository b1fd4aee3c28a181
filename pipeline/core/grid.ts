// Tables by their ruled lines: which lines belong together, where the columns and rows are cut.
import type { Box, PageText, Rulings } from '../../schemas/index.ts'
import { bottomOf, middleX, middleY, rightOf, unionOf } from './box.ts'

/** A ruled table: edges of columns and rows in ascending order, outer edges included. */
export interface Grid {
  readonly box: Box
  readonly columns: readonly number[]
  readonly rows: readonly number[]
}

/** Lines whose ends miss each other by less (a millimetre or two on A4) are meant to touch. */
const touching = 0.008
/** Rulings nearer to each other than this are one line drawn twice, or torn by the scan. */
const same = 0.006
/** A ruling that spans less of the table's height or width is a fragment, an underline or a letter's stem. */
const columnShare = 0.3
const rowShare = 0.5

/** The tables of a page from the top down: at least two columns and an upper and a lower edge. */
export function gridsOf({ horizontal, vertical }: Rulings): Grid[] {
  const rulings = [
    ...horizontal.map((box) => ({ box, upright: false })),
    ...vertical.map((box) => ({ box, upright: true })),
  ]
  return connected(rulings)
    .map((group) => gridOf(group))
    .filter((grid) => grid.columns.length >= 3 && grid.rows.length >= 2)
    .sort((a, b) => a.box[1] - b.box[1])
}

/** The tables of a page in reading order: on an opened booklet those of its left page first. */
export function gridsOn({ rulings, gutter = 1 }: Pick<PageText, 'rulings' | 'gutter'>): Grid[] {
  const side = ({ box }: Grid) => (middleX(box) < gutter ? 0 : 1)
  return gridsOf(rulings).sort((a, b) => side(a) - side(b))
}

export function isInside(grid: Grid, { box }: { readonly box: Box }): boolean {
  const [left, top] = grid.box
  return (
    middleX(box) > left && middleX(box) < rightOf(grid.box) && middleY(box) > top && middleY(box) < bottomOf(grid.box)
  )
}

/** The things of the grid by row and column, each by its middle. */
export function cellsOf<T extends { readonly box: Box }>(grid: Grid, things: readonly T[]): T[][][] {
  const cells = grid.rows.slice(1).map(() => grid.columns.slice(1).map((): T[] => []))
  for (const thing of things) {
    cells[spanAt(grid.rows, middleY(thing.box))]?.[spanAt(grid.columns, middleX(thing.box))]?.push(thing)
  }
  return cells
}

/** The index of the span between two neighbouring edges that holds the position; the last one holds its end. */
function spanAt(edges: readonly number[], position: number): number {
  return Math.min(
    edges.length - 2,
    edges.findLastIndex((edge) => edge <= position),
  )
}

interface Ruling {
  readonly box: Box
  readonly upright: boolean
}

function connected(rulings: readonly Ruling[]): Ruling[][] {
  const groups: Ruling[][] = []
  for (const ruling of rulings) {
    const met = groups.filter((group) =>
      group.some((other) => other.upright !== ruling.upright && meet(other.box, ruling.box)),
    )
    const rest = groups.filter((group) => !met.includes(group))
    groups.splice(0, groups.length, ...rest, [...met.flat(), ruling])
  }
  return groups
}

function meet(a: Box, b: Box): boolean {
  const isBeside = a[0] - touching > rightOf(b) || b[0] - touching > rightOf(a)
  const isAbove = a[1] - touching > bottomOf(b) || b[1] - touching > bottomOf(a)
  return !isBeside && !isAbove
}

function gridOf(group: readonly Ruling[]): Grid {
  const box = unionOf(group.map((ruling) => ruling.box))
  const upright = group.filter((ruling) => ruling.upright)
  const level = group.filter((ruling) => !ruling.upright)
  const columns = edges(
    upright.map((ruling) => ({ at: middleX(ruling.box), length: ruling.box[3] })),
    box[3] * columnShare,
  )
  const rows = edges(
    level.map((ruling) => ({ at: middleY(ruling.box), length: ruling.box[2] })),
    box[2] * rowShare,
  )
  return {
    box,
    columns: closed(columns, box[0], rightOf(box), 0.03),
    rows: closed(rows, box[1], bottomOf(box), 0.012),
  }
}

/** Joins rulings that lie on one line and drops those that are too short together. */
function edges(lines: readonly { at: number; length: number }[], least: number): number[] {
  const joined: { at: number; length: number }[] = []
  for (const line of lines.toSorted((a, b) => a.at - b.at)) {
    const last = joined.at(-1)
    if (last && line.at - last.at < same) last.length += line.length
    else joined.push({ ...line })
  }
  return joined.filter(({ length }) => length >= least).map(({ at }) => at)
}

/** Tables are often drawn without their outer lines: the ends of the other lines close them. */
function closed(found: readonly number[], from: number, to: number, slack: number): number[] {
  const first = found[0]
  const last = found.at(-1)
  if (first === undefined || last === undefined) return [from, to]
  return [...(first - from > slack ? [from] : []), ...found, ...(to - last > slack ? [to] : [])]
}
