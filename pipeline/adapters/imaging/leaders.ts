// Dotted leaders (……): rows of equal dots at equal distances, also where writing stands right above them. Only dots that
// touch nothing go, and only in company: a dot of i or ạ, a full stop or a decimal point keeps no such company.
import { findBlobs, paint } from './blobs.ts'
import { emptyGrid, type Grid } from './grid.ts'

const LARGEST_DOT_INCHES = 0.032
const WIDEST_PITCH_INCHES = 0.095
/** An ellipsis has three dots; where ink touches some of them, more must speak for a leader. */
const FEWEST_DOTS = 4
const FEWEST_TOUCHED = 7
/** Tails of letters hide some dots of a row; over a longer break it is another row. */
const HIDDEN_DOTS = 3
/** Most dots of a leader touch nothing; the feet of a line of letters do. */
const FREE_SHARE = 0.5
/** A letter this near on both sides makes a dot part of the writing. */
const ENCLOSED_INCHES = 0.04
/** The dots of a colon stand no further apart. */
const COLON_INCHES = 0.11

/** One cut of a row of pixels through ink: first column, column after the last. */
type Cut = readonly [number, number]

/** The pixels of all leaders. */
export function findLeaders(ink: Grid, dpi: number): Grid {
  const largest = Math.max(2, Math.round(dpi * LARGEST_DOT_INCHES))
  const near = Math.round(dpi * ENCLOSED_INCHES)
  const dots = emptyGrid(ink.width, ink.height)
  for (const blob of findBlobs(ink)) if (Math.max(blob.width, blob.height) <= largest) paint(dots, blob, 1)
  const found = emptyGrid(ink.width, ink.height)
  for (let y = 1; y < ink.height - 1; y += 1) {
    for (const row of rowsInStep(cutsOf(ink, y, largest), dpi * WIDEST_PITCH_INCHES)) {
      const free = row.filter(([start]) => dots.data[y * ink.width + start] === 1)
      const isLeader =
        row.length >= FEWEST_TOUCHED ? free.length >= row.length * FREE_SHARE : free.length === row.length
      const isOwn = (cut: Cut) => isEnclosed(ink, y, cut, near, largest) || isColon(ink, y, cut, dpi * COLON_INCHES)
      if (isLeader) for (const cut of free) if (!isOwn(cut)) markDot(dots, found, y, cut)
    }
  }
  return found
}

function cutsOf({ width, data }: Grid, y: number, largest: number): Cut[] {
  const cuts: Cut[] = []
  const row = data.subarray(y * width, (y + 1) * width)
  for (let end = row.indexOf(1); end >= 0; end = row.indexOf(1, end)) {
    const start = end
    while (end < width && row[end] === 1) end += 1
    if (end - start <= largest) cuts.push([start, end])
  }
  return cuts
}

/** Splits the cuts of one row of pixels where their distance is no small multiple of the usual one. */
function rowsInStep(cuts: readonly Cut[], widest: number): Cut[][] {
  const rows: Cut[][] = []
  let row: Cut[] = []
  let pitch = 0
  for (const cut of cuts) {
    const last = row.at(-1)
    const gap = last ? middle(cut) - middle(last) : 0
    if (last && pitch > 0 && isInStep(gap, pitch)) {
      row.push(cut)
      // The pitch follows the row, as scans stretch.
      if (gap < pitch * 1.5) pitch = pitch * 0.8 + gap * 0.2
      continue
    }
    rows.push(row)
    row = last && gap <= widest ? [last, cut] : [cut]
    pitch = row.length > 1 ? gap : 0
  }
  return [...rows, row].filter((found) => found.length >= FEWEST_DOTS)
}

function isInStep(gap: number, pitch: number): boolean {
  const steps = Math.max(1, Math.round(gap / pitch))
  return steps <= HIDDEN_DOTS + 1 && Math.abs(gap - steps * pitch) <= Math.max(1.5, pitch * 0.2)
}

const middle = (cut: Cut) => (cut[0] + cut[1]) / 2

/** The whole dot through this cut. */
function markDot({ width, data }: Grid, found: Grid, y: number, [start, end]: Cut): void {
  for (let x = start - 1; x <= end; x += 1) {
    for (let at = y * width + x; data[at] === 1; at -= width) found.data[at] = 1
    for (let at = (y + 1) * width + x; data[at] === 1; at += width) found.data[at] = 1
  }
}

/** A point between two letters that stand beside it on the same foot. */
function isEnclosed(ink: Grid, y: number, [start, end]: Cut, near: number, largest: number): boolean {
  let foot = y
  while (foot < ink.height - 3 && ink.data[(foot + 1) * ink.width + start] === 1) foot += 1
  return hasLetter(ink, start - near, start, foot, largest) && hasLetter(ink, end, end + near, foot, largest)
}

/** Another dot right above. */
function isColon({ width, data }: Grid, y: number, cut: Cut, reach: number): boolean {
  const x = Math.floor(middle(cut))
  let row = y
  while (row > 0 && data[row * width + x] === 1) row -= 1
  for (let above = row; above > Math.max(0, y - reach); above -= 1) if (data[above * width + x] === 1) return true
  return false
}

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
