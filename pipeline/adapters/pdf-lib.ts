// The only writer of PDF files: a page image with its words as invisible text over it. Knows nothing of fields or forms;
// the same pages give the same bytes (no clock, no counter, an id from the content).
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import fontkit from '@pdf-lib/fontkit'
import {
  beginText,
  endText,
  type PDFFont,
  type PDFHexString,
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

type SearchablePage = Parameters<PdfWriter['searchable']>[0][number]

const fontFile = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf',
)
const pointsPerInch = 72
/** A subset carries six letters before its name (ISO 32000-1, 9.6.4). */
const subsetName = 'HOSOVN+NotoSerif-Regular'
const fontKey = PDFName.of('F1')

export function createPdfWriter(): PdfWriter {
  return {
    searchable: async (pages, title) => {
      const pdf = await PDFDocument.create({ updateMetadata: false })
      describe(pdf, pages, title)
      const ink = await inkOf(pdf)
      for (const page of pages) await addPage(pdf, page, ink)
      return await pdf.save({ useObjectStreams: false, objectsPerTick: Number.POSITIVE_INFINITY })
    },
  }
}

/** No dates: a date would be the clock's, and the same dossier must give the same bytes. */
function describe(pdf: PDFDocument, pages: readonly SearchablePage[], title: string): void {
  pdf.setTitle(title, { showInWindowTitleBar: true })
  pdf.setLanguage('vi-VN')
  pdf.setProducer('hoso')
  pdf.setCreator('hoso')
  const hash = createHash('sha256').update(title)
  for (const { jpeg, dpi, words } of pages) hash.update(jpeg).update(JSON.stringify([dpi, words]))
  const id = Hex.of(hash.digest('hex').slice(0, 32))
  pdf.context.trailerInfo.ID = pdf.context.obj([id, id])
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

/**
 * Two quirks of this fontkit. The PDF library calls `encode()` where there is one, and this one wants a stream: only its
 * stream is offered. And it writes glyph offsets in the short form, halved, though glyphs of odd length stand between:
 * the long form (version 1) keeps every outline (foliojs/fontkit pull request 191).
 */
const mendedFontkit: Parameters<PDFDocument['registerFontkit']>[0] = {
  create: (bytes, name) => {
    const font = fontkit.create(bytes, name)
    const subset = font.createSubset()
    let offsets: object | undefined
    Object.defineProperty(subset, 'loca', {
      get: () => offsets,
      set: (fresh: object) => {
        offsets = Object.assign(fresh, { version: 1 })
      },
    })
    const offered = { includeGlyph: subset.includeGlyph.bind(subset), encodeStream: subset.encodeStream.bind(subset) }
    return Object.assign(font, { createSubset: () => offered })
  },
}

/** The font of one document; widths and heights in units of the font size. */
interface Ink {
  readonly font: PDFFont
  readonly ascent: number
  readonly descent: number
  readonly space: PDFHexString
  write(text: string): { hex: PDFHexString; advance: number }
}

/**
 * Letter by letter, so that no ligature and no kerning stands between what was read and what is copied out.
 * A letter the font lacks becomes a space.
 */
async function inkOf(pdf: PDFDocument): Promise<Ink> {
  pdf.registerFontkit(mendedFontkit)
  const font = await pdf.embedFont(await readFile(fontFile), { subset: true, customName: subsetName })
  const known = new Set(font.getCharacterSet())
  const letters = new Map<string, { hex: string; advance: number }>()
  const letter = (wanted: string): { hex: string; advance: number } => {
    const found = letters.get(wanted)
    if (found !== undefined) return found
    const drawn = known.has(wanted.codePointAt(0) ?? 0) ? wanted : ' '
    const made = { hex: font.encodeText(drawn).asString(), advance: font.widthOfTextAtSize(drawn, 1) }
    letters.set(wanted, made)
    return made
  }
  return {
    font,
    ascent: font.heightAtSize(1, { descender: false }),
    descent: font.heightAtSize(1, { descender: false }) - font.heightAtSize(1),
    space: Hex.of(letter(' ').hex),
    write: (text) => {
      const drawn = Array.from(text.normalize('NFC'), letter)
      return {
        hex: Hex.of(drawn.map(({ hex }) => hex).join('')),
        advance: drawn.reduce((sum, { advance }) => sum + advance, 0),
      }
    },
  }
}

/** A thousandth of a point is finer than any printer. */
const round = (value: number): number => Math.round(value * 1000) / 1000
