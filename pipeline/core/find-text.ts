// Finding a known text inside a misread one: approximate substring search (Sellers 1980). What is searched is folded.

export interface Occurrence {
  /** First sign of the occurrence and the sign after its last. */
  readonly start: number
  readonly end: number
  readonly distance: number
}

/** A part of the text, from the first sign to the one after the last. */
type Stretch = readonly [from: number, to: number]

/**
 * For each end where `needle` occurs with at most `max` edits, its best beginning. A beginning inside a word
 * (`mayStart` false) costs one edit more: labels begin with a word, but the engine glues words together.
 */
export function occurrences(
  needle: string,
  haystack: string,
  max: number,
  mayStart: (at: number) => boolean = () => true,
): Occurrence[] {
  return stretchesOf(needle, haystack, max).flatMap((stretch) => within(stretch, needle, haystack, max, mayStart))
}

/** Whether the text holds the needle, give or take a share of its letters. */
export function holds(haystack: string, needle: string, tolerance: number): boolean {
  return occurrences(needle, haystack, Math.floor(needle.length * tolerance)).length > 0
}

/**
 * Where an occurrence may stand at all. Of a needle cut into `max + 1` pieces one piece is without any edit, so only the
 * surroundings of such pieces need the slow search: a small part of a page.
 */
function stretchesOf(needle: string, haystack: string, max: number): Stretch[] {
  if (max >= needle.length) return [[0, haystack.length]]
  const stretches: Stretch[] = []
  for (let piece = 0; piece <= max; piece++) {
    const from = Math.floor((needle.length * piece) / (max + 1))
    const text = needle.slice(from, Math.floor((needle.length * (piece + 1)) / (max + 1)))
    for (let at = haystack.indexOf(text); at >= 0; at = haystack.indexOf(text, at + 1)) {
      const start = at - from
      stretches.push([Math.max(0, start - max), Math.min(haystack.length, start + needle.length + max)])
    }
  }
  return joined(stretches)
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const apart: [number, number][] = []
  for (const [from, to] of stretches.toSorted((a, b) => a[0] - b[0])) {
    const last = apart.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else apart.push([from, to])
  }
  return apart
}

/**
 * The search itself: `costs[i]` is what the needle's first i signs cost when they end here, `starts[i]` where they begin.
 * Beyond the longest beginning that is still cheap enough no cell can be, one more aside (Ukkonen 1985).
 */
function within(
  [from, to]: Stretch,
  needle: string,
  haystack: string,
  max: number,
  mayStart: (at: number) => boolean,
): Occurrence[] {
  const found: Occurrence[] = []
  const size = needle.length
  const before = from === 0 || mayStart(from) ? 0 : 1
  const costs = new Uint32Array(size + 1).map((_, i) => before + i)
  const starts = new Uint32Array(size + 1).fill(from)
  let reach = Math.min(size, max - before)
  for (let at = from; at < to; at++) {
    const sign = haystack.charCodeAt(at)
    let corner = costs[0] ?? 0
    let cornerStart = starts[0] ?? 0
    let left = mayStart(at + 1) ? 0 : 1
    let leftStart = at + 1
    costs[0] = left
    starts[0] = leftStart
    const most = Math.min(size, reach + 1)
    reach = 0
    for (let i = 1; i <= most; i++) {
      const above = costs[i] ?? 0
      const aboveStart = starts[i] ?? 0
      const replaced = corner + (needle.charCodeAt(i - 1) === sign ? 0 : 1)
      const least = Math.min(replaced, above + 1, left + 1)
      leftStart = least === replaced ? cornerStart : least === above + 1 ? aboveStart : leftStart
      left = least
      costs[i] = left
      starts[i] = leftStart
      corner = above
      cornerStart = aboveStart
      if (left <= max) reach = i
    }
    if (reach === size) found.push({ start: leftStart, end: at + 1, distance: left })
  }
  return found
}
