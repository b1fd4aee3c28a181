// What a small copy of a page tells before the page itself is touched: blank or not, sideways, askew, on its head.
import { findBlobs } from './blobs.ts'
import { isBlank } from './blank.ts'
import { inkOnWhite } from './clean.ts'
import { allInk, blackInk } from './colour.ts'
import { type Cut, cutOf } from './cut.ts'
import { fullPlaces, type Grid, inkOf, type Pixels, transposed, transposedPlace } from './grid.ts'
import { type Letter, letterHeight, letters, levelLetters } from './letters.ts'
import { darkened, onWhite, type Paper, paperOf, whitenMargins } from './paper.ts'
import { levelLines } from './rulings.ts'
import { findFan, findSkew, lowerEdges } from './skew.ts'
import type { Slant } from './turn.ts'

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
  /** Once the page is turned upright. */
  readonly slant: Slant
  /** Of this copy turned upright, in pixels. */
  readonly height: number
  /** Letters of the page turned upright and level, in pixels of this copy. */
  readonly letters: readonly Letter[]
  /** Usual height of a letter in pixels of this copy. */
  readonly letterHeight: number | undefined
  /** The paper under the black ink. */
  readonly paper: Paper
  readonly cut: Cut
}

/** `gain` darkens faint ink, see edges.ts. */
export function lookAt(page: Pixels, dpi: number, gain: number): Look {
  const [all, black] = [allInk(page), blackInk(page, dpi)]
  const allPaper = paperOf(all, dpi)
  const paper = page.channels === 1 ? allPaper : paperOf(black, dpi)
  const inks = darkened(onWhite(all, allPaper, dpi), gain)
  const margin = whitenMargins(inks, dpi)
  const grey = page.channels === 1 ? inks : inkOnWhite(black, paper, dpi, gain)
  const blobs = findBlobs(inkOf(inks, BLANK_THRESHOLD))
  const bare = withoutLines(inkOf(grey, INK_THRESHOLD), dpi)
  const edges = lowerEdges(bare)
  const upright = findSkew(bare, edges)
  const sideways = findSkew(transposed(bare))
  const isSideways = sideways.sharpness > upright.sharpness * CLEARLY
  // Seen transposed, a page falls the other way.
  const degrees = isSideways ? -sideways.degrees : upright.degrees
  const slant = { degrees, fanDegrees: isSideways ? 0 : findFan(bare, edges, degrees) }
  const found = levelLetters(letters(findBlobs(bare), dpi), bare, isSideways, degrees)
  return {
    isBlank: allPaper.lightness > DARKEST_PAPER && isBlank(blobs, inks, dpi),
    isSideways,
    slant,
    height: isSideways ? grey.width : grey.height,
    letters: found,
    letterHeight: letterHeight(found),
    paper,
    cut: cutOf(letters(blobs, dpi), inks, margin, dpi),
  }
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

/** The rows of the page where most letters stand, as shares of its height from the top: what a probe should read. */
export function fullestStrip({ letters: found, height }: Pick<Look, 'letters' | 'height'>): {
  top: number
  height: number
} {
  const strip = Math.round(height * 0.12)
  const counts = new Uint32Array(height + 1)
  for (const { top } of found) counts[top] = (counts[top] ?? 0) + 1
  let inside = 0
  let best = { top: 0, inside: -1 }
  for (let bottom = 0; bottom < height; bottom += 1) {
    inside += (counts[bottom] ?? 0) - (counts[bottom - strip] ?? 0)
    if (bottom >= strip && inside > best.inside) best = { top: bottom - strip, inside }
  }
  return { top: best.top / height, height: strip / height }
}
