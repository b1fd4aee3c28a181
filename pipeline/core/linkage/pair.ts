// A weighed pair as it is kept: every summand, and the band that the evidence allows.
import type { CandidatePair } from '../../../schemas/index.ts'
import type { LinkageModel } from '../../../schemas/linkage-model.ts'
import type { ScoredPair } from '../stage.ts'
import { bandOf, type Standing } from './band.ts'
import { evidenceOf } from './evidence.ts'
import { levelWeights } from './weights.ts'

export function pairsBy(model: LinkageModel, standing: Standing): (scored: ScoredPair) => CandidatePair {
  const weights = levelWeights(model)
  return (scored) => ({
    a: scored.a,
    b: scored.b,
    weight: scored.weight,
    evidence: evidenceOf(model, weights, scored),
    ...bandOf(model, scored, standing),
  })
}
