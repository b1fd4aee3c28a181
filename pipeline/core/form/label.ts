// Where a form's printed words may stand in a stream of tokens, and how surely. Which of them do is decided in anchors.ts.
import type { FormItem } from '../../../schemas/index.ts'
import { occurrences } from '../find-text.ts'
import { editDistance } from '../text.ts'
import { lettersOf, type Token } from './tokens.ts'

export interface LabelMatch {
  /** First token of the label and the token after its last. */
  readonly start: number
  readonly end: number
  /** 1 when every letter agrees. */
  readonly likeness: number
  /** What the match is worth among others: long, exact and in a label's place. */
  readonly score: number
}

/** The stream as one string of letters, to be searched; made once for all labels. */
export interface Searchable {
  readonly tokens: readonly Token[]
  readonly letters: string
  readonly tokenAt: readonly number[]
  /** 1 where a token starts, 1 behind its last letter: asked at every letter for every label. */
  readonly starts: Uint8Array
  readonly ends: Uint8Array
}

/** A leader between two words costs a label one edit: print runs on, a place to write does not belong into it. */
const leaderSign = '.'
/** Misread letters that a label may have, by its length; the shortest must be in a label's place besides. */
const tolerance = [
  { upTo: 3, edits: 0 },
  { upTo: 7, edits: 1 },
  { upTo: 11, edits: 2 },
] as const
const toleranceOfLong = 0.25
/** Labels that differ from other words by their tones alone. */
const shortest = 3
/** Up to this many letters a label is a common word too, and counts only where labels stand. */
const short = 10
/** More letters than these make a label no surer. */
const enough = 24

export function searchable(tokens: readonly Token[]): Searchable {
  const signs = tokens.map((token) => (token.isLeader ? leaderSign : token.letters))
  const letters = signs.join('')
  const tokenAt: number[] = []
  const starts = new Uint8Array(letters.length + 1)
  const ends = new Uint8Array(letters.length + 1)
  for (const [index, { length }] of signs.entries()) {
    starts[tokenAt.length] = 1
    for (let i = 0; i < length; i++) tokenAt.push(index)
    ends[tokenAt.length] = 1
  }
  return { tokens, letters, tokenAt, starts, ends }
}

/** All places of a printed item, the best of those that overlap. */
export function matchesOf(item: FormItem, stream: Searchable): LabelMatch[] {
  const all = wordingsOf(item).flatMap(({ letters, words }) =>
    placesOf(letters, stream).filter((place) => isFormLabel(item) || !isOneWord(place, words)),
  )
  const fitting = all
    .filter(({ start }) => item.where.length === 0 || item.where.some((zone) => zone === stream.tokens[start]?.zone))
    .flatMap((match) => scored(match, item, stream))
  return apart(fitting)
}

interface Wording {
  readonly letters: string
  readonly words: number
}

/** Templates stay the same over thousands of pages. */
const known = new WeakMap<FormItem, readonly Wording[]>()

function wordingsOf(item: FormItem): readonly Wording[] {
  const wordings =
    known.get(item) ??
    item.label.map((label) => ({ letters: lettersOf(label), words: label.split(/[\s,/()-]+/u).length }))
  known.set(item, wordings)
  return wordings
}

interface Place {
  readonly start: number
  readonly end: number
  readonly likeness: number
  readonly length: number
  readonly edits: number
}

/** In a sentence a name may be like two short words run together, "Chương:" like "cho ông:". */
const isOneWord = ({ start, end, length, edits }: Place, words: number): boolean =>
  length <= short && edits > 0 && end - start < words

/** Where a label stands, by its letters alone. */
export function placesOf(label: string, stream: Searchable, share = toleranceOfLong): Place[] {
  const max = tolerance.find(({ upTo }) => label.length <= upTo)?.edits ?? Math.floor(label.length * share)
  return occurrences(label, stream.letters, max, (at) => stream.starts[at] === 1).flatMap((found) => {
    if (stream.ends[found.end] !== 1) return []
    const start = stream.tokenAt[found.start]
    const last = stream.tokenAt[found.end - 1]
    if (start === undefined || last === undefined || stream.tokens[last]?.isLeader) return []
    return [
      {
        start,
        end: last + 1,
        likeness: 1 - found.distance / label.length,
        length: label.length,
        edits: found.distance,
      },
    ]
  })
}

function scored(place: Place, item: FormItem, { tokens }: Searchable): Explained[] {
  const first = tokens[place.start]
  const before = tokens[place.start - 1]
  const last = tokens[place.end - 1]
  const after = tokens[place.end]
  const isHinted = item.kind === 'field' && item.hints.length > 0 && after?.text.startsWith('(') === true
  const opensValue = last?.text.endsWith(':') || after?.isLeader || after?.text.startsWith(':') || isHinted
  const opensLine = before?.segment !== first?.segment || (before !== undefined && isItemNumber(before.text, item.item))
  const isParted = before?.isLeader || /[,;.]$/u.test(before?.text ?? '') || after?.segment !== last?.segment
  const isNumbered = item.item !== undefined && before !== undefined && lettersOf(before.text) === lettersOf(item.item)
  if (item.capitals && tokens.slice(place.start, place.end).some(({ text }) => text !== text.toUpperCase())) return []
  if (place.length <= short && isFormLabel(item) && !opensValue && !opensLine && !isParted) return []
  if (item.kind === 'field' && item.takesLine && (place.edits > 0 || !opensFrame(item.frame, tokens, place.end)))
    return []
  // In a sentence "đối với 04 công chức" is near "đối với bà": figures are misread for letters in a form's print alone.
  if (!isFormLabel(item) && !item.label.some((label) => /\d/u.test(label)) && hasFigures(tokens, place)) return []
  const isToTheTone = place.length <= shortest && item.label.some((label) => sameWord(label, first?.text ?? ''))
  const bonus =
    (opensValue ? 0.3 : 0) +
    (opensLine ? 0.2 : 0) +
    (isParted ? 0.1 : 0) +
    (isNumbered ? 0.15 : 0) +
    (isToTheTone ? 0.05 : 0)
  const size = 0.4 + 0.6 * (Math.min(place.length, enough) / enough)
  const { start, end, likeness, length, edits } = place
  return [{ start, end, likeness, score: likeness ** 2 * size + bonus, edits, explained: length - 3 * edits }]
}

const hasFigures = (tokens: readonly Token[], { start, end }: Place): boolean =>
  tokens.slice(start, end).some(({ text }) => /\d/u.test(text))

/** "Số" and not "Sở": so short a label has no other letters to tell it by. */
const sameWord = (label: string, text: string): boolean =>
  text.normalize('NFC').toLocaleLowerCase('vi').startsWith(label.normalize('NFC').toLocaleLowerCase('vi'))

/** How many tokens behind "ngày" its "tháng" may stand. */
const frameWithin = 4

/** "ngày" is a label only before "… tháng … năm …": else it is a word, or "nay" misread. */
function opensFrame(frame: readonly string[], tokens: readonly Token[], end: number): boolean {
  const words = frame.map(lettersOf).filter((word) => word.length > 3)
  return tokens
    .slice(end, end + frameWithin)
    .some(({ letters }) => words.some((word) => editDistance(word, letters, 1) <= 1))
}

/** Labels of a form open a line or a place to write; in a sentence they stand anywhere. */
const isFormLabel = (item: FormItem) => item.kind === 'field' && item.value === 'right' && !item.takesLine

interface Explained extends LabelMatch {
  readonly edits: number
  readonly explained: number
}

/**
 * Of overlapping matches the one that explains most letters: the long wording, if it stands there, not its beginning;
 * but not a long wording with many letters wrong. One letter may be wrong in the words before a short wording ("Lờ con gia
 * đình chính sách"), else they would stay with the value before.
 */
function apart(matches: readonly Explained[]): LabelMatch[] {
  const kept: LabelMatch[] = []
  for (const match of matches.toSorted((a, b) => b.explained - a.explained || a.start - b.start)) {
    if (kept.some((other) => other.end > match.start && match.end > other.start)) continue
    kept.push(
      matches.find(({ start, end, edits }) => end === match.end && start < match.start && edits <= match.edits + 1) ??
        match,
    )
  }
  return kept.sort((a, b) => a.start - b.start)
}

/** "7)", "15.2-", "l)" for "1)": digits are misread, so a bracket behind one or two signs is enough. */
export function isItemNumber(text: string, item?: string): boolean {
  if (item !== undefined && lettersOf(text) === lettersOf(item)) return true
  return /^\(?[\dlIioOSZ?]{1,2}([.,][\dlI])?\s?[).\-–:,]{1,2}$/u.test(text)
}
