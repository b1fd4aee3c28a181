// Whether a page is blank: no letters, no seal, no picture. Dust, punch holes, shadows and what shines through do not count.
import type { Blob } from './blobs.ts'
import { letters } from './letters.ts'

/** A page number alone is not worth reading, a stamped line is. */
const FEWEST_LETTERS = 4
/** A seal, a photo or a drawing: solid matter of this size that is not near the edge. */
const PICTURE_INCHES = 0.4
/** What a scanner catches of its own lid and of torn edges lies this near the edge. */
const EDGE_INCHES = 0.2
/** Punch holes: round, solid, and 4 to 8 mm wide. */
const HOLE_INCHES = { smallest: 0.13, largest: 0.35, fullest: 0.7 }

export function isBlank(blobs: readonly Blob[], page: { width: number; height: number }, dpi: number): boolean {
  const edge = dpi * EDGE_INCHES
  const inner = blobs.filter(({ left, top, width, height }) => {
    const isInside = left > edge && top > edge && left + width < page.width - edge && top + height < page.height - edge
    return isInside
  })
  const hasPicture = inner.some(({ width, height }) => width > dpi * PICTURE_INCHES && height > dpi * PICTURE_INCHES)
  const writing = letters(inner, dpi).filter((blob) => !isHole(blob, dpi))
  return !hasPicture && writing.length < FEWEST_LETTERS
}

function isHole({ width, height, area }: Blob, dpi: number): boolean {
  const isRound = Math.min(width, height) > 0.8 * Math.max(width, height) && area > HOLE_INCHES.fullest * width * height
  return isRound && width > dpi * HOLE_INCHES.smallest && width < dpi * HOLE_INCHES.largest
}
