// A salary coefficient: `3,66`. OCR loses the comma; the pay tables say where it may have stood (domain.md 3.5).
import type { FieldDefinition, Value } from '../../../schemas/index.ts'
import type { Knowledge } from '../knowledge.ts'
import { exact, type Interpretation, showText, tolerant, unparsed, type ValueKind } from './interpretation.ts'
import { cleanWriting, withDigits } from './writing.ts'

/** Above every coefficient of state pay; the comma is in the wrong place then. */
const MAX_COEFFICIENT = 15
const coefficientPattern = /^\d{1,2}[.,]\d{1,2}$/u

export const decimal: ValueKind = { parse, show }

function parse(written: string, _definition: FieldDefinition, knowledge: Knowledge): Interpretation {
  const text = cleanWriting(written)
  if (coefficientPattern.test(text) && numberOf(text) > MAX_COEFFICIENT)
    return unparsed('Hệ số lớn hơn mọi bảng lương.')
  if (coefficientPattern.test(text)) return exact(numberOf(text))
  const guessed = withDigits(text).replace(/\s+/gu, '')
  if (coefficientPattern.test(guessed) && numberOf(guessed) <= MAX_COEFFICIENT) return tolerant(numberOf(guessed))
  const restored = Number(guessed) / (guessed.length < 3 ? 1 : 100)
  const isInTables = knowledge.pay.groups.some(({ coefficients }) => coefficients.includes(restored))
  if (/^\d{1,4}$/u.test(guessed) && isInTables) return tolerant(restored, [{ value: restored }])
  const within = text.match(/(?<!\d)\d{1,2}[.,]\d{2}(?!\d|%|\s*%)/gu) ?? []
  return unparsed('Không đọc được thành hệ số.', within.map(numberOf))
}

const numberOf = (text: string): number => Number(text.replace(',', '.'))

function show(value: Value): string {
  return typeof value === 'number' ? value.toFixed(2).replace('.', ',') : showText(value)
}
