// Which coloured ink is writing to be read (typed in blue, filled in by pen, a tick in a box) and which is a signature in the
// way of the print: told by size, for a signature is taller than any line of a form and drawn in one go.
import { type Blob, findBlobs, runsOf } from './blobs.ts'
import type { Grid } from './grid.ts'

/** Taller or wider in one piece than letters, or words written in one go, are: a signature, a stroke through a paragraph. */
const SIGNATURE_INCHES = { height: 0.27, width: 0.9 }
/** Smaller than a letter: kept only beside letters, as their tones and dots. */
const LETTER_INCHES = 0.035
/** What belongs to a signature or to a letter lies this near. */
const NEAR_INCHES = 0.06
/** A piece of ink with less of the colour is print that a pen has touched. */
const LEAST_SHARE = 0.15

/** 1 for pixels of a pen, 2 for black ones: a signature that crosses letters is one piece with them. 0 is paper. */
export type PenMask = Grid

/** Calls `keep` for each run of pen that is to be read: row, first column, column after the last. */
export function keptPen(mask: PenMask, dpi: number, keep: (row: number, start: number, end: number) => void): void {
  const ink = { ...mask, data: mask.data.map((value) => (value === 0 ? 0 : 1)) }
  const drawn = findBlobs(ink).filter((blob) => penShare(mask, blob) >= LEAST_SHARE)
  const isSignature = ({ width, height }: Blob) =>
    height > dpi * SIGNATURE_INCHES.height || width > dpi * SIGNATURE_INCHES.width
  const near = dpi * NEAR_INCHES
  const signatures = drawn.filter(isSignature)
  const free = drawn.filter((blob) => !isSignature(blob) && !signatures.some((each) => touches(each, blob, near)))
  const letters = free.filter(({ height }) => height >= dpi * LETTER_INCHES)
  const byRow = rowsOf(letters, near)
  for (const blob of free) {
    const isLetter = blob.height >= dpi * LETTER_INCHES
    const beside = byRow.get(Math.floor(blob.top / near)) ?? []
    if (!isLetter && !beside.some((letter) => touches(letter, blob, near))) continue
    for (const [row, start, end] of runsOf(blob)) keep(row, start, end)
  }
}

function penShare({ width, data }: PenMask, blob: Blob): number {
  let pen = 0
  for (const [row, start, end] of runsOf(blob)) {
    for (let at = row * width + start; at < row * width + end; at += 1) if (data[at] === 1) pen += 1
  }
  return pen / blob.area
}

/** The letters by strips of rows, each also in the strips it is near to. */
function rowsOf(letters: readonly Blob[], strip: number): Map<number, Blob[]> {
  const rows = new Map<number, Blob[]>()
  for (const letter of letters) {
    const last = Math.floor((letter.top + letter.height) / strip) + 1
    for (let row = Math.floor(letter.top / strip) - 2; row <= last; row += 1) {
      const strips = rows.get(row)
      if (strips) strips.push(letter)
      else rows.set(row, [letter])
    }
  }
  return rows
}

const touches = (a: Blob, b: Blob, near: number): boolean =>
  a.left - near <= b.left + b.width &&
  b.left <= a.left + a.width + near &&
  a.top - near <= b.top + b.height &&
  b.top <= a.top + a.height + near
