// A steward's word over a reading. It holds only while the reading is the one that was looked at.
import type { DraftValue, FieldCode, Mark, Outcome, StewardDecision } from '../../schemas/index.ts'
import { idOf } from './id.ts'

/** What a steward looked at, by content. */
export const seenHash = (value: DraftValue): string => idOf(value.outcome)

/** Applies the newest decision on the field, if what the steward saw still stands. `decisions` are oldest first. */
export function steer(value: DraftValue, field: FieldCode, decisions: readonly StewardDecision[]): DraftValue {
  const decision = newestOn(field, decisions)
  if (decision === undefined || decision.seen !== seenHash(value)) return value
  const source = { kind: 'steward', decisionId: decision.decisionId } as const
  const outcome = decision.kind === 'confirm' ? value.outcome : corrected(value.outcome, decision)
  return { ...value, outcome, source, grade: 'good' }
}

/** Decisions whose reading has changed since: shown again, never applied silently. */
export function outdatedDecisions(
  values: Readonly<Record<FieldCode, DraftValue>>,
  decisions: readonly StewardDecision[],
): Mark[] {
  return decisions.flatMap((decision) => {
    if (decision.kind !== 'confirm' && decision.kind !== 'correct') return []
    if (decision !== newestOn(decision.field, decisions) || decision.seen === seenHash(values[decision.field]))
      return []
    return [{ kind: 'decision_outdated', subject: decision.field, problem: decision.decisionId }]
  })
}

type Steering = Extract<StewardDecision, { kind: 'confirm' | 'correct' }>
type Correction = Extract<StewardDecision, { kind: 'correct' }>

function newestOn(field: FieldCode, decisions: readonly StewardDecision[]): Steering | undefined {
  return decisions
    .filter((decision): decision is Steering => decision.kind === 'confirm' || decision.kind === 'correct')
    .findLast((decision) => decision.field === field)
}

function corrected(seen: Outcome, { value, code }: Correction): Outcome {
  const place = seen.status === 'missing' || seen.provenance === undefined ? {} : { provenance: seen.provenance }
  const raw = seen.status === 'read' || seen.status === 'unparsed' ? seen.raw : ''
  return {
    status: 'read',
    raw,
    value,
    ...(code === undefined ? {} : { code }),
    candidates: [],
    confidence: 1,
    ...place,
  }
}
