// Connected pieces of ink (eight neighbours), by runs: linear in the ink, not in the paper.
import type { Grid } from './grid.ts'

export interface Blob {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly area: number
  /** Its runs lie here in order of rows, three numbers each, from `from` up to `to`; see runsOf. All blobs share one array. */
  readonly runs: Int32Array
  readonly from: number
  readonly to: number
}

/** Numbers of one run. */
const RUN = 3

interface Runs {
  readonly count: number
  readonly places: Int32Array
  /** For each run an earlier one of the same blob, or itself. */
  readonly parents: Int32Array
}

export function findBlobs(mask: Grid): Blob[] {
  const { count, places, parents } = joinedRuns(mask)
  // A parent comes before its children, so it knows the root already.
  const ends = new Int32Array(count + 1)
  for (let run = 0; run < count; run += 1) {
    const root = parents[parents[run] ?? run] ?? run
    parents[run] = root
    ends[root] = (ends[root] ?? 0) + RUN
  }
  const grouped = new Int32Array(count * RUN)
  const sizes = ends.slice()
  for (let run = 0, end = 0; run < count; run += 1) {
    const size = ends[run] ?? 0
    ends[run] = end
    end += size
  }
  for (let run = 0; run < count; run += 1) {
    const root = parents[run] ?? run
    const to = ends[root] ?? 0
    for (let part = 0; part < RUN; part += 1) grouped[to + part] = places[run * RUN + part] ?? 0
    ends[root] = to + RUN
  }
  const blobs: Blob[] = []
  for (let run = 0; run < count; run += 1) {
    const end = ends[run] ?? 0
    if (parents[run] === run) blobs.push(measured(grouped, end - (sizes[run] ?? 0), end))
  }
  return blobs
}

/** Row, first column, column after the last. */
export function* runsOf({ runs, from, to }: Blob): Generator<readonly [number, number, number]> {
  for (let at = from; at < to; at += RUN) yield [runs[at] ?? 0, runs[at + 1] ?? 0, runs[at + 2] ?? 0]
}

/** Paints a blob into a grid of the same size. */
export function paint(grid: Grid, { runs, from, to }: Blob, value: number): void {
  for (let at = from; at < to; at += RUN) {
    const row = (runs[at] ?? 0) * grid.width
    grid.data.fill(value, row + (runs[at + 1] ?? 0), row + (runs[at + 2] ?? 0))
  }
}

function measured(runs: Int32Array, from: number, to: number): Blob {
  let left = Number.POSITIVE_INFINITY
  let right = 0
  let area = 0
  for (let at = from; at < to; at += RUN) {
    const start = runs[at + 1] ?? 0
    const end = runs[at + 2] ?? 0
    left = Math.min(left, start)
    right = Math.max(right, end)
    area += end - start
  }
  const top = runs[from] ?? 0
  const bottom = (runs[to - RUN] ?? 0) + 1
  return { left, top, width: right - left, height: bottom - top, area, runs, from, to }
}

function joinedRuns({ width, data }: Grid): Runs {
  let places = new Int32Array(1 << 14)
  let parents = new Int32Array(1 << 14)
  let count = 0
  let row = -1
  let above = 0
  let first = 0
  for (let at = data.indexOf(1); at >= 0; at = data.indexOf(1, at)) {
    const y = Math.floor(at / width)
    if (y !== row) {
      above = y === row + 1 ? first : count
      first = count
      row = y
    }
    const start = at - y * width
    let end = start + 1
    while (end < width && data[y * width + end] === 1) end += 1
    const run = count
    count += 1
    if (count * RUN > places.length) places = grown(places)
    if (count > parents.length) parents = grown(parents)
    places[run * RUN] = y
    places[run * RUN + 1] = start
    places[run * RUN + 2] = end
    parents[run] = run
    while (above < first && (places[above * RUN + 2] ?? 0) < start) above += 1
    for (let other = above; other < first && (places[other * RUN + 1] ?? 0) <= end; other += 1)
      join(parents, run, other)
    at = y * width + end
  }
  return { count, places, parents }
}

function grown(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(numbers.length * 2)
  more.set(numbers)
  return more
}

function rootOf(parents: Int32Array, run: number): number {
  let root = run
  for (let parent = parents[root] ?? root; parent !== root; parent = parents[root] ?? root) {
    parents[root] = parents[parent] ?? parent
    root = parent
  }
  return root
}

/** The smaller index stays root, so that a blob's runs come in order of rows. */
function join(parents: Int32Array, one: number, other: number): void {
  const a = rootOf(parents, one)
  const b = rootOf(parents, other)
  if (a !== b) parents[Math.max(a, b)] = Math.min(a, b)
}
