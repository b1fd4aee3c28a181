// How far one writing is from another when the engine or a hand has gone wrong: a lost tone is little, a letter of the same
// shape more, another letter most. The weights are data; what is near enough to be meant is left to closest.ts.
import type { ConfusionList } from '../../../schemas/index.ts'
import { toneMarks, unifyTones } from '../text.ts'

/** A writing taken apart once, to be compared often: for each letter its code, mark (hat, horn, breve, stroke) and tone. */
export interface Spelling {
  readonly letters: string
  readonly codes: readonly number[]
  readonly marks: readonly string[]
  readonly tones: readonly string[]
  /** `pairs[i]`: letters i-1 and i as one sign that may be misread, or 0. */
  readonly pairs: readonly number[]
  readonly missing: readonly number[]
}

export interface Confusion {
  spell(text: string): Spelling
  /** Infinity as soon as it must be more than `max`. */
  between(a: Spelling, b: Spelling, max?: number): number
  /** The same over plain texts; case and place of the tone (hòa, hoà) do not count. */
  distance(a: string, b: string, max?: number): number
}

export function confusionOf(list: ConfusionList): Confusion {
  const weights = weightsOf(list)
  const spell = (text: string) => spelling(text, weights)
  const measure = (a: Spelling, b: Spelling, max = Number.POSITIVE_INFINITY) => between(a, b, max, weights)
  return { spell, between: measure, distance: (a, b, max) => measure(spell(a), spell(b), max) }
}

/** One letter or two as a number. */
const codeOf = (letters: string): number =>
  [...letters].reduce((code, letter) => code * ALPHABET + (letter.charCodeAt(0) % ALPHABET), 0)
/** Letters without signs are ASCII; what is not falls on some code, and costs a letter as it should. */
const ALPHABET = 128

interface Weights extends ConfusionList {
  /** Of one letter for another, at `code * ALPHABET + code`. */
  readonly single: Float64Array
  /** Of two letters for one or two, by `code>code`. */
  readonly joined: ReadonlyMap<number, ReadonlyMap<number, number>>
}

function weightsOf(list: ConfusionList): Weights {
  const single = new Float64Array(ALPHABET * ALPHABET).fill(list.letter)
  const joined = new Map<number, Map<number, number>>()
  const weigh = (a: string, b: string, cost: number) => {
    if (a.length + b.length === 2) single[codeOf(a) * ALPHABET + codeOf(b)] = cost
    else joined.set(codeOf(a), (joined.get(codeOf(a)) ?? new Map<number, number>()).set(codeOf(b), cost))
  }
  for (let code = 0; code < ALPHABET; code++) single[code * ALPHABET + code] = 0
  for (const [cost, pairs] of Object.entries(list.pairs)) {
    for (const [a = '', b = ''] of pairs.map((pair) => pair.split(' '))) {
      weigh(a, b, Number(cost))
      weigh(b, a, Number(cost))
    }
  }
  return { ...list, single, joined }
}

function spelling(text: string, weights: Weights): Spelling {
  let letters = ''
  const marks: string[] = []
  const tones: string[] = []
  const signs = unifyTones(text)
    .toLowerCase()
    .replace(/[-–\s]+/gu, ' ')
    .trim()
    .normalize('NFD')
  for (const sign of signs) {
    if (!/\p{M}/u.test(sign)) {
      letters += sign === 'đ' ? 'd' : sign.charAt(0)
      marks.push(sign === 'đ' ? sign : '')
      tones.push('')
    } else if (toneMarks.includes(sign)) tones[tones.length - 1] = sign
    else marks[marks.length - 1] = sign
  }
  const codes = [...letters].map(codeOf)
  const pairs = codes.map((code, i) => {
    const pair = (codes[i - 1] ?? 0) * ALPHABET + code
    return i > 0 && weights.joined.has(pair) ? pair : 0
  })
  return { letters, codes, marks, tones, pairs, missing: [...letters].map((letter) => missing(letter, weights)) }
}

function missing(letter: string, { space, thin, missing }: Weights): number {
  if (letter === ' ') return space
  return thin.letters.includes(letter) ? thin.cost : missing
}

function between(a: Spelling, b: Spelling, max: number, weights: Weights): number {
  let before: number[] = []
  let above = [0]
  for (const cost of b.missing) above.push((above[above.length - 1] ?? 0) + cost)
  let least = 0
  for (let i = 1; i <= a.codes.length; i++) {
    const lost = a.missing[i - 1] ?? 0
    const row = [(above[0] ?? 0) + lost]
    const leastAbove = least
    least = row[0] ?? 0
    for (let j = 1; j <= b.codes.length; j++) {
      const one = (above[j - 1] ?? 0) + replaced(a, i - 1, b, j - 1, weights)
      const gone = (above[j] ?? 0) + lost
      const more = (row[j - 1] ?? 0) + (b.missing[j - 1] ?? 0)
      const cost = joined(a, i, b, j, before, above, Math.min(one, gone, more), weights)
      row.push(cost)
      if (cost < least) least = cost
    }
    if (least > max && leastAbove > max) return Number.POSITIVE_INFINITY
    before = above
    above = row
  }
  const found = above[above.length - 1] ?? 0
  return found > max ? Number.POSITIVE_INFINITY : found
}

function replaced(a: Spelling, i: number, b: Spelling, j: number, weights: Weights): number {
  const alike = weights.single[(a.codes[i] ?? 0) * ALPHABET + (b.codes[j] ?? 0)] ?? 0
  if (alike >= weights.letter) return weights.letter
  const [mark, other] = [a.marks[i], b.marks[j]]
  const signs = mark === other ? 0 : mark === 'đ' || other === 'đ' ? weights.stroke : weights.mark
  return Math.min(weights.letter, alike + signs + (a.tones[i] === b.tones[j] ? 0 : weights.tone))
}

/** The least of `cost` and of two letters for one, one for two, two for two: `rn` and `m`. */
function joined(
  a: Spelling,
  i: number,
  b: Spelling,
  j: number,
  before: readonly number[],
  above: readonly number[],
  cost: number,
  { joined }: Weights,
): number {
  const [pairOfA = 0, pairOfB = 0] = [a.pairs[i - 1], b.pairs[j - 1]]
  if (pairOfA === 0 && pairOfB === 0) return cost
  const known = (from = 0, to = 0) => joined.get(from)?.get(to) ?? Number.POSITIVE_INFINITY
  return Math.min(
    cost,
    pairOfA === 0 ? cost : (before[j - 1] ?? 0) + known(pairOfA, b.codes[j - 1]),
    pairOfB === 0 ? cost : (above[j - 2] ?? 0) + known(a.codes[i - 1], pairOfB),
    pairOfA === 0 || pairOfB === 0 ? cost : (before[j - 2] ?? 0) + known(pairOfA, pairOfB),
  )
}
