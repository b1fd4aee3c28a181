// What the sizes and places of letters tell: how tall the writing is, and whether it stands on its feet.
import type { Blob } from './blobs.ts'

const SHORTEST_INCHES = 0.035
const TALLEST_INCHES = 0.5
const WIDEST_INCHES = 0.6
/** Letters fill their box; specks of toner and torn edges do not. */
const FULLEST = 0.95
const EMPTIEST = 0.08

export function letters(blobs: readonly Blob[], dpi: number): Blob[] {
  return blobs.filter(({ width, height, area }) => {
    const fill = area / (width * height)
    return (
      height >= dpi * SHORTEST_INCHES &&
      height <= dpi * TALLEST_INCHES &&
      width <= dpi * WIDEST_INCHES &&
      fill >= EMPTIEST &&
      (fill <= FULLEST || height > 2 * width) &&
      height < 12 * width
    )
  })
}

/** Where a letter stands, in pixels. */
export type Letter = Pick<Blob, 'top' | 'height'>

/** The letters as they stand once the page is turned a quarter clockwise (if sideways) and then made level. */
export function levelLetters(
  found: readonly Blob[],
  page: { readonly width: number; readonly height: number },
  isSideways: boolean,
  skewDegrees: number,
): Letter[] {
  const angle = (skewDegrees * Math.PI) / 180
  const [right, down] = [Math.cos(angle), Math.sin(angle)]
  const [middleX, middleY] = isSideways ? [page.height / 2, page.width / 2] : [page.width / 2, page.height / 2]
  return found.map(({ left, top, width, height }) => {
    const turned = isSideways
      ? { left: page.height - top - height, top: left, width: height, height: width }
      : { left, top, width, height }
    // A box around a letter that lies askew is taller than the letter.
    const tall = Math.max(1, (turned.height - turned.width * Math.abs(down)) / right)
    const x = turned.left + turned.width / 2 - middleX
    const y = middleY + (turned.top + turned.height / 2 - middleY) * right - x * down
    const head = Math.max(0, Math.round(y - tall / 2))
    return { top: head, height: Math.max(1, Math.round(y + tall / 2) - head) }
  })
}

/** Height of the usual letter in pixels (x-height and a little): the median, for titles and specks are few. */
export function letterHeight(found: readonly Letter[]): number | undefined {
  if (found.length < 20) return undefined
  const heights = found.map((blob) => blob.height).sort((a, b) => a - b)
  return heights[Math.floor(heights.length / 2)]
}

/**
 * How much better the feet of the letters agree than their heads, as a ratio. Letters stand on one line, but reach up to
 * many (small letters, tall ones, hats and tones): well above 1 on an upright page, well below 1 on its head. The page
 * must be level.
 */
export function footing(found: readonly Letter[], height: number): number {
  const feet = agreement(
    found.map(({ top, height: tall }) => top + tall),
    height,
  )
  const heads = agreement(
    found.map(({ top }) => top),
    height,
  )
  return heads === 0 ? 1 : feet / heads
}

/** Sum of squares of the counts per row; a row counts half for its neighbours, as scans round by a pixel. */
function agreement(edges: readonly number[], height: number): number {
  const rows = new Float64Array(height + 2)
  for (const edge of edges) {
    rows[edge] = (rows[edge] ?? 0) + 1
    rows[edge + 1] = (rows[edge + 1] ?? 0) + 0.5
    if (edge > 0) rows[edge - 1] = (rows[edge - 1] ?? 0) + 0.5
  }
  return rows.reduce((sum, count) => sum + count * count, 0)
}
