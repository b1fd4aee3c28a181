// A word of a code list. Tones may be lost, a letter misread: then the word is only probable, and said to be.
import type { Candidate, CodeEntry, FieldDefinition } from '../../../schemas/index.ts'
import type { Knowledge, ListIndex } from '../knowledge.ts'
import { clearly } from '../knowledge/closest.ts'
import { editDistance, fold, unifyTones } from '../text.ts'
import { exact, type Interpretation, showText, tolerant, unparsed, type ValueKind } from './interpretation.ts'
import { cleanWriting, isCleanVietnamese, withLetters } from './writing.ts'

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
  return undecided('Không có trong danh mục.', lettered.length > 0 ? lettered : near(text, list))
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
  if (text.length < 3 || fold(meant.name) === fold(text)) return []
  const letters = (name: string) => unifyTones(name).toLowerCase()
  return list.entries.filter(
    ({ name }) => name.length === text.length && editDistance(letters(name), letters(text), 1) <= 1,
  )
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
  const all = list.near(text)
  const meant = clearly(all)
  if (!meant) return undefined
  const others = all.slice(1, MAX_CANDIDATES).map(({ item }) => candidate(item))
  return tolerant(meant.name, others, meant.code)
}

const near = (text: string, list: ListIndex): readonly CodeEntry[] =>
  list
    .near(text)
    .slice(0, MAX_CANDIDATES)
    .map(({ item }) => item)

const candidate = ({ name, code }: CodeEntry): Candidate => ({ value: name, code })

function undecided(problem: string, entries: readonly CodeEntry[]): Interpretation {
  return { status: 'unparsed', problem, candidates: entries.map(candidate) }
}
