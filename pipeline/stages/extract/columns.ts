// The columns of a table printed downwards: cut by ruled lines where there are, by the empty strips between words else.
import type { TableItem } from '../../../schemas/index.ts'
import { middleX, rightOf } from '../../core/box.ts'
import { editDistance } from '../../core/text.ts'
import { lettersOf, type Token } from '../../core/form/tokens.ts'

/** Of the words of a head, so many at least must be words of the form's heads. */
const headShare = 0.6
/** An empty strip narrower than this (a third of a millimetre) is a gap between words. */
const leastStrip = 0.004

/** The words a column's head is made of. */
export const vocabularyOf = (labels: readonly string[]): ReadonlySet<string> =>
  new Set(
    labels
      .flatMap((label) => [...label.split(/[\s\-–/(),;]+/u), ...label.split(/\s+/u)])
      .map(lettersOf)
      .filter((word) => word !== ''),
  )

/** Whether tokens are printed heads: words of the heads' vocabulary, misread by a letter at most, and no date or number. */
export function isHead(tokens: readonly Token[], item: TableItem): boolean {
  const words = tokens.filter(({ letters, isLeader }) => letters !== '' && !isLeader)
  if (words.length === 0) return false
  if (words.every(({ text }) => /^\(?\d\)?$/u.test(text))) return words.length >= item.columns.length - 1
  if (words.some(({ text }) => /\d{2}/u.test(text))) return false
  const vocabulary = vocabularyOf(item.columns.flatMap(({ label }) => label))
  return words.filter(({ letters }) => isOneOf(letters, vocabulary)).length >= words.length * headShare
}

function isOneOf(letters: string, vocabulary: ReadonlySet<string>): boolean {
  if (vocabulary.has(letters)) return true
  return letters.length >= 4 && [...vocabulary].some((word) => word.length >= 4 && editDistance(letters, word, 1) <= 1)
}

/** Which of the form's columns each drawn column is, by the words of its head; undefined for a running number. */
export function columnsByHead(
  heads: readonly (readonly Token[])[],
  item: TableItem,
): (number | undefined)[] | undefined {
  if (heads.length === item.columns.length) return heads.map((_, index) => index)
  if (heads.length < item.columns.length) return undefined
  const found = heads.map((head) => likeliest(head, item))
  const isInOrder = found.filter((at) => at !== undefined).every((at, i, all) => i === 0 || at >= (all[i - 1] ?? 0))
  return isInOrder && item.columns.every((_, index) => found.includes(index)) ? found : undefined
}

function likeliest(head: readonly Token[], item: TableItem): number | undefined {
  const words = head.filter(({ letters }) => letters !== '')
  const shares = item.columns.map(({ label }, index) => {
    const vocabulary = vocabularyOf(label)
    return {
      index,
      share: words.filter(({ letters }) => isOneOf(letters, vocabulary)).length / Math.max(1, words.length),
    }
  })
  const [best] = shares.sort((a, b) => b.share - a.share)
  return best && best.share >= headShare ? best.index : undefined
}

/** The edges between so many columns: the widest strips no word stands in, least of all a head's; none if there are too few. */
export function edgesBetween(tokens: readonly Token[], columns: number): number[] | undefined {
  const spans = tokens.map(({ box }) => [box[0], rightOf(box)] as const).sort((a, b) => a[0] - b[0])
  const strips: { from: number; to: number }[] = []
  let reached = spans[0]?.[1] ?? 0
  for (const [left, right] of spans) {
    if (left - reached >= leastStrip) strips.push({ from: reached, to: left })
    reached = Math.max(reached, right)
  }
  const widest = strips.sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, columns - 1)
  if (widest.length < columns - 1) return undefined
  return [0, ...widest.map(({ from, to }) => (from + to) / 2).sort((a, b) => a - b), 1]
}

/** The tokens by column. */
export function byColumn(tokens: readonly Token[], edges: readonly number[]): Token[][] {
  return edges
    .slice(1)
    .map((edge, index) => tokens.filter(({ box }) => middleX(box) >= (edges[index] ?? 0) && middleX(box) < edge))
}
