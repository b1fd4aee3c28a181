// A steward's word over a reading. It holds only while the reading is the one that was looked at.
import type { DraftValue, FieldCode, Mark, Outcome, StewardDecision } from '../../schemas/index.ts'
import { idOf } from './id.ts'

/** What a steward looked at, by content. */
export const seenHash = (value: DraftValue): string => idOf(value.outcome)

export type Steering = Extract<StewardDecision, { kind: 'confirm' | 'correct' | 'blank' | 'unreadable' }>
export type CellSteering = Extract<StewardDecision, { cell: string }>

/** Applies the newest decision on the field, if what the steward saw still stands. `decisions` are oldest first. */
export function steer(value: DraftValue, field: FieldCode, decisions: readonly StewardDecision[]): DraftValue {
  const decision = newestOn(field, decisions)
  return decision === undefined || decision.seen !== seenHash(value) ? value : steered(value, decision)
}

/** The value as the decision leaves it; the rectangle stays. What nobody can read is settled, but never good. */
export function steered(value: DraftValue, decision: Steering | CellSteering): DraftValue {
  const source = { kind: 'steward', decisionId: decision.decisionId } as const
  const isRead = decision.kind !== 'unreadable' && decision.kind !== 'unreadableCell'
  return { ...value, outcome: outcomeOf(value.outcome, decision), source, grade: isRead ? 'good' : 'poor' }
}

/** Decisions whose reading has changed since: shown again, never applied silently. */
export function outdatedDecisions(
  values: Readonly<Record<FieldCode, DraftValue>>,
  decisions: readonly StewardDecision[],
): Mark[] {
  return decisions.flatMap((decision) => {
    if (!isSteering(decision)) return []
    if (decision !== newestOn(decision.field, decisions) || decision.seen === seenHash(values[decision.field]))
      return []
    return [{ kind: 'decision_outdated', subject: decision.field, problem: decision.decisionId }]
  })
}

const isSteering = (decision: StewardDecision): decision is Steering => 'field' in decision && 'seen' in decision

export function newestOn(field: FieldCode, decisions: readonly StewardDecision[]): Steering | undefined {
  return decisions.filter(isSteering).findLast((decision) => decision.field === field)
}

function outcomeOf(seen: Outcome, decision: Steering | CellSteering): Outcome {
  const place = seen.status === 'missing' || seen.provenance === undefined ? {} : { provenance: seen.provenance }
  const raw = seen.status === 'read' || seen.status === 'unparsed' ? seen.raw : ''
  switch (decision.kind) {
    case 'confirm':
    case 'confirmCell':
      return seen
    case 'correct':
    case 'correctCell': {
      const { value, code } = decision
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
    case 'blank':
    case 'blankCell':
      // Without a rectangle nobody can show where nothing is written.
      return place.provenance === undefined
        ? { status: 'missing' }
        : { status: 'blank', confidence: 1, provenance: place.provenance }
    case 'unreadable':
    case 'unreadableCell':
      return place.provenance === undefined
        ? { status: 'missing' }
        : {
            status: 'unparsed',
            raw,
            problem: 'Người rà soát xem ảnh và không đọc được.',
            candidates: [],
            confidence: 0,
            provenance: place.provenance,
          }
  }
}
