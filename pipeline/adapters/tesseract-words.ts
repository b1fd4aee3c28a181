// What the engine answered, as our shapes: NFC text of our alphabet, boxes in fractions of the image, confidence 0 to 1.
// The picture it read decides where one word ends: the engine loses spaces that are plain to see.
import type { Page, Word as EngineWord } from 'tesseract.js'
import type { Box, Line, ReadLine, Word } from '../../schemas/index.ts'
import type { Grid } from './imaging/grid.ts'
import { withOurSigns } from './engine-signs.ts'
import { splitAtGaps } from './word-gaps.ts'

type Size = Pick<Grid, 'width' | 'height'>

/** Taller than the usual word by this factor, and not surely read: a stroke of a signature, a shadow in a photo. */
const SCRAWL = { height: 2.2, confidence: 0.5 }

/** The engine gives pixels of the image it was handed. */
export function readLines(page: Page, image: Grid): Line[] {
  const lines = linesOf(page)
  const usual = usualHeight(lines.flatMap((line) => line.words))
  return lines.flatMap((line) => {
    const words = line.words
      .filter((word) => !isScrawl(word, usual))
      .flatMap((word) => splitAtGaps(withOurSigns(word, usual), image, usual))
      .flatMap((word) => toWord(word, image))
    return words.length === 0 ? [] : [{ box: toBox(line.bbox, image), words }]
  })
}

/** A picture that is one line: its words in the engine's order. */
export function readLine(page: Page, image: Grid): ReadLine {
  const words = wordsOf(page)
  const usual = usualHeight(words)
  return words
    .flatMap((word) => splitAtGaps(withOurSigns(word, usual), image, usual))
    .flatMap((word) => toWord(word, image))
    .map(({ text, confidence }) => ({ text, confidence }))
}

export function meanConfidence(page: Page): number {
  const words = wordsOf(page)
  return words.length === 0 ? 0 : words.reduce((sum, word) => sum + clamp(word.confidence / 100), 0) / words.length
}

const linesOf = (page: Page) =>
  (page.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines))

const wordsOf = (page: Page): EngineWord[] =>
  linesOf(page)
    .flatMap((line) => line.words)
    .filter((word) => word.text.trim() !== '')

/** In pixels, of the signs (with their tones); words of one sign and of many count alike. */
function usualHeight(words: readonly EngineWord[]): number {
  const heights = words.flatMap(({ symbols }) => symbols.map(({ bbox }) => bbox.y1 - bbox.y0)).sort((a, b) => a - b)
  return heights[Math.floor(heights.length / 2)] ?? 0
}

const isScrawl = ({ bbox, confidence }: EngineWord, usual: number): boolean =>
  bbox.y1 - bbox.y0 > usual * SCRAWL.height && confidence / 100 < SCRAWL.confidence

function toWord(word: { text: string; confidence: number; bbox: Bounds }, size: Size): Word[] {
  const text = word.text.normalize('NFC').trim()
  return text === '' ? [] : [{ text, box: toBox(word.bbox, size), confidence: clamp(word.confidence / 100) }]
}

interface Bounds {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

function toBox({ x0, y0, x1, y1 }: Bounds, { width, height }: Size): Box {
  const left = clamp(x0 / width)
  const top = clamp(y0 / height)
  return [left, top, clamp(x1 / width) - left, clamp(y1 / height) - top]
}

const clamp = (share: number) => Math.min(1, Math.max(0, share))
