// A word of a code list. Tones may be lost, a letter misread: then the word is only probable, and said to be.
import type { Candidate, CodeEntry, FieldDefinition } from '../../../schemas/index.ts'
import type { Knowledge, ListIndex } from '../knowledge.ts'
import { fold, toneAwareDistance } from '../text.ts'
import { exact, type Interpretation, showText, tolerant, unparsed, type ValueKind } from './interpretation.ts'
import { cleanWriting, isCleanVietnamese, withLetters } from './writing.ts'

/** One wrong letter in four may be OCR; shorter words are too alike for any. */
const LETTERS_PER_ERROR = 4
/** With the wrong letter its tone is wrong too. */
const LETTER_AND_TONE = 1.4
/** A word nearer than this to the best one makes the choice open. */
const CLEAR_MARGIN = 0.8
const MAX_CANDIDATES = 5

export const choice: ValueKind = { parse, show: showText }

function parse(written: string, definition: FieldDefinition, knowledge: Knowledge): Interpretation {
  if (definition.list === undefined) return unparsed('Trường này chưa có danh mục.')
  const list = knowledge.lists[definition.list]
  const text = cleanWriting(written)
  // `O Rh-` ends in a sign that elsewhere is a dash.
  const signed = /[\p{L}\d]-[\s.…·_]*$/u.test(written) ? `${text}-` : text
  const named = byName(signed, list) ?? byName(text, list)
  const found = named ?? several(text, list) ?? byFolded(text, list) ?? byDistance(text, list)
  if (found) return found
  if (definition.open) return isCleanVietnamese(text) ? exact(text) : tolerant(text)
  const lettered = list.named(withLetters(text))
  return undecided('Không có trong danh mục.', lettered.length > 0 ? lettered : near(text, list, LETTER_AND_TONE))
}

/** The official name wins over another's alias (Thổ is a people, and was a word for Tày), but is not sure then. */
function byName(text: string, list: ListIndex): Interpretation | undefined {
  const all = list.named(text)
  if (all.length === 0) return undefined
  const meant = list.exact(text)
  if (!meant) return undecided('Tên gọi này có ở nhiều mục của danh mục.', all)
  const others = [...all, ...oneLetterOff(text, meant, list)].filter((entry) => entry !== meant)
  return others.length === 0 ? exact(meant.name, meant.code) : tolerant(meant.name, others.map(candidate), meant.code)
}

/** A rare alias may be a common name misread: Tàu is a word for Hoa, but mostly Tày with one letter wrong. */
function oneLetterOff(text: string, meant: CodeEntry, list: ListIndex): CodeEntry[] {
  const isAlias = fold(meant.name) !== fold(text)
  const isLike = ({ name }: CodeEntry) => name.length === text.length && toneAwareDistance(name, text) <= 1
  return isAlias && text.length > 2 ? list.entries.filter(isLike) : []
}

/** "Nam, nữ": the printed choice stands there unmarked, or two words are written. */
function several(text: string, list: ListIndex): Interpretation | undefined {
  const words = text.split(/\s*[,;/]\s*|\s+(?:và|hoặc)\s+/u)
  const parts = words.length > 1 ? words : text.split(' ')
  const entries = parts.map((part) => list.exact(part)).filter((entry) => entry !== undefined)
  const isEach = parts.length > 1 && entries.length === parts.length && new Set(entries).size > 1
  return isEach ? undecided('Có nhiều mục cùng được ghi.', entries) : undefined
}

function byFolded(text: string, list: ListIndex): Interpretation | undefined {
  const entries = list.folded(text)
  const [only] = entries
  if (!only) return undefined
  return entries.length === 1
    ? tolerant(only.name, [], only.code)
    : undecided('Thiếu dấu nên hiểu được nhiều cách.', entries)
}

function byDistance(text: string, list: ListIndex): Interpretation | undefined {
  const allowed = Math.floor(fold(text).length / LETTERS_PER_ERROR) * LETTER_AND_TONE
  const [best, runnerUp] = near(text, list, allowed + CLEAR_MARGIN)
  if (!best || allowed < 1 || best.distance > allowed) return undefined
  if (runnerUp && runnerUp.distance - best.distance < CLEAR_MARGIN) return undefined
  return tolerant(best.name, runnerUp ? [candidate(runnerUp)] : [], best.code)
}

function near(text: string, list: ListIndex, allowed: number): (CodeEntry & { distance: number })[] {
  const distance = ({ name, aliases }: CodeEntry) =>
    Math.min(...[name, ...aliases].map((one) => toneAwareDistance(text, one)))
  return list.entries
    .map((entry) => ({ ...entry, distance: distance(entry) }))
    .filter((entry) => entry.distance <= allowed)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MAX_CANDIDATES)
}

const candidate = ({ name, code }: CodeEntry): Candidate => ({ value: name, code })

function undecided(problem: string, entries: readonly CodeEntry[]): Interpretation {
  return { status: 'unparsed', problem, candidates: entries.map(candidate) }
}
