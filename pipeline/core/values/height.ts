// Height in whole centimetres from `1m58`, `1,58 m`, `158 cm`.
import type { Value } from '../../../schemas/index.ts'
import { blank, exact, type Interpretation, tolerant, unparsed, type ValueKind } from './interpretation.ts'
import { cleanWriting, withDigits } from './writing.ts'

const MIN_CM = 100
const MAX_CM = 230

export const height: ValueKind = { parse, show }

function parse(written: string): Interpretation {
  const text = cleanWriting(written).toLowerCase().replace(/\s+/gu, '')
  if (/^(?:m|cm)$/u.test(text)) return blank
  const clear = centimetres(text)
  if (clear !== undefined) return exact(clear)
  const guessed = withDigits(text).replace(/rn|n/u, 'm')
  // "1m6" is meant as 1m60, or has lost a digit.
  const found = centimetres(guessed) ?? centimetres(guessed.replace(/^(1m\d)$/u, '$10'))
  return found === undefined ? unparsed('Không đọc được thành chiều cao.') : tolerant(found)
}

function centimetres(text: string): number | undefined {
  const [, metres, rest] = /^(\d)(?:m|[.,])(\d{2})(?:m|cm)?$/u.exec(text) ?? []
  const [, whole] = /^(\d{3})(?:cm)?$/u.exec(text) ?? []
  const [, tenths] = /^(\d[.,]\d)m$/u.exec(text) ?? []
  const found =
    metres && rest ? Number(metres + rest) : whole ? Number(whole) : Math.round(Number(tenths?.replace(',', '.')) * 100)
  return found >= MIN_CM && found <= MAX_CM ? found : undefined
}

function show(value: Value): string {
  const cm = Number(value)
  return `${Math.floor(cm / 100)}m${String(cm % 100).padStart(2, '0')}`
}
