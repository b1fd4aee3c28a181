// A salary step: `3`, `Bậc 3`, `3/9`.
import { exact, type Interpretation, showText, tolerant, unparsed, type ValueKind } from './interpretation.ts'
import { cleanWriting, withDigits } from './writing.ts'

/** The longest scale ever used (cán sự, NĐ 25/CP 1993). */
const MAX_STEP = 16
const numerals = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

export const step: ValueKind = { parse, show: showText }

function parse(written: string): Interpretation {
  const text = cleanWriting(written).replace(/^(?:bậc|Bậc|BẬC)(?: lương)?[\s:.]*/u, '')
  const plain = numberOf(text)
  if (plain !== undefined) return exact(plain)
  const numeral = numerals.indexOf(text.toUpperCase())
  if (numeral > 0 && text.length > 1) return unparsed('Bậc lương ghi bằng số La Mã.', [numeral])
  const guessed = numberOf(withDigits(text).replace(/\s+/gu, ''))
  return guessed === undefined ? unparsed(`Bậc lương phải là số từ 1 đến ${MAX_STEP}.`) : tolerant(guessed)
}

/** The step of `3` or `3/9`; nothing outside the scale. */
function numberOf(text: string): number | undefined {
  const [, number, scale] = /^(\d{1,2})(?:\s*\/\s*(\d{1,2}))?$/u.exec(text) ?? []
  if (number === undefined) return undefined
  const found = Number(number)
  return found >= 1 && found <= Number(scale ?? MAX_STEP) && found <= MAX_STEP ? found : undefined
}
