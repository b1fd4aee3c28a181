// What a decision is about, so that two decisions on the same thing find each other: a field, a cell, a row, a rule, a pair.
import type { DraftValue, FieldCode, StewardDecision } from '../../schemas/index.ts'
import { seenHash } from './steer.ts'

export function subjectOf(decision: StewardDecision): string {
  switch (decision.kind) {
    case 'confirm':
    case 'correct':
    case 'blank':
    case 'unreadable':
      return `field ${decision.field}`
    case 'confirmCell':
    case 'correctCell':
    case 'blankCell':
    case 'unreadableCell':
      return `cell ${decision.table} ${decision.row} ${decision.cell}`
    case 'removeRow':
      return `row ${decision.table} ${decision.row}`
    case 'addRow':
      return `row ${decision.table} ${decision.decisionId}`
    case 'rescan':
      return `page ${decision.page}`
    case 'withdraw':
      return `decision ${decision.withdrawn}`
    case 'submit':
    case 'approve':
    case 'return':
      return 'flow'
    case 'waive':
    case 'unwaive':
      return `rule ${decision.rule}`
    case 'same':
    case 'different':
      return `pair ${[decision.dossier, decision.other].sort().join(' ')}`
  }
}

/** The newest word on that subject. `standing` are the decisions that stand, oldest first. */
export const newestOf = (subject: string, standing: readonly StewardDecision[]): StewardDecision | undefined =>
  standing.findLast((decision) => subjectOf(decision) === subject)

/** What a decision on a kept value has to name: the reading under it, and the word that stands over it. */
export interface Expected {
  readonly seen: string
  readonly newest?: string
}

/** Of a field of a draft as kept. */
export const expectedOf = (value: DraftValue, field: FieldCode, standing: readonly StewardDecision[]): Expected =>
  expectedAt(value, `field ${field}`, standing)

/** Of any subject; a value a steward has decided keeps the reading's hash in that decision. */
export function expectedAt(value: DraftValue, subject: string, standing: readonly StewardDecision[]): Expected {
  const newest = newestOf(subject, standing)
  const { source } = value
  const behind =
    source?.kind === 'steward' ? standing.find(({ decisionId }) => decisionId === source.decisionId) : undefined
  return {
    seen: behind !== undefined && 'seen' in behind ? behind.seen : seenHash(value),
    ...(newest === undefined ? {} : { newest: newest.decisionId }),
  }
}
