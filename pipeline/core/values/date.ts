// A date with its own precision: `2003`, `2003-09`, `2003-09-02`; `nay` until now; `Không` where that is written.
import type { Value } from '../../../schemas/index.ts'
import { editDistance, fold } from '../text.ts'
import { blank, exact, type Interpretation, showText, tolerant, unparsed, type ValueKind } from './interpretation.ts'
import { cleanWriting, withDigits } from './writing.ts'

const FIRST_YEAR = 1900
const LAST_YEAR = 2100

export const date: ValueKind = { parse, show }

function parse(written: string): Interpretation {
  const text = cleanWriting(written).toLowerCase()
  const word = special(text)
  if (word) return word
  const numbers = numbersOf(text)
  // The form prints "ngày … tháng … năm 20…" itself.
  if (numbers === '' || /^(?:19|20)$/u.test(numbers)) return blank
  if (/^\d+(?:\/\d+)*$/u.test(numbers)) return ofParts(numbers.split('/'), hasOwnSigns(text))
  const mended = numbersOf(text.replace(/\p{L}+/gu, printedWord))
  return /^\d+(?:\/\d+)+$/u.test(mended) ? ofParts(mended.split('/'), false) : ofSpoiled(numbers, text)
}

/** "thóng", "thúng" stand where the form prints "tháng": the digits are not touched by it. */
function printedWord(word: string): string {
  if (word === 'nay') return word
  return ['tháng', 'ngày', 'năm'].find((printed) => editDistance(fold(printed), fold(word), 1) <= 1) ?? word
}

function special(text: string): Interpretation | undefined {
  if (/^(?:(?:đến|tới) )?(?:hiện )?nay$/u.test(text)) return exact('nay')
  if (/^(?:(?:den|toi) )?(?:hien )?nay$/u.test(fold(text))) return tolerant('nay')
  return text === 'không' ? exact('Không') : undefined
}

/** Words and signs between the numbers become one slash. */
function numbersOf(text: string): string {
  return text
    .replace(/(?<!\p{L})(?:sinh )?(?:ngày|ngay)(?!\p{L})/gu, ' ')
    .replace(/(?<!\p{L})(?:tháng|thang|năm|nam)(?!\p{L})/gu, '/')
    .replace(/[-–—.,;:|\\/]/gu, '/')
    .replace(/\s*\/[\s/]*/gu, '/')
    .replace(/^[\s/]+|[\s/]+$/gu, '')
}

/** Words with all their tones and the usual signs only. */
function hasOwnSigns(text: string): boolean {
  return /^(?:\d|\s|[-–/.,]|sinh|ngày|tháng|năm)+$/u.test(text)
}

function ofParts(parts: readonly string[], isExact: boolean): Interpretation {
  const value = isoOf(parts)
  if (value) return isExact ? exact(value) : tolerant(value)
  const year = parts.at(-1) ?? ''
  if (year.length === 2 && parts.length > 1) {
    const centuries = ['19', '20'].map((century) => isoOf([...parts.slice(0, -1), century + year]))
    return unparsed('Năm chỉ có hai chữ số.', centuries.filter(isPresent))
  }
  // Registers write 00 for a day or month nobody knows.
  if (parts.length > 1 && parts.some((part) => /^0+$/u.test(part))) {
    const known = isoOf(parts.filter((part) => !/^0+$/u.test(part)))
    return unparsed('Ngày hoặc tháng ghi là số không.', [known].filter(isPresent))
  }
  const [whole = ''] = parts
  const unslashed = whole.length === 8 ? isoOf([whole.slice(0, 2), whole.slice(2, 4), whole.slice(4)]) : undefined
  return unparsed('Không phải ngày có thật.', unslashed ? [unslashed] : datesWithin(parts.join('/')))
}

/** Spaces inside numbers, letters for digits, other words: read only if one meaning is possible, never as exact. */
function ofSpoiled(numbers: string, text: string): Interpretation {
  const digits = withDigits(numbers)
  if (!/^[\d /]+$/u.test(digits)) return unparsed('Không đọc được thành ngày.', datesWithin(text))
  const asWords = isoOf(digits.split(/[ /]+/u))
  const joined = isoOf(digits.replaceAll(' ', '').split('/'))
  const meanings = [...new Set([asWords, joined].filter(isPresent))]
  const [only] = meanings
  if (only !== undefined && meanings.length === 1) return tolerant(only)
  return unparsed('Không đọc chắc được thành một ngày.', meanings.length > 0 ? meanings : datesWithin(text))
}

function isoOf(parts: readonly string[]): string | undefined {
  const [year = '', month, day] = parts.toReversed()
  if (parts.length > 3 || year.length !== 4 || Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return undefined
  if (month === undefined) return year
  if (month.length > 2 || Number(month) < 1 || Number(month) > 12) return undefined
  if (day === undefined) return `${year}-${pad(month)}`
  const isReal = day.length <= 2 && Number(day) >= 1 && Number(day) <= daysOf(Number(year), Number(month))
  return isReal ? `${year}-${pad(month)}-${pad(day)}` : undefined
}

/** Dates that stand inside a longer writing, for a steward to choose from. */
function datesWithin(text: string): string[] {
  const found = text.match(/(?<!\d)(?:\d{1,2}[-/.]){0,2}\d{4}(?!\d)/gu) ?? []
  return [...new Set(found.map((one) => isoOf(one.split(/[-/.]/u))).filter(isPresent))]
}

const isPresent = (value: string | undefined): value is string => value !== undefined
const pad = (number: string): string => number.padStart(2, '0')

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function show(value: Value): string {
  return showText(value).split('-').toReversed().join('/')
}
