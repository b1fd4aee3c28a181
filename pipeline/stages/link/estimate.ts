// Finds the numbers of a model on records without labels: u by counting, m by EM in rounds, the prior, the frequencies, the
// thresholds. Only `hoso estimate` and `hoso link --estimate` come here; a run never trains.
import type { LinkageModel, TermFrequencies } from '../../../schemas/index.ts'
import { columnsOf } from '../../core/linkage/check-model.ts'
import { bitsOf, rounded } from '../../core/linkage/weights.ts'
import type { LinkTable, Pattern } from '../../core/stage.ts'
import { type Agreement, chanceAgreements } from './chance-levels.ts'
import { type Levels, proportions, ratio, trainRound } from './em.ts'
import { chooseThresholds } from './thresholds.ts'

/** One wrong paper never decides alone, so no level is rarer among the same. */
const LEAST_M = 0.003
/** Each time u is freed of the pairs of the same among all pairs, with m and share of the time before. */
const PASSES = 4

/** What is known so far: m and u by comparison and level, and the share of the same among all pairs. */
interface Numbers {
  readonly m: Levels
  readonly u: Levels
  readonly share: number
}

interface Round {
  readonly patterns: readonly Pattern[]
  /** Comparisons, by index, that look at nothing the pairs are blocked on. */
  readonly trained: readonly number[]
}

export async function estimated(model: LinkageModel, table: LinkTable): Promise<LinkageModel> {
  const apart = model.neverWithin === undefined ? 0 : await table.agreeing([model.neverWithin])
  const all = Math.max((table.records * (table.records - 1)) / 2 - apart, 1)
  const certain = await certainShare(model, table, all)
  const chance = await chanceAgreements(model, table)
  const { patterns, rounds } = await roundsOf(model, table)
  const start = startOf(model, chance, certain ?? 1 / Math.max(table.records, 2))
  const known = start.m.map((levels, at) => {
    const pairs = isTrained(model.comparisons[at]?.levels ?? []) ? KNOWN.given : KNOWN.supposed
    return levels.map((m) => m * pairs)
  })
  let numbers = start
  for (let pass = 0; pass < PASSES; pass++) {
    const trained = trainedInRounds(rounds, known, numbers, all)
    const share = certain ?? shareOf(patterns, trained, all)
    numbers = { m: trained.m, share, u: freeOfTheSame(chance, { ...trained, share }) }
  }
  const written = { ...withNumbers(model, numbers), termFrequencies: await frequenciesOf(model, table) }
  const { listAbove, reviewAbove, matchAbove } = model
  const given = Object.entries({ listAbove, reviewAbove, matchAbove }).filter(([, bits]) => bits !== undefined)
  return { ...written, ...chooseThresholds(written, patterns, numbers.share * all), ...Object.fromEntries(given) }
}

/** From the pairs that agree on what is nearly proof; nothing when the model names no such columns. */
async function certainShare({ estimation }: LinkageModel, table: LinkTable, all: number): Promise<number | undefined> {
  if (estimation.certain.length === 0) return undefined
  const found = await table.patterns(estimation.certain)
  const pairs = found.all.reduce((sum, pattern) => sum + pattern.pairs, 0)
  return Math.min(Math.max(pairs / estimation.recall, 1) / all, 0.5)
}

async function roundsOf(
  model: LinkageModel,
  table: LinkTable,
): Promise<{ patterns: readonly Pattern[]; rounds: Round[] }> {
  const keyOf = (list: readonly string[]) => JSON.stringify(list)
  const wanted = model.estimation.rounds ?? model.blocking
  const lists = [...new Map([...model.blocking, ...wanted].map((list) => [keyOf(list), list])).values()]
  const found = await table.patterns(lists)
  const told = (patterns: readonly Pattern[]) => patterns.map((pattern) => withoutNeutral(model, pattern))
  const rounds = wanted.map((list) => ({
    patterns: told(found.byRule[lists.findIndex((one) => keyOf(one) === keyOf(list))] ?? []),
    trained: comparisonsApartFrom(model, list),
  }))
  return { patterns: told(found.all), rounds }
}

function withoutNeutral({ comparisons }: LinkageModel, { levels, pairs }: Pattern): Pattern {
  return { pairs, levels: levels.map((level, at) => (comparisons[at]?.levels[level]?.isNeutral ? -1 : level)) }
}

/** A comparison is not trained on pairs that agree on what it is made from, under whatever column name. */
function comparisonsApartFrom({ columns, comparisons }: LinkageModel, list: readonly string[]): number[] {
  const headersOf = (names: readonly string[]) => names.flatMap((name) => columns[name]?.from ?? [])
  const blocked = new Set(headersOf(list))
  return comparisons.flatMap(({ levels }, at) => {
    const looksAt = headersOf(levels.flatMap(({ when }) => (when ? columnsOf(when) : [])))
    return looksAt.some((header) => blocked.has(header)) ? [] : [at]
  })
}

/** So many pairs of the same is worth what the model says already, and what we suppose where it says nothing. */
const KNOWN = { given: 20, supposed: 2 }

/** Most of the same agree exactly, some nearly, few not at all; the rounds find the numbers. What no record tells weighs nothing. */
function startOf({ comparisons }: LinkageModel, chance: readonly Agreement[], share: number): Numbers {
  const m = comparisons.map(({ levels }, at) => {
    if (!isTold(chance[at])) return levels.map(() => 1)
    if (isTrained(levels)) return levels.map((level) => level.m ?? 0)
    const supposed = levels.map(({ isNeutral }, level) => {
      if (isNeutral) return 0
      return level === 0 ? 0.85 : level === levels.length - 1 ? 0.05 : 0.1 / levels.length
    })
    return proportions(supposed, supposed)
  })
  return { m, u: chance.map(({ shares, pairs }) => floored(shares, pairs)), share }
}

const isTrained = (levels: LinkageModel['comparisons'][number]['levels']) =>
  levels.every(({ m, isNeutral }) => isNeutral || m !== undefined)
const isTold = (agreement: Agreement | undefined) => agreement?.pairs.some((pairs) => pairs > 0) ?? false

const floored = (shares: readonly number[], pairs: readonly number[]) =>
  shares.map((share, at) => Math.max(share, 1 / ((pairs[at] ?? 0) + 1)))

/**
 * Every comparison learns from the rounds that are not blocked on it, by the pairs of the same each of them expects, and
 * more from a round where nearly all pairs are the same.
 */
function trainedInRounds(rounds: readonly Round[], known: Levels, numbers: Numbers, all: number): Numbers {
  const seen = known.map((levels) => [...levels])
  for (const { patterns, trained } of rounds) {
    const pairs = patterns.reduce((sum, pattern) => sum + pattern.pairs, 0)
    if (trained.length < 2 || pairs === 0) continue
    // A block holds no more of the same than there are.
    const mostShare = Math.min((2 * numbers.share * all) / pairs, 0.99)
    const round = trainRound(patterns, trained, { ...numbers, share: mostShare / 2, mostShare })
    for (const at of trained)
      for (const [level, count] of (round.seen[at] ?? []).entries()) {
        const counts = seen[at]
        if (counts) counts[level] = (counts[level] ?? 0) + count * round.share
      }
  }
  return { ...numbers, m: seen.map((counts, at) => leastOf(counts, numbers.m[at] ?? [])) }
}

/** What no record tells keeps the 1 it has, and weighs nothing. */
function leastOf(counts: readonly number[], before: readonly number[]): readonly number[] {
  return before.every((m) => m === 1) ? before : proportions(counts, before, LEAST_M)
}

/** The share of the same that the numbers themselves expect among the blocked pairs, out of all pairs. */
function shareOf(patterns: readonly Pattern[], numbers: Numbers, all: number): number {
  let { share } = numbers
  for (let step = 0; step < 50; step++) {
    const same = patterns.reduce((sum, { levels, pairs }) => {
      const odds = levels.reduce(
        (product, level, at) => product * ratio(numbers.m, numbers.u, at, level),
        share / (1 - share),
      )
      return sum + (pairs * odds) / (1 + odds)
    }, 0)
    share = Math.min(Math.max(same, 1) / all, 0.5)
  }
  return share
}

/** The same account for nearly all that agree on a number; how nearly, nobody can tell better than to a hundredth. */
const LEAST_LEFT = 0.01

/** Among all pairs some are the same, which matters where agreement is rare: what they account for is taken off. */
function freeOfTheSame(chance: readonly Agreement[], { m, share }: Numbers): Levels {
  return chance.map(({ shares, pairs }, at) => {
    const freed = shares.map((observed, level) =>
      Math.max((observed - share * (m[at]?.[level] ?? 0)) / (1 - share), observed * LEAST_LEFT),
    )
    return floored(freed, pairs)
  })
}

function withNumbers(model: LinkageModel, { m, u, share }: Numbers): LinkageModel {
  return {
    ...model,
    prior: rounded(bitsOf(share)),
    comparisons: model.comparisons.map((comparison, at) => ({
      ...comparison,
      levels: comparison.levels.map((level, index) =>
        level.isNeutral ? level : { ...level, m: significant(m[at]?.[index]), u: significant(u[at]?.[index]) },
      ),
    })),
  }
}

/** Six digits: more would be noise in a file that people read. */
const significant = (probability = 1) => Math.min(Number(probability.toPrecision(6)), 1)

async function frequenciesOf(model: LinkageModel, table: LinkTable): Promise<Record<string, TermFrequencies>> {
  const columns = model.comparisons.flatMap(({ levels }) => levels.flatMap(({ termFrequency }) => termFrequency ?? []))
  const found: Record<string, TermFrequencies> = {}
  for (const column of [...new Set(columns)].filter((name) => model.nameShares?.column !== name)) {
    const { average, told, values } = await table.frequencies(column, model.estimation.rarestCount)
    if (told === 0 || average === 0) continue
    const rarest = Math.min(model.estimation.rarestCount / told, 1)
    found[column] = { average: significant(average), rarest: significant(rarest), values }
  }
  return found
}
