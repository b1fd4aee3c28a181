// The writing itself, before any meaning: leader dots, outer punctuation, digits that OCR took for letters.
import { nfc } from '../text.ts'

const outside = /^[\s.,;:…·•\-–—_/\\|~*"“”'‘’=]+|[\s.,;:…·•\-–—_/\\|~*"“”‘’=]+$/gu
/** Two dots or more are a printed leader, also when OCR put spaces between them. */
const leader = /(?:[.…·_]\s*){2,}|…|_/gu

/** NFC, leader dots and outer punctuation off, single spaces. */
export function cleanWriting(raw: string): string {
  const text = nfc(raw)
    .replace(leader, ' ')
    .replace(outside, '')
    .replace(/\s+/gu, ' ')
    .replace(/ (?=[,;])/gu, '')
  return withoutLoneBracket(text)
}

/** Only dots, dashes, lines and slashes: the place was left open. */
export function isNothingWritten(raw: string): boolean {
  return cleanWriting(raw) === ''
}

function withoutLoneBracket(text: string): string {
  const opens = text.split('(').length
  const closes = text.split(')').length
  if (opens > closes && text.startsWith('(')) return text.slice(1).trim()
  if (closes > opens && text.endsWith(')')) return text.slice(0, -1).trim()
  return text
}

const lookAlikes: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  D: '0',
  Q: '0',
  I: '1',
  l: '1',
  i: '1',
  '|': '1',
  '!': '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  G: '6',
  B: '8',
}

/** Letters that OCR reads for digits put back; whoever uses it must not call the result exact. */
export function withDigits(text: string): string {
  return text.replace(/[^\d\s]/gu, (sign) => lookAlikes[sign] ?? sign)
}

const letterLookAlikes: Readonly<Record<string, string>> = {
  '0': 'O',
  '1': 'I',
  '4': 'A',
  '5': 'S',
  '6': 'G',
  '8': 'B',
}

/** Digits that OCR reads for capitals put back: `4 Rh+` is A Rh+. Good for a candidate only. */
export function withLetters(text: string): string {
  return text.replace(/\d/gu, (digit) => letterLookAlikes[digit] ?? digit)
}

/** Everything a Vietnamese sentence may hold; other signs are the engine's. */
export function isCleanVietnamese(text: string): boolean {
  return /^[\p{Script=Latin}\p{M}\d\s.,;:()\-–/%+'’"“”&°]*$/u.test(text) && !/[^\s]{30}/u.test(text)
}
