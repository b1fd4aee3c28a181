// Which pieces of lines are written by hand, as far as the picture tells. Print stands on one line with feet and heads at the same
// heights, a hand does not. The engine's own doubt is weighed afterwards (core/handwriting.ts).
import type { Blob } from './blobs.ts'
import type { Grid } from './grid.ts'

const LETTER_INCHES = { least: 0.035, most: 0.45, widest: 1.6 }
/** Letters of one line this near belong together. */
const GAP_INCHES = 0.12
/** With less there is no telling; over more a page may not be level enough. */
const LEAST = { widthInches: 0.3, edges: 60 }
const LONGEST_INCHES = 1.5
/** Feet and heads of print together have at least the second, of drawn hands at most the first. */
const REGULAR = { hand: 0.47, print: 0.53 }

interface Piece {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Hand extends Piece {
  readonly sureness: number
}

/** `ink` is level, without ruled lines, leaders and boxes. */
export function findHandwriting(ink: Grid, blobs: readonly Blob[], dpi: number): Hand[] {
  return piecesOf(blobs, dpi).flatMap((piece) => {
    const parts = Math.max(1, Math.round(piece.width / (dpi * LONGEST_INCHES)))
    const width = Math.floor(piece.width / parts)
    return Array.from({ length: parts }, (_, at) => ({ ...piece, left: piece.left + at * width, width })).flatMap(
      (part) => {
        const regular = regularityOf(ink, part)
        if (regular === undefined || regular > REGULAR.print) return []
        return [{ ...part, sureness: regular <= REGULAR.hand ? 0.9 : 0.6 }]
      },
    )
  })
}

/** Blobs beside each other on one line, from left to right. */
function piecesOf(blobs: readonly Blob[], dpi: number): Piece[] {
  const letters = blobs
    .filter(
      ({ width, height }) =>
        height >= dpi * LETTER_INCHES.least &&
        height <= dpi * LETTER_INCHES.most &&
        width <= dpi * LETTER_INCHES.widest,
    )
    .toSorted((a, b) => a.left - b.left)
  const gap = dpi * GAP_INCHES
  const open: { left: number; top: number; right: number; bottom: number }[] = []
  for (const { left, top, width, height } of letters) {
    const middle = top + height / 2
    const piece = open.findLast(
      (each) => left <= each.right + gap && middle > each.top && middle < each.bottom && left >= each.left,
    )
    if (!piece) open.push({ left, top, right: left + width, bottom: top + height })
    else {
      piece.right = Math.max(piece.right, left + width)
      piece.top = Math.min(piece.top, top)
      piece.bottom = Math.max(piece.bottom, top + height)
    }
  }
  return open
    .map(({ left, top, right, bottom }) => ({ left, top, width: right - left, height: bottom - top }))
    .filter(({ width, height }) => width >= dpi * LEAST.widthInches && width > height)
}

/** Share of the lower edges of the ink in their three fullest rows, and of the upper edges in theirs, together. */
function regularityOf(
  { width, height: rows, data }: Grid,
  { left, top, width: wide, height }: Piece,
): number | undefined {
  const [lower, upper] = [new Uint32Array(height), new Uint32Array(height)]
  let edges = 0
  for (let y = 0; y < height; y += 1) {
    if (top + y === 0 || top + y === rows - 1) continue
    for (let x = 0, at = (top + y) * width + left; x < wide; x += 1, at += 1) {
      if (data[at] !== 1) continue
      if (data[at + width] !== 1) lower[y] = (lower[y] ?? 0) + 1
      if (data[at - width] !== 1) upper[y] = (upper[y] ?? 0) + 1
      if (data[at - 1] !== 1) edges += 1
    }
  }
  return edges < LEAST.edges ? undefined : fullest(lower) + fullest(upper)
}

function fullest(rows: Uint32Array): number {
  let [total, best] = [0, 0]
  rows.forEach((count, row) => {
    total += count
    best = Math.max(best, count + (rows[row + 1] ?? 0) + (rows[row + 2] ?? 0))
  })
  return total === 0 ? 0 : best / total
}
