// Strokes drawn through writing (a word crossed out): a straight thin line from one end of joined letters to the other, with parts
// of letters right above and right below it. An underline has nothing below it, a ruled line nothing on either side.
import type { Blob } from './blobs.ts'
import type { Grid } from './grid.ts'

/** Letters a stroke joins: at least a short word, at most some words of one line. */
const WIDTH_INCHES = { least: 0.19, most: 4 }
const TALLEST_INCHES = 0.45
const LETTER_INCHES = 0.09
/** Rise to length. */
const STEEPEST = 0.6
/** Of its columns so many lie on ink, at least. */
const COVERED = { least: 0.96, surely: 0.985 }
/** How far a hand strays from the straight line. */
const STRAY_INCHES = 0.006
/** Letters reach out of the stroke on both sides at this distance, in so many of its columns. */
const BESIDE_INCHES = 0.03
const BESIDE_SHARE = 0.22
/** The stroke is thin where no letter is: the thinnest columns of plain bold letters are not. */
const THIN_INCHES = 0.028
const THIN_SHARE = 0.22

export interface Stroke {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly sureness: number
}

/** `ink` is level; ruled lines are too long to be strokes. */
export function findStrokes(ink: Grid, blobs: readonly Blob[], dpi: number): Stroke[] {
  return blobs
    .filter(
      ({ width, height }) =>
        width >= dpi * WIDTH_INCHES.least &&
        width <= dpi * WIDTH_INCHES.most &&
        height <= dpi * TALLEST_INCHES &&
        height >= dpi * BESIDE_INCHES * 2 &&
        width >= height,
    )
    .flatMap((blob) => strokeIn(ink, blob, dpi) ?? [])
}

/** From the first to the last column it takes of the blob, in rows of the blob at the blob's own ends. */
interface Line {
  readonly from: number
  readonly to: number
  readonly first: number
  readonly last: number
}

function strokeIn(ink: Grid, blob: Blob, dpi: number): Stroke | undefined {
  const steepest = Math.min(blob.height - 1, Math.floor(blob.width * STEEPEST))
  const stray = Math.max(1, Math.round(dpi * STRAY_INCHES))
  let best: { line: Line; covered: number } | undefined
  for (const span of spansOf(blob, dpi)) {
    for (let from = 1; from < blob.height - 1; from += 1) {
      for (let to = Math.max(1, from - steepest); to <= Math.min(blob.height - 2, from + steepest); to += 1) {
        const line = { from, to, ...span }
        const covered = coveredBy(ink, blob, line, stray)
        if (covered > (best?.covered ?? 0) && isThrough(ink, blob, line, dpi)) best = { line, covered }
      }
    }
    // The longest span that is a stroke is the stroke.
    if (best) break
  }
  if (!best) return undefined
  const { line, covered } = best
  const rows = [rowAt(blob, line, line.first), rowAt(blob, line, line.last)]
  const [top, height] = [Math.min(...rows), Math.abs((rows[0] ?? 0) - (rows[1] ?? 0)) + 1]
  const place = { left: blob.left + line.first, top, width: line.last - line.first + 1, height }
  return { ...place, sureness: covered >= COVERED.surely ? 0.95 : 0.7 }
}

/** All of the blob, or all but a letter that the end of the stroke only touches. */
function spansOf({ width }: Blob, dpi: number): Pick<Line, 'first' | 'last'>[] {
  const letter = Math.round(dpi * LETTER_INCHES)
  const spans = [
    { first: 0, last: width - 1 },
    { first: 0, last: width - 1 - letter },
    { first: letter, last: width - 1 },
  ]
  return spans.filter(({ first, last }) => last - first >= dpi * WIDTH_INCHES.least)
}

const rowAt = ({ width, top }: Blob, { from, to }: Line, x: number): number =>
  top + Math.round(from + ((to - from) * x) / Math.max(1, width - 1))

/** Given up as soon as it cannot be enough any more. */
function coveredBy({ width, data }: Grid, blob: Blob, line: Line, stray: number): number {
  const columns = line.last - line.first + 1
  const allowed = Math.floor(columns * (1 - COVERED.least))
  let missed = 0
  for (let x = line.first; x <= line.last && missed <= allowed; x += 1) {
    const [column, row] = [blob.left + x, rowAt(blob, line, x)]
    let isOn = false
    for (let y = row - stray; y <= row + stray && !isOn; y += 1) isOn = data[y * width + column] === 1
    if (!isOn) missed += 1
  }
  return missed > allowed ? 0 : 1 - missed / columns
}

/** Letters stand on both sides of it, and between the letters it is alone and thin. */
function isThrough(ink: Grid, blob: Blob, line: Line, dpi: number): boolean {
  const beside = Math.round(dpi * BESIDE_INCHES)
  const thickest = Math.round(dpi * THIN_INCHES)
  let [above, below, thin] = [0, 0, 0]
  for (let x = line.first; x <= line.last; x += 1) {
    const [column, row] = [blob.left + x, rowAt(blob, line, x)]
    const isInk = (y: number) => ink.data[y * ink.width + column] === 1
    if (isInk(row - beside)) above += 1
    if (isInk(row + beside)) below += 1
    let tall = 0
    for (let y = row - thickest; y <= row + thickest; y += 1) if (isInk(y)) tall += 1
    if (tall <= thickest && !isInk(row - beside) && !isInk(row + beside)) thin += 1
  }
  const share = (columns: number) => columns / (line.last - line.first + 1)
  return share(above) >= BESIDE_SHARE && share(below) >= BESIDE_SHARE && share(thin) >= THIN_SHARE
}
