// What OCR and clerks make of a name and of figures: tones lost or changed, letters alike, a middle name dropped, order turned.
import { fold } from '../../pipeline/core/text.ts'
import { chance, pick, type Random } from '../random.ts'
import { type Name } from './names.ts'

/** Shares of names. */
const rates = { allTonesLost: 0.03, oneToneWrong: 0.06, letterWrong: 0.025, middleMissing: 0.012, reversed: 0.008 }

export function nameMisread(random: Random, name: Name): string {
  const [first = '', ...others] = name.middle.split(' ')
  const middle = chance(random, rates.middleMissing) ? others.join(' ') : [first, ...others].join(' ')
  const parts = chance(random, rates.reversed) ? [name.given, middle, name.family] : [name.family, middle, name.given]
  const whole = parts.filter((part) => part !== '').join(' ')
  const toned = chance(random, rates.oneToneWrong) ? toneWrong(random, whole) : whole
  const lettered = chance(random, rates.letterWrong) ? letterWrong(random, toned) : toned
  return chance(random, rates.allTonesLost) ? titleCase(fold(lettered)) : lettered.normalize('NFC')
}

const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
const isTone = /[\u0300\u0301\u0303\u0309\u0323]/u

function toneWrong(random: Random, text: string): string {
  const signs = Array.from(text.normalize('NFD'))
  const marked = signs.flatMap((sign, at) => (isTone.test(sign) ? [at] : []))
  const at = marked.length === 0 ? undefined : pick(random, marked)
  if (at === undefined) return text
  return [...signs.slice(0, at), pick(random, tones), ...signs.slice(at + 1)].join('').normalize('NFC')
}

/** Pairs that scanners confuse; the rest of the errors is any other letter, one dropped or one doubled. */
const alike: Readonly<Record<string, string>> = { n: 'm', m: 'n', h: 'b', b: 'h', l: 'i', i: 'l', u: 'n', g: 'q' }

function letterWrong(random: Random, text: string): string {
  const letters = Array.from(text)
  const at = pick(
    random,
    letters.flatMap((letter, at) => (letter === ' ' ? [] : [at])),
  )
  const letter = letters[at] ?? ''
  const instead = oneOf(random, [
    [4, () => alike[letter] ?? pick(random, Array.from('aeiouhnct'))],
    [1, () => ''],
    [1, () => `${letter}${letter.toLowerCase()}`],
  ])
  return letters.with(at, instead).join('')
}

/** One figure another, or two neighbours exchanged. */
export function digitWrong(random: Random, number: string): string {
  if (number === '') return ''
  const at = Math.floor(random() * number.length)
  const [here = '', next] = [number[at], number[at + 1]]
  if (next !== undefined && next !== here && chance(random, 0.2))
    return `${number.slice(0, at)}${next}${here}${number.slice(at + 2)}`
  return `${number.slice(0, at)}${(Number(here) + 1 + Math.floor(random() * 9)) % 10}${number.slice(at + 1)}`
}

/** One of several ways, by weight. */
export function oneOf(random: Random, ways: readonly (readonly [number, () => string])[]): string {
  let left = random() * ways.reduce((sum, [weight]) => sum + weight, 0)
  for (const [weight, way] of ways) if ((left -= weight) < 0) return way()
  return ''
}

const titleCase = (text: string) => text.replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase())
