// Words of a writing that Vietnamese does not have: glued, misspelt by the engine, cut off. What is meant is offered only if one repair fits.
import type { Language, Replacement } from '../knowledge.ts'

/** Longer runs of letters are no words; nothing is tried on them. */
const MAX_LETTERS = 24
/** A number behind such a word may be Roman. */
const counted = /(?:hạng|bậc|lớp|loại|quý|khóa|khoá|khu vực|vùng|cấp|nhóm|kỳ|đợt|chương|điều|số|trình độ|chứng chỉ)$/iu
const vowels = /[aeiouyăâêôơư]/iu

export interface OddWord {
  readonly at: number
  readonly word: string
  readonly repair?: string
}

export function oddWords(text: string, language: Language): OddWord[] {
  return [...text.matchAll(/[\p{L}\p{M}'’]+/gu)].flatMap(({ 0: word, index: at }) => {
    const before = text.slice(0, at)
    const after = text.slice(at + word.length)
    if (isRight(word, before, after, language)) return []
    const repair = onlyRepair(word, language)
    return [{ at, word, ...(repair === undefined ? {} : { repair }) }]
  })
}

/** Every odd word repaired; undefined when one of them cannot be. */
export function repaired(text: string, odd: readonly OddWord[]): string | undefined {
  let result = text
  for (const { at, word, repair } of odd.toReversed()) {
    if (repair === undefined) return undefined
    result = result.slice(0, at) + repair + result.slice(at + word.length)
  }
  return result
}

export const replaced = (text: string, all: readonly Replacement[]): string =>
  all.reduce((result, { from, to }) => result.replace(from, () => to), text)

function isRight(word: string, before: string, after: string, language: Language): boolean {
  if (/\d$/u.test(before) || /^\d/u.test(after)) return !(/\d$/u.test(before) && /^\d/u.test(after))
  // A stop between two words in small letters, "Trạm.trưởng", is a speck that hides what it touches; "v.v." is none.
  if (/\p{L}\p{Ll}$/u.test(word) && /^\.\p{Ll}/u.test(after)) return false
  if (!/\p{L}/u.test(word) || language.isKnownWord(word) || isForeignName(word, language)) return true
  if (/['’]/u.test(word)) return /^\p{L}{1,2}['’]\p{L}+$/u.test(word)
  if (language.isSyllable(word)) return !/\p{Ll}\p{Lu}/u.test(word)
  if (/^\.(?!\.)/u.test(after) && word.length <= 3) return true
  return word.length === 1 ? isLoneLetter(word, before, after) : isAbbreviation(word)
}

/** A grade, a Roman number: `Anh B`, `khu vực V thị xã`; but `V sĩ` is Y sĩ. */
function isLoneLetter(letter: string, before: string, after: string): boolean {
  if (letter === letter.toLowerCase()) return /^[./)]/u.test(after) || /\/$/u.test(before)
  const isFirst = before.trim() === '' || /[,;:(]\s*$/u.test(before)
  return counted.test(before.trim()) || (!/^\s+\p{Ll}/u.test(after) && !(isFirst && /^\s+\p{L}/u.test(after)))
}

/** `UBND`, `THCS`, `PTDTBT`: capitals without tones; longer ones have no vowels. */
function isAbbreviation(word: string): boolean {
  const isBare =
    /^\p{Lu}+$/u.test(word) &&
    !/[\u0300\u0301\u0303\u0309\u0323]/u.test(word.normalize('NFD')) &&
    isLatinOfVietnam(word)
  return isBare && (word.length <= 6 || !vowels.test(word))
}

const isLatinOfVietnam = (word: string): boolean => /^[a-zA-ZđĐăâêôơưĂÂÊÔƠƯ]+$/u.test(word)

/** Names of persons and countries abroad; a Vietnamese word that lost its marks is none. */
function isForeignName(word: string, language: Language): boolean {
  if (!/^[A-Z][a-z]{3,}$/u.test(word) || language.isSyllable(word)) return false
  return splitsOf(word, language).length === 0 && !isWithoutMarks(word, language)
}

const marks: readonly (readonly [string, string])[] = [
  ['ie', 'iê'],
  ['ye', 'yê'],
  ['uo', 'uô'],
  ['uo', 'ươ'],
  ['a', 'â'],
  ['a', 'ă'],
  ['e', 'ê'],
  ['o', 'ô'],
  ['o', 'ơ'],
  ['u', 'ư'],
]

function isWithoutMarks(word: string, language: Language): boolean {
  const marked = [word, ...marks.map(([bare, full]) => word.toLowerCase().replace(bare, full))]
  // Before c, ch, p, t a syllable has a tone: the acute stands for any.
  return marked.some(
    (one) =>
      language.isSyllable(one) ||
      [...one].some((_letter, i) => language.isSyllable(`${one.slice(0, i)}\u0301${one.slice(i)}`)),
  )
}

function onlyRepair(word: string, language: Language): string | undefined {
  if (word.length > MAX_LETTERS || isWithoutMarks(word, language)) return undefined
  const splits = splitsOf(word, language)
  const repairs = splits.length > 0 ? splits : lettersOff(word, language)
  const [only, ...more] = new Set(repairs)
  return more.length === 0 ? only : undefined
}

/** Two syllables run together. Of the words of one letter only y is met in texts. */
function splitsOf(word: string, language: Language): string[] {
  const pairs = [...word].slice(1).map((_letter, i) => [word.slice(0, i + 1), word.slice(i + 1)] as const)
  const isPart = (part: string) => (part.length > 1 || /^y$/iu.test(part)) && language.isSyllable(part)
  const possible = pairs.filter(([left, right]) => isPart(left) && isPart(right))
  return possible.map(([left, right]) => `${left} ${right}`)
}

/** One letter too many, or a lone V for Y. */
function lettersOff(word: string, language: Language): string[] {
  if (word === 'V') return ['Y']
  if (word.length < 4) return []
  return [...word].map((_letter, i) => word.slice(0, i) + word.slice(i + 1)).filter((one) => language.isSyllable(one))
}
