// Two grey pictures of one coloured page (three bytes a pixel): all ink as people see it, and black ink alone, without seals and coloured pens.
import { emptyGrid, type Grid } from './grid.ts'

/** Chroma that JPEG and cheap scanners give to black letters on white paper. */
const CHROMA_NOISE = 24
/** How much lighter a pixel gets per unit of chroma: red ink vanishes, dark blue letters stay legible. */
const RED_GAIN = 1
const OTHER_GAIN = 0.35

/** Everything that is not paper: a page with nothing but a seal is not blank. */
export function allInk(rgb: Grid): Grid {
  const grey = emptyGrid(rgb.width, rgb.height)
  for (let at = 0, from = 0; at < grey.data.length; at += 1, from += 3) {
    grey.data[at] = Math.min(rgb.data[from] ?? 255, rgb.data[from + 1] ?? 255, rgb.data[from + 2] ?? 255)
  }
  return grey
}

/**
 * The lightest channel, lightened further by the chroma. Coloured ink reflects its own colour as well as paper does, and
 * black letters under a seal reflect none, so they stay black.
 */
export function blackInk(rgb: Grid): Grid {
  const grey = emptyGrid(rgb.width, rgb.height)
  for (let at = 0, from = 0; at < grey.data.length; at += 1, from += 3) {
    const red = rgb.data[from] ?? 255
    const green = rgb.data[from + 1] ?? 255
    const blue = rgb.data[from + 2] ?? 255
    const lightest = Math.max(red, green, blue)
    const chroma = lightest - Math.min(red, green, blue) - CHROMA_NOISE
    const gain = red === lightest ? RED_GAIN : OTHER_GAIN
    grey.data[at] = chroma <= 0 ? luma(red, green, blue) : Math.min(255, lightest + chroma * gain)
  }
  return grey
}

const luma = (red: number, green: number, blue: number) => (red * 77 + green * 150 + blue * 29) >> 8
