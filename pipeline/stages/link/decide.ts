// A steward's word on two dossiers: stronger than any weight, in both directions. The newest on a pair counts.
import type { CandidatePair, StewardDecision } from '../../../schemas/index.ts'
import { compareIds } from '../../core/id.ts'
import { keyOfTwo } from '../../core/linkage/two.ts'

export type PairDecision = Extract<StewardDecision, { kind: 'same' | 'different' }>

/** The decision in force for each pair; decided at the same moment, the greater id counts, so that order never matters. */
export function decidedPairs(decisions: readonly StewardDecision[]): Map<string, PairDecision> {
  const onPairs = decisions
    .filter((decision): decision is PairDecision => decision.kind === 'same' || decision.kind === 'different')
    .filter(({ dossier, other }) => dossier !== other)
  const inTime = (x: PairDecision, y: PairDecision) =>
    Date.parse(x.decidedAt) - Date.parse(y.decidedAt) || compareIds(x.decisionId, y.decisionId)
  return new Map(onPairs.sort(inTime).map((decision) => [keyOfTwo(decision.dossier, decision.other), decision]))
}

/** The weight stays as it was, for people to see; the band is the steward's, and no class or veto stands beside it. */
export function settledBy(decided: ReadonlyMap<string, PairDecision>, pair: CandidatePair): CandidatePair {
  const decision = decided.get(keyOfTwo(pair.a, pair.b))
  if (!decision) return pair
  const { veto: _veto, class: _class, ...weighed } = pair
  return { ...weighed, band: decision.kind === 'same' ? 'same' : 'distinct', decisionId: decision.decisionId }
}
