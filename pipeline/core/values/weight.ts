// Weight in kilograms: `58 kg`, `58`, `58,5 kg`. The unit is printed on the form and alone means nothing.
import type { Value } from '../../../schemas/index.ts'
import { blank, exact, type Interpretation, showText, tolerant, unparsed, type ValueKind } from './interpretation.ts'
import { cleanWriting, withDigits } from './writing.ts'

const MIN_KG = 25
const MAX_KG = 200

export const weight: ValueKind = { parse, show }

function parse(written: string): Interpretation {
  const number = cleanWriting(written).replace(/[\s.,]*(?:kg|ký|kí|kilogam)$/iu, '')
  if (number === '') return blank
  const clear = kilograms(number)
  if (clear !== undefined) return exact(clear)
  const guessed = kilograms(withDigits(number).replace(/\s+/gu, ''))
  return guessed === undefined ? unparsed('Không đọc được thành cân nặng.') : tolerant(guessed)
}

function kilograms(text: string): number | undefined {
  if (!/^\d{2,3}(?:[.,]\d)?$/u.test(text)) return undefined
  const found = Number(text.replace(',', '.'))
  return found >= MIN_KG && found <= MAX_KG ? found : undefined
}

function show(value: Value): string {
  return `${showText(value).replace('.', ',')} kg`
}
