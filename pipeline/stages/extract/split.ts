// One column that holds two cells: "9/1995 - 6/1999", "Từ 9/1995 đến nay", "V.07.03.29/2".
import { partOf } from '../../core/box.ts'
import { lettersOf, type Token } from '../../core/form/tokens.ts'
import { fold, nfc } from '../../core/text.ts'

/** The two halves; the second is empty when only one thing is written. */
export function split(tokens: readonly Token[], by: 'period' | 'slash'): [Token[], Token[]] {
  const text = foldedInPlace(tokens)
  const lead = by === 'period' ? (/^\s*tu(?=\s|\d|:)[\s:]*/u.exec(text)?.[0].length ?? 0) : 0
  const patterns = by === 'period' ? betweenDates : betweenCodeAndStep
  const found = patterns.map((pattern) => pattern.exec(text)).find((match) => match !== null)
  if (!found) return [within(tokens, lead, text.length), []]
  return [within(tokens, lead, found.index), within(tokens, found.index + found[0].length, text.length)]
}

const betweenDates = [
  /[\s\-–—,;:]*\bden\b(?:\s*(?=nay\b))?[\s:]*/u,
  // A year that lost a figure ends a date too.
  /(?<=\d{3})[\s.,;]*[-–—−~=]+\s*/u,
  /(?<=\d{4})[\s.,;]+(?=\d|nay\b|hien|thang)/u,
]

const betweenCodeAndStep = [/\s*\/\s*/u, /[\s,;:-]*\bbac\b\s*/u, /[\s,;]+(?=\d{1,2}$)/u]

/** Sign by sign without tones, so that a place in it is a place in the writing. */
function foldedInPlace(tokens: readonly Token[]): string {
  return Array.from(joined(tokens))
    .map((sign) => (sign === ' ' ? sign : fold(sign).slice(0, 1) || ' '))
    .join('')
}

function joined(tokens: readonly Token[]): string {
  return tokens.map((token, at) => (at === 0 || token.isGlued ? '' : ' ') + nfc(token.text)).join('')
}

/** The tokens between two places of the joined writing; a token that is cut keeps its share of the box. */
function within(tokens: readonly Token[], from: number, to: number): Token[] {
  let at = 0
  return tokens.flatMap((token, index) => {
    if (index > 0 && !token.isGlued) at += 1
    const length = Array.from(nfc(token.text)).length
    const [first, last] = [Math.max(0, from - at), Math.min(length, to - at)]
    at += length
    if (first >= last) return []
    const text = Array.from(nfc(token.text)).slice(first, last).join('')
    return [{ ...token, text, letters: lettersOf(text), box: partOf(token.box, first, last, length) }]
  })
}
