// Two readings of one value, word against word: where they differ, the one that Vietnamese has, and the one its engine was surer
// of. Every word of the result was read by one of the two; how clearly it was chosen is told with it.
import type { ModelName, ReadWord, SecondReading } from '../../../schemas/index.ts'
import type { Knowledge } from '../knowledge.ts'
import { isKnownMisread } from './known-misreads.ts'
import { oddWords } from '../values/odd-words.ts'

type Choice = NonNullable<SecondReading['merged']>['choice']

export interface Merged {
  readonly text: string
  /** How the word least surely chosen was chosen: a misreading its model is known for, a clear difference, or neither. */
  readonly choice: Choice
  /** Of the least sure word that was taken. */
  readonly confidence: number
}

/** A word that Vietnamese has is worth so much more than one it does not have. */
const POSSIBLE = 0.35
/** A choice by less than this is open. */
const CLEAR = 0.3

type Run = readonly ReadWord[]

/** A reading of one model. */
export interface Read {
  readonly model: ModelName
  readonly words: Run
}

export function mergedWords(first: Read, second: Read, { language }: Pick<Knowledge, 'language'>): Merged {
  const isPossible = (run: Run) => oddWords(textOf(run), language).length === 0
  const models = { a: first.model, b: second.model }
  const chosen = blocksOf(first.words, second.words).map((block, at, all) =>
    chosenOf(block, models, at === all.length - 1, isPossible),
  )
  return {
    text: textOf(chosen.flatMap(({ words }) => words)),
    choice: choices.findLast((one) => chosen.some(({ choice }) => choice === one)) ?? 'explained',
    confidence: Math.min(1, ...chosen.flatMap(({ words }) => words.map(({ confidence }) => confidence))),
  }
}

interface Block {
  readonly a: Run
  readonly b: Run
}

/** From the surest. */
const choices: readonly Choice[] = ['explained', 'clear', 'open']

function chosenOf(
  { a, b }: Block,
  models: Readonly<Record<'a' | 'b', ModelName>>,
  isLast: boolean,
  isPossible: (run: Run) => boolean,
): { words: Run; choice: Choice } {
  if (textOf(a) === textOf(b)) return { words: a.map((word, at) => surer(word, b[at])), choice: 'explained' }
  // Signs between words are lost, or lose a dot, more often than they are invented; behind the last word they mean nothing.
  if (bare(a) === bare(b)) {
    const isMore = signsOf(b) > signsOf(a)
    return { words: isMore !== isLast ? b : a, choice: isLast ? 'explained' : 'clear' }
  }
  if (isKnownMisread(bare(a), { model: models.b, text: bare(b) })) return { words: a, choice: 'explained' }
  if (isKnownMisread(bare(b), { model: models.a, text: bare(a) })) return { words: b, choice: 'explained' }
  const [worthOfA, worthOfB] = [worthOf(a, isPossible), worthOf(b, isPossible)]
  const choice = Math.abs(worthOfA - worthOfB) >= CLEAR ? 'clear' : 'open'
  return { words: worthOfB > worthOfA ? b : a, choice }
}

const worthOf = (run: Run, isPossible: (run: Run) => boolean): number =>
  run.length === 0 ? POSSIBLE : Math.min(...run.map(({ confidence }) => confidence)) + (isPossible(run) ? POSSIBLE : 0)

const surer = (word: ReadWord, other: ReadWord | undefined): ReadWord =>
  other !== undefined && other.confidence > word.confidence ? other : word

const textOf = (run: Run): string => run.map(({ text }) => text).join(' ')
const bareText = (text: string): string => text.replace(/[^\p{L}\p{M}\d]+/gu, '')
/** How much ink the signs have. */
const signsOf = (run: Run): number => textOf(run).length + textOf(run).replace(/[^;:]/gu, '').length
const bare = (run: Run): string => run.map(({ text }) => bareText(text)).join(' ')

/** Words that are the same on both sides stand alone; what lies between them is compared as a whole. */
function blocksOf(a: Run, b: Run): Block[] {
  const same = longestCommon(a, b)
  const blocks: Block[] = []
  let [i, j] = [0, 0]
  for (const [x, y] of [...same, [a.length, b.length] as const]) {
    if (x > i || y > j) blocks.push(...paired(a.slice(i, x), b.slice(j, y)))
    const [one, other] = [a[x], b[y]]
    if (one && other) blocks.push({ a: [one], b: [other] })
    ;[i, j] = [x + 1, y + 1]
  }
  return blocks
}

/** As many words on both sides: word against word. */
function paired(a: Run, b: Run): Block[] {
  return a.length === b.length ? a.map((word, at) => ({ a: [word], b: b.slice(at, at + 1) })) : [{ a, b }]
}

function longestCommon(a: Run, b: Run): (readonly [number, number])[] {
  const length = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  const at = (i: number, j: number) => length[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i]?.set([a[i]?.text === b[j]?.text ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))], j)
  const pairs: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i]?.text === b[j]?.text) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return pairs
}
