// Chooses the thresholds of an estimated model without labels: by the errors that the model itself expects.
import type { LinkageModel } from '../../../schemas/index.ts'
import { bitsOf, levelWeights, probabilityOf, rounded } from '../../core/linkage/weights.ts'
import type { Pattern } from '../../core/stage.ts'

/** Below this probability a pair is not worth a person's look. */
const REVIEW_FROM = 0.1
/** Bits at which one person is as likely as two. */
const EVEN = 0

/**
 * `matchAbove` where precision and recall together (F1) are expected best, but never where two persons are likelier than
 * one; review from a tenth of probability on.
 */
export function chooseThresholds(
  model: LinkageModel,
  patterns: readonly Pattern[],
  same: number,
): Pick<LinkageModel, 'listAbove' | 'reviewAbove' | 'matchAbove'> {
  const weights = levelWeights(model)
  const weightOf = ({ levels }: Pattern) =>
    model.comparisons.reduce(
      (sum, { comparison, levels: named }, at) =>
        sum + (weights.get(comparison)?.get(named[levels[at] ?? -1]?.level ?? 'missing') ?? 0),
      model.prior ?? 0,
    )
  const weighed = patterns
    .map((pattern) => ({ weight: weightOf(pattern), pairs: pattern.pairs }))
    .sort((x, y) => y.weight - x.weight)
  let [taken, right, best, bestF1] = [0, 0, 0, 0]
  for (const [at, { weight, pairs }] of weighed.entries()) {
    taken += pairs
    right += pairs * probabilityOf(weight)
    const f1 = (2 * right) / (taken + same)
    if (f1 < bestF1) continue
    bestF1 = f1
    const next = weighed[at + 1]?.weight ?? weight - 2
    best = (Math.max(weight, -20) + Math.max(next, -20)) / 2
  }
  const matchAbove = rounded(Math.max(best, EVEN))
  const reviewAbove = rounded(bitsOf(REVIEW_FROM))
  return { matchAbove, reviewAbove, listAbove: reviewAbove }
}
