// General education: `12/12`, `10/10`, also with words behind (`12/12 Bổ túc`); a string, never a number.
import { exact, type Interpretation, showText, tolerant, unparsed, type ValueKind } from './interpretation.ts'
import { cleanWriting, isCleanVietnamese, withDigits } from './writing.ts'

/** Schools of the old north had ten classes, all others twelve. */
const classes = /^(\d{1,2})\s*\/\s*(10|12)(?!\d)/u
/** A slash that OCR took for a digit or a letter, or lost. */
const lostSlash = /^(\d{1,2}?)[1lI|!\\47]?(10|12)$/u
/** The slash and the 1 behind it, drawn together: `1242`. */
const lostSlashAndOne = /^(\d{1,2})4([02])$/u

export const schooling: ValueKind = { parse, show: showText }

function parse(written: string): Interpretation {
  const text = cleanWriting(written)
  const clear = classesOf(text, classes)
  if (clear)
    return isCleanVietnamese(text) ? exact(text.replace(classes, clear)) : tolerant(text.replace(classes, clear))
  if (/\p{L}{2}/u.test(text)) return isCleanVietnamese(text) ? exact(text) : tolerant(text)
  const guessed = classesOf(withDigits(text).replace(/\s+/gu, ''), /^(\d{1,2})\/(10|12)$/u)
  if (guessed) return tolerant(guessed)
  const bare = text.replace(/\s+/gu, '')
  const candidate = classesOf(bare, lostSlash) ?? classesOf(bare.replace(lostSlashAndOne, '$1/1$2'), classes)
  return unparsed('Không đọc được thành lớp đã học.', candidate ? [candidate] : [])
}

function classesOf(text: string, pattern: RegExp): string | undefined {
  const [, reached, all] = pattern.exec(text) ?? []
  if (!reached || !all || Number(reached) < 1 || Number(reached) > Number(all)) return undefined
  return `${Number(reached)}/${all}`
}
