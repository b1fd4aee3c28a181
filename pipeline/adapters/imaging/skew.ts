// The angle by which a page lies askew: the one at which the lower edges of ink pile up into the sharpest rows.
import type { Grid } from './grid.ts'

const RANGE_DEGREES = 5
/** Each round looks around the best angle of the one before, ten times finer at the end than the accuracy promised. */
const STEPS_DEGREES = [0.5, 0.1, 0.02]
/** More points do not make the angle better. */
const POINTS = 40_000

export interface Skew {
  /** Positive: lines fall to the right; turning the page by the negative makes them level. */
  readonly degrees: number
  /** How sharply the rows stand out at this angle; compares one page with itself turned. */
  readonly sharpness: number
}

export function findSkew(ink: Grid): Skew {
  const points = lowerEdges(ink)
  if (points.x.length === 0) return { degrees: 0, sharpness: 0 }
  let best = { degrees: 0, sharpness: 0 }
  for (const [round, step] of STEPS_DEGREES.entries()) {
    const reach = round === 0 ? RANGE_DEGREES : (STEPS_DEGREES[round - 1] ?? step)
    const centre = best.degrees
    const count = Math.round(reach / step)
    for (let turn = -count; turn <= count; turn += 1) {
      const degrees = centre + turn * step
      const sharpness = rowSharpness(points, ink, degrees)
      if (sharpness > best.sharpness) best = { degrees, sharpness }
    }
  }
  return best
}

interface Points {
  readonly x: Float32Array
  readonly y: Float32Array
}

/** Ink with paper right below it: baselines and ruled lines, where letters agree best. */
function lowerEdges({ width, height, data }: Grid): Points {
  const found: number[] = []
  for (let at = 0; at < width * (height - 1); at += 1) {
    if (data[at] === 1 && data[at + width] === 0) found.push(at)
  }
  const step = Math.max(1, Math.ceil(found.length / POINTS))
  const kept = found.filter((_, index) => index % step === 0)
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
