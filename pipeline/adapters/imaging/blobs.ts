// Connected pieces of ink (eight neighbours), by runs: linear in the ink, not in the paper.
import type { Grid } from './grid.ts'

export interface Blob {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly area: number
  /** [row, first column, column after the last] of each of its runs. */
  readonly runs: readonly (readonly [number, number, number])[]
}

interface Runs {
  readonly rows: number[]
  readonly starts: number[]
  readonly ends: number[]
  readonly parents: number[]
}

export function findBlobs(mask: Grid): Blob[] {
  const runs = joinedRuns(mask)
  const members = new Map<number, [number, number, number][]>()
  for (let run = 0; run < runs.rows.length; run += 1) {
    const root = rootOf(runs.parents, run)
    const part: [number, number, number] = [runs.rows[run] ?? 0, runs.starts[run] ?? 0, runs.ends[run] ?? 0]
    const known = members.get(root)
    if (known) known.push(part)
    else members.set(root, [part])
  }
  return [...members.values()].map(measured)
}

/** Paints a blob into a grid of the same size. */
export function paint(grid: Grid, blob: Blob, value: number): void {
  for (const [row, start, end] of blob.runs) grid.data.fill(value, row * grid.width + start, row * grid.width + end)
}

function measured(runs: [number, number, number][]): Blob {
  let left = Number.POSITIVE_INFINITY
  let right = 0
  let area = 0
  for (const [, start, end] of runs) {
    left = Math.min(left, start)
    right = Math.max(right, end)
    area += end - start
  }
  const top = runs[0]?.[0] ?? 0
  const bottom = (runs.at(-1)?.[0] ?? 0) + 1
  return { left, top, width: right - left, height: bottom - top, area, runs }
}

function joinedRuns({ width, data }: Grid): Runs {
  const runs: Runs = { rows: [], starts: [], ends: [], parents: [] }
  let row = -1
  let above = 0
  let first = 0
  for (let at = data.indexOf(1); at >= 0; at = data.indexOf(1, at)) {
    const y = Math.floor(at / width)
    if (y !== row) {
      above = y === row + 1 ? first : runs.rows.length
      first = runs.rows.length
      row = y
    }
    const start = at - y * width
    let end = start + 1
    while (end < width && data[y * width + end] === 1) end += 1
    const run = runs.rows.push(y) - 1
    runs.starts.push(start)
    runs.ends.push(end)
    runs.parents.push(run)
    while (above < first && (runs.ends[above] ?? 0) < start) above += 1
    for (let other = above; other < first && (runs.starts[other] ?? 0) <= end; other += 1)
      join(runs.parents, run, other)
    at = y * width + end
  }
  return runs
}

function rootOf(parents: number[], run: number): number {
  let root = run
  for (let parent = parents[root] ?? root; parent !== root; parent = parents[root] ?? root) {
    parents[root] = parents[parent] ?? parent
    root = parent
  }
  return root
}

/** The smaller index stays root, so that a blob's runs come in order of rows. */
function join(parents: number[], one: number, other: number): void {
  const a = rootOf(parents, one)
  const b = rootOf(parents, other)
  if (a !== b) parents[Math.max(a, b)] = Math.min(a, b)
}
