// A steward's word on two dossiers: stronger than any weight, in both directions. The newest on a pair counts.
import type { CandidatePair, StewardDecision } from '../../../schemas/index.ts'

export type PairDecision = Extract<StewardDecision, { kind: 'same' | 'different' }>

/** The decision in force for each pair; decided at the same moment, the greater id counts, so that order never matters. */
export function decidedPairs(decisions: readonly StewardDecision[]): Map<string, PairDecision> {
  const onPairs = decisions
    .filter((decision): decision is PairDecision => decision.kind === 'same' || decision.kind === 'different')
    .filter(({ dossier, other }) => dossier !== other)
  const inTime = (x: PairDecision, y: PairDecision) =>
    Date.parse(x.decidedAt) - Date.parse(y.decidedAt) || (x.decisionId < y.decisionId ? -1 : 1)
  return new Map(onPairs.sort(inTime).map((decision) => [pairKey(decision.dossier, decision.other), decision]))
}

/** Two dossiers as one key, whichever comes first. */
export function pairKey(a: string, b: string): string {
  return JSON.stringify(a < b ? [a, b] : [b, a])
}

/** The weight stays as it was, for people to see; band and veto are the steward's. */
export function settledBy(decided: ReadonlyMap<string, PairDecision>, pair: CandidatePair): CandidatePair {
  const decision = decided.get(pairKey(pair.a, pair.b))
  if (!decision) return pair
  const { veto: _, ...weighed } = pair
  return { ...weighed, band: decision.kind === 'same' ? 'same' : 'distinct', decisionId: decision.decisionId }
}
