// The only writer of PDF files: page images with their words as invisible text over them, and printed sheets. Knows nothing
// of fields or forms; the same content gives the same bytes (no clock, no counter, an id from the content).
import { createHash } from 'node:crypto'
import {
  beginText,
  endText,
  PDFDocument,
  PDFHexString as Hex,
  PDFName,
  type PDFOperator,
  type PDFPage,
  setCharacterSqueeze,
  setFontAndSize,
  setTextMatrix,
  setTextRenderingMode,
  showText,
  TextRenderingMode,
} from 'pdf-lib'
import type { PdfWriter } from '../core/stage.ts'
import { textRuns, type TextRun } from '../core/text-layer.ts'
import { type Ink, inkOf } from './pdf/ink.ts'
import { paintSheets } from './pdf/sheets.ts'

type SearchablePage = Parameters<PdfWriter['searchable']>[0][number]

const pointsPerInch = 72
const whole = { useObjectStreams: false, objectsPerTick: Number.POSITIVE_INFINITY }
const fontKey = PDFName.of('F1')

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
  if (words.length > 0) layText(page, textRuns(words), ink)
}

function layText(page: PDFPage, runs: readonly TextRun[], ink: Ink): void {
  page.node.setFontDictionary(fontKey, ink.font.ref)
  const operators = runs.flatMap((run) => runOperators(run, page.getWidth(), page.getHeight(), ink))
  page.pushOperators(beginText(), setTextRenderingMode(TextRenderingMode.Invisible), ...operators, endText())
}

/** From the font's ascent at the top of the run to its descent at the bottom, stretched to the width of the word. */
function runOperators(
  { text, box: [left, top, width, height], isLineEnd }: TextRun,
  pageWidth: number,
  pageHeight: number,
  ink: Ink,
): PDFOperator[] {
  const { hex, advance } = ink.write(text)
  const size = round((height * pageHeight) / (ink.ascent - ink.descent))
  if (size <= 0 || advance <= 0 || width <= 0) return []
  const baseline = pageHeight * (1 - top) - ink.ascent * size
  return [
    setFontAndSize(fontKey, size),
    setCharacterSqueeze(round((100 * width * pageWidth) / (advance * size))),
    setTextMatrix(1, 0, 0, 1, round(left * pageWidth), round(baseline)),
    showText(isLineEnd ? hex : Hex.of(hex.asString() + ink.space.asString())),
  ]
}

/** A thousandth of a point is finer than any printer. */
const round = (value: number): number => Math.round(value * 1000) / 1000
