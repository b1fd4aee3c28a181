// Words into lines of text by where they stand. Which line is read first is the business of reading-order.ts.
import type { Box, Word } from '../../schemas/index.ts'
import { middleY, sharedHeight, unionOf } from './box.ts'

interface Placed {
  readonly box: Box
}

export interface TextLine<W extends Placed = Word> {
  readonly words: readonly W[]
  readonly box: Box
}

/** Words share a line when at least half of the flatter one stands at the other's height. */
const sameLine = 0.5

/**
 * The lines of text from the top down, each from left to right. The engine's own lines are not trusted: it tears a line at
 * wide gaps and joins columns. Each word is compared with the nearest word before it, so a small skew does no harm.
 */
export function linesOf<W extends Placed>(words: readonly W[]): TextLine<W>[] {
  const usual = usualHeight(words)
  const lines: { words: W[]; last: Box }[] = []
  for (const word of words.toSorted((a, b) => a.box[0] - b.box[0])) {
    const [best] = lines
      .map((line) => ({
        line,
        shared: sharedHeight(line.last, word.box),
        apart: Math.abs(middleY(line.last) - middleY(word.box)),
      }))
      .filter(({ shared }) => shared >= sameLine)
      .sort((a, b) => a.apart - b.apart)
    if (!best) lines.push({ words: [word], last: word.box })
    else {
      best.line.words.push(word)
      // A dot or comma is too flat, a bracket or stroke of a seal too tall, to say where its line runs.
      if (isUsual(word.box, usual) || !isUsual(best.line.last, usual)) best.line.last = word.box
    }
  }
  return lines
    .map((line) => ({ words: line.words, box: unionOf(line.words.map(({ box }) => box)) }))
    .sort((a, b) => lineY(a.words, usual) - lineY(b.words, usual))
}

export const textOf = (words: readonly { readonly text: string }[]): string => words.map(({ text }) => text).join(' ')

/** The height of most words. */
export function usualHeight(words: readonly Placed[]): number {
  return median(words.map(({ box }) => box[3]))
}

const isUsual = ([, , , height]: Box, usual: number) => height >= usual * 0.6 && height <= usual * 1.8

/** The height at which a line runs: the middle of its ordinary words. */
function lineY(words: readonly Placed[], usual: number): number {
  const ordinary = words.filter(({ box }) => isUsual(box, usual))
  return median((ordinary.length > 0 ? ordinary : words).map(({ box }) => middleY(box)))
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
