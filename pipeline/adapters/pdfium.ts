// PDF scans through PDFium (WASM). Knows its quirks: a page is freed only by rendering it, sizes are unlimited,
// errors are sentences, a trap spoils the whole library. A page that is one scanned image is drawn at that image's size.
import { type PDFiumDocument, PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium'
import PQueue from 'p-queue'
import type { Line } from '../../schemas/index.ts'
import type { Config } from '../core/config.ts'
import { EngineFailure, PipelineError, UnreadableInput } from '../core/errors.ts'
import { ownTextOf } from './pdf/own-text.ts'
import type { Raster } from './raster.ts'

const POINTS_PER_INCH = 72
/** Two resolutions of one image, across and along: closer than this and it fills the page, else it is a picture on it. */
const SAME_SHAPE = 0.9
/** Looking at every object of a drawing would take longer than drawing it. */
const OBJECTS_LOOKED_AT = 50
/** Drawn no coarser: the letters over a poor picture may be finer than it. */
const LOWEST_DPI = 100
/** A2 at 300 dpi; a page box may claim 60,000 pixels across with nothing on it. */
const MOST_DRAWN_PIXELS = 35_000_000
/** A writer ends a PDF with `%%EOF`; PDFium would quietly rebuild a cut file with white pages in place of the lost ones. */
const TAIL_BYTES = 4096

const ENCRYPTED = 'Tệp PDF có mật khẩu. Hãy bỏ mật khẩu rồi quét/nộp lại.'
const BROKEN = 'Tệp PDF bị hỏng hoặc thiếu dữ liệu. Hãy quét lại hoặc xin lại bản gốc.'

type Limits = Pick<Config, 'renderDpi' | 'maxPagePixels'>

export interface PdfReader {
  pageCount(path: string): Promise<number>
  rasterize(path: string, pageIndex: number): Promise<Raster>
  ownText(path: string, pageIndex: number): Promise<Line[] | undefined>
  dispose(): Promise<void>
}

/** Keeps the last document open: the pages of one scan come one after another. */
export function createPdfReader(read: (path: string) => Promise<Uint8Array>, limits: Limits): PdfReader {
  const turns = new PQueue({ concurrency: 1 })
  let library: PDFiumLibrary | undefined
  let last: { path: string; document: PDFiumDocument } | undefined

  const close = () => {
    last?.document.destroy()
    last = undefined
  }
  const documentOf = async (path: string) => {
    if (last?.path === path) return last.document
    close()
    library ??= await PDFiumLibrary.init()
    last = { path, document: await open(library, await read(path)) }
    return last.document
  }
  const use = <T>(path: string, work: (document: PDFiumDocument) => T | Promise<T>): Promise<T> =>
    turns.add(async () => {
      try {
        return await work(await documentOf(path))
      } catch (cause) {
        if (cause instanceof PipelineError) throw cause
        last = undefined
        library = undefined
        throw new EngineFailure('Không dựng được trang PDF. Trang sẽ được dựng lại.', { cause })
      }
    })
  return {
    pageCount: (path) => use(path, (document) => document.getPageCount()),
    rasterize: (path, pageIndex) => use(path, (document) => draw(document, pageIndex, limits)),
    ownText: (path, pageIndex) => use(path, (document) => ownTextOf(document.getPage(pageIndex))),
    async dispose() {
      await turns.onIdle()
      close()
      library?.destroy()
      library = undefined
    },
  }
}

async function open(library: PDFiumLibrary, bytes: Uint8Array): Promise<PDFiumDocument> {
  const isWhole = Buffer.from(bytes.subarray(-TAIL_BYTES)).includes('%%EOF')
  const document = await library.loadDocument(bytes).catch((cause: unknown) => {
    const isLocked = cause instanceof Error && /password|security/i.test(cause.message)
    throw new UnreadableInput(isLocked ? ENCRYPTED : BROKEN, { cause })
  })
  if (isWhole && document.getPageCount() > 0) return document
  document.destroy()
  throw new UnreadableInput(BROKEN)
}

async function draw(document: PDFiumDocument, pageIndex: number, limits: Limits): Promise<Raster> {
  const page = document.getPage(pageIndex)
  const { originalWidth, originalHeight } = page.getOriginalSize()
  if (!(originalWidth > 0 && originalHeight > 0)) throw new UnreadableInput(BROKEN)
  const across = originalWidth / POINTS_PER_INCH
  const along = originalHeight / POINTS_PER_INCH
  const scannedDpi = await nativeDpi(page, across, along)
  const wanted = Math.min(limits.renderDpi, Math.max(scannedDpi ?? limits.renderDpi, LOWEST_DPI))
  const most = Math.min(limits.maxPagePixels, MOST_DRAWN_PIXELS)
  const dpi = Math.min(wanted, Math.sqrt(most / (across * along)))
  // Size in pixels with scale 1: the library would round the page box down to whole points first.
  const size = { width: Math.max(1, Math.round(across * dpi)), height: Math.max(1, Math.round(along * dpi)), scale: 1 }
  const { width, height, data } = await page.render({ ...size, render: 'bitmap' })
  return { width, height, channels: 4, data, dpi, ...(scannedDpi !== undefined && { scannedDpi }) }
}

/** The resolution of the scan inside the page: drawing it finer invents pixels, drawing it coarser loses some. */
async function nativeDpi(page: PDFiumPage, across: number, along: number): Promise<number | undefined> {
  const count = Math.min(page.getObjectCount(), OBJECTS_LOOKED_AT)
  let best: number | undefined
  for (let index = 0; index < count; index += 1) {
    const object = page.getObject(index)
    if (object.type !== 'image') continue
    const image = await object.getImageDataRaw().catch(() => undefined)
    if (!image || image.width === 0 || image.height === 0) continue
    const isTurned = image.width > image.height !== across > along
    const dpi = (isTurned ? image.height : image.width) / across
    const dpiAlong = (isTurned ? image.width : image.height) / along
    const isWholePage = Math.min(dpi / dpiAlong, dpiAlong / dpi) > SAME_SHAPE
    if (isWholePage) best = Math.max(best ?? 0, dpi)
  }
  return best
}
