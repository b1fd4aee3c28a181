// Meaning as evidence: what Vietnamese and its names hardly have makes a reading unsure and offers what may be meant. The value stays.
import type { Candidate, FieldDefinition, Value } from '../../../schemas/index.ts'
import type { Knowledge } from '../knowledge.ts'
import { editDistance, fold } from '../text.ts'
import { doubtsOfName } from './doubtful-name.ts'
import type { Interpretation } from './interpretation.ts'
import { oddWords, repaired, replaced } from './odd-words.ts'

const MAX_CANDIDATES = 5

export function doubted(meaning: Interpretation, definition: FieldDefinition, knowledge: Knowledge): Interpretation {
  if (meaning.status !== 'read') return meaning
  const meant = doubtsOf(meaning.value, meaning.code, definition, knowledge)
  if (meant === undefined) return meaning
  const candidates = [...meaning.candidates, ...meant.map((value): Candidate => ({ value }))]
  return { ...meaning, isExact: false, candidates: distinct(candidates, meaning.value).slice(0, MAX_CANDIDATES) }
}

/** Undefined when nothing speaks against the value. */
function doubtsOf(
  value: Value,
  code: string | undefined,
  { type, near, codes }: FieldDefinition,
  knowledge: Knowledge,
): Value[] | undefined {
  if (type === 'place') {
    const { text } = typeof value === 'object' ? value : { text: '' }
    return doubtsOfPlace(text, knowledge)
  }
  if (typeof value !== 'string') return undefined
  if (type === 'personName') return doubtsOfName(value, knowledge)
  if (type === 'choice' && code === undefined) return doubtsOfText(value, knowledge)
  if (codes === 'ranks') return doubtsOfRank(value, knowledge)
  if (type !== 'text') return undefined
  const nearly = near ? knowledge.language.nearly(near, value) : []
  if (nearly === undefined) return undefined
  return nearly.length > 0 ? [...nearly] : doubtsOfText(value, knowledge)
}

/** Codes of the list one sign away; none is chosen. */
function doubtsOfRank(code: string, { pay }: Knowledge): string[] | undefined {
  if (pay.rank(code) !== undefined) return undefined
  return pay.ranks.map((rank) => rank.code).filter((other) => editDistance(code, other, 1) === 1)
}

/** A repair is offered only if its units are then all known. */
function doubtsOfPlace(text: string, { language, places }: Knowledge): Value[] | undefined {
  const odd = oddWords(text, language)
  if (odd.length === 0) return undefined
  const meant = repaired(text, odd)
  if (meant === undefined) return []
  const { place, isExact } = places.read(meant)
  return isExact ? [place] : []
}

function doubtsOfText(text: string, knowledge: Knowledge): string[] | undefined {
  const { language } = knowledge
  const odd = oddWords(text, language)
  const phrases = language.nearPhrases(text)
  const places = doubtfulPlaces(text, knowledge)
  if (odd.length === 0 && phrases.length === 0 && places === undefined) return undefined
  // A phrase says more than one word: what is odd after it is repaired by itself.
  const whole = replaced(replaced(text, phrases), places ?? [])
  const meant = repaired(whole, oddWords(whole, language))
  return meant === undefined ? [] : [meant]
}

const kind = '(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)'
const name = `${kind}(?: \\p{Lu}[\\p{L}\\p{M}']*)+`
const placeRun = new RegExp(`(?<!\\p{L})${name}(?:,? ${name})*`, 'gu')
/** A commune alone is in many districts, and nobody can say which is meant. */
const beyondCommune = /(?<!\p{L})(?:huyện|quận|thị xã|thành phố|tỉnh) /u

/** Places inside a text whose units are not known as written; undefined when there is none. */
function doubtfulPlaces(text: string, { places }: Knowledge): { from: string; to: string }[] | undefined {
  const doubtful = (text.match(placeRun) ?? []).filter((run) => beyondCommune.test(run) && !places.read(run).isExact)
  if (doubtful.length === 0) return undefined
  return doubtful.flatMap((run) => {
    const { commune, district, province } = places.read(run).place
    const official = [commune, district, province].filter((unit) => unit !== undefined)
    const to = official.reduce((written, unit) => withMarksOf(written, unit), run)
    return to === run ? [] : [{ from: run, to }]
  })
}

/** Where only the marks of a unit's name differ, those of the official name. */
function withMarksOf(written: string, unit: string): string {
  const at = fold(written).indexOf(fold(unit))
  if (at < 0 || written.includes(unit) || fold(written).length !== written.length) return written
  return written.slice(0, at) + unit + written.slice(at + unit.length)
}

function distinct(candidates: readonly Candidate[], value: Value): Candidate[] {
  const seen = new Set([JSON.stringify(value)])
  return candidates.filter((candidate) => seen.size !== seen.add(JSON.stringify(candidate.value)).size)
}
