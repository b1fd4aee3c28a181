// Reads a PDF back with PDFium, another engine than the one that wrote it: its text, and where each letter stands.
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { z } from 'zod'

export interface Letter {
  readonly text: string
  /** [left, top, width, height] in points from the top left, from the font's highest to its lowest. */
  readonly box: readonly [number, number, number, number]
}

export interface PdfPageText {
  readonly text: string
  readonly width: number
  readonly height: number
  readonly letters: readonly Letter[]
}

const call = z.custom<(...args: number[]) => number>((value) => typeof value === 'function')
/** PDFium's calls about letters, which the package has but does not declare. */
const Handle = z.object({
  pageIdx: z.number(),
  module: z.object({
    _FPDFText_LoadPage: call,
    _FPDFText_ClosePage: call,
    _FPDFText_CountChars: call,
    _FPDFText_GetUnicode: call,
    _FPDFText_GetLooseCharBox: call,
    wasmExports: z.object({ malloc: call, free: call }),
    HEAPU8: z.instanceof(Uint8Array),
  }),
})

export async function pdfText(bytes: Uint8Array): Promise<PdfPageText[]> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(bytes)
  const pages = Array.from(document.pages(), (page) => {
    const { originalWidth: width, originalHeight: height } = page.getOriginalSize()
    return { text: page.getText().replaceAll('\r\n', '\n'), width, height, letters: lettersOf(page, height) }
  })
  document.destroy()
  library.destroy()
  return pages
}

function lettersOf(page: unknown, pageHeight: number): Letter[] {
  const { pageIdx, module } = Handle.parse(page)
  const {
    _FPDFText_LoadPage: open,
    _FPDFText_ClosePage: close,
    _FPDFText_CountChars: count,
    _FPDFText_GetUnicode: unicodeOf,
    _FPDFText_GetLooseCharBox: writeBox,
  } = module
  const text = open(pageIdx)
  const rectangle = module.wasmExports.malloc(16)
  const letters = Array.from({ length: count(text) }, (_, index): Letter => {
    writeBox(text, index, rectangle)
    const view = new DataView(module.HEAPU8.buffer, rectangle, 16)
    const [left = 0, top = 0, right = 0, bottom = 0] = [0, 4, 8, 12].map((offset) => view.getFloat32(offset, true))
    return {
      text: String.fromCodePoint(unicodeOf(text, index)),
      box: [left, pageHeight - top, right - left, top - bottom],
    }
  })
  module.wasmExports.free(rectangle)
  close(text)
  return letters
}
