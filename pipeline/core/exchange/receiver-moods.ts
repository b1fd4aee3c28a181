// How a receiver misbehaves, drawn by seed: it answers late, twice, wrongly or not at all. For trying out the sender.

export type Mood =
  | 'well'
  /** Nothing is done and the line breaks. */
  | 'gone before'
  /** All is done and the answer is lost. */
  | 'gone after'
  | 'busy'
  /** Taken in, the answer comes only when asked for later. */
  | 'late'
  /** The line delivers the request a second time. */
  | 'twice'
  /** The answer of another record. */
  | 'mixed up'
  /** The other outcome than the book has. */
  | 'lying'
  | 'broken'
  | 'empty'

export const moods: readonly Mood[] = [
  'well',
  'gone before',
  'gone after',
  'busy',
  'late',
  'twice',
  'mixed up',
  'lying',
  'broken',
  'empty',
]

/** Shares of all requests; what remains is done well. */
export function moodDrawer(seed: string, share: number): () => Mood {
  const random = randomBy(seed)
  return () => {
    const drawn = random()
    if (drawn >= share) return 'well'
    return moods[1 + Math.floor((drawn / share) * (moods.length - 1))] ?? 'well'
  }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32 over FNV-1a). */
export function randomBy(seed: string): () => number {
  let state = 0x811c9dc5
  for (const sign of seed) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
