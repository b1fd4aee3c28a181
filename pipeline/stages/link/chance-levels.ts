// How often two records agree by chance, level by level: counted over all values where a level is equality, over random
// pairs where it is a distance.
import type { Comparison, Condition, LinkageModel } from '../../../schemas/index.ts'
import { columnsOf } from '../../core/linkage/check-model.ts'
import type { LinkTable, Pattern } from '../../core/stage.ts'

/** Shares of the levels of one comparison among all pairs that tell it, the few pairs of the same included. */
export interface Agreement {
  readonly shares: readonly number[]
  /** Pairs that stand behind each share: all that tell where it is counted, those drawn where it is not. */
  readonly pairs: readonly number[]
}

/** A fuzzy level that fewer random pairs show is drawn for again, with more pairs. */
const ENOUGH = 30
/** Drawn for again with so many times the pairs. */
const MORE = 3

/** In the order of the model's comparisons. */
export async function chanceAgreements(model: LinkageModel, table: LinkTable): Promise<Agreement[]> {
  const { randomPairs } = model.estimation
  const few = await table.randomPatterns(randomPairs)
  const drawn = isThin(model, few) ? await table.randomPatterns(randomPairs * MORE) : few
  const agreements: Agreement[] = []
  for (const [at, comparison] of model.comparisons.entries())
    agreements.push(
      amongTelling(comparison, await agreementOf(comparison, sharesIn(drawn, at, comparison.levels.length), table)),
    )
  return agreements
}

/** A pair on a neutral level tells as little as one that is missing. */
function amongTelling({ levels }: Comparison, { shares, pairs }: Agreement): Agreement {
  const telling = shares.map((share, at) => (levels[at]?.isNeutral ? 0 : share))
  const sum = telling.reduce((all, share) => all + share, 0)
  return { shares: telling.map((share) => share / Math.max(sum, Number.MIN_VALUE)), pairs }
}

const pairsOf = (patterns: readonly Pattern[]) => patterns.reduce((sum, { pairs }) => sum + pairs, 0)

function isThin({ comparisons }: LinkageModel, drawn: readonly Pattern[]): boolean {
  return comparisons.some(({ levels }, at) => {
    const counts = levels.map((_, level) => pairsOf(drawn.filter((pattern) => pattern.levels[at] === level)))
    return levels.some(({ when, isNeutral }, level) => {
      const count = counts[level] ?? 0
      return when !== undefined && !isNeutral && equalColumns(when) === undefined && count > 0 && count < ENOUGH
    })
  })
}

function sharesIn(drawn: readonly Pattern[], at: number, levels: number): Agreement {
  const counts = Array.from({ length: levels }, () => 0)
  for (const pattern of drawn) {
    const level = pattern.levels[at] ?? -1
    if (level >= 0) counts[level] = (counts[level] ?? 0) + pattern.pairs
  }
  const pairs = counts.reduce((sum, count) => sum + count, 0)
  return { shares: counts.map((count) => count / Math.max(pairs, 1)), pairs: counts.map(() => pairs) }
}

/**
 * Levels that are equality are counted exactly (those of earlier distances a little too often, which errs on the side of
 * caution); the others share what is left in the proportions of the random pairs.
 */
async function agreementOf({ levels, needs }: Comparison, drawn: Agreement, table: LinkTable): Promise<Agreement> {
  const first = levels[0]?.when
  const told = needs ?? (first ? columnsOf(first) : [])
  const all = await table.agreeing([], told)
  if (all === 0) return drawn
  const exact = new Map<number, number>()
  const columns: string[][] = []
  let before = 0
  for (const [at, { when }] of levels.entries()) {
    const equal = when && equalColumns(when)
    if (!equal) continue
    columns.push(equal)
    const union = await agreeingOnAny(columns, told, table)
    exact.set(at, Math.max(union - before, 0) / all)
    before = union
  }
  const drawnLeft = drawn.shares.reduce((sum, share, at) => sum + (exact.has(at) ? 0 : share), 0)
  const left = Math.max(1 - before / all, 0)
  const shares = drawn.shares.map((share, at) => exact.get(at) ?? (drawnLeft > 0 ? (share / drawnLeft) * left : left))
  return { shares, pairs: drawn.pairs.map((pairs, at) => (exact.has(at) ? all : pairs)) }
}

/** The columns of a condition that is nothing but equality. */
function equalColumns(condition: Condition): string[] | undefined {
  if ('equal' in condition) return [condition.equal].flat()
  if (!('all' in condition)) return undefined
  const parts = condition.all.map(equalColumns)
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined
}

/** By inclusion and exclusion: agreeing on two lists of columns is agreeing on all columns of both. */
async function agreeingOnAny(lists: readonly string[][], told: readonly string[], table: LinkTable): Promise<number> {
  let sum = 0
  for (let subset = 1; subset < 2 ** lists.length; subset++) {
    const chosen = lists.filter((_, at) => (subset >> at) & 1)
    const pairs = await table.agreeing([...new Set(chosen.flat())], told)
    sum += chosen.length % 2 === 1 ? pairs : -pairs
  }
  return sum
}
