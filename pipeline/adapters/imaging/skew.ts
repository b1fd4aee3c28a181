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

export function findSkew(ink: Grid): Skew {
  const edges = lowerEdges(ink)
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
function lowerEdges(ink: Grid): Uint32Array {
  const { width, height, data } = ink
  const last = width * (height - 1)
  return fullPlaces(ink).filter((at) => at < last && data[at + width] === 0)
}

function thinned(edges: Uint32Array, most: number, width: number): Points {
  const step = Math.max(1, Math.ceil(edges.length / most))
  const kept = edges.filter((_, index) => index % step === 0)
  return {
    x: Float32Array.from(kept, (at) => (at % width) - width / 2),
    y: Float32Array.from(kept, (at) => Math.floor(at / width)),
  }
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
