// A person's name: NFC, each syllable capitalised, also where the form has capitals (domain.md 3.8).
import { exact, type Interpretation, showText, tolerant, unparsed, type ValueKind } from './interpretation.ts'
import { cleanWriting } from './writing.ts'

/** Longer than any Vietnamese name; then the next field was read too. */
const MAX_SYLLABLES = 7
/** Without marks; j, w, z are foreign and mostly misread, f begins a family name of the Hmông. Names of the Hmông may be one letter (domain.md 3.8). */
const vietnameseSyllable = /^(?:[bcdghklmnpqrstvx]{1,2}')?(?:f|[bcdghklmnpqrstvx]{0,3})[aeiouy]{1,3}[cghmnpt]{0,2}$/u

export const personName: ValueKind = { parse, show: showText }

function parse(written: string): Interpretation {
  const name = cleanWriting(written)
    .replace(/[’‘`´]/gu, "'")
    .replace(/^(?:ông|bà|đồng chí)\s+(?=\p{Lu})/u, '')
  if (/\d/u.test(name)) return unparsed('Họ tên có chữ số.')
  if (!/^[\p{Script=Latin}\p{M}'\- .]+$/u.test(name)) return unparsed('Họ tên có dấu lạ.')
  const syllables = name.split(' ').map(capitalise)
  const value = syllables.join(' ')
  const isUsual = syllables.length > 1 && syllables.length <= MAX_SYLLABLES && syllables.every(isVietnamese)
  return isUsual ? exact(value) : tolerant(value)
}

/** `H'HEN` is `H'Hen`. */
function capitalise(syllable: string): string {
  return syllable
    .toLowerCase()
    .replace(/(^|['-])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase())
}

/** One run of vowels and one tone at most: more are syllables run together, none is lost ink. `H'` stands before a vowel. */
function isVietnamese(syllable: string): boolean {
  const marked = syllable.toLowerCase().replaceAll('đ', 'd').normalize('NFD')
  const letters = marked.replace(/[\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323]/gu, '')
  const tones = marked.match(/[\u0300\u0301\u0303\u0309\u0323]/gu) ?? []
  return tones.length <= 1 && vietnameseSyllable.test(letters)
}
