// An allowance: a number where only a coefficient is written (`0,3`), else the words (`25%`, `Không`, `0,5 khu vực`).
import type { Value } from '../../../schemas/index.ts'
import { exact, type Interpretation, showText, tolerant, unparsed, type ValueKind } from './interpretation.ts'
import { cleanWriting, isCleanVietnamese, withDigits } from './writing.ts'

const coefficient = /^\d{1,2}[.,]\d{1,3}$|^[1-9]?\d$/u

export const allowance: ValueKind = { parse, show }

function parse(written: string): Interpretation {
  const text = cleanWriting(written)
  if (coefficient.test(text)) return exact(numberOf(text))
  const guessed = withDigits(text).replace(/\s+/gu, '')
  if (coefficient.test(guessed) && /\d/u.test(text)) return tolerant(numberOf(guessed))
  // "03" is "0,3" without its comma, or a mere 3.
  if (/^0\d{1,2}$/u.test(guessed)) return unparsed('Hệ số phụ cấp thiếu dấu phẩy.', [Number(`0.${guessed.slice(1)}`)])
  return isCleanVietnamese(text) ? exact(text) : tolerant(text)
}

const numberOf = (text: string): number => Number(text.replace(',', '.'))

function show(value: Value): string {
  return typeof value === 'number' ? String(value).replace('.', ',') : showText(value)
}
