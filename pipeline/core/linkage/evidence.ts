// The summands of a pair's weight, as kept and shown: prior, each comparison, the frequency of a name on a line of its own.
import type { CandidatePair } from '../../../schemas/index.ts'
import type { LinkageModel } from '../../../schemas/linkage-model.ts'
import type { ScoredPair } from '../stage.ts'
import { type LevelWeights, MISSING, rounded } from './weights.ts'

export type Evidence = CandidatePair['evidence'][number]

export const PRIOR = 'prior'
export const FREQUENCY = 'termFrequency'

/** They add up to the pair's weight. */
export function evidenceOf(model: LinkageModel, weights: LevelWeights, { levels, frequency }: ScoredPair): Evidence[] {
  return [
    { comparison: PRIOR, level: PRIOR, weight: rounded(model.prior ?? 0) },
    ...model.comparisons.flatMap(({ comparison }): Evidence[] => {
      const level = levels[comparison] ?? MISSING
      const bits = frequency[comparison]
      const found = { comparison, level, weight: weights.get(comparison)?.get(level) ?? 0 }
      return bits === undefined ? [found] : [found, { comparison, level: FREQUENCY, weight: bits }]
    }),
  ]
}

/** The pair as it was scored, from what was kept of it: what is unchanged is never compared again. */
export function scoredOf({ a, b, weight, evidence }: CandidatePair): ScoredPair {
  const levels = evidence.filter(({ level }) => level !== PRIOR && level !== FREQUENCY)
  const frequencies = evidence.filter(({ level }) => level === FREQUENCY)
  return {
    a,
    b,
    weight,
    levels: Object.fromEntries(levels.map(({ comparison, level }) => [comparison, level])),
    frequency: Object.fromEntries(frequencies.map(({ comparison, weight: bits }) => [comparison, bits])),
  }
}
