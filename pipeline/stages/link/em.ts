// Expectation–maximisation over the agreement patterns of one block: what share of its pairs are the same, and how these
// agree. The others of a block agree more often than any two records do (same year of birth, same cohort), so their u is the
// block's own and stays here; held at the u of all pairs, the surplus would pass for the same.
import type { Pattern } from '../../core/stage.ts'

/** Probability of each level, by comparison in the order of the model. */
export type Levels = readonly (readonly number[])[]

export interface Trained {
  /** Share of the pairs that are the same. */
  readonly share: number
  readonly m: Levels
  /** Expected pairs of the same that tell each level: how much this round knows of m. */
  readonly seen: Levels
}

const ROUNDS = 500
const STILL = 1e-7
/** Keeps a level that no pair shows from becoming impossible while the others settle. */
const LEAST = 1e-6

/** Trains the comparisons named in `trained` (by index); the others do not count at all, being what the pairs are blocked on. */
export function trainRound(
  patterns: readonly Pattern[],
  trained: readonly number[],
  given: { readonly m: Levels; readonly u: Levels; readonly share: number; readonly mostShare: number },
): Trained {
  let { m, u, share } = given
  let seen: Levels = []
  for (let round = 0; round < ROUNDS; round++) {
    const expected = expectation(patterns, trained, { m, u, share })
    seen = expected.seen
    const next = (levels: Levels, counts: Levels) =>
      levels.map((before, at) => (trained.includes(at) ? proportions(counts[at] ?? [], before) : before))
    const nextM = next(m, seen)
    const nextShare = Math.min(expected.share, given.mostShare)
    const moved = Math.max(Math.abs(nextShare - share), ...trained.map((at) => distance(m[at] ?? [], nextM[at] ?? [])))
    ;[m, u, share] = [nextM, next(u, expected.others), nextShare]
    if (moved < STILL) break
  }
  return { share, m, seen }
}

function expectation(
  patterns: readonly Pattern[],
  trained: readonly number[],
  { m, u, share }: { readonly m: Levels; readonly u: Levels; readonly share: number },
): { share: number; seen: number[][]; others: number[][] } {
  const [seen, others] = [m, m].map((all) => all.map((levels) => levels.map(() => 0)))
  let [same, all] = [0, 0]
  for (const { levels, pairs } of patterns) {
    const odds = trained.reduce((product, at) => product * ratio(m, u, at, levels[at] ?? -1), share / (1 - share))
    const expected = odds === Infinity ? pairs : (pairs * odds) / (1 + odds)
    same += expected
    all += pairs
    for (const at of trained) {
      count(seen?.[at], levels[at], expected)
      count(others?.[at], levels[at], pairs - expected)
    }
  }
  return { share: Math.min(Math.max(same / Math.max(all, 1), 1e-9), 1 - 1e-9), seen: seen ?? [], others: others ?? [] }
}

function count(counts: number[] | undefined, level: number | undefined, pairs: number): void {
  if (counts && level !== undefined && level >= 0) counts[level] = (counts[level] ?? 0) + pairs
}

/** How much more often a level stands among the same than among others; 1 where a side does not tell. */
export function ratio(m: Levels, u: Levels, comparison: number, level: number): number {
  return level < 0 ? 1 : (m[comparison]?.[level] ?? 1) / (u[comparison]?.[level] ?? 1)
}

export function proportions(counts: readonly number[], otherwise: readonly number[], least = LEAST): readonly number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total <= 0) return otherwise
  const floored = counts.map((count) => Math.max(count / total, least))
  const sum = floored.reduce((all, one) => all + one, 0)
  return floored.map((one) => one / sum)
}

const distance = (a: readonly number[], b: readonly number[]) =>
  Math.max(0, ...a.map((x, at) => Math.abs(x - (b[at] ?? 0))))
