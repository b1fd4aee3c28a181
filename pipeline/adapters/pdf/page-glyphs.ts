// The letters of a PDF page as PDFium has them: the wrapper gives plain text alone, so its library is asked directly. Knows
// pointers, frees what it takes, and closes the page.
import type { PDFiumPage } from '@hyzyla/pdfium'
import { z } from 'zod'
import type { Box } from '../../../schemas/index.ts'
import { BrokenContract } from '../../core/errors.ts'

export interface Glyph {
  readonly sign: string
  readonly box: Box
  readonly font: string
  /** Text rendering mode 3 of ISO 32000-1, 9.3.6. */
  readonly isInvisible: boolean
  /** The file does not say which letter it is. */
  readonly isUnmapped: boolean
}

export interface PageGlyphs extends Disposable {
  glyphs(): Glyph[]
  /** The part of the page under its largest picture. */
  pictureCover(): number
}

type Call = (...args: readonly number[]) => number
const call = z.custom<Call>((value) => typeof value === 'function')
const Library = z.object({
  _FPDFText_LoadPage: call,
  _FPDFText_ClosePage: call,
  _FPDFText_CountChars: call,
  _FPDFText_GetUnicode: call,
  _FPDFText_GetCharBox: call,
  _FPDFText_GetLooseCharBox: call,
  _FPDFText_GetTextObject: call,
  _FPDFText_GetFontInfo: call,
  _FPDFText_HasUnicodeMapError: call,
  _FPDFTextObj_GetTextRenderMode: call,
  _FPDFPageObj_GetType: call,
  _FPDFPageObj_GetBounds: call,
  _FPDFPage_CountObjects: call,
  _FPDFPage_GetObject: call,
  _FPDF_PageToDevice: call,
  _FPDF_ClosePage: call,
  HEAPU8: z.instanceof(Uint8Array),
  wasmExports: z.object({ malloc: call, free: call }),
})
type Library = z.infer<typeof Library>

const INVISIBLE = 3
const IMAGE = 3
const ROOM = 256
/** Fine enough for a fraction of a page, and within the whole numbers the library gives. */
const DEVICE = 100_000

export function openPageText(page: PDFiumPage): PageGlyphs {
  const parsed = Library.safeParse(Reflect.get(page, 'module'))
  const pageIdx = z.number().safeParse(Reflect.get(page, 'pageIdx'))
  if (!parsed.success || !pageIdx.success)
    throw new BrokenContract('Thư viện PDF đã đổi cấu trúc. Hãy cài đúng phiên bản trong package-lock.json.')
  const pdf = parsed.data
  const memory = pdf.wasmExports.malloc(ROOM)
  const text = pdf._FPDFText_LoadPage(pageIdx.data)
  const heap = () => new DataView(memoryOf(page).buffer)
  const at = { page: pageIdx.data, text, memory, heap }
  return {
    glyphs: () => Array.from({ length: Math.max(0, pdf._FPDFText_CountChars(text)) }, (_, i) => glyphAt(pdf, at, i)),
    pictureCover: () => coverOf(pdf, at),
    [Symbol.dispose]: () => {
      pdf._FPDFText_ClosePage(text)
      pdf.wasmExports.free(memory)
      // The wrapper frees a page only when it draws it.
      pdf._FPDF_ClosePage(pageIdx.data)
    },
  }
}

/** The memory of the library may have grown and moved since. */
function memoryOf(page: PDFiumPage): Uint8Array {
  return Library.shape.HEAPU8.parse(Reflect.get(z.object({}).loose().parse(Reflect.get(page, 'module')), 'HEAPU8'))
}

interface At {
  readonly page: number
  readonly text: number
  readonly memory: number
  readonly heap: () => DataView
}

function glyphAt(pdf: Library, at: At, index: number): Glyph {
  const { text, memory } = at
  const object = pdf._FPDFText_GetTextObject(text, index)
  // Loose boxes are as high as the line, as the boxes of the engine are for a whole word.
  pdf._FPDFText_GetCharBox(text, index, memory, memory + 8, memory + 16, memory + 24)
  const view = at.heap()
  const [left = 0, right = 0, bottom = 0, top = 0] = [0, 8, 16, 24].map((step) => view.getFloat64(memory + step, true))
  return {
    sign: String.fromCodePoint(Math.max(0, pdf._FPDFText_GetUnicode(text, index))),
    box: boxOf(pdf, at, [left, top, right, bottom]),
    font: fontOf(pdf, at, index),
    isInvisible: object !== 0 && pdf._FPDFTextObj_GetTextRenderMode(object) === INVISIBLE,
    isUnmapped: pdf._FPDFText_HasUnicodeMapError(text, index) === 1,
  }
}

function fontOf(pdf: Library, { text, memory, heap }: At, index: number): string {
  const length = pdf._FPDFText_GetFontInfo(text, index, memory + 32, ROOM - 40, memory)
  if (length <= 1 || length > ROOM - 40) return ''
  return new TextDecoder().decode(new Uint8Array(heap().buffer, memory + 32, length - 1))
}

/** From the page's own measure, which may be turned or shifted, to fractions of the page as shown. */
function boxOf(pdf: Library, at: At, [left, top, right, bottom]: readonly [number, number, number, number]): Box {
  const [x1, y1] = shown(pdf, at, left, top)
  const [x2, y2] = shown(pdf, at, right, bottom)
  const box: Box = [Math.min(x1, x2), Math.min(y1, y2), Math.abs(x1 - x2), Math.abs(y1 - y2)]
  return [
    part(box[0]),
    part(box[1]),
    Math.min(part(box[2]), 1 - part(box[0])),
    Math.min(part(box[3]), 1 - part(box[1])),
  ]
}

const part = (share: number): number => Math.min(1, Math.max(0, share))

function shown(pdf: Library, { page, memory, heap }: At, x: number, y: number): [number, number] {
  pdf._FPDF_PageToDevice(page, 0, 0, DEVICE, DEVICE, 0, x, y, memory + 32, memory + 36)
  const view = heap()
  return [view.getInt32(memory + 32, true) / DEVICE, view.getInt32(memory + 36, true) / DEVICE]
}

function coverOf(pdf: Library, at: At): number {
  const { page, memory } = at
  let most = 0
  for (let index = 0; index < pdf._FPDFPage_CountObjects(page); index += 1) {
    const object = pdf._FPDFPage_GetObject(page, index)
    if (pdf._FPDFPageObj_GetType(object) !== IMAGE) continue
    pdf._FPDFPageObj_GetBounds(object, memory, memory + 4, memory + 8, memory + 12)
    const view = at.heap()
    const [left = 0, bottom = 0, right = 0, top = 0] = [0, 4, 8, 12].map((step) => view.getFloat32(memory + step, true))
    const [, , width, height] = boxOf(pdf, at, [left, top, right, bottom])
    most = Math.max(most, width * height)
  }
  return most
}
