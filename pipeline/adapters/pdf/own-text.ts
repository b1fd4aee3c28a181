// The text of a PDF page that a program wrote, each word with its box. A scan with a layer of recognised text is a scan: its
// picture covers the page, its letters are invisible, and another engine's mistakes are not the paper's word.
import type { PDFiumPage } from '@hyzyla/pdfium'
import type { Box, Line, Word } from '../../../schemas/index.ts'
import { unionOf } from '../../core/box.ts'
import { convertedByFont, convertedByLetters } from '../../core/legacy-text.ts'
import { linesOf } from '../../core/lines.ts'
import { loadLegacyTables } from '../legacy-encodings.ts'
import { type Glyph, openPageText } from './page-glyphs.ts'

/** Fewer letters are a stamp of a scanner, a page number or a watermark. */
const leastLetters = 40
/** A share of letters that nobody sees, or of page that a picture covers: beyond it the page is a scan. */
const mostInvisible = 0.1
const mostCovered = 0.6
/** A share of letters of which the file does not say which they are. */
const mostUnmapped = 0.05
const doubtfulConfidence = 0.55

const tables = loadLegacyTables()

export function ownTextOf(page: PDFiumPage): Line[] | undefined {
  using text = openPageText(page)
  const glyphs = text.glyphs()
  const letters = glyphs.filter(({ sign }) => sign.trim() !== '')
  if (letters.length < leastLetters) return undefined
  const share = (of: (glyph: Glyph) => boolean) => letters.filter(of).length / letters.length
  if (share(({ isInvisible }) => isInvisible) > mostInvisible) return undefined
  if (share(({ isUnmapped }) => isUnmapped) > mostUnmapped) return undefined
  if (text.pictureCover() > mostCovered) return undefined
  const words = wordsOf(glyphs)
  return linesOf(words).map(({ words: own }) => ({ box: unionOf(own.map(({ box }) => box)), words: [...own] }))
}

interface Run {
  readonly font: string
  readonly text: string
  readonly box: Box
}

function wordsOf(glyphs: readonly Glyph[]): Word[] {
  const runs = runsOf(glyphs)
  const unknown = runs.map(({ text, font }) => convertedByFont(text, font, tables))
  const others = runs.filter((_, index) => unknown[index] === undefined)
  const byLetters = convertedByLetters(
    others.map(({ text }) => text),
    tables,
  )
  let at = 0
  return runs.flatMap((run, index) => {
    const known = unknown[index]
    const told = known === undefined ? byLetters[at++] : { text: known, isUnsure: false }
    const text = (told?.text ?? run.text).normalize('NFC').replace(/[\p{C}\s]+/gu, '')
    return text === '' ? [] : [{ text, box: run.box, confidence: told?.isUnsure ? doubtfulConfidence : 1 }]
  })
}

/** Letters of one word: white space, another line and a wide gap end it. */
function runsOf(glyphs: readonly Glyph[]): Run[] {
  const runs: Glyph[][] = [[]]
  for (const glyph of glyphs) {
    const last = runs.at(-1)?.at(-1)
    if (glyph.sign.trim() === '' || (last && isApart(last, glyph))) runs.push([])
    if (glyph.sign.trim() !== '') runs.at(-1)?.push(glyph)
  }
  return runs
    .filter((run) => run.length > 0)
    .map((run) => ({
      font: run[0]?.font ?? '',
      text: run.map(({ sign }) => sign).join(''),
      box: unionOf(run.map(({ box }) => box)),
    }))
}

/** Measured by the height of the letters, which on a page taller than wide is more than it seems across. */
function isApart({ box: a }: Glyph, { box: b }: Glyph): boolean {
  const gap = b[0] - (a[0] + a[2])
  const isElsewhere = Math.abs(a[1] + a[3] / 2 - b[1] - b[3] / 2) > Math.max(a[3], b[3])
  return isElsewhere || gap > Math.max(a[3], b[3]) * 0.6 || gap < -Math.max(a[2], b[2]) * 3
}
