// The number of a CMND (9 digits) or CCCD (12). There is no check digit, so no other length is ever repaired (domain.md 3.1).
import { exact, type Interpretation, showText, tolerant, unparsed, type ValueKind } from './interpretation.ts'
import { cleanWriting, withDigits } from './writing.ts'

const whole = /^(?:\d{9}|\d{12})$/u

export const citizenNumber: ValueKind = { parse, show: showText }

function parse(written: string): Interpretation {
  const text = cleanWriting(written)
  const number = text.replace(/[\s.]/gu, '')
  if (whole.test(number)) return exact(number)
  const guessed = withDigits(number)
  if (whole.test(guessed)) return tolerant(guessed)
  const within = [...new Set(text.match(/(?<!\d)(?:\d{12}|\d{9})(?!\d)/gu) ?? [])]
  if (/^\d+$/u.test(number)) return unparsed('Số CMND/CCCD không đủ 9 hoặc 12 chữ số.')
  return unparsed('Không đọc được thành số CMND/CCCD.', within)
}
