// Two grey pictures of one coloured page: all ink as people see it, and black ink alone, without red
// seals and coloured pens.
import { emptyGrid, type Grid, type Pixels } from './grid.ts'
import { keptPen } from './pen.ts'

/** Redness that JPEG and the three lamps of a scanner give to the edges of black letters. */
const RED_NOISE = 36
const CHROMA_NOISE = 24
/** Clearly a pen or coloured type: so much chroma beyond the noise, and so dark in its darkest channel. */
const PEN = { chroma: 20, darkest: 190 }
/** With fewer pixels of it, as a share of the page, there is no coloured writing. */
const LEAST_PEN = 0.0001
/** Black enough to be print. */
const PRINT = 120
/** How much lighter blue and green ink gets per unit of chroma: a pen fades, dark blue letters stay legible. */
const FADE = 0.35
/** Red ink is measured by tiles, since a seal is strong here and faint there. */
const TILE = 32
const BINS = 32
const FEWEST_RED = 20
/** In a tile full of bold letters most red pixels are edges of letters: no seal is this much darker than on the whole page. */
const DARKEST_TILE = 0.8
/** Ink under a seal is darker than the seal alone: below the first share of its lightness it is black, above the second, paper. */
const UNDER_SEAL = { black: 0.4, white: 0.8 }

/** Everything that is not paper: a page with nothing but a seal is not blank. */
export function allInk(rgb: Pixels): Grid {
  if (rgb.channels === 1) return rgb
  const grey = emptyGrid(rgb.width, rgb.height)
  const { data } = grey
  const colours = rgb.data
  for (let at = 0, from = 0; at < data.length; at += 1, from += 3) {
    data[at] = Math.min(colours[from] ?? 255, colours[from + 1] ?? 255, colours[from + 2] ?? 255)
  }
  return grey
}

/**
 * Grey as the eye weighs it; of red ink only what is darker than the red; of blue and green ink the lightest channel, but as dark
 * as it is where it is writing to be read.
 */
export function blackInk(rgb: Pixels, dpi: number): Grid {
  if (rgb.channels === 1) return rgb
  const grey = emptyGrid(rgb.width, rgb.height)
  const seals = sealTiles(rgb.width, rgb.height)
  const red = emptyGrid(rgb.width, rgb.height)
  const pen = emptyGrid(rgb.width, rgb.height)
  let penned = 0
  const { data } = grey
  const colours = rgb.data
  for (let at = 0, from = 0; at < data.length; at += 1, from += 3) {
    const r = colours[from] ?? 255
    const g = colours[from + 1] ?? 255
    const b = colours[from + 2] ?? 255
    if (r === g && g === b) {
      data[at] = r
      if (r < PRINT) pen.data[at] = 2
      continue
    }
    const grade = (r * 77 + g * 150 + b * 29) >> 8
    if (grade < PRINT) pen.data[at] = 2
    const cold = Math.max(g, b)
    const chroma = Math.max(r, cold) - Math.min(r, g, b) - CHROMA_NOISE
    if (r - cold > RED_NOISE) {
      red.data[at] = 1
      seals.add(at, grade)
    }
    data[at] = chroma <= 0 || r >= cold ? grade : Math.min(255, cold + chroma * FADE)
    if (chroma > PEN.chroma && r < cold && r < PEN.darkest) {
      pen.data[at] = 1
      penned += 1
    }
  }
  for (let at = red.data.indexOf(1); at >= 0; at = red.data.indexOf(1, at + 1)) {
    const share = (grey.data[at] ?? 255) / seals.lightness(at)
    const lit = (share - UNDER_SEAL.black) / (UNDER_SEAL.white - UNDER_SEAL.black)
    grey.data[at] = Math.max(0, Math.min(255, Math.round(lit * 255)))
  }
  if (penned > data.length * LEAST_PEN) keptPen(pen, dpi, (row, start, end) => darken(grey, rgb, row, start, end))
  return grey
}

/** As dark as in its darkest channel, which for a blue pen is the red one. */
function darken({ width, data }: Grid, { data: colours }: Pixels, row: number, start: number, end: number): void {
  for (let at = row * width + start; at < row * width + end; at += 1) {
    data[at] = Math.min(data[at] ?? 255, colours[at * 3] ?? 255, colours[at * 3 + 1] ?? 255, colours[at * 3 + 2] ?? 255)
  }
}

/** Counts the lightness of red pixels by tiles and tells the usual one around a pixel; the page's own where there are few. */
function sealTiles(width: number, height: number) {
  const across = Math.ceil(width / TILE)
  const counts = new Uint32Array(across * Math.ceil(height / TILE) * BINS)
  const page = new Uint32Array(BINS)
  const known = new Map<number, number>()
  const tileOf = (at: number) => Math.floor(at / width / TILE) * across + Math.floor((at % width) / TILE)
  return {
    add(at: number, lightness: number) {
      const bin = (lightness * BINS) >> 8
      const place = tileOf(at) * BINS + bin
      counts[place] = (counts[place] ?? 0) + 1
      page[bin] = (page[bin] ?? 0) + 1
    },
    lightness(at: number): number {
      const tile = tileOf(at)
      const before = known.get(tile)
      if (before !== undefined) return before
      const own = counts.subarray(tile * BINS, (tile + 1) * BINS)
      const isFew = own.reduce((sum, count) => sum + count, 0) < FEWEST_RED
      const usual = isFew ? usualLightness(page) : Math.max(usualLightness(own), usualLightness(page) * DARKEST_TILE)
      known.set(tile, usual)
      return usual
    },
  }
}

/** The fullest bin: the seal on bare paper; letters under it and its pale edges are fewer. */
function usualLightness(counts: Uint32Array): number {
  const fullest = counts.reduce((best, count, bin) => (count > (counts[best] ?? 0) ? bin : best), 0)
  return ((fullest + 0.5) * 256) / BINS
}
