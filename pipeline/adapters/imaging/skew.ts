// The angle by which a page lies askew: the one at which the lower edges of ink pile up into the sharpest rows.
import { fullPlaces, type Grid } from './grid.ts'

/** A sheet drawn in by a feeder lies up to some ten degrees askew. */
const RANGE_DEGREES = 15
/** Each round looks around the best angle of the one before, ten times finer at the end than the accuracy promised. */
const COARSE = 0.5
const FINER = [0.1, 0.02]
/** More points do not make the angle better; to look around, a quarter is enough. */
const POINTS = 40_000
const COARSE_POINTS = 10_000

export interface Skew {
  /** Positive: lines fall to the right; turning the page by the negative makes them level. */
  readonly degrees: number
  /** How sharply the rows stand out at this angle; compares one page with itself turned. */
  readonly sharpness: number
}

export function findSkew(ink: Grid, edges = lowerEdges(ink)): Skew {
  if (edges.length === 0) return { degrees: 0, sharpness: 0 }
  const level = { degrees: 0, sharpness: 0 }
  let best = bestAround(level, COARSE, RANGE_DEGREES, thinned(edges, COARSE_POINTS, ink.width), ink)
  const points = thinned(edges, POINTS, ink.width)
  let reach = COARSE
  for (const step of FINER) {
    best = bestAround({ ...best, sharpness: 0 }, step, reach, points, ink)
    reach = step
  }
  return best
}

function bestAround(start: Skew, step: number, reach: number, points: Points, ink: Grid): Skew {
  let best = start
  const count = Math.round(reach / step)
  for (let turn = -count; turn <= count; turn += 1) {
    const degrees = start.degrees + turn * step
    const sharpness = rowSharpness(points, ink, degrees)
    if (sharpness > best.sharpness) best = { degrees, sharpness }
  }
  return best
}

interface Points {
  readonly x: Float32Array
  readonly y: Float32Array
}

/** Ink with paper right below it: baselines and ruled lines, where letters agree best. */
export function lowerEdges(ink: Grid): Uint32Array {
  const { width, height, data } = ink
  const last = width * (height - 1)
  const places = fullPlaces(ink)
  let count = 0
  for (let place = 0; place < places.length; place += 1) {
    const at = places[place] ?? 0
    if (at < last && data[at + width] === 0) places[count++] = at
  }
  return places.subarray(0, count)
}

function thinned(edges: Uint32Array, most: number, width: number): Points {
  const step = Math.max(1, Math.ceil(edges.length / most))
  const count = Math.ceil(edges.length / step)
  const [x, y] = [new Float32Array(count), new Float32Array(count)]
  for (let point = 0; point < count; point += 1) {
    const at = edges[point * step] ?? 0
    const row = Math.floor(at / width)
    x[point] = at - row * width - width / 2
    y[point] = row
  }
  return { x, y }
}

/** Sum of squares of the row counts per point: large when few rows hold most of the points. */
function rowSharpness({ x, y }: Points, { width, height }: Grid, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180)
  const margin = Math.ceil((width / 2) * Math.abs(slope)) + 1
  const rows = new Float32Array(height + 2 * margin + 2)
  for (let point = 0; point < x.length; point += 1) {
    const row = (y[point] ?? 0) - (x[point] ?? 0) * slope + margin
    const whole = Math.floor(row)
    const share = row - whole
    rows[whole] = (rows[whole] ?? 0) + 1 - share
    rows[whole + 1] = (rows[whole + 1] ?? 0) + share
  }
  let sum = 0
  for (const count of rows) sum += count * count
  return (sum / x.length ** 2) * height
}

/** Bands of a page looked at one by one, and how far their angles are looked for. */
const BANDS = 4
const BAND_DEGREES = 2
const BAND_POINTS = 4000
/** A band with less says nothing. */
const FEWEST_IN_BAND = 400
/** Less is levelled well enough by one angle; more is no sheet of paper. */
const FAN = { least: 0.3, most: 4 }
/** How far a band's angle may miss the straight line through all of them. */
const OFF_LINE = 0.2

/** By how much more the lines fall at the lower edge of the page than at the upper one; 0 unless all bands agree on it. */
export function findFan(ink: Grid, edges: Uint32Array, skewDegrees: number): number {
  const found = Array.from({ length: BANDS }, (_, band) => {
    const [from, to] = [(band * ink.height) / BANDS, ((band + 1) * ink.height) / BANDS].map(
      (y) => Math.round(y) * ink.width,
    )
    const inside = edges.filter((at) => at >= (from ?? 0) && at < (to ?? 0))
    if (inside.length < FEWEST_IN_BAND) return undefined
    const start = { degrees: skewDegrees, sharpness: 0 }
    const { degrees } = bestAround(start, FINER[0] ?? 0.1, BAND_DEGREES, thinned(inside, BAND_POINTS, ink.width), ink)
    return { at: (band + 0.5) / BANDS - 0.5, degrees: degrees - skewDegrees }
  }).filter((band) => band !== undefined)
  if (found.length < BANDS - 1) return 0
  const mean = found.reduce((sum, { at }) => sum + at, 0) / found.length
  const level = found.reduce((sum, { degrees }) => sum + degrees, 0) / found.length
  const spread = found.reduce((sum, { at }) => sum + (at - mean) ** 2, 0)
  const fan = found.reduce((sum, { at, degrees }) => sum + (at - mean) * (degrees - level), 0) / spread
  const isStraight = found.every(({ at, degrees }) => Math.abs(level + fan * (at - mean) - degrees) <= OFF_LINE)
  return isStraight && Math.abs(fan) >= FAN.least && Math.abs(fan) <= FAN.most ? fan : 0
}
