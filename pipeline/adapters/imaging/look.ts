// What a small copy of a page tells before the page itself is touched: blank or not, sideways, askew, on its head.
import { type Blob, findBlobs } from './blobs.ts'
import { isBlank } from './blank.ts'
import { blackOnWhite } from './clean.ts'
import { allInk } from './colour.ts'
import { type Cut, cutOf } from './cut.ts'
import { fullPlaces, type Grid, inkOf, transposed, transposedPlace } from './grid.ts'
import { footing, letterHeight, letters } from './letters.ts'
import { darkened, onWhite, whitenMargins } from './paper.ts'
import { levelLines } from './rulings.ts'
import { findSkew } from './skew.ts'

const INK_THRESHOLD = 150
/** Shine-through and stains stay lighter than this on white paper, pencil does not. */
const BLANK_THRESHOLD = 140
/** Paper darker than any paper is: the scanner saw nothing, and nobody may call such a page blank. */
const DARKEST_PAPER = 90
/** Lines of writing sideways must stand out this much better before a page is turned. */
const CLEARLY = 1.15

export interface Look {
  readonly isBlank: boolean
  readonly isSideways: boolean
  readonly skewDegrees: number
  /** Black ink on white paper, not yet turned. */
  readonly grey: Grid
  readonly cut: Cut
}

/** `gain` darkens faint ink, see edges.ts. */
export function lookAt(rgb: Grid, dpi: number, gain: number): Look {
  const all = onWhite(allInk(rgb), dpi)
  const inks = darkened(all.grey, gain)
  const margin = whitenMargins(inks, dpi)
  const grey = blackOnWhite(rgb, dpi, gain)
  const bare = withoutLines(inkOf(grey, INK_THRESHOLD), dpi)
  const upright = findSkew(bare)
  const sideways = findSkew(transposed(bare))
  const isSideways = sideways.sharpness > upright.sharpness * CLEARLY
  const blobs = findBlobs(inkOf(inks, BLANK_THRESHOLD))
  return {
    isBlank: all.paper > DARKEST_PAPER && isBlank(blobs, inks, dpi),
    isSideways,
    // Seen transposed, a page falls the other way.
    skewDegrees: isSideways ? -sideways.degrees : upright.degrees,
    grey,
    cut: cutOf(letters(blobs, dpi), inks, margin, dpi),
  }
}

export interface Writing {
  /** Height of the usual letter in pixels of this copy. */
  readonly letterHeight: number | undefined
  readonly letters: number
  /** Above 1 upright, below 1 on its head; see letters.ts. */
  readonly footing: number
}

/** The same copy, turned level, tells more about the letters. */
export function lookAtWriting(grey: Grid, dpi: number): Writing {
  const found = letters(findBlobs(withoutLines(inkOf(grey, INK_THRESHOLD), dpi)), dpi)
  return { letterHeight: letterHeight(found), letters: found.length, footing: footing(found, grey.height) }
}

/** Frames and tables look the same from every side, so they must not speak about the writing. */
function withoutLines(ink: Grid, dpi: number): Grid {
  const bare = { ...ink, data: ink.data.slice() }
  for (const at of fullPlaces(levelLines(ink, dpi).alone)) bare.data[at] = 0
  for (const at of fullPlaces(levelLines(transposed(ink), dpi).alone)) {
    bare.data[transposedPlace(at, ink.height, ink.width)] = 0
  }
  return bare
}

/** The rows of the page where most letters stand, as [top, height]: what a probe should read. */
export function fullestStrip(found: readonly Blob[], height: number): [number, number] {
  const strip = Math.round(height * 0.12)
  const counts = new Uint32Array(height + 1)
  for (const { top } of found) counts[top] = (counts[top] ?? 0) + 1
  let inside = 0
  let best = { top: 0, inside: -1 }
  for (let bottom = 0; bottom < height; bottom += 1) {
    inside += (counts[bottom] ?? 0) - (counts[bottom - strip] ?? 0)
    if (bottom >= strip && inside > best.inside) best = { top: bottom - strip, inside }
  }
  return [best.top, strip]
}
