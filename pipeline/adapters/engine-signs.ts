// Signs the Vietnamese model knows besides the Vietnamese ones, told as what they stand for. Forbidding them to the engine
// would make it choose a worse sign (Ý, V) or leave one out (the slash of a number); the ink tells which of ours it is.

interface Sign {
  readonly text: string
  readonly bbox: { readonly y0: number; readonly y1: number }
}
interface SignedWord<S extends Sign> {
  readonly text: string
  /** 0 to 100. */
  readonly confidence: number
  readonly symbols: readonly S[]
}

/** A capital without a mark is about as tall as the usual sign; its hook, tone or dots reach well above. */
const MARKED = 1.15
/** A comma is this much shorter than a slash at most. */
const COMMA = 0.5
const UNSURE = 40
/** Letters of other languages that look the same in print. */
const TWINS: Readonly<Record<string, string>> = { Ð: 'Đ', ð: 'đ', ÿ: 'y' }

/** The word with our signs, in NFC. `usual` is the height of the usual sign in pixels. */
export function withOurSigns<S extends Sign, W extends SignedWord<S>>(word: W & SignedWord<S>, usual: number) {
  if (word.symbols.length === 0) return word
  const told = word.symbols.map((sign, index) => ours(sign, word.symbols[index - 1]?.text, usual))
  const symbols = word.symbols.map((sign, index) => ({ ...sign, text: told[index]?.text ?? sign.text }))
  const isUnsure = told.some((sign) => sign.isUnsure)
  const text = symbols.map((sign) => sign.text).join('')
  return { ...word, symbols, text, confidence: isUnsure ? Math.min(UNSURE, word.confidence) : word.confidence }
}

function ours({ text, bbox }: Sign, before: string | undefined, usual: number): { text: string; isUnsure: boolean } {
  const height = bbox.y1 - bbox.y0
  if (text === 'Ÿ') return { text: before === 'Y' ? '' : 'Y', isUnsure: height > usual * MARKED }
  if (text === '⁄') return { text: height < usual * COMMA ? ',' : '/', isUnsure: false }
  return { text: TWINS[text] ?? text.normalize('NFC'), isUnsure: false }
}
