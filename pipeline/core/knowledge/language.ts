// Vietnamese as it is written in dossiers: its words, the texts of some fields, phrases. Doubting by them is left to core/values/.
import type { PlaceList, Rank, UsualList, UsualTextList } from '../../../schemas/index.ts'
import type { Language, ListIndex, Replacement } from '../knowledge.ts'
import { editDistance, fold, nfc, toneAwareDistance } from '../text.ts'
import { namesOfEntry } from './list-index.ts'
import { byKey, nameKey } from './name-key.ts'
import { isSyllable } from './syllables.ts'

const MAX_NEAR = 5
/** One letter wrong, with its tone. */
const ONE_LETTER = 1.3

export function languageOf(
  usual: UsualTextList,
  textsOf: Readonly<Record<Exclude<UsualList, 'rank-names'>, ListIndex>>,
  ranks: readonly Rank[],
  places: PlaceList,
  names: readonly string[],
): Language {
  const usualOf = ({ entries }: ListIndex) => entries.flatMap((entry) => namesOfEntry(entry)).map(usualText)
  const lists: Record<UsualList, UsualText[]> = {
    'rank-names': [...new Set(ranks.flatMap(({ name }) => spellingsOf(name)))].map(usualText),
    'training-modes': usualOf(textsOf['training-modes']),
    relations: usualOf(textsOf.relations),
    'military-ranks': usualOf(textsOf['military-ranks']),
    degrees: usualOf(textsOf.degrees),
  }
  const borrowed = new Set(usual.words)
  let nameWords: ReadonlySet<string> | undefined
  return {
    isSyllable,
    isKnownWord: (text) =>
      borrowed.has(text) || (nameWords ??= wordsOfNames([...names, ...namesOfPlaces(places)])).has(text.toLowerCase()),
    nearly: (list, text) => nearly(lists[list], text),
    nearPhrases: phraseFinder(usual.phrases),
  }
}

interface UsualText {
  readonly name: string
  readonly key: string
  readonly letters: string
}

const usualText = (name: string): UsualText => ({ name, key: nameKey(name), letters: fold(name) })

/** Schools are mostly written by their initials, `(hạng III)` without brackets. */
function spellingsOf(name: string): string[] {
  const open = name.replace(/[()]/gu, '')
  return [name, open, open.replace(/trung học cơ sở/iu, 'THCS').replace(/trung học phổ thông/iu, 'THPT')]
}

function nearly(all: readonly UsualText[], text: string): string[] | undefined {
  const key = nameKey(text)
  const same = all.filter((one) => one.key === key)
  if (same.some(({ name }) => caseOf(name) === caseOf(text))) return undefined
  if (same.length > 0) return same.map(({ name }) => name)
  const letters = fold(text)
  const allowed = allowedFor(letters.length)
  return all
    .filter((one) => editDistance(one.letters, letters, Math.floor(allowed)) <= Math.floor(allowed))
    .map(({ name }) => ({ name, distance: isGlued(name, text) ? 0 : toneAwareDistance(name, text) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MAX_NEAR)
    .map(({ name }) => name)
}

/** Words run together have their tones elsewhere, which a distance of letters takes for errors. */
const isGlued = (name: string, text: string): boolean => withoutSpaces(name) === withoutSpaces(text)
const withoutSpaces = (text: string): string => nfc(text).toLowerCase().replaceAll(' ', '')

const caseOf = (text: string): string =>
  nfc(text)
    .replace(/\p{Lu}/gu, 'A')
    .replace(/\p{Ll}/gu, 'a')

/** Short words are too alike for a wrong letter: Chú and Chị, Bà and Bố. */
function allowedFor(length: number): number {
  return length < 5 ? 0.6 : length < 10 ? ONE_LETTER : 2 * ONE_LETTER
}

/** Found by all syllables but one, so that a run of words meets few phrases. */
function phraseFinder(phrases: readonly string[]): (text: string) => Replacement[] {
  const known = new Set(phrases.map(nameKey))
  const byRest = byKey(
    phrases,
    (phrase) => restsOf(fold(phrase).split(' ')),
    (rest) => rest,
  )
  const lengths = [...new Set(phrases.map((phrase) => phrase.split(' ').length))]
  return (text) => {
    const words = wordsOf(text)
    const runs = lengths.flatMap((length) => runsOf(words, length))
    const isPhrase = (run: readonly Word[]) => known.has(run.map(({ key }) => key).join(' '))
    const understood = new Set(runs.filter(isPhrase).flat())
    const unclear = runs.filter((run) => !run.some((word) => understood.has(word)) && !isProperName(run))
    return apart(unclear.flatMap((run) => nearestPhrase(run, byRest)))
  }
}

interface NearPhrase extends Replacement {
  readonly run: readonly Word[]
  readonly distance: number
}

function nearestPhrase(run: readonly Word[], byRest: ReadonlyMap<string, readonly string[]>): NearPhrase[] {
  const from = run.map(({ word }) => word).join(' ')
  const near = new Set(restsOf(run.map(({ letters }) => letters)).flatMap((rest) => byRest.get(rest) ?? []))
  return [...near]
    .map((phrase) => ({ run, from, to: withCaseOf(phrase, from), distance: toneAwareDistance(phrase, from) }))
    .filter(({ to, distance }) => distance <= ONE_LETTER && isMisreading(fold(to), fold(from)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 1)
}

/** Letters of one shape; others are another word: công nghiệp is no misread nông nghiệp. */
const sameShape = new Set(['ao', 'ae', 'eo', 'ce', 'co', 'il', 'it', 'lt', 'nu', 'vy', 'gq', 'bh'])

/** Only marks differ, or one letter by another of its shape. */
function isMisreading(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const differing = [...a].flatMap((letter, i) => (letter === b[i] ? [] : [[letter, b[i] ?? ''].sort().join('')]))
  return differing.length <= 1 && differing.every((pair) => sameShape.has(pair))
}

/** The nearest first; a word belongs to one phrase only. */
function apart(found: readonly NearPhrase[]): Replacement[] {
  const taken = new Set<Word>()
  return [...found]
    .sort((a, b) => a.distance - b.distance)
    .filter(({ run }) => {
      if (run.some((word) => taken.has(word))) return false
      for (const word of run) taken.add(word)
      return true
    })
    .map(({ from, to }) => ({ from, to }))
}

interface Word {
  readonly word: string
  readonly key: string
  readonly letters: string
  /** A sign behind it parts it from the next. */
  readonly isLast: boolean
}

function wordsOf(text: string): Word[] {
  return text.split(' ').map((written) => {
    const word = written.replace(/^[^\p{L}\p{M}]+|[^\p{L}\p{M}]+$/gu, '')
    return { word, key: nameKey(word), letters: fold(word), isLast: /[^\p{L}\p{M}]$/u.test(written) }
  })
}

function runsOf(words: readonly Word[], length: number): Word[][] {
  return words
    .map((_word, at) => words.slice(at, at + length))
    .filter(
      (run) =>
        run.length === length && run.every(({ word, isLast }, i) => word !== '' && (!isLast || i === length - 1)),
    )
}

/** `Thái Nguyên` is not `tài nguyên`: in a text of small letters a later capital begins a name. */
function isProperName(run: readonly Word[]): boolean {
  return run.slice(1).some(({ word }) => /^\p{Lu}/u.test(word)) && run.some(({ word }) => /\p{Ll}/u.test(word))
}

function restsOf(letters: readonly string[]): string[] {
  return letters.map((_one, left) => [letters.length, left, ...letters.filter((_other, i) => i !== left)].join(' '))
}

/** As the writing: all capitals, or those it begins its words with. */
function withCaseOf(phrase: string, run: string): string {
  if (run === run.toUpperCase()) return phrase.toUpperCase()
  const isCapital = run.split(' ').map((word) => /^\p{Lu}/u.test(word))
  return phrase
    .split(' ')
    .map((word, i) => (isCapital[i] ? word.charAt(0).toUpperCase() + word.slice(1) : word))
    .join(' ')
}

/** Names of the Central Highlands (Krông, Đắk) and of peoples follow other spellings; single letters and initials are left out. */
function wordsOfNames(names: readonly string[]): ReadonlySet<string> {
  const words = names.flatMap((name) => name.split(/[^\p{L}\p{M}']+/u))
  return new Set(words.filter((word) => word.length > 1 && /\p{Ll}/u.test(word)).map((word) => word.toLowerCase()))
}

function namesOfPlaces({ now, before }: PlaceList): string[] {
  const districts = before.flatMap((province) => province.districts)
  return [
    ...[...now, ...before, ...districts].map(({ name }) => name),
    ...now.flatMap(({ communes }) => communes.flatMap(([, name, others]) => [name, ...(others ?? [])])),
    ...districts.flatMap(({ communes }) => communes.flatMap(([, name, , others]) => [name, ...(others ?? [])])),
  ]
}
