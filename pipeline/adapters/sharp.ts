// Makes a page upright and clean: what the page looks like is measured on a small copy, then the page is
// turned once, and from the turned page come the picture for people and the picture for the engine, of one geometry.
import sharp, { type Sharp } from 'sharp'
import type { QuarterTurn } from '../../schemas/index.ts'
import type { Config } from '../core/config.ts'
import type { PreparedPage } from '../core/stage.ts'
import { cleanPage, type CleanSteps, inkOnWhite } from './imaging/clean.ts'
import { blackInk } from './imaging/colour.ts'
import { gainFor, measureEdges } from './imaging/edges.ts'
import type { Grid, Pixels } from './imaging/grid.ts'
import { footing } from './imaging/letters.ts'
import { fullestStrip, type Look, lookAt } from './imaging/look.ts'
import { qualityOf } from './imaging/quality.ts'
import { redPrintOf } from './imaging/red-print.ts'
import { levelled, type Slant } from './imaging/turn.ts'
import type { Raster } from './raster.ts'

sharp.cache(false)
/** Pages run side by side already. */
sharp.concurrency(1)

const LOOK_DPI = 150
const DISPLAY_DPI = 200
const DISPLAY_QUALITY = 82
/** The letters the engine reads best are about this tall (12 points at 200 dpi). */
const LETTER_PIXELS = 18
const READING_DPI = { lowest: 0.75, highest: 1.5 }
/** A copy this near the wanted size does as well, and need not be made. */
const NEAR_SIZE = 0.08
/** With fewer letters, or feet and heads nearer alike, the look of the letters does not tell head from foot. */
const TELLING = { letters: 150, ratio: 1.2 }
/** Read upside down, Vietnamese still gives words, but the engine is clearly less sure of them. */
const CLEARLY_BETTER = 0.05

interface Pose {
  readonly isSideways: boolean
  readonly slant: Slant
  readonly isOnItsHead: boolean
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
      const edges = measureEdges(raster)
      const gain = gainFor(edges)
      const dpi = Math.min(raster.dpi, DISPLAY_DPI)
      const whole = await resized(raster, dpi)
      const lookDpi = Math.min(dpi, LOOK_DPI)
      const look = lookAt(await resized({ ...whole, dpi }, lookDpi), lookDpi, gain)
      const quality = qualityOf(raster, edges, look.cut, look.isBlank ? undefined : look.letterHeight, lookDpi)
      if (look.isBlank) return { ...(await displayed(whole, dpi)), ...UNTOUCHED, dpi, isBlank: true, quality }

      const readingDpi = readingDpiFor(config.readingDpi, look.letterHeight, lookDpi)
      const isNear = Math.abs(readingDpi / dpi - 1) < NEAR_SIZE
      const source = isNear ? whole : await resized(readingDpi < dpi ? { ...whole, dpi } : raster, readingDpi)
      const scale = isNear ? dpi : readingDpi
      const ink = inkOnWhite(blackInk(source, scale), look.paper, scale, gain)
      const upright = { isSideways: look.isSideways, slant: look.slant, isOnItsHead: false }
      const level = await posed(greyPixels(ink), upright)
      const pose = { ...upright, isOnItsHead: headFirst(look) ?? (await readsBetterTurned(level, look, probe)) }
      const reading = pose.isOnItsHead ? await turned(level, 180) : level
      const { rulings, marks } = cleanPage(reading, scale, steps)
      const red = await redPrinted(source, scale, probe)
      const turn = quarter((pose.isSideways ? 90 : 0) + (pose.isOnItsHead ? 180 : 0))
      const skewDegrees = Number(look.slant.degrees.toFixed(2))
      const measured = { dpi, isBlank: false, turn, skewDegrees, quality, rulings, marks }
      const display = await displayed(await posed(whole, pose), dpi)
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

function headFirst({ letters, height }: Look): boolean | undefined {
  if (letters.length < TELLING.letters) return undefined
  const feet = footing(letters, height)
  return feet > TELLING.ratio ? false : feet < 1 / TELLING.ratio ? true : undefined
}

const raw = ({ data, width, height, channels }: Pixels | Raster) =>
  sharp(data, { raw: { width, height, channels }, limitInputPixels: false })

async function pixels(pipeline: Sharp, channels: 1 | 3): Promise<Pixels> {
  const { data, info } = await pipeline
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: plain(data), width: info.width, height: info.height, channels }
}

/** Loops that meet now a Buffer, now a plain array take longer with either. */
const plain = ({ buffer, byteOffset, byteLength }: Uint8Array) => new Uint8Array(buffer, byteOffset, byteLength)

const greyPixels = (grey: Grid): Pixels => ({ ...grey, channels: 1 })

function resized(raster: Raster, dpi: number): Promise<Pixels> | Pixels {
  const { data, width, height, channels } = raster
  const wanted = Math.round((width * dpi) / raster.dpi)
  if (wanted === width && channels !== 4) return { data: plain(data), width, height, channels }
  const pipeline = raw(raster).removeAlpha()
  return pixels(wanted === width ? pipeline : pipeline.resize({ width: wanted }), channels === 1 ? 1 : 3)
}

const turned = async (page: Pixels, degrees: number) =>
  degrees === 0 ? page : pixels(raw(page).rotate(degrees, { background: 'white' }), page.channels)

async function posed(page: Pixels, { isSideways, slant, isOnItsHead }: Pose): Promise<Pixels> {
  const level = levelled(await turned(page, isSideways ? 90 : 0), slant)
  return turned(level, isOnItsHead ? 180 : 0)
}

async function displayed(page: Pixels, dpi: number): Promise<Pick<PreparedPage, 'display' | 'width' | 'height'>> {
  const toned = raw(page).toColourspace(page.channels === 1 ? 'b-w' : 'srgb')
  const display = await toned.withDensity(dpi).jpeg({ quality: DISPLAY_QUALITY }).toBuffer()
  return { display, width: page.width, height: page.height }
}

const png = (grey: Grid) => raw(greyPixels(grey)).png({ compressionLevel: 2 }).toBuffer()

/** Made level and upright by itself: a stamp is put on by hand, and the page may hold nothing else. */
async function redPrinted(page: Pixels, dpi: number, probe: Probe): Promise<Buffer | undefined> {
  const print = page.channels === 3 ? redPrintOf(page, dpi) : undefined
  if (print === undefined) return undefined
  const level = await turned(greyPixels(print.grey), -print.tiltDegrees)
  const [upright, onHead] = [await png(level), await png(await turned(level, 180))]
  return (await probe(onHead)) > (await probe(upright)) ? onHead : upright
}

async function readsBetterTurned(page: Pixels, look: Look, probe: Probe): Promise<boolean> {
  const fullest = fullestStrip(look)
  const top = Math.floor(fullest.top * page.height)
  const height = Math.max(1, Math.floor(fullest.height * page.height))
  const strip = await pixels(raw(page).extract({ left: 0, top, width: page.width, height }), 1)
  const upright = await probe(await png(strip))
  const onHead = await probe(await png(await turned(strip, 180)))
  return onHead > upright + CLEARLY_BETTER
}
