// Numbers that are names: social insurance, telephone. Ten digits are the rule; another count is kept and looked at.
import { exact, type Interpretation, showText, tolerant, unparsed, type ValueKind } from './interpretation.ts'
import { cleanWriting, withDigits } from './writing.ts'

const USUAL_LENGTH = 10

export const digits: ValueKind = { parse, show: showText }

function parse(written: string): Interpretation {
  const number = cleanWriting(written).replace(/[\s.-]/gu, '')
  if (/^\d+$/u.test(number)) return number.length === USUAL_LENGTH ? exact(number) : tolerant(number)
  const guessed = withDigits(number)
  return /\d/u.test(number) && /^\d+$/u.test(guessed) ? tolerant(guessed) : unparsed('Không đọc được thành dãy chữ số.')
}
