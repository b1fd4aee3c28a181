// Which decisions stand: one that a later decision has withdrawn no longer speaks.
import type { StewardDecision } from '../../schemas/index.ts'

/** The withdrawals themselves go too; a withdrawal may be withdrawn. `decisions` are oldest first. */
export function standing(decisions: readonly StewardDecision[]): StewardDecision[] {
  const withdrawn = new Set<string>()
  for (const decision of decisions.toReversed())
    if (decision.kind === 'withdraw' && !withdrawn.has(decision.decisionId)) withdrawn.add(decision.withdrawn)
  return decisions.filter(({ kind, decisionId }) => kind !== 'withdraw' && !withdrawn.has(decisionId))
}
