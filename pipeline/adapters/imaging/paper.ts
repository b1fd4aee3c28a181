// Makes the paper evenly white: divides by the background, and whitens the dark margins the scanner or the book left.
import { emptyGrid, fullPlaces, type Grid, histogram, inkOf, percentile } from './grid.ts'

/** Tiles are this big, so that even a heavy title leaves some paper in each. */
const TILE_INCHES = 0.16
const PAPER_PERCENTILE = 0.85
/** A tile darker than this share of the page's paper is ink, photo or shadow: it says nothing about the paper. */
const DARKEST_PAPER = 0.45
/** Dark matter thicker than this that reaches the edge of the scan is no writing. */
const BORDER_INCHES = 0.05
const BORDER_DARKNESS = 128
const BLOCK_INCHES = 0.02

/** How light the paper is from place to place, measured on one copy of a page and good for copies of any size. */
export interface Paper {
  /** Usual lightness of the page's paper, of 255. */
  readonly lightness: number
  readonly tiles: Grid
  /** Side of a tile in inches. */
  readonly tileInches: number
}

export function paperOf(grey: Grid, dpi: number): Paper {
  const tile = Math.max(8, Math.round(dpi * TILE_INCHES))
  const lightness = percentile(histogram(coarse(grey, 3).data), PAPER_PERCENTILE)
  const tiles = smoothed(paperOfTiles(grey, tile, lightness * DARKEST_PAPER))
  return { lightness, tiles, tileInches: tile / dpi }
}

/** The grey picture on evenly white paper; 255 is paper, the ink keeps its share of darkness. */
export function onWhite(grey: Grid, { tiles, tileInches }: Paper, dpi: number): Grid {
  return divided(grey, tiles, tileInches * dpi)
}

/** Of each four pixels one is counted: paper is even. A row of tiles at once, for neighbours are mostly equal. */
function paperOfTiles({ width, height, data }: Grid, tile: number, darkest: number): Grid {
  const tiles = emptyGrid(Math.ceil(width / tile), Math.ceil(height / tile))
  const counts = new Uint32Array(tiles.width * 256)
  for (let row = 0; row < tiles.height; row += 1) {
    counts.fill(0)
    for (let y = row * tile; y < Math.min(height, (row + 1) * tile); y += 2) {
      for (let column = 0; column < tiles.width; column += 1) {
        const right = y * width + Math.min(width, (column + 1) * tile)
        for (let at = y * width + column * tile; at < right; at += 2) {
          const bin = column * 256 + (data[at] ?? 255)
          counts[bin] = (counts[bin] ?? 0) + 1
        }
      }
    }
    for (let column = 0; column < tiles.width; column += 1) {
      const own = counts.subarray(column * 256, (column + 1) * 256)
      tiles.data[row * tiles.width + column] = Math.max(darkest, percentile(own, PAPER_PERCENTILE))
    }
  }
  return tiles
}

/** Brightest of the neighbours, then their mean: a tile full of ink borrows the paper beside it. */
function smoothed(tiles: Grid): Grid {
  return around(
    around(tiles, (values) => Math.max(...values)),
    (values) => values.reduce((a, b) => a + b) / values.length,
  )
}

function around(grid: Grid, merge: (values: number[]) => number): Grid {
  const merged = emptyGrid(grid.width, grid.height)
  for (let y = 0; y < grid.height; y += 1) {
    for (let x = 0; x < grid.width; x += 1) {
      const values: number[] = []
      for (let ny = Math.max(0, y - 1); ny <= Math.min(grid.height - 1, y + 1); ny += 1) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(grid.width - 1, x + 1); nx += 1) {
          values.push(grid.data[ny * grid.width + nx] ?? 0)
        }
      }
      merged.data[y * grid.width + x] = Math.round(merge(values))
    }
  }
  return merged
}

function divided(grey: Grid, tiles: Grid, tile: number): Grid {
  const white = emptyGrid(grey.width, grey.height)
  for (let y = 0; y < grey.height; y += 1) {
    const down = Math.max(0, Math.min(tiles.height - 1.001, (y + 0.5) / tile - 0.5))
    const row = Math.floor(down)
    const gains = blended(tiles, row, down - row).map((paper) => 255 / paper)
    const start = y * grey.width
    // From the middle of one tile to the middle of the next, and half a tile at either end.
    for (let column = -1, x = 0; x < grey.width; column += 1) {
      const left = gains[Math.max(0, column)] ?? 1
      const step = ((gains[column + 1] ?? left) - left) / tile
      const end = column + 1 < tiles.width ? Math.min(grey.width, Math.round((column + 1.5) * tile)) : grey.width
      let gain = left + step * (x + 0.5 - (column + 0.5) * tile)
      for (; x < end; x += 1, gain += step) {
        const value = (grey.data[start + x] ?? 255) * gain
        white.data[start + x] = value > 255 ? 255 : value
      }
    }
  }
  return white
}

function blended({ width, height, data }: Grid, row: number, share: number): Float32Array {
  const strip = new Float32Array(width)
  const next = Math.min(height - 1, row + 1) * width
  for (let x = 0; x < width; x += 1) {
    const here = data[row * width + x] ?? 255
    strip[x] = here + ((data[next + x] ?? here) - here) * share
  }
  return strip
}

/** What was whitened: 1 in a grid of square blocks. */
export interface Margin {
  readonly blocks: Grid
  /** Side of a block in pixels. */
  readonly block: number
}

/** Whitens what is solidly dark and reaches in from the edge. Lines of a table that run off the page are too thin for it. */
export function whitenMargins(grey: Grid, dpi: number): Margin {
  const block = Math.max(1, Math.round(dpi * BLOCK_INCHES))
  const reach = Math.max(1, Math.round(BORDER_INCHES / BLOCK_INCHES))
  const solid = spread(inkOf(coarse(grey, block), BORDER_DARKNESS), reach, 0)
  const blocks = spread(fromEdges(solid), reach + 1, 1)
  for (const at of fullPlaces(blocks)) {
    const left = (at % blocks.width) * block
    const top = Math.floor(at / blocks.width) * block
    for (let y = top; y < Math.min(grey.height, top + block); y += 1) {
      grey.data.fill(255, y * grey.width + left, y * grey.width + Math.min(grey.width, left + block))
    }
  }
  return { blocks, block }
}

/** Ink this much darker, so that faint writing is seen like any other. */
export function darkened(grey: Grid, gain: number): Grid {
  if (gain <= 1) return grey
  const table = Uint8Array.from({ length: 256 }, (_, value) => Math.max(0, Math.round(255 - (255 - value) * gain)))
  return { ...grey, data: grey.data.map((value) => table[value] ?? 255) }
}

/** One pixel in the middle of each block: margins are thick, and this is quick. */
function coarse(grey: Grid, block: number): Grid {
  const small = emptyGrid(Math.ceil(grey.width / block), Math.ceil(grey.height / block))
  for (let y = 0; y < small.height; y += 1) {
    const row = Math.min(grey.height - 1, y * block + (block >> 1)) * grey.width
    for (let x = 0; x < small.width; x += 1) {
      small.data[y * small.width + x] = grey.data[row + Math.min(grey.width - 1, x * block + (block >> 1))] ?? 255
    }
  }
  return small
}

/** Gives every pixel `wins` that has one within `reach` (a square, in two passes); outside the grid nothing wins. */
function spread(mask: Grid, reach: number, wins: 0 | 1): Grid {
  const rows = emptyGrid(mask.width, mask.height)
  const both = emptyGrid(mask.width, mask.height)
  pass(mask.data, rows.data, mask.height, mask.width, mask.width, 1, reach, wins)
  pass(rows.data, both.data, mask.width, mask.height, 1, mask.width, reach, wins)
  return both
}

function pass(
  from: Uint8Array,
  to: Uint8Array,
  lines: number,
  length: number,
  lineStep: number,
  step: number,
  reach: number,
  wins: 0 | 1,
): void {
  for (let line = 0; line < lines; line += 1) {
    const start = line * lineStep
    let seen = 0
    for (let place = -reach; place < length; place += 1) {
      if (place + reach < length && from[start + (place + reach) * step] === wins) seen += 1
      if (place - reach - 1 >= 0 && from[start + (place - reach - 1) * step] === wins) seen -= 1
      if (place >= 0) to[start + place * step] = seen > 0 ? wins : wins === 1 ? 0 : 1
    }
  }
}

function fromEdges(mask: Grid): Grid {
  const { width, height, data } = mask
  const found = emptyGrid(width, height)
  const stack: number[] = []
  const visit = (at: number) => {
    if (data[at] !== 1 || found.data[at] === 1) return
    found.data[at] = 1
    stack.push(at)
  }
  for (let x = 0; x < width; x += 1) [x, (height - 1) * width + x].forEach(visit)
  for (let y = 0; y < height; y += 1) [y * width, y * width + width - 1].forEach(visit)
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const x = at % width
    if (x > 0) visit(at - 1)
    if (x < width - 1) visit(at + 1)
    if (at >= width) visit(at - width)
    if (at < data.length - width) visit(at + width)
  }
  return found
}
