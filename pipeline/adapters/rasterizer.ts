// Opens scans of every kind: what a file is, is told by its first bytes, never by its name.
// PDF goes to pdfium.ts; JPEG, PNG and TIFF (several pages, 1 bit, 16 bit, CMYK) are decoded by sharp.
import sharp from 'sharp'
import type { Line, ScanKind } from '../../schemas/index.ts'
import type { Config } from '../core/config.ts'
import { UnreadableInput } from '../core/errors.ts'
import type { Files } from '../core/stage.ts'
import { isDocx, pdfOfDocx } from './docx.ts'
import { createPdfReader } from './pdfium.ts'
import type { Raster } from './raster.ts'
import { hasWholeChain } from './tiff-directories.ts'

sharp.cache(false)
/** Pages run side by side already. */
sharp.concurrency(1)

const MAGIC: readonly [ScanKind, readonly number[]][] = [
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['tiff', [0x49, 0x49, 0x2b, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2b]],
]
const BROKEN_CHAIN = 'Tệp TIFF bị hỏng mục lục trang, có thể mất trang. Hãy quét lại hoặc xin lại bản gốc.'
/** Readers accept a PDF header within the first kilobyte. */
const PDF_HEADER_WITHIN = 1024
const A4_LONG_INCHES = 11.69
/** A resolution outside makes a paper nobody scans; cameras and web tools write 72 or 96 without meaning it. */
const CREDIBLE_DPI = { lowest: 100, highest: 1200 }

type Limits = Pick<Config, 'renderDpi' | 'maxPages' | 'maxPagePixels'>

/** Throws UnreadableInput with what is wrong and what to do. */
export interface Rasterizer extends AsyncDisposable {
  inspect(path: string): Promise<{ kind: ScanKind; pages: number }>
  /** One page as raster, at most `renderDpi` and `maxPagePixels`. `scanPage` counts from 1. */
  rasterize(path: string, scanPage: number): Promise<Raster>
  /** The text of a page that a program wrote; undefined for a scan, also for one with a layer of recognised text. */
  ownText(path: string, scanPage: number): Promise<Line[] | undefined>
}

export function createRasterizer(files: Pick<Files, 'read'>, limits: Limits): Rasterizer {
  const pdf = createPdfReader(async (path) => {
    const bytes = await files.read(path)
    return isDocx(bytes) ? pdfOfDocx(bytes) : bytes
  }, limits)
  /** The PDF read last, so that its many pages do not each load the whole file to look at its first bytes. */
  let lastPdf = ''
  return {
    async inspect(path) {
      const bytes = await files.read(path)
      const kind = kindOf(bytes)
      if (kind === 'tiff' && !hasWholeChain(bytes)) throw new UnreadableInput(BROKEN_CHAIN)
      const pages = kind === 'pdf' || kind === 'docx' ? await pdf.pageCount(path) : await imagePages(bytes, limits)
      if (pages > limits.maxPages) {
        throw new UnreadableInput(`Tệp có ${pages} trang, nhiều hơn mức cho phép. Hãy tách tệp rồi nộp lại.`)
      }
      return { kind, pages }
    },
    async rasterize(path, scanPage) {
      if (path === lastPdf) return opaque(await pdf.rasterize(path, scanPage - 1))
      const bytes = await files.read(path)
      const kind = kindOf(bytes)
      if (kind !== 'pdf' && kind !== 'docx') return decode(bytes, scanPage - 1, limits)
      lastPdf = path
      return opaque(await pdf.rasterize(path, scanPage - 1))
    },
    ownText: async (path, scanPage) => (path === lastPdf ? pdf.ownText(path, scanPage - 1) : undefined),
    [Symbol.asyncDispose]: () => pdf.dispose(),
  }
}

function kindOf(bytes: Uint8Array): ScanKind {
  if (bytes.byteLength === 0) throw new UnreadableInput('Tệp trống, không có dữ liệu. Hãy quét lại rồi nộp lại.')
  const found = MAGIC.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte))
  if (found) return found[0]
  if (Buffer.from(bytes.subarray(0, PDF_HEADER_WITHIN)).includes('%PDF-')) return 'pdf'
  if (isDocx(bytes)) return 'docx'
  throw new UnreadableInput(
    'Tệp không phải bản quét PDF, JPEG, PNG, TIFF hay tệp Word (DOCX). Hãy quét lại giấy tờ rồi nộp lại.',
  )
}

const open = (bytes: Uint8Array, { maxPagePixels }: Limits, page = 0) =>
  sharp(bytes, { page, limitInputPixels: maxPagePixels, failOn: 'error' })

async function imagePages(bytes: Uint8Array, limits: Limits): Promise<number> {
  const { pages, width, height } = await open(bytes, limits).metadata().catch(unreadable)
  if (width * height > limits.maxPagePixels) {
    throw new UnreadableInput('Ảnh quá lớn so với mức cho phép. Hãy quét lại ở độ phân giải thấp hơn.')
  }
  return pages ?? 1
}

/** A PDF is drawn on white, so nothing shines through, and mostly holds a grey picture: fewer channels are less work. */
function opaque(raster: Raster): Raster {
  const { data, width, height } = raster
  const isGrey = hasNoColour(data)
  const channels = isGrey ? 1 : 3
  const kept = new Uint8Array(width * height * channels)
  for (let at = 0, from = 0; at < kept.length; at += channels, from += 4) {
    kept[at] = data[from] ?? 255
    if (isGrey) continue
    kept[at + 1] = data[from + 1] ?? 255
    kept[at + 2] = data[from + 2] ?? 255
  }
  return { ...raster, channels, data: kept }
}

function hasNoColour(data: Uint8Array): boolean {
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return false
  }
  return true
}

async function decode(bytes: Uint8Array, page: number, limits: Limits): Promise<Raster> {
  const { autoOrient, density, space } = await open(bytes, limits, page).metadata().catch(unreadable)
  const { width, height } = autoOrient
  const dpi = credible(width, height, density)
  const scale = Math.min(1, limits.renderDpi / dpi)
  const { data, info } = await open(bytes, limits, page)
    .autoOrient()
    .flatten({ background: 'white' })
    .toColourspace(space === 'b-w' || space === 'grey16' ? 'b-w' : 'srgb')
    .resize({ ...(scale < 1 && { width: Math.round(width * scale) }) })
    .removeAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch(unreadable)
  const { width: across, height: along } = info
  return {
    width: across,
    height: along,
    channels: info.channels === 1 ? 1 : 3,
    data,
    dpi: dpi * scale,
    scannedDpi: dpi,
  }
}

/** What the file claims, when that gives a sheet between A6 and A2; otherwise as if the page were A4. */
function credible(width: number, height: number, density: number | undefined): number {
  const long = Math.max(width, height)
  if (density !== undefined && density >= CREDIBLE_DPI.lowest && density <= CREDIBLE_DPI.highest) {
    const inches = long / density
    if (inches > A4_LONG_INCHES / 2 && inches < A4_LONG_INCHES * 2) return density
  }
  return long / A4_LONG_INCHES
}

function unreadable(cause: unknown): never {
  throw new UnreadableInput('Tệp ảnh bị hỏng, thiếu dữ liệu hoặc quá lớn. Hãy quét lại rồi nộp lại.', { cause })
}
