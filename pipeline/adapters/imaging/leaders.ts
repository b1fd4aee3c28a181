// Dotted leaders (……), also where writing stands on them. A dot goes because the step of its row puts it there; a tone mark, a full
// stop or a decimal point among the dots stays: it is heavier, out of step, or stands between letters on their own foot.
import { paint } from './blobs.ts'
import { emptyGrid, type Grid } from './grid.ts'
import { type Dot, freeDots } from './leader-dots.ts'
import { type DotIndex, leaderRows, type LeaderRow, type Place } from './leader-rows.ts'

const LARGEST_DOT_INCHES = 0.032
/** A letter this near on both sides makes a dot part of the writing. */
const ENCLOSED_INCHES = 0.04
/** The dots of a colon stand no further apart. */
const COLON_INCHES = 0.11
/** Over the usual weight of the row's dots by this share, or by so many of their deviations: a mark lies on the dot. */
const HEAVY = { share: 0.3, deviations: 4 }

/** The pixels of all leaders. */
export function findLeaders(grey: Grid, ink: Grid, dpi: number): Grid {
  const largest = Math.max(2, Math.round(dpi * LARGEST_DOT_INCHES))
  const found = emptyGrid(ink.width, ink.height)
  const isInk = (x: number, y: number) => ink.data[Math.round(y) * ink.width + Math.round(x)] === 1
  const dots = freeDots(grey, ink, largest)
  const isOwn = (dot: Dot) => isEnclosed(ink, dot, dpi, largest) || isColon(dots, dot, dpi * COLON_INCHES)
  for (const row of leaderRows(dots, isInk, dpi)) {
    const usual = usualDot(row)
    const isBelow = liesBelow(ink, row, usual, largest)
    for (const place of row.places) {
      if (!place.dot) {
        if (isBelow) eraseHidden(ink, found, place, usual)
      } else if (place.dot.weight <= usual.heaviest && !isOwn(place.dot)) paint(found, place.dot.blob, 1)
    }
  }
  return found
}

interface Usual {
  readonly width: number
  readonly height: number
  readonly heaviest: number
}

function usualDot({ places }: LeaderRow): Usual {
  const dots = places.flatMap(({ dot }) => dot ?? [])
  const weights = dots.map(({ weight }) => weight)
  const weight = median(weights)
  const deviation = 1.48 * median(weights.map((each) => Math.abs(each - weight)))
  return {
    width: median(dots.map(({ width }) => width)),
    height: median(dots.map(({ height }) => height)),
    heaviest: weight + Math.max(weight * HEAVY.share, deviation * HEAVY.deviations),
  }
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** Whether the feet of the letters between its places end above the dots: only then does a hidden dot hang below its letter. */
function liesBelow({ width, data }: Grid, { places }: LeaderRow, usual: Usual, largest: number): boolean {
  let [above, level] = [0, 0]
  for (const [index, { x, y }] of places.entries()) {
    const next = places[index + 1]
    if (!next) break
    for (let column = Math.ceil(x + usual.width / 2 + 1); column < next.x - usual.width / 2 - 1; column += 1) {
      let row = Math.round(y - usual.height / 2) - largest
      const end = Math.round(y + usual.height / 2) + 1
      while (row <= end && data[row * width + column] === 1) row += 1
      if (row === Math.round(y - usual.height / 2) - largest || row > end) continue
      if (row <= y) above += 1
      else level += 1
    }
  }
  return above > level * 2
}

/** A dot that touches a letter above it: what hangs below the letter. A stroke that goes on below the dots is the letter's own. */
function eraseHidden({ width, data }: Grid, found: Grid, { x, y }: Place, usual: Usual): void {
  const at = (column: number, row: number) => data[row * width + column] === 1
  const foot = Math.round(y)
  let [left, right] = [Math.round(x), Math.round(x)]
  if (!at(left, foot)) return
  while (at(left - 1, foot) && x - left <= usual.width) left -= 1
  while (at(right + 1, foot) && right - x <= usual.width) right += 1
  if (right - left + 1 > usual.width + 2) return
  const [top, bottom] = [Math.ceil(y - usual.height / 2 - 0.5), Math.floor(y + usual.height / 2 + 0.5)]
  for (let column = left - 1; column <= right + 1; column += 1) if (at(column, bottom + 1)) return
  for (let column = left; column <= right; column += 1)
    for (let row = top; row <= bottom; row += 1) if (at(column, row)) found.data[row * width + column] = 1
}

/** A point between two letters that stand beside it on the same foot. */
function isEnclosed(ink: Grid, { blob }: Dot, dpi: number, largest: number): boolean {
  const near = Math.round(dpi * ENCLOSED_INCHES)
  const foot = blob.top + blob.height - 1
  return (
    hasLetter(ink, blob.left - near, blob.left, foot, largest) &&
    hasLetter(ink, blob.left + blob.width, blob.left + blob.width + near, foot, largest)
  )
}

/** Another dot right above. */
const isColon = (dots: DotIndex, { x, y, width, height }: Dot, reach: number): boolean =>
  dots.within(x - width / 2, x + width / 2, y - reach, y - height).length > 0

/** Whether a stroke taller than a dot stands on this very foot. */
function hasLetter({ width, data }: Grid, from: number, to: number, foot: number, largest: number): boolean {
  for (let x = Math.max(0, from); x < Math.min(width, to); x += 1) {
    if (data[foot * width + x] !== 1 || data[(foot + 2) * width + x] === 1) continue
    let tall = 0
    while (data[(foot - tall) * width + x] === 1 && tall <= largest) tall += 1
    if (tall > largest) return true
  }
  return false
}
