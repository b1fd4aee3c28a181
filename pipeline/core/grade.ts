// From the engine's confidence to the word people see.
import type { Grade, Outcome } from '../../schemas/index.ts'

/** Below this a person looks; see `npm run corpus` for the share of wrong values above it. */
const GOOD_FROM = 0.85
/** Below this the value is keyed anew from the image. */
const DOUBTFUL_FROM = 0.5

export function gradeOf(outcome: Outcome): Grade {
  // No label found: nobody can say whether the paper holds the value.
  if (outcome.status === 'missing') return 'poor'
  if (outcome.confidence < DOUBTFUL_FROM) return 'poor'
  return outcome.status === 'unparsed' || outcome.confidence < GOOD_FROM ? 'doubtful' : 'good'
}
