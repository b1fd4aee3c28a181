// Words into lines of text by where they stand. Which line is read first is the business of reading-order.ts.
import type { Box, Word } from '../../schemas/index.ts'
import { middleY, rightOf, sharedHeight, unionOf } from './box.ts'

interface Placed {
  readonly box: Box
}

export interface TextLine<W extends Placed = Word> {
  readonly words: readonly W[]
  readonly box: Box
}

/** Words share a line when at least half of the flatter one stands at the other's height. */
const sameLine = 0.5
/** So many usual heights a dot or a bracket may stand above or below the middle of the words of its line. */
const beside = 0.9

/**
 * The lines of text from the top down, each from left to right. The engine's own lines are not trusted: it tears a line at
 * wide gaps and joins columns. Each word is compared with the nearest word before it, so a small skew does no harm.
 * A dot or comma is too flat, a bracket or stroke of a seal too tall, to say where a line runs: they join one afterwards.
 */
export function linesOf<W extends Placed>(words: readonly W[]): TextLine<W>[] {
  const usual = usualHeight(words)
  const lines = chained(words.filter(({ box }) => isUsual(box, usual)))
  const stray = words.filter(({ box }) => !isUsual(box, usual))
  const homes = stray.map((word) => nearestLine(lines, word, usual * beside))
  for (const [at, word] of stray.entries()) homes[at]?.push(word)
  const own = chained(stray.filter((_, at) => homes[at] === undefined))
  return [...lines, ...own]
    .map((line) => line.toSorted((a, b) => a.box[0] - b.box[0]))
    .map((line) => ({ words: line, box: unionOf(line.map(({ box }) => box)) }))
    .sort((a, b) => lineY(a.words, usual) - lineY(b.words, usual))
}

/** Each word goes on with the line whose last word it stands beside. */
function chained<W extends Placed>(words: readonly W[]): W[][] {
  const lines: { words: W[]; last: Box }[] = []
  for (const word of words.toSorted((a, b) => a.box[0] - b.box[0])) {
    const [best] = lines
      .filter(({ last }) => sharedHeight(last, word.box) >= sameLine)
      .sort((a, b) => apart(a.last, word.box) - apart(b.last, word.box))
    if (!best) lines.push({ words: [word], last: word.box })
    else {
      best.words.push(word)
      best.last = word.box
    }
  }
  return lines.map((line) => line.words)
}

const apart = (a: Box, b: Box): number => Math.abs(middleY(a) - middleY(b))

/** The line whose nearest word stands nearest in height; none if all are further than `reach`. */
function nearestLine<W extends Placed>(lines: readonly W[][], { box }: W, reach: number): W[] | undefined {
  let found: { line: W[]; far: number } | undefined
  for (const line of lines) {
    const next = line.reduce((best, word) => (gap(word.box, box) < gap(best.box, box) ? word : best))
    const far = apart(next.box, box)
    if (far <= reach && far < (found?.far ?? Number.POSITIVE_INFINITY)) found = { line, far }
  }
  return found?.line
}

/** The empty room between two boxes, sideways; below nothing where one stands over the other. */
const gap = (a: Box, b: Box): number => Math.max(a[0] - rightOf(b), b[0] - rightOf(a))

/** A sign that closes stands close behind its word, though dots to write on may have parted them on the paper. */
const closes = /^[,;.)]+$/u

export const textOf = (words: readonly { readonly text: string }[]): string =>
  words.reduce((line, { text }) => (line === '' || closes.test(text) ? line + text : `${line} ${text}`), '')

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
