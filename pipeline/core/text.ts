// Vietnamese text: one normal form, comparing without tones, distances, the order of names. Meaning is left to values/.

export const toneMarks = '\u0300\u0301\u0303\u0309\u0323'
const letterRun = /\p{L}[\p{L}\p{M}]*/gu
const letterWithMarks = /[^\p{M}]\p{M}*|\p{M}/gu

/** NFC, and the Icelandic Ð that old fonts and keyboards put for Đ, which no Vietnamese word has. */
export function nfc(text: string): string {
  return text.normalize('NFC').replaceAll('Ð', 'Đ').replaceAll('ð', 'đ')
}

/** Without tones and marks, đ as d, lower case, single spaces: what is left when OCR has lost the small ink. */
export function fold(text: string): string {
  const known = folded.get(text)
  if (known !== undefined) return known
  const told = foldAnew(text)
  if (text.length > longestKept) return told
  if (folded.size >= mostKept) folded.clear()
  folded.set(text, told)
  return told
}

/** The same few words come again and again, in one file and in a register; long texts do not. */
const folded = new Map<string, string>()
const longestKept = 80
const mostKept = 10_000

function foldAnew(text: string): string {
  return nfc(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
    .replace(/\s+/gu, ' ')
    .trim()
}

/**
 * Moves each syllable's tone behind its letters, so that "hòa" and "hoà", "thúy" and "thuý" are equal: both are right,
 * schools and keyboards differ. For comparing only, the result is not a spelling.
 */
export function unifyTones(text: string): string {
  return nfc(text)
    .normalize('NFD')
    .replace(letterRun, (run) => {
      const signs = Array.from(run)
      const tones = signs.filter((sign) => toneMarks.includes(sign))
      return signs.filter((sign) => !toneMarks.includes(sign)).join('') + tones.sort().join('')
    })
    .normalize('NFC')
}

/** Levenshtein over code points. Gives `max + 1` as soon as the distance must be greater than `max`. */
export function editDistance(a: string, b: string, max = Number.POSITIVE_INFINITY): number {
  const [short, long] = [Array.from(a), Array.from(b)].sort((x, y) => x.length - y.length)
  if (!short || !long || long.length - short.length > max) return max + 1
  return distance(short, long, (x, y) => (x === y ? 0 : 1), max)
}

/** A letter that differs only by its tone or mark counts 0.3 (đ and d too), case nothing, another letter 1. */
export function toneAwareDistance(a: string, b: string): number {
  const signs = (text: string) =>
    (unifyTones(text).toLowerCase().match(letterWithMarks) ?? []).map((sign) => ({ sign, bare: fold(sign) }))
  const cost = (x: { sign: string; bare: string }, y: { sign: string; bare: string }) =>
    x.sign === y.sign ? 0 : x.bare === y.bare ? 0.3 : 1
  return distance(signs(a), signs(b), cost, Number.POSITIVE_INFINITY)
}

function distance<T>(a: readonly T[], b: readonly T[], cost: (x: T, y: T) => number, max: number): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (const [i, x] of a.entries()) {
    const row = [i + 1]
    for (const [j, y] of b.entries()) {
      const replaced = (above[j] ?? 0) + cost(x, y)
      row.push(Math.min(replaced, (above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1))
    }
    if (Math.min(...row) > max) return max + 1
    above = row
  }
  const found = above[b.length] ?? 0
  return found > max ? max + 1 : found
}

const collator = new Intl.Collator('vi')

/** Dictionary order of Vietnamese: a ă â b c d đ …, tones only after the letters. */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b)
}

/** The order of lists of people: given name first (the last syllable), then the name from its left. */
export function compareByGivenName(a: string, b: string): number {
  const given = (name: string) => name.trim().split(/\s+/u).at(-1) ?? ''
  return compareVietnamese(given(a), given(b)) || compareVietnamese(a, b)
}
