// The only writer of PDF files: page images with their words as invisible text over them, and printed sheets. Knows nothing
// of fields or forms; the same content gives the same bytes (no clock, no counter, an id from the content).
import { createHash } from 'node:crypto'
import { PDFDocument, PDFHexString as Hex } from 'pdf-lib'
import type { PdfWriter } from '../core/stage.ts'
import { type Ink, inkOf } from './pdf/ink.ts'
import { paintSheets } from './pdf/sheets.ts'
import { layWords } from './pdf/words.ts'

type SearchablePage = Parameters<PdfWriter['searchable']>[0][number]

const pointsPerInch = 72
const whole = { useObjectStreams: false, objectsPerTick: Number.POSITIVE_INFINITY }

export function createPdfWriter(): PdfWriter {
  return {
    searchable: async (pages, title) => {
      const pdf = await begun(title)
      const ink = await inkOf(pdf)
      for (const page of pages) await addPage(pdf, page, ink)
      const parts = pages.flatMap(({ jpeg, dpi, words }) => [jpeg, JSON.stringify([dpi, words])])
      return await saved(pdf, [title, ...parts])
    },
    sheets: async (sheets, title) => {
      const pdf = await begun(title)
      await paintSheets(pdf, sheets)
      return await saved(pdf, [await pdf.save(whole)])
    },
  }
}

/** No dates: a date would be the clock's, and the same content must give the same bytes. */
async function begun(title: string): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.setTitle(title, { showInWindowTitleBar: true })
  pdf.setLanguage('vi-VN')
  pdf.setProducer('hoso')
  pdf.setCreator('hoso')
  return pdf
}

/** The id comes from what is in it. */
function saved(pdf: PDFDocument, parts: readonly (string | Uint8Array)[]): Promise<Uint8Array> {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  const id = Hex.of(hash.digest('hex').slice(0, 32))
  pdf.context.trailerInfo.ID = pdf.context.obj([id, id])
  return pdf.save(whole)
}

async function addPage(pdf: PDFDocument, { jpeg, dpi, words }: SearchablePage, ink: Ink): Promise<void> {
  const image = await pdf.embedJpg(jpeg)
  const width = (image.width / dpi) * pointsPerInch
  const height = (image.height / dpi) * pointsPerInch
  const page = pdf.addPage([width, height])
  page.drawImage(image, { x: 0, y: 0, width, height })
  layWords(page, words, ink)
}
