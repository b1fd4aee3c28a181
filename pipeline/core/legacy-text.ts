// Text written with TCVN3 or VNI fonts into Unicode: by the font's name where that is told, else by which reading gives
// syllables. What stays unclear is left as it is and said to be unsure; nothing is guessed.
import type { LegacyEncoding } from '../../schemas/index.ts'
import { isSyllable } from './knowledge/syllables.ts'

export interface Converted {
  readonly text: string
  /** The text may be in another encoding than was taken. */
  readonly isUnsure: boolean
}

interface Table {
  readonly encoding: LegacyEncoding
  /** Longest signs first: VNI writes a letter by two. */
  readonly signs: readonly (readonly [sign: string, letter: string])[]
  readonly letters: ReadonlyMap<string, string>
}

/** The alphabet of one direction and the other, made once. */
export function legacyTables(encodings: readonly LegacyEncoding[]): Table[] {
  return encodings.map((encoding) => ({
    encoding,
    letters: new Map(Object.entries(encoding.letters).map(([letter, sign]) => [letter.normalize('NFC'), sign])),
    signs: Object.entries(encoding.letters)
      .map(([letter, sign]): readonly [string, string] => [sign, letter.normalize('NFC')])
      .sort((a, b) => b[0].length - a[0].length),
  }))
}

export function decoded(text: string, { signs }: Table): string {
  let out = ''
  for (let at = 0; at < text.length;) {
    const found = signs.find(([sign]) => text.startsWith(sign, at))
    out += found ? found[1] : (text[at] ?? '')
    at += found ? found[0].length : 1
  }
  return out.normalize('NFC')
}

/** The other way, for documents that have to be written so. */
export function encoded(text: string, { letters }: Table): string {
  return Array.from(text.normalize('NFC'), (letter) => letters.get(letter) ?? letter).join('')
}

/** By the name of the font: undefined where the name says nothing. */
export function convertedByFont(text: string, font: string, tables: readonly Table[]): string | undefined {
  const name = font.replace(/^[A-Z]{6}\+/u, '')
  const table = tables.find(({ encoding }) => matches(encoding.fonts, name))
  if (!table) return undefined
  const told = decoded(text, table)
  return matches(table.encoding.capitalFonts, name) ? told.toUpperCase() : told
}

const matches = (patterns: readonly string[], name: string): boolean =>
  patterns.some((pattern) => new RegExp(pattern, 'iu').test(name))

/** Words with marks that are needed to tell an encoding, and the share of them that must be syllables. */
const enough = 4
const clearly = 0.85
const hardly = 0.5

/** By the letters themselves, for a whole text of one origin. */
export function convertedByLetters(words: readonly string[], tables: readonly Table[]): readonly Converted[] {
  const marked = words.map(bareWord).filter((word) => /[^\p{ASCII}]/u.test(word))
  const asIs = shareOfSyllables(marked)
  const same = words.map((text) => ({ text, isUnsure: false }))
  if (marked.length < enough || asIs >= clearly) return same
  const [best, next] = tables
    .map((table) => ({ table, share: shareOfSyllables(marked.map((word) => decoded(word, table))) }))
    .sort((a, b) => b.share - a.share)
  const isClear = best !== undefined && best.share >= clearly && best.share - Math.max(asIs, next?.share ?? 0) > 0.2
  if (isClear) return words.map((text) => ({ text: decoded(text, best.table), isUnsure: false }))
  return words.map((text) => ({ text, isUnsure: asIs < hardly && /[^\p{ASCII}]/u.test(text) }))
}

const bareWord = (word: string): string => word.replace(/^[\s.,;:!?()"'/-]+|[\s.,;:!?()"'/-]+$/gu, '')

function shareOfSyllables(words: readonly string[]): number {
  const parts = words.flatMap((word) => word.split(/[-/.,]/u)).filter((part) => part !== '')
  return parts.filter((part) => isSyllable(part)).length / Math.max(1, parts.length)
}
