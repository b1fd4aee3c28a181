// Makes a page upright and clean: what the page looks like is measured on a small copy, then the page is
// turned once, and from the turned page come the picture for people and the picture for the engine, of one geometry.
import sharp, { type Sharp } from 'sharp'
import type { QuarterTurn } from '../../schemas/index.ts'
import type { Config } from '../core/config.ts'
import type { PreparedPage } from '../core/stage.ts'
import { findBlobs } from './imaging/blobs.ts'
import { blackOnWhite, cleanPage, type CleanSteps } from './imaging/clean.ts'
import { gainFor, measureEdges } from './imaging/edges.ts'
import { type Grid, inkOf } from './imaging/grid.ts'
import { letters } from './imaging/letters.ts'
import { fullestStrip, lookAt, lookAtWriting, type Writing } from './imaging/look.ts'
import { qualityOf } from './imaging/quality.ts'
import { redPrintOf } from './imaging/red-print.ts'
import type { Raster } from './raster.ts'

sharp.cache(false)
/** Pages run side by side already. */
sharp.concurrency(1)

const LOOK_DPI = 150
const DISPLAY_DPI = 200
const DISPLAY_QUALITY = 82
/** Less cannot be seen, and turning blurs. */
const LEAST_SKEW_DEGREES = 0.04
/** The letters the engine reads best are about this tall (12 points at 200 dpi). */
const LETTER_PIXELS = 18
const READING_DPI = { lowest: 0.75, highest: 1.5 }
/** With fewer letters, or feet and heads nearer alike, the look of the letters does not tell head from foot. */
const TELLING = { letters: 150, ratio: 1.2 }
/** Read upside down, Vietnamese still gives words, but the engine is clearly less sure of them. */
const CLEARLY_BETTER = 0.05

interface Pixels extends Grid {
  readonly channels: 1 | 3
}
interface Pose {
  readonly turn: number
  readonly skewDegrees: number
}
/** Tells how well a strip of text reads, to settle which way up the page is. */
type Probe = (png: Uint8Array) => Promise<number>

export interface Imaging {
  prepare(raster: Raster, probe: Probe): Promise<PreparedPage>
}

export function createImaging(
  config: Pick<Config, 'readingDpi'>,
  steps: CleanSteps = { rulings: true, leaders: true },
): Imaging {
  return {
    async prepare(raster, probe) {
      const lookDpi = Math.min(raster.dpi, LOOK_DPI)
      const edges = measureEdges(raster)
      const gain = gainFor(edges)
      const look = lookAt(await resized(raster, lookDpi), lookDpi, gain)
      const { isBlank } = look
      const quality = (letterHeight?: number) => qualityOf(raster, edges, look.cut, letterHeight, lookDpi)
      const whole = await resized(raster, Math.min(raster.dpi, DISPLAY_DPI))
      const dpi = Math.min(raster.dpi, DISPLAY_DPI)
      if (isBlank) return { ...(await displayed(whole, dpi)), ...UNTOUCHED, dpi, isBlank, quality: quality() }

      const pose = { turn: look.isSideways ? 90 : 0, skewDegrees: look.skewDegrees }
      const writing = lookAtWriting(await straightened(greyPixels(look.grey), pose), lookDpi)
      const readingDpi = readingDpiFor(config.readingDpi, writing.letterHeight, lookDpi)
      const coloured = await resized(raster, readingDpi)
      const grey = blackOnWhite(coloured, readingDpi, gain)
      let reading = await straightened(greyPixels(grey), pose)
      const isOnItsHead = headFirst(writing) ?? (await readsBetterTurned(reading, readingDpi, probe))
      if (isOnItsHead) reading = await turned(reading, 180)
      const rulings = cleanPage(reading, readingDpi, steps)
      const turn = quarter(pose.turn + (isOnItsHead ? 180 : 0))
      const skewDegrees = Number(pose.skewDegrees.toFixed(2))
      const display = await displayed(await straightened(whole, { turn, skewDegrees: pose.skewDegrees }), dpi)
      const measured = { dpi, isBlank, turn, skewDegrees, quality: quality(writing.letterHeight), rulings }
      const red = await redPrinted(coloured, readingDpi, probe)
      return { ...display, ...measured, reading: await png(reading), ...(red && { redPrint: red }) }
    },
  }
}

const UNTOUCHED: Pick<PreparedPage, 'turn' | 'skewDegrees' | 'rulings'> = {
  turn: 0,
  skewDegrees: 0,
  rulings: { horizontal: [], vertical: [] },
}

function quarter(degrees: number): QuarterTurn {
  return degrees === 90 ? 90 : degrees === 180 ? 180 : degrees === 270 ? 270 : 0
}

/** Big print is made smaller and small print larger, within limits; without letters to measure, the setting stands. */
function readingDpiFor(setting: number, letterHeight: number | undefined, dpi: number): number {
  if (letterHeight === undefined) return setting
  const ideal = (LETTER_PIXELS / letterHeight) * dpi
  return Math.min(setting * READING_DPI.highest, Math.max(setting * READING_DPI.lowest, ideal))
}

function headFirst({ letters, footing }: Writing): boolean | undefined {
  if (letters < TELLING.letters) return undefined
  return footing > TELLING.ratio ? false : footing < 1 / TELLING.ratio ? true : undefined
}

const raw = ({ data, width, height, channels }: Pixels | Raster) =>
  sharp(data, { raw: { width, height, channels }, limitInputPixels: false })

async function pixels(pipeline: Sharp, channels: 1 | 3): Promise<Pixels> {
  const { data, info } = await pipeline
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels }
}

const greyPixels = (grey: Grid): Pixels => ({ ...grey, channels: 1 })

function resized(raster: Raster, dpi: number): Promise<Pixels> {
  const pipeline = raw(raster).removeAlpha()
  const width = Math.round((raster.width * dpi) / raster.dpi)
  return pixels(width === raster.width ? pipeline : pipeline.resize({ width }), 3)
}

const turned = async (page: Pixels, degrees: number) =>
  degrees === 0 ? page : pixels(raw(page).rotate(degrees, { background: 'white' }), page.channels)

/** Turned by quarters and then level, on a sheet of the same size, white where the sheet was not. */
async function straightened(page: Pixels, { turn, skewDegrees }: Pose): Promise<Pixels> {
  const upright = await turned(page, turn)
  if (Math.abs(skewDegrees) < LEAST_SKEW_DEGREES) return upright
  const larger = await turned(upright, -skewDegrees)
  const { width, height } = upright
  const left = Math.round((larger.width - width) / 2)
  const top = Math.round((larger.height - height) / 2)
  return pixels(raw(larger).extract({ left, top, width, height }), page.channels)
}

async function displayed(page: Pixels, dpi: number): Promise<Pick<PreparedPage, 'display' | 'width' | 'height'>> {
  const display = await raw(page).withMetadata({ density: dpi }).jpeg({ quality: DISPLAY_QUALITY }).toBuffer()
  return { display, width: page.width, height: page.height }
}

const png = (grey: Grid) => raw(greyPixels(grey)).png({ compressionLevel: 2 }).toBuffer()

/** Made level and upright by itself: a stamp is put on by hand, and the page may hold nothing else. */
async function redPrinted(page: Pixels, dpi: number, probe: Probe): Promise<Buffer | undefined> {
  const print = redPrintOf(page, dpi)
  if (print === undefined) return undefined
  const level = await turned(greyPixels(print.grey), -print.tiltDegrees)
  const [upright, onHead] = [await png(level), await png(await turned(level, 180))]
  return (await probe(onHead)) > (await probe(upright)) ? onHead : upright
}

async function readsBetterTurned(grey: Grid, dpi: number, probe: Probe): Promise<boolean> {
  const [top, height] = fullestStrip(letters(findBlobs(inkOf(grey, 128)), dpi), grey.height)
  const strip = await pixels(raw(greyPixels(grey)).extract({ left: 0, top, width: grey.width, height }), 1)
  const upright = await probe(await png(strip))
  const onHead = await probe(await png(await turned(strip, 180)))
  return onHead > upright + CLEARLY_BETTER
}
