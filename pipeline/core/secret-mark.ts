// Finds the mark of secrecy on a page: MẬT, TỐI MẬT or TUYỆT MẬT standing alone in capitals. The words inside a sentence, in a
// name, in a list of levels or in a cell of a table are no mark. What becomes of the dossier is decided in the store.
import { type Box, type Line, type PageText, SecretLevel, secretMarks, type Word } from '../../schemas/index.ts'
import { editDistance, fold } from './text.ts'

/** Distances are told in letter widths of the word itself: they hold for any paper size and resolution. */
const LETTERS = { joined: 1.6, name: 6 }
/** Stamp and label stand near the head of the paper; lower only a framed one counts, or one on a cover with few words. */
const UPPER = 0.45
const COVER_WORDS = 40
/** What all marks end with; it is never given up. */
const sharedEnd = 'mat'
/** Letters before it that may be wrong: three letters can spare none (túi mật, sỏi mật, đôi mắt), five can. */
const slips: Readonly<Record<SecretLevel, number>> = { confidential: 0, secret: 0, topSecret: 1 }
/** One capital under two marks may come out small. */
const MOST_SMALL = 1
/** Other words without their tones spell the same: eye, face, cool, lost. Only in a frame are they taken for the mark. */
const otherWords = new Set(['MẮT', 'MẶT', 'MÁT', 'MẤT'])
/** A line that ends so goes on with "mật" on the next one: bí mật, bảo mật, cơ mật, cẩn mật. */
const goesOn = new Set(['bi', 'bao', 'co', 'can'])
/** A frame as the engine reads it: strokes before and after the letters. */
const strokes = /^[\s[\](){}|!IÍÌỈĨỊÏl1/\\'’‘"“”`.·_~^°=¬]+|[\s[\](){}|!IÍÌỈĨỊÏl1/\\'’‘"“”`.·_~^°=¬-]+$/gu
/** What opens an entry of a list, or ends a caption. */
const listed = /^\s*(?:\d+\s*[.)/]|[a-zđ]\s*[.)]|[-–—+•*☐□○●])|[:;,]\s*$/u
/** Vertical lines longer than the frame of a stamp (8 mm) belong to a table. */
const TABLE_LINE = 0.05
/** So many marks in a row or a column are a list of levels, not marks. */
const LIST_OF = 3

interface Run {
  readonly words: readonly Word[]
  readonly box: Box
  readonly text: string
}
interface Candidate {
  readonly level: SecretLevel
  readonly box: Box
  readonly isFramed: boolean
  readonly isOtherWord: boolean
}

/** The highest level the page is marked with. `red` is what stands on it in red ink alone. */
export function secretMarkOf(page: PageText, red: readonly Line[] = []): SecretLevel | undefined {
  const inRed = marksOf({ ...page, lines: [...red], rulings: { horizontal: [], vertical: [] } }, true)
  const found = [...marksOf(page, false), ...inRed]
  return SecretLevel.options.findLast((level) => found.includes(level))
}

/** In red alone a mark needs neither a frame nor a place to be told. */
function marksOf(page: PageText, isRed: boolean): SecretLevel[] {
  const words = page.lines.flatMap((line) => line.words)
  const candidates = runsOf(words).flatMap((run) => candidateOf(run, page, words))
  return candidates
    .filter((candidate) => !isListed(candidate, candidates))
    .filter(({ isFramed, isOtherWord }) => isFramed || isRed || !isOtherWord)
    .filter(({ box, isFramed }) => isFramed || isRed || middle(box) < UPPER || words.length < COVER_WORDS)
    .map(({ level }) => level)
}

/** Words of one height with less than a gap between them, whatever lines the engine made of them. */
function runsOf(words: readonly Word[]): Run[] {
  const open: Word[][] = []
  for (const word of words.toSorted((a, b) => a.box[0] - b.box[0])) {
    const before = open.find((run) => {
      const last = run.at(-1)
      return last !== undefined && sameHeight(last.box, word.box) && gap(last, word) < LETTERS.joined
    })
    if (before) before.push(word)
    else open.push([word])
  }
  return open.map((run) => ({ words: run, box: around(run), text: run.map(({ text }) => text).join(' ') }))
}

function candidateOf(run: Run, page: PageText, words: readonly Word[]): Candidate[] {
  const bare = bareOf(run.text)
  const level = listed.test(run.text) ? undefined : levelOf(bare)
  if (level === undefined || isInTable(run.box, page) || continues(run.box, words) || endsName(run, words)) return []
  const isFramed = bare !== run.text.trim() || isFramedByLines(run.box, page)
  return [
    { level, box: run.box, isFramed, isOtherWord: otherWords.has(bare.replace(/\s/gu, '').slice(-sharedEnd.length)) },
  ]
}

/** The frame's strokes taken off, but not the letters a mark begins and ends with. */
function bareOf(text: string): string {
  return text.replace(strokes, '').trim()
}

function levelOf(bare: string): SecretLevel | undefined {
  const letters = bare.replace(/[^\p{L}\p{N}|]/gu, '')
  if (!/^\P{Ll}/u.test(letters)) return undefined
  const read = likeLetters(letters)
  if (!read.endsWith(sharedEnd)) return undefined
  const before = read.slice(0, -sharedEnd.length)
  const small = letters.match(/\p{Ll}/gu)?.length ?? 0
  return SecretLevel.options.findLast((level) => {
    const own = likeLetters(secretMarks[level]).slice(0, -sharedEnd.length)
    return small <= MOST_SMALL && editDistance(before, own, slips[level]) <= slips[level]
  })
}

/** Without tones and spaces, signs of one shape as one, none twice: what the engine confuses in capitals. */
function likeLetters(text: string): string {
  return fold(text)
    .replace(/[\s.]/gu, '')
    .replace(/[0cq]/gu, 'o')
    .replace(/[1lj|]/gu, 'i')
    .replace(/[7f]/gu, 't')
    .replaceAll('4', 'a')
    .replace(/(.)\1+/gu, '$1')
}

/** Between two long upright lines, whatever else stands in the cell. */
function isInTable([left, top, width, height]: Box, { rulings }: PageText): boolean {
  const beside = rulings.vertical.filter(
    ([, from, , length]) => length > TABLE_LINE && from < top + height / 2 && from + length > top + height / 2,
  )
  return beside.some(([x]) => x <= left) && beside.some(([x]) => x >= left + width)
}

/** Short level lines above and below: what was taken out of the image of a stamp or a label. */
function isFramedByLines([left, top, width, height]: Box, { rulings }: PageText): boolean {
  const near = rulings.horizontal.filter(
    ([x, , length]) => length < 4 * width && x < left + width / 2 && x + length > left + width / 2,
  )
  const isThere = (from: number, to: number) => near.some(([, y]) => y >= from && y <= to)
  return isThere(top - 1.5 * height, top + height / 4) && isThere(top + (3 * height) / 4, top + 2.5 * height)
}

/** The line above ends with a word that goes on here. */
function continues([left, top, width, height]: Box, words: readonly Word[]): boolean {
  const above = words.filter(({ box }) => {
    const bottom = box[1] + box[3]
    return (
      bottom <= top + height / 3 &&
      bottom > top - 1.5 * height &&
      box[0] < left + 4 * width &&
      box[0] + box[2] > left - 4 * width
    )
  })
  const last = above.toSorted((a, b) => a.box[0] - b.box[0]).at(-1)
  return last !== undefined && goesOn.has(fold(last.text).replace(/\P{L}/gu, ''))
}

/** Surname and given name in two columns without lines: capitals not far to the left. */
function endsName(run: Run, words: readonly Word[]): boolean {
  const [first] = run.words
  if (!first) return false
  return words.some(
    (word) =>
      /^\p{Lu}\p{Lu}+$/u.test(word.text) &&
      word.box[0] + word.box[2] <= first.box[0] &&
      sameHeight(word.box, first.box) &&
      gap(word, first) < LETTERS.name,
  )
}

function isListed(candidate: Candidate, all: readonly Candidate[]): boolean {
  const aligned = all.filter(
    ({ box }) => sameHeight(box, candidate.box) || Math.abs(box[0] - candidate.box[0]) < candidate.box[2] / 2,
  )
  return aligned.length >= LIST_OF
}

const middle = ([, top, , height]: Box) => top + height / 2

function sameHeight([, topA, , heightA]: Box, [, topB, , heightB]: Box): boolean {
  const shared = Math.min(topA + heightA, topB + heightB) - Math.max(topA, topB)
  return shared > Math.min(heightA, heightB) / 2
}

/** From the end of one word to the beginning of the next, in widths of a letter. */
function gap(a: Word, b: Word): number {
  const letter = Math.max(...[a, b].map(({ text, box }) => box[2] / Array.from(text).length))
  return (b.box[0] - a.box[0] - a.box[2]) / letter
}

function around(words: readonly Word[]): Box {
  const left = Math.min(...words.map(({ box }) => box[0]))
  const top = Math.min(...words.map(({ box }) => box[1]))
  const right = Math.max(...words.map(({ box }) => box[0] + box[2]))
  const bottom = Math.max(...words.map(({ box }) => box[1] + box[3]))
  return [left, top, right - left, bottom - top]
}
