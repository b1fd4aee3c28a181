// How the ink meets the paper, measured on rows of the page as scanned, before anything is scaled or cleaned: how wide the
// edges of the letters are, how much darker the ink is, how grainy the paper. Independent of how much is written.
import type { Raster } from '../raster.ts'
import { histogram, percentile } from './grid.ts'

/** Rows looked at; the letters of a page are all made by one lens. */
const ROWS = 250
/** With fewer edges there is no writing to measure. */
const FEWEST_EDGES = 100
/** A shadow, a fold and the rim of a sheet are a few edges across it, a line of writing is many. */
const FEWEST_IN_ROW = 6
/** Of 255: less is grain or stain. And so many times the grain. */
const LEAST_RISE = { grey: 20, grains: 6 }
/** A swing back of this share of the rise ends an edge. */
const TURN = 0.3
const PAPER_PERCENTILE = 0.8
/** Ink so much darker than its paper (of 255) is written normally. */
const USUAL_RISE = 130
const MOST_GAIN = 4
/** In pixels of the raster. */
const WIDEST_CRISP = 3.5
/** Through a sheet of office paper comes less than a fifth of the ink. */
const LEAST_BLURRED = 51

export interface Edges {
  /** From 20 % to 80 % of the rise from ink to paper, in pixels of the raster: the usual edge. Absent without writing. */
  readonly width: number | undefined
  /** How much darker the ink usually is than the paper beside it, of 255. 0 without writing. */
  readonly rise: number
  /** Usual step between neighbouring pixels of bare paper, of 255. */
  readonly grain: number
  /** Usual lightness of the paper, of 255. */
  readonly paper: number
}

export function measureEdges(raster: Raster): Edges {
  const step = Math.max(1, Math.floor(raster.height / ROWS))
  const rows: Uint8Array[] = []
  for (let y = step >> 1; y < raster.height; y += step) rows.push(greyRow(raster, y))
  const counts = new Uint32Array(256)
  for (const row of rows) histogram(row).forEach((count, value) => (counts[value] = (counts[value] ?? 0) + count))
  const paper = percentile(counts, PAPER_PERCENTILE)
  const grain = grainOf(rows, paper)
  const least = Math.max(LEAST_RISE.grey, LEAST_RISE.grains * grain)
  const found = rows.map((row) => edgesIn(row, least)).filter(({ length }) => length >= FEWEST_IN_ROW)
  const edges = found.flat()
  if (edges.length < FEWEST_EDGES) return { width: undefined, rise: 0, grain, paper }
  return { width: middle(edges.map(({ width }) => width)), rise: middle(edges.map(({ rise }) => rise)), grain, paper }
}

/** Green counts double; which of the outer channels is red does not matter. */
function greyRow({ width, channels, data }: Raster, y: number): Uint8Array {
  const row = new Uint8Array(width)
  const start = y * width * channels
  if (channels === 1) return row.map((_, x) => data[start + x] ?? 255)
  for (let x = 0, at = start; x < width; x += 1, at += channels) {
    row[x] = ((data[at] ?? 255) + 2 * (data[at + 1] ?? 255) + (data[at + 2] ?? 255)) >> 2
  }
  return row
}

function grainOf(rows: readonly Uint8Array[], paper: number): number {
  const lowest = paper * 0.85
  let steps = 0
  let sum = 0
  for (const row of rows) {
    for (let x = 1; x < row.length; x += 1) {
      const [before, here] = [row[x - 1] ?? 0, row[x] ?? 0]
      if (before <= lowest || here <= lowest) continue
      steps += 1
      sum += Math.abs(here - before)
    }
  }
  return steps === 0 ? 0 : sum / steps
}

/**
 * By how much faint writing has to be darkened. What shines through from the other side is not: it is never crisp, or fainter
 * than any writing.
 */
export function gainFor({ width, rise }: Edges): number {
  if (width === undefined || (width > WIDEST_CRISP && rise < LEAST_BLURRED)) return 1
  return Math.max(1, Math.min(MOST_GAIN, USUAL_RISE / rise))
}

interface Edge {
  readonly width: number
  readonly rise: number
}

/** From each high to the next low, small swings between them forgiven. */
function edgesIn(row: Uint8Array, least: number): Edge[] {
  const found: Edge[] = []
  let high = row[0] ?? 255
  let low = high
  let lowAt = 0
  for (let x = 1; x < row.length; x += 1) {
    const value = row[x] ?? 255
    const isRising = value > low + Math.max(least * 0.5, TURN * (high - low))
    if (isRising && high - low >= least) found.push({ width: widthOf(row, lowAt, high, low), rise: high - low })
    if (isRising || value > high) high = low = value
    if (isRising || value <= low) {
      low = value
      lowAt = x
    }
  }
  return found
}

/** Back from the low, between the two crossings, a pixel divided as the line between its ends. */
function widthOf(row: Uint8Array, lowAt: number, high: number, low: number): number {
  const crossing = (level: number): number => {
    let x = lowAt
    while (x > 0 && (row[x] ?? 0) < level) x -= 1
    const [here, next] = [row[x] ?? 0, row[x + 1] ?? 0]
    return here === next ? x : x + (here - level) / (here - next)
  }
  const rise = high - low
  return crossing(low + 0.2 * rise) - crossing(low + 0.8 * rise)
}

function middle(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0
}
