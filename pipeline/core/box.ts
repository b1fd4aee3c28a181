// Rectangles in fractions of the page, [left, top, width, height], origin top left. Pixels are the adapters' business.
import type { Box } from '../../schemas/index.ts'

export const rightOf = ([left, , width]: Box): number => left + width
export const bottomOf = ([, top, , height]: Box): number => top + height
export const middleX = ([left, , width]: Box): number => left + width / 2
export const middleY = ([, top, , height]: Box): number => top + height / 2

/** The smallest box around all; an empty one at the origin if there is none. */
export function unionOf(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return [0, 0, 0, 0]
  const left = Math.min(...boxes.map(([x]) => x))
  const top = Math.min(...boxes.map(([, y]) => y))
  const right = Math.min(1, Math.max(...boxes.map(rightOf)))
  const bottom = Math.min(1, Math.max(...boxes.map(bottomOf)))
  return [left, top, Math.max(0, right - left), Math.max(0, bottom - top)]
}

/** How much of the flatter of two boxes stands at the height of the other: 1 when it lies wholly beside it. */
export function sharedHeight(a: Box, b: Box): number {
  const shared = Math.min(bottomOf(a), bottomOf(b)) - Math.max(a[1], b[1])
  const least = Math.min(a[3], b[3])
  return least > 0 ? Math.max(0, shared) / least : 0
}

/** The part of a box that holds the characters `from` to `to` of `length`, as if all were equally wide. */
export function partOf([left, top, width, height]: Box, from: number, to: number, length: number): Box {
  return [left + (width * from) / length, top, (width * (to - from)) / length, height]
}
