// Rows of dots in step: equal dots at equal distances on one level. Where writing stands on a row its dots are still where the step
// says; a row is followed from the dots that stand free into and through the writing.
import type { Dot } from './leader-dots.ts'

const WIDEST_PITCH_INCHES = 0.095
/** An ellipsis has three dots. */
const FEWEST_DOTS = 4
/** Letters may hide so many dots of a row in succession, when a free one follows. */
const MOST_HIDDEN = 14
/** Shares of the pitch by which a dot may miss its place, within a run of neighbours and behind hidden dots. */
const MISS = { along: 0.22, across: 0.2 }
/** Pixels by which a dot may miss its place on any scan. */
const LEAST_MISS = 1.2
/** How far one dot moves what is known of the step: scans stretch. */
const LEARNING = 0.15

/** Where the next dot must be, and what the row knows of itself. */
export interface Step {
  readonly x: number
  readonly y: number
  readonly pitch: number
  /** Pixels down for each pixel to the right. */
  readonly slope: number
}

/** One place of a row: the free dot found there, or nothing where ink hides it. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly dot: Dot | undefined
}

export interface LeaderRow {
  readonly pitch: number
  readonly places: readonly Place[]
}

export interface DotIndex {
  /** Free dots whose middle lies in this rectangle, from left to right. */
  within(left: number, right: number, top: number, bottom: number): readonly Dot[]
  readonly all: readonly Dot[]
}

/** All rows of the page, each place once: a row is grown from its longest run of free neighbours. */
export function leaderRows(dots: DotIndex, isInk: (x: number, y: number) => boolean, dpi: number): LeaderRow[] {
  const taken = new Set<Dot>()
  const rows: LeaderRow[] = []
  for (const run of runsInStep(dots, dpi * WIDEST_PITCH_INCHES)) {
    const free = run.filter((dot) => !taken.has(dot))
    if (free.length < FEWEST_DOTS) continue
    const row = grown(run, dots, isInk)
    for (const { dot } of row.places) if (dot) taken.add(dot)
    rows.push(row)
  }
  return rows
}

/** Runs of neighbours at one distance, the longest first. */
function runsInStep(dots: DotIndex, widest: number): Dot[][] {
  const runs: Dot[][] = []
  const seen = new Set<Dot>()
  for (const first of dots.all) {
    if (seen.has(first)) continue
    const run = [first]
    for (let next = follower(dots, run, widest); next; next = follower(dots, run, widest)) run.push(next)
    if (run.length < FEWEST_DOTS) continue
    for (const dot of run) seen.add(dot)
    runs.push(run)
  }
  return runs.sort((a, b) => b.length - a.length)
}

function follower(dots: DotIndex, run: readonly Dot[], widest: number): Dot | undefined {
  const last = run.at(-1)
  const before = run.at(-2)
  if (!last) return undefined
  const high = Math.max(LEAST_MISS, last.height * 0.4)
  const found = dots
    .within(last.x + last.width, last.x + widest, last.y - high, last.y + high)
    .filter(({ width, height }) => isAlike(width, last.width) && isAlike(height, last.height))
  if (!before) return found[0]
  const pitch = last.x - before.x
  return found.find(({ x }) => Math.abs(x - last.x - pitch) <= Math.max(LEAST_MISS, pitch * MISS.along))
}

const isAlike = (one: number, other: number) => Math.abs(one - other) <= Math.max(1.5, other * 0.5)

function grown(run: readonly Dot[], dots: DotIndex, isInk: (x: number, y: number) => boolean): LeaderRow {
  const own = run.map((dot): Place => ({ x: dot.x, y: dot.y, dot }))
  const step = stepOf(run)
  const size = run[Math.floor(run.length / 2)]?.height ?? 0
  const right = followed({ ...step, ...ended(run.at(-1)) }, size, dots, isInk)
  const left = followed({ ...step, ...ended(run[0]), pitch: -step.pitch }, size, dots, isInk)
  return { pitch: step.pitch, places: [...left.reverse(), ...own, ...right] }
}

const ended = (dot: Dot | undefined) => ({ x: dot?.x ?? 0, y: dot?.y ?? 0 })

function stepOf(run: readonly Dot[]): Step {
  const [first, last] = [run[0], run.at(-1)]
  if (!first || !last) return { x: 0, y: 0, pitch: 0, slope: 0 }
  const across = last.x - first.x
  // Over a few dots a slope is noise: the page is level already.
  const slope = run.length < 12 ? 0 : (last.y - first.y) / across
  return { x: last.x, y: last.y, pitch: across / (run.length - 1), slope }
}

/** Places beyond the end of a run, up to the last free dot that is in step. */
function followed(start: Step, size: number, dots: DotIndex, isInk: (x: number, y: number) => boolean): Place[] {
  const places: Place[] = []
  let sure = 0
  let { x, y, pitch } = start
  while (places.length - sure < MOST_HIDDEN) {
    const hidden = places.length - sure
    const [toX, toY] = [x + pitch, y + start.slope * pitch]
    const along = Math.max(LEAST_MISS, Math.abs(pitch) * MISS.along)
    const across = Math.max(LEAST_MISS, size * MISS.across)
    const [dot] = dots
      .within(toX - along, toX + along, toY - across, toY + across)
      .toSorted((a, b) => Math.abs(a.x - toX) - Math.abs(b.x - toX))
    if (!dot && !isInk(toX, toY)) break
    places.push({ x: dot ? dot.x : toX, y: dot ? dot.y : toY, dot })
    if (dot) {
      pitch += ((dot.x - toX) / (hidden + 1)) * LEARNING
      x = toX + (dot.x - toX) * 0.5
      y = toY + (dot.y - toY) * 0.3
      sure = places.length
    } else {
      x = toX
      y = toY
    }
  }
  return places.slice(0, sure)
}
