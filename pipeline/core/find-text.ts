// Finding a known text inside a misread one: approximate substring search (Sellers 1980). What is searched is folded.

export interface Occurrence {
  /** First sign of the occurrence and the sign after its last. */
  readonly start: number
  readonly end: number
  readonly distance: number
}

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
  const found: Occurrence[] = []
  let costs = Array.from({ length: needle.length + 1 }, (_, i) => i)
  let starts = costs.map(() => 0)
  for (let at = 0; at < haystack.length; at++) {
    const nextCosts = [mayStart(at + 1) ? 0 : 1]
    const nextStarts = [at + 1]
    for (let i = 1; i <= needle.length; i++) {
      const replaced = (costs[i - 1] ?? 0) + (needle[i - 1] === haystack[at] ? 0 : 1)
      const added = (costs[i] ?? 0) + 1
      const left = (nextCosts[i - 1] ?? 0) + 1
      const least = Math.min(replaced, added, left)
      nextCosts.push(least)
      nextStarts.push((least === replaced ? starts[i - 1] : least === added ? starts[i] : nextStarts[i - 1]) ?? 0)
    }
    ;[costs, starts] = [nextCosts, nextStarts]
    const distance = costs[needle.length] ?? 0
    if (distance <= max) found.push({ start: starts[needle.length] ?? 0, end: at + 1, distance })
  }
  return found
}

/** Whether the text holds the needle, give or take a share of its letters. */
export function holds(haystack: string, needle: string, tolerance: number): boolean {
  return occurrences(needle, haystack, Math.floor(needle.length * tolerance)).length > 0
}
