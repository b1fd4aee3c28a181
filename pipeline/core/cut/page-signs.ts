// What one page shows of where papers begin and end: titles, heads, page numbers, how it opens and how it closes. Which kind
// of paper it is, kind-signs.ts asks; what follows from it for the stack, best-cut.ts decides.
import type { Box, PageText, PaperCut } from '../../../schemas/index.ts'
import { bottomOf, middleX, middleY, rightOf, unionOf } from '../box.ts'
import { holds, occurrences } from '../find-text.ts'
import { isItemNumber } from '../form/label.ts'
import { lettersOf, type Token, tokensOf } from '../form/tokens.ts'
import { flowOf } from '../reading-order.ts'
import { textOf } from '../lines.ts'
import { type PageNumber, pageNumberIn } from './page-number.ts'

/** A run of capitals in the upper part of the page; its beginning is where a title begins. */
export interface Heading {
  /** Letters of the run and of the runs right below it, which go on with it. */
  readonly letters: string
  readonly box: Box
  /** First token behind the run itself. */
  readonly end: number
}

export interface PageSigns {
  readonly tokens: readonly Token[]
  /** All letters of the page in reading order. */
  readonly letters: string
  readonly words: number
  readonly headings: readonly Heading[]
  readonly hasNationalHead: boolean
  readonly hasIssuer: boolean
  readonly number?: PageNumber
  readonly beginsInside: boolean
  readonly endsOpen: boolean
  readonly endsSigned: boolean
  readonly isAnnex: boolean
  /** Width by height in inches, when known. */
  readonly size?: readonly [number, number]
}

const headBottom = 0.36
const titleBottom = 0.62
/** A title goes on in the next lines at most so often, and so many heights lower. */
const linesOfTitle = 4
const lineGap = 2.6
const leastLetters = 5
const capitals = 0.7

export function signsOf(text: PageText, cut: PaperCut, size?: readonly [number, number]): PageSigns {
  const tokens = tokensOf([text])
  const letters = tokens.map((token) => token.letters).join('')
  const lines = flowOf(text).filter(({ zone }) => zone !== 'margin')
  const head = tokens.filter(({ box }) => middleY(box) < headBottom)
  const headings = headingsOf(tokens)
  const number = pageNumberIn(text)
  const last = textOf(lines.at(-1)?.words ?? [])
  const lower = tokens.filter(({ box }) => middleY(box) > 0.25)
  const lowerLetters = lower.map((token) => token.letters).join('')
  return {
    tokens,
    letters,
    words: text.lines.reduce((sum, { words }) => sum + words.length, 0),
    headings,
    hasNationalHead: hasNationalHead(head, cut.nationalHeads.map(lettersOf)),
    hasIssuer: hasIssuer(head),
    ...(number && { number }),
    beginsInside: beginsInside(textOf(lines[0]?.words ?? [])),
    endsOpen: /[\p{Ll},–-]$/u.test(last.trim()),
    endsSigned: cut.closings.some((words) => holds(lowerLetters, lettersOf(words), 0.15)),
    isAnnex: headings.some(
      ({ letters: own, box }) =>
        middleY(box) < headBottom && cut.annexes.some((title) => beginsWith(own, lettersOf(title))),
    ),
    ...(size && { size }),
  }
}

/** "Ngày vào Đảng Cộng sản Việt Nam" holds the words of a head, but other words too. */
function hasNationalHead(head: readonly Token[], national: readonly string[]): boolean {
  const pieces = new Map<number, string>()
  for (const { segment, letters } of head) pieces.set(segment, (pieces.get(segment) ?? '') + letters)
  return [...pieces.values()].some((piece) =>
    national.some((words) => piece.length < words.length * 1.5 && holds(piece, words, 0.2)),
  )
}

/** "Số: 123/QĐ-SNV" on the left of the head. */
function hasIssuer(head: readonly Token[]): boolean {
  return head.some(
    (token, index) =>
      /^[Ss]ố[:.]?$/u.test(token.text) && token.box[0] < 0.5 && /[\d/]/u.test(head[index + 1]?.text ?? '/'),
  )
}

/** A first line that begins small or with the end of a sentence goes on with the page before. */
const beginsInside = (line: string): boolean => /^[\p{Ll}]\p{L}*[ ,;.]/u.test(line.trim())

/** The needle stands at the beginning, give or take a sign of dirt and a share of its letters. */
export const beginsWith = (letters: string, needle: string): boolean =>
  misreadAtBeginning(letters, needle) !== undefined

/** How many of the letters are other ones; undefined where it does not stand there. */
export function misreadAtBeginning(letters: string, needle: string): number | undefined {
  const most = Math.floor(needle.length * 0.18)
  const found = occurrences(needle, letters.slice(0, needle.length + 2), most)
    .filter(({ start }) => start <= 1)
    .map(({ distance }) => distance)
  return found.length === 0 ? undefined : Math.min(...found)
}

function headingsOf(tokens: readonly Token[]): Heading[] {
  const runs = runsOf(tokens).filter(({ box }) => middleY(box) < titleBottom)
  return runs.map((run, index) => {
    let letters = run.letters
    let last = run
    for (const next of runs.slice(index + 1)) {
      if (!isBelow(last, next)) continue
      letters += next.letters
      last = next
      if (letters.length > linesOfTitle * 30) break
    }
    return { letters, box: run.box, end: run.end }
  })
}

interface Run {
  readonly letters: string
  readonly box: Box
  readonly end: number
}

/** The pieces of lines that are set in capitals. */
function runsOf(tokens: readonly Token[]): Run[] {
  const runs: Run[] = []
  for (let from = 0; from < tokens.length;) {
    let to = from + 1
    while (to < tokens.length && goesOn(tokens[to - 1], tokens[to])) to += 1
    const piece = tokens.slice(from, to)
    const letters = piece.map((token) => token.letters).join('')
    const isItem = isItemNumber(piece[0]?.text ?? '') || /^(?:[IVX\d]{1,4}[.)]|\p{L}[.)]$)/u.test(piece[0]?.text ?? '')
    if (letters.length >= leastLetters && isCapitals(piece) && !isItem)
      runs.push({ letters, box: unionOf(piece.map(({ box }) => box)), end: to })
    from = to
  }
  return runs
}

/** A word that was lost leaves a gap in a title; two things side by side stand further apart. */
const lostWord = 0.11

function goesOn(before: Token | undefined, token: Token | undefined): boolean {
  if (!before || !token || before.line !== token.line) return false
  return before.segment === token.segment || token.box[0] - rightOf(before.box) < lostWord
}

function isCapitals(piece: readonly Token[]): boolean {
  const text = piece.map((token) => token.text).join('')
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0
  const lower = text.match(/\p{Ll}/gu)?.length ?? 0
  return upper + lower > 0 && upper / (upper + lower) >= capitals
}

function isBelow(above: Run, below: Run): boolean {
  const gap = below.box[1] - bottomOf(above.box)
  const isNear = gap > -above.box[3] && gap < above.box[3] * lineGap
  const overlaps = below.box[0] < rightOf(above.box) && above.box[0] < rightOf(below.box)
  return isNear && overlaps && Math.abs(middleX(above.box) - middleX(below.box)) < 0.2
}
