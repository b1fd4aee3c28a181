// Paints sheets that are already set (core/sheet) into a PDF: letters, lines, pictures, QR codes.
import {
  beginText,
  endText,
  PDFDocument,
  type PDFOperator,
  type PDFPage,
  PDFName,
  rgb,
  setFontAndSize,
  setTextMatrix,
  showText,
} from 'pdf-lib'
import { layOut, paper } from '../../core/sheet/layout.ts'
import type { Area, Mark } from '../../core/sheet/mark.ts'
import type { Sheet, Weight } from '../../core/sheet.ts'
import { qrModules } from '../zxing.ts'
import { type Ink, inkOf } from './ink.ts'

const black = rgb(0, 0, 0)
const lineWidth = 0.5
const fontKeys = { regular: PDFName.of('F1'), bold: PDFName.of('F2') } as const

export async function paintSheets(pdf: PDFDocument, sheets: readonly Sheet[]): Promise<void> {
  const inks = { regular: await inkOf(pdf), bold: await inkOf(pdf, 'bold') }
  const measure = (text: string, weight: Weight) => inks[weight].write(text).advance
  for (const sheet of sheets) {
    for (const marks of layOut(sheet, measure)) await paintPage(pdf, marks, inks)
  }
}

async function paintPage(pdf: PDFDocument, marks: readonly Mark[], inks: Readonly<Record<Weight, Ink>>): Promise<void> {
  const page = pdf.addPage([paper.width, paper.height])
  page.node.setFontDictionary(fontKeys.regular, inks.regular.font.ref)
  page.node.setFontDictionary(fontKeys.bold, inks.bold.font.ref)
  for (const mark of marks) {
    if (mark.kind === 'picture') await paintPicture(pdf, page, mark.jpeg, mark.area)
    else if (mark.kind === 'qr') await paintQr(page, mark.text, mark.area)
    else if (mark.kind === 'line') page.drawLine({ start: up(mark.from), end: up(mark.to), thickness: lineWidth })
  }
  page.pushOperators(beginText(), ...marks.flatMap((mark) => textOperators(mark, inks)), endText())
}

const up = ([x, y]: readonly [number, number]) => ({ x, y: paper.height - y })

function textOperators(mark: Mark, inks: Readonly<Record<Weight, Ink>>): PDFOperator[] {
  if (mark.kind !== 'text' || mark.text === '') return []
  const { text, x, y, size, weight } = mark
  return [
    setFontAndSize(fontKeys[weight], size),
    setTextMatrix(1, 0, 0, 1, x, paper.height - y),
    showText(inks[weight].write(text).hex),
  ]
}

/** As large as fits, its own proportions kept, with a thin frame. */
async function paintPicture(pdf: PDFDocument, page: PDFPage, jpeg: Uint8Array, area: Area): Promise<void> {
  const [left, top, width, height] = area
  const image = await pdf.embedJpg(jpeg)
  const scale = Math.min(width / image.width, height / image.height)
  const size = { width: image.width * scale, height: image.height * scale }
  const place = { x: left, y: paper.height - top - size.height, ...size }
  page.drawImage(image, place)
  page.drawRectangle({ ...place, borderColor: black, borderWidth: lineWidth })
}

/** A rectangle for each run of black modules: sharp at any size, and the white around it is the sheet's. */
async function paintQr(page: PDFPage, text: string, [left, top, side]: Area): Promise<void> {
  const rows = await qrModules(text)
  const module = side / rows.length
  for (const [row, runs] of rows.entries()) {
    for (const { start, length } of runs) {
      const place = { x: left + start * module, y: paper.height - top - (row + 1) * module }
      page.drawRectangle({ ...place, width: length * module, height: module, color: black })
    }
  }
}
