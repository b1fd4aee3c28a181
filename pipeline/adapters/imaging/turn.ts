// Turns a picture about its middle until its lines are level, on a sheet of the same size, white where the sheet was not.
// Display and reading are turned by the same arithmetic, so that a place in one is the same place in the other.
import type { Grid, Pixels } from './grid.ts'

/** How the lines of a page lie: clockwise at the middle, and by how much more from its upper to its lower edge. */
export interface Slant {
  readonly degrees: number
  /** A sheet drawn in unevenly, or photographed: 0 on nearly all pages. */
  readonly fanDegrees: number
}

/** Less cannot be seen, and turning blurs. */
const LEAST_DEGREES = 0.04
/** Places between pixels are told in so many steps: whole numbers are quicker. */
const ONE = 65536

export function isLevel({ degrees, fanDegrees }: Slant): boolean {
  return Math.abs(degrees) < LEAST_DEGREES && fanDegrees === 0
}

export function levelled<T extends Grid | Pixels>(page: T, slant: Slant): T {
  if (isLevel(slant)) return page
  const channels = 'channels' in page ? page.channels : 1
  const { width, height } = page
  const turnRow = channels === 1 ? turnGreyRow : turnColourRow
  const level = { ...page, data: new Uint8Array(page.data.length).fill(255) }
  for (let y = 0; y < height; y += 1) {
    const angle = ((slant.degrees + slant.fanDegrees * ((y + 0.5) / height - 0.5)) * Math.PI) / 180
    const [right, down] = [Math.cos(angle), Math.sin(angle)]
    const fromMiddle = y + 0.5 - height / 2
    const x = width / 2 - (width / 2 - 0.5) * right - fromMiddle * down - 0.5
    const startY = height / 2 - (width / 2 - 0.5) * down + fromMiddle * right - 0.5
    const [inX, inY] = [within(x, right, width - 1), within(startY, down, height - 1)]
    const first = Math.max(0, inX[0], inY[0])
    const way = { right: Math.round(right * ONE), down: Math.round(down * ONE), width, start: y * width }
    turnRow(page.data, level.data, {
      ...way,
      first,
      last: Math.min(width, inX[1], inY[1]),
      x: Math.round(x * ONE + first * way.right),
      y: Math.round(startY * ONE + first * way.down),
    })
  }
  return level
}

/** The steps after the first for which `start + step * each` stays from 0 to below the limit: first, and the one after the last. */
function within(start: number, each: number, limit: number): [number, number] {
  if (Math.abs(each) < 1e-9) return start >= 0 && start < limit ? [0, Number.POSITIVE_INFINITY] : [0, 0]
  const [a, b] = [(0 - start) / each, (limit - start) / each]
  return [Math.ceil(Math.min(a, b)) + 1, Math.floor(Math.max(a, b)) - 1]
}

interface TurnedRow {
  /** The row's first pixel, and the columns of it that come from the picture. */
  readonly start: number
  readonly first: number
  readonly last: number
  readonly width: number
  /** Where the first of them lies in the picture, and the way from one to the next, in whole steps. */
  readonly x: number
  readonly y: number
  readonly right: number
  readonly down: number
}

/** Between four pixels, by 256 steps across and down. */
const blend = (a: number, b: number, c: number, d: number, across: number, down: number): number => {
  const upper = (a << 8) + (b - a) * across
  const lower = (c << 8) + (d - c) * across
  return ((upper << 8) + (lower - upper) * down + 32768) >> 16
}

/** Written out for one and for three channels: a loop over them would take three times as long. */
function turnGreyRow(from: Uint8Array, to: Uint8Array, row: TurnedRow): void {
  const { start, first, last, width } = row
  // Small whole numbers, which the machine adds quicker than others.
  const [right, down] = [row.right | 0, row.down | 0]
  let x = row.x | 0
  let y = row.y | 0
  for (let column = first; column < last; column += 1, x += right, y += down) {
    const at = (y >> 16) * width + (x >> 16)
    const below = at + width
    to[start + column] = blend(
      from[at] ?? 0,
      from[at + 1] ?? 0,
      from[below] ?? 0,
      from[below + 1] ?? 0,
      (x >> 8) & 255,
      (y >> 8) & 255,
    )
  }
}

function turnColourRow(from: Uint8Array, to: Uint8Array, row: TurnedRow): void {
  const { start, first, last, width } = row
  const [right, down] = [row.right | 0, row.down | 0]
  let x = row.x | 0
  let y = row.y | 0
  for (let column = first; column < last; column += 1, x += right, y += down) {
    const at = ((y >> 16) * width + (x >> 16)) * 3
    const below = at + width * 3
    const place = (start + column) * 3
    const across = (x >> 8) & 255
    const along = (y >> 8) & 255
    to[place] = blend(from[at] ?? 0, from[at + 3] ?? 0, from[below] ?? 0, from[below + 3] ?? 0, across, along)
    to[place + 1] = blend(
      from[at + 1] ?? 0,
      from[at + 4] ?? 0,
      from[below + 1] ?? 0,
      from[below + 4] ?? 0,
      across,
      along,
    )
    to[place + 2] = blend(
      from[at + 2] ?? 0,
      from[at + 5] ?? 0,
      from[below + 2] ?? 0,
      from[below + 5] ?? 0,
      across,
      along,
    )
  }
}
