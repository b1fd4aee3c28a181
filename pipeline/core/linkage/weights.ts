// What agreement weighs: log2(m/u) of each level within the comparison's cap, and what a value's frequency adds. One place,
// for the engine that sums over millions of pairs and for the lines people read.
import type { Comparison, LinkageModel } from '../../../schemas/linkage-model.ts'
import { UsageError } from '../errors.ts'

/** One side does not tell: no evidence either way. */
export const MISSING = 'missing'

/** Thousandths of a bit: the same sum on every machine, and what people see adds up. */
export const rounded = (bits: number) => Math.round(bits * 1000) / 1000

/** Bits of each level, by comparison and level; `missing` weighs nothing. */
export type LevelWeights = ReadonlyMap<string, ReadonlyMap<string, number>>

export function levelWeights({ comparisons }: LinkageModel): LevelWeights {
  return new Map(
    comparisons.map((comparison) => [
      comparison.comparison,
      new Map([[MISSING, 0], ...comparison.levels.map((level) => [level.level, weightOf(comparison, level)] as const)]),
    ]),
  )
}

function weightOf({ comparison, cap }: Comparison, { level, m, u, isNeutral }: Comparison['levels'][number]): number {
  if (isNeutral) return 0
  if (m === undefined || u === undefined)
    throw new UsageError(
      `Mô hình chưa có m và u ở mức "${level}" của "${comparison}". Thêm --estimate để ước lượng, hoặc ghi m và u vào mô hình.`,
    )
  return rounded(Math.min(Math.max(Math.log2(m / u), cap?.least ?? -Infinity), cap?.most ?? Infinity))
}

/** A probability between 0 and 1 from bits, the prior included. */
export const probabilityOf = (bits: number) => 1 / (1 + 2 ** -bits)
export const bitsOf = (probability: number) => Math.log2(probability / (1 - probability))

/** Bits to add where two records agree on values of one column: above 0 for rare ones, below for common ones. */
export type FrequencyBits = (a: string, b: string) => number

/** The frequency of the more common of the two counts: a rare misspelling of a common name is not rare evidence. */
export function frequencyBitsOf(model: LinkageModel, column: string): FrequencyBits {
  const shareOf = shareIn(model, column)
  if (!shareOf) return () => 0
  const { average, rarest, share } = shareOf
  return (a, b) => rounded(Math.log2(average / Math.max(share(a), share(b), rarest)))
}

interface Shares {
  readonly average: number
  readonly rarest: number
  readonly share: (value: string) => number
}

function shareIn({ nameShares, termFrequencies }: LinkageModel, column: string): Shares | undefined {
  const counted = termFrequencies[column]
  if (counted) {
    const values = new Map(Object.entries(counted.values))
    return { ...counted, share: (value) => values.get(value) ?? 0 }
  }
  if (nameShares?.column !== column) return undefined
  return {
    ...nameShares,
    share: (value) => {
      const [family = '', ...rest] = value.split(' ')
      const given = rest.pop() ?? ''
      return rest.reduce(
        (product, syllable) => product * (nameShares.middle[syllable] ?? nameShares.unseen.middle),
        (nameShares.family[family] ?? nameShares.unseen.family) * (nameShares.given[given] ?? nameShares.unseen.given),
      )
    },
  }
}
