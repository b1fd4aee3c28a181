// The class of a disabled soldier: `3/4`; `Không` stays a word.
import { exact, type Interpretation, showText, tolerant, unparsed, type ValueKind } from './interpretation.ts'
import { cleanWriting, isCleanVietnamese, withDigits } from './writing.ts'

export const fraction: ValueKind = { parse, show: showText }

function parse(written: string): Interpretation {
  const text = cleanWriting(written).replace(/^(?:hạng|Hạng)\s+(?=\d)/u, '')
  if (text.toLowerCase() === 'không') return exact('Không')
  const clear = classOf(text)
  if (clear) return exact(clear)
  const guessed = classOf(withDigits(text))
  if (guessed) return tolerant(guessed)
  const lostSlash = /^([1-4])[1lI|!7]4$/u.exec(text)?.[1]
  if (lostSlash) return unparsed('Hạng thương binh thiếu dấu gạch chéo.', [`${lostSlash}/4`])
  return /\p{L}{2}/u.test(text) && isCleanVietnamese(text)
    ? tolerant(text)
    : unparsed('Không đọc được thành hạng thương binh.')
}

/** Four classes today. */
function classOf(text: string): string | undefined {
  const [, number] = /^([1-4])\s*\/\s*4$/u.exec(text) ?? []
  return number && `${number}/4`
}
