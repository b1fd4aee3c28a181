// What the engine answered, as our shapes: NFC text, boxes in fractions of the image, confidence 0 to 1.
import type { Page } from 'tesseract.js'
import type { Box, Line, Word } from '../../schemas/index.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** The engine gives pixels of the image it was handed, so the image itself says what they are fractions of. */
export function readLines(page: Page, png: Uint8Array): Line[] {
  const size = sizeOfPng(png)
  const lines = (page.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines))
  return lines.flatMap((line) => {
    const words = line.words.flatMap((word) => toWord(word, size))
    return words.length === 0 ? [] : [{ box: toBox(line.bbox, size), words }]
  })
}

export function meanConfidence(lines: readonly Line[]): number {
  const words = lines.flatMap((line) => line.words)
  return words.length === 0 ? 0 : words.reduce((sum, word) => sum + word.confidence, 0) / words.length
}

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

/** Width and height stand at fixed places in the header of every PNG. */
function sizeOfPng(png: Uint8Array): Size {
  const header = new DataView(png.buffer, png.byteOffset, png.byteLength)
  return { width: header.getUint32(16), height: header.getUint32(20) }
}
