// What a small copy of a page tells before the page itself is touched: blank or not, sideways, askew, on its head.
import { type Blob, findBlobs } from './blobs.ts'
import { isBlank } from './blank.ts'
import { blackOnWhite, darkness } from './clean.ts'
import { allInk } from './colour.ts'
import { type Grid, inkOf, transposed } from './grid.ts'
import { footing, letterHeight, letters } from './letters.ts'
import { onWhite, whitenMargins } from './paper.ts'
import { levelLines } from './rulings.ts'
import { sharpnessOf } from './sharpness.ts'
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
  readonly contrast: number
  readonly sharpness: number
  /** Black ink on white paper, not yet turned. */
  readonly grey: Grid
}

export function lookAt(rgb: Grid, dpi: number): Look {
  const all = onWhite(allInk(rgb), dpi)
  whitenMargins(all.grey, dpi)
  const grey = blackOnWhite(rgb, dpi)
  const bare = withoutLines(inkOf(grey, INK_THRESHOLD), dpi)
  const upright = findSkew(bare)
  const sideways = findSkew(transposed(bare))
  const isSideways = sideways.sharpness > upright.sharpness * CLEARLY
  const black = darkness(grey)
  return {
    isBlank: all.paper > DARKEST_PAPER && isBlank(findBlobs(inkOf(all.grey, BLANK_THRESHOLD)), all.grey, dpi),
    isSideways,
    // Seen transposed, a page falls the other way.
    skewDegrees: isSideways ? -sideways.degrees : upright.degrees,
    contrast: Math.max(0, Math.min(1, ((255 - black) / 255) * (all.paper / 255))),
    sharpness: sharpnessOf(grey, black, INK_THRESHOLD),
    grey,
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
  const level = levelLines(ink, dpi).alone.data
  const upright = transposed(levelLines(transposed(ink), dpi).alone).data
  for (let at = 0; at < bare.data.length; at += 1) if (level[at] === 1 || upright[at] === 1) bare.data[at] = 0
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
