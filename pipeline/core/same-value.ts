// When two papers say the same. Spelling of tones counts: "Hùng" and "Hung" are not the same.
import type { Outcome, Place, Value } from '../../schemas/index.ts'

export function sameValue(a: Value, b: Value): boolean {
  if (typeof a === 'object' && typeof b === 'object') return samePlace(a, b)
  if (typeof a === 'string' && typeof b === 'string') return plain(a) === plain(b)
  return a === b
}

/** Two readings agree when both were understood and mean the same; an absent or unparsed one contradicts nothing. */
export function disagree(a: Outcome, b: Outcome): boolean {
  return a.status === 'read' && b.status === 'read' && !sameValue(a.value, b.value)
}

/** Street and hamlet may be told in one paper and left out in another; the units must agree where both name them. */
function samePlace(a: Place, b: Place): boolean {
  const named = (['commune', 'district', 'province'] as const).filter((level) => a[level] && b[level])
  if (named.length === 0) return plain(a.text) === plain(b.text)
  return named.every((level) => plain(a[level] ?? '') === plain(b[level] ?? ''))
}

function plain(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/gu, ' ').trim()
}
