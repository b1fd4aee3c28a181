// Free dots of a page: small pieces of ink that touch nothing, with their weight in grey, and where they are.
import { type Blob, findBlobs } from './blobs.ts'
import type { Grid } from './grid.ts'
import type { DotIndex } from './leader-rows.ts'

/** Pixels of the middle, of its size; `weight` is its darkness with its fringe, of 255 a pixel. */
export interface Dot {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly weight: number
  readonly blob: Blob
}

export function freeDots(grey: Grid, ink: Grid, largest: number): DotIndex {
  const all = findBlobs(ink)
    .filter(({ width, height }) => Math.max(width, height) <= largest)
    .map((blob) => measured(grey, blob))
  const lines = new Map<number, Dot[]>()
  for (const dot of all) {
    const line = lines.get(Math.floor(dot.y)) ?? []
    line.push(dot)
    lines.set(Math.floor(dot.y), line)
  }
  for (const line of lines.values()) line.sort((a, b) => a.x - b.x)
  return { all: all.toSorted((a, b) => a.x - b.x || a.y - b.y), within: (...edges) => within(lines, ...edges) }
}

function within(
  lines: ReadonlyMap<number, readonly Dot[]>,
  left: number,
  right: number,
  top: number,
  bottom: number,
): Dot[] {
  const found: Dot[] = []
  for (let y = Math.floor(top); y <= bottom; y += 1) {
    const line = lines.get(y) ?? []
    for (let at = firstFrom(line, left); at < line.length; at += 1) {
      const dot = line[at]
      if (!dot || dot.x > right) break
      if (dot.y >= top && dot.y <= bottom) found.push(dot)
    }
  }
  return found.sort((a, b) => a.x - b.x)
}

function firstFrom(line: readonly Dot[], left: number): number {
  let [low, high] = [0, line.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((line[middle]?.x ?? 0) < left) low = middle + 1
    else high = middle
  }
  return low
}

/** The middle by darkness: nearer to the truth than the middle of a box of three pixels. */
function measured({ width, data }: Grid, blob: Blob): Dot {
  let [weight, x, y] = [0, 0, 0]
  for (let row = blob.top - 1; row <= blob.top + blob.height; row += 1)
    for (let column = blob.left - 1; column <= blob.left + blob.width; column += 1) {
      const dark = 255 - (data[row * width + column] ?? 255)
      weight += dark
      x += dark * column
      y += dark * row
    }
  return { x: x / weight, y: y / weight, width: blob.width, height: blob.height, weight, blob }
}
