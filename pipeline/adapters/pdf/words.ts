// Lays the words of a page over its picture: invisible, where they were read, to be marked, searched and copied.
import {
  beginText,
  endText,
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
import { textRuns, type TextRun } from '../../core/text-layer.ts'
import type { Ink } from './ink.ts'

const fontKey = PDFName.of('F1')

/** Invisible, in the order given; nothing at all where there are no words. */
export function layWords(page: PDFPage, words: Parameters<typeof textRuns>[0], ink: Ink): void {
  if (words.length === 0) return
  page.node.setFontDictionary(fontKey, ink.font.ref)
  const operators = textRuns(words).flatMap((run) => runOperators(run, page.getWidth(), page.getHeight(), ink))
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
