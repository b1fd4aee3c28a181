// Print in red ink that stands by itself, such as the stamp MẬT: dark on white, everything else away. The picture for the
// engine has no red ink, for there seals are in the way; what stands in red alone would never be read.
import { type Blob, findBlobs, runsOf } from './blobs.ts'
import { emptyGrid, fullPlaces, type Grid, histogram, percentile } from './grid.ts'

/** A faded stamp is hardly redder than the fringe of black letters in a JPEG, but it is lighter than they are. */
const RED = 30
const LIGHT = 140
const MILLIMETRES = 25.4
/** A seal of an agency is round and 32 to 42 mm wide; what stands inside it is its own writing. */
const SEAL = { least: 22, roundness: 0.75 }
/** A stamp of one to three words with or without its frame (8 mm by 20 to 40), drawn large or small. */
const STAMP = { width: [7, 75], height: [2.5, 20], aspect: 1.4, fullest: 0.6 } as const
const LEAST_LETTER = 1.8
const LINE = { thickest: 1.4, shortest: 5.5 }
/** White around the print, in millimetres; and the pale edge of a line, in pixels. */
const MARGIN = 4
const EDGE = 2
/** The redness of the print at its fullest, by share of its pixels. */
const FULL_STRENGTH = 0.6
/** Letters stand nearer than this share of their height. */
const NEAR = 0.9
/** Of three letters two may touch. */
const FEWEST_LETTERS = 2

export interface RedPrint {
  /** The place of the print alone, as dark as it is red. */
  readonly grey: Grid
  /** How far the stamp was put on askew, clockwise, in the raster as it is. */
  readonly tiltDegrees: number
}

/** Undefined where there is none, as on nearly all pages. */
export function redPrintOf(rgb: Grid, dpi: number): RedPrint | undefined {
  const redness = rednessOf(rgb)
  const inMillimetres = (pixels: number) => (pixels / dpi) * MILLIMETRES
  const mask = emptyGrid(rgb.width, rgb.height)
  for (const at of fullPlaces(redness)) if ((redness.data[at] ?? 0) > RED) mask.data[at] = 1
  const blobs = findBlobs(mask).filter(({ height, width }) => inMillimetres(Math.max(height, width)) >= LEAST_LETTER)
  const seals = blobs.filter(({ width, height }) => isSeal(inMillimetres(width), inMillimetres(height)))
  const own = blobs.filter((blob) => !seals.some((seal) => isInside(blob, seal)))
  const stamps = groupsOf(own).filter((group) => isStamp(group, inMillimetres))
  const [largest] = stamps.toSorted((a, b) => b.length - a.length)
  if (largest === undefined) return undefined
  const lines = own.filter((blob) => isFrame(blob, own, inMillimetres))
  return { grey: printed(redness, stamps.flat(), lines, dpi), tiltDegrees: tiltOf(largest) }
}

/** Black letters, paper and blue pens have none. */
function rednessOf(rgb: Grid): Grid {
  const redness = emptyGrid(rgb.width, rgb.height)
  const { data } = redness
  const colours = rgb.data
  for (let at = 0, from = 0; at < data.length; at += 1, from += 3) {
    const red = colours[from] ?? 255
    if (red < LIGHT) continue
    const cold = Math.max(colours[from + 1] ?? 255, colours[from + 2] ?? 255)
    if (red > cold) data[at] = red - cold
  }
  return redness
}

/** Small ink between and over the letters, such as their tones, comes along; the frame does not. */
function printed(redness: Grid, blobs: readonly Blob[], frame: readonly Blob[], dpi: number): Grid {
  const margin = Math.round((MARGIN / MILLIMETRES) * dpi)
  const left = Math.max(0, Math.min(...blobs.map((blob) => blob.left)) - margin)
  const top = Math.max(0, Math.min(...blobs.map((blob) => blob.top)) - margin)
  const right = Math.min(redness.width, Math.max(...blobs.map((blob) => blob.left + blob.width)) + margin)
  const bottom = Math.min(redness.height, Math.max(...blobs.map((blob) => blob.top + blob.height)) + margin)
  const bare = { ...redness, data: redness.data.slice() }
  for (const blob of frame) for (const [y, start, end] of runsOf(blob)) whiten(bare, y, start, end)
  const strength = percentile(histogram(bare.data.filter((red) => red > RED)), FULL_STRENGTH)
  const grey = emptyGrid(right - left, bottom - top)
  for (let y = 0; y < grey.height; y += 1) {
    for (let x = 0; x < grey.width; x += 1) {
      const red = bare.data[(y + top) * bare.width + x + left] ?? 0
      grey.data[y * grey.width + x] = 255 - Math.min(255, Math.round((red / strength) * 255))
    }
  }
  return grey
}

/** The run with its pale edge. */
function whiten({ data, width, height }: Grid, y: number, start: number, end: number): void {
  for (let row = Math.max(0, y - EDGE); row <= Math.min(height - 1, y + EDGE); row += 1)
    data.fill(0, row * width + Math.max(0, start - EDGE), row * width + Math.min(width, end + EDGE))
}

const isSeal = (width: number, height: number) =>
  Math.min(width, height) >= SEAL.least && Math.min(width, height) / Math.max(width, height) >= SEAL.roundness

const isInside = (inner: Blob, outer: Blob) =>
  inner.left >= outer.left &&
  inner.top >= outer.top &&
  inner.left + inner.width <= outer.left + outer.width &&
  inner.top + inner.height <= outer.top + outer.height

/** A box around letters, or a piece of one; the engine reads them better without it. */
function isFrame(blob: Blob, all: readonly Blob[], inMillimetres: (pixels: number) => number): boolean {
  const [thin, long] = [blob.width, blob.height].map(inMillimetres).sort((a, b) => a - b)
  const isLine = (thin ?? 0) < LINE.thickest && (long ?? 0) > LINE.shortest
  return isLine || all.filter((other) => other !== blob && isInside(other, blob)).length >= FEWEST_LETTERS
}

/** Blobs that stand in one line near each other, or in one box. */
function groupsOf(blobs: readonly Blob[]): Blob[][] {
  const groups: Blob[][] = []
  for (const blob of blobs.toSorted((a, b) => a.left - b.left)) {
    const near = groups.filter((group) => group.some((other) => isNear(other, blob)))
    const joined = [blob, ...near.flat()]
    for (const group of near) groups.splice(groups.indexOf(group), 1)
    groups.push(joined)
  }
  return groups
}

function isNear(a: Blob, b: Blob): boolean {
  const height = Math.max(a.height, b.height)
  const across = Math.max(a.left, b.left) - Math.min(a.left + a.width, b.left + b.width)
  const down = Math.max(a.top, b.top) - Math.min(a.top + a.height, b.top + b.height)
  return across < height * NEAR && down < height * (NEAR / 4)
}

function isStamp(group: readonly Blob[], inMillimetres: (pixels: number) => number): boolean {
  const left = Math.min(...group.map((blob) => blob.left))
  const top = Math.min(...group.map((blob) => blob.top))
  const width = Math.max(...group.map((blob) => blob.left + blob.width)) - left
  const height = Math.max(...group.map((blob) => blob.top + blob.height)) - top
  const [long, short] = [inMillimetres(Math.max(width, height)), inMillimetres(Math.min(width, height))]
  const fullness = group.reduce((sum, { area }) => sum + area, 0) / (width * height)
  const isSize = within(long, STAMP.width) && within(short, STAMP.height) && long / short >= STAMP.aspect
  return isSize && fullness <= STAMP.fullest && (group.length >= FEWEST_LETTERS || long >= 2 * STAMP.width[0])
}

const within = (value: number, [least, most]: readonly [number, number]) => value >= least && value <= most

/** The direction in which the ink of the group stretches. */
function tiltOf(group: readonly Blob[]): number {
  let [count, sumX, sumY, sumXX, sumYY, sumXY] = [0, 0, 0, 0, 0, 0]
  for (const [y, start, end] of group.flatMap((blob) => [...runsOf(blob)])) {
    for (let x = start; x < end; x += 1) {
      count += 1
      sumX += x
      sumY += y
      sumXX += x * x
      sumYY += y * y
      sumXY += x * y
    }
  }
  const spread = sumXX - sumYY - (sumX * sumX - sumY * sumY) / count
  return (Math.atan2(2 * (sumXY - (sumX * sumY) / count), spread) / 2) * (180 / Math.PI)
}
