// Decisions taken at the review station: added together with their entry in the audit log, and only if nobody else has
// decided the same thing since it was shown.
import { sha256 } from '../core/id.ts'
import { canonicalJson } from '../core/id.ts'
import { newestOf, subjectOf } from '../core/decision-subject.ts'
import { standing } from '../core/standing.ts'
import type { StewardDecision } from '../../schemas/index.ts'
import { appendEntry } from './audit-log.ts'
import type { Database } from './database.ts'
import { appendDecision, decisionsOn } from './decisions.ts'

/** `newest`: the decision that stood on the same thing when it was shown; absent where none did. */
export interface Asked {
  readonly decision: StewardDecision
  readonly newest?: string | undefined
}

export interface Conflict {
  readonly decision: StewardDecision
  /** What stands there now. */
  readonly standing: StewardDecision | undefined
}

export interface Appended {
  readonly kept: readonly StewardDecision[]
  readonly conflicts: readonly Conflict[]
}

/** One transaction. What another person has decided meanwhile is not written over: it is told. */
export async function appendDecisions(
  database: { $transaction<T>(work: (transaction: Database) => Promise<T>): Promise<T> },
  asked: readonly Asked[],
  by: { readonly account: string; readonly at: Date; readonly auditKey: Uint8Array },
): Promise<Appended> {
  return database.$transaction(async (transaction) => {
    const kept: StewardDecision[] = []
    const conflicts: Conflict[] = []
    const dossiers = [...new Set(asked.map(({ decision }) => decision.dossier))].sort()
    for (const dossier of dossiers)
      await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${dossier}, 1))`
    for (const dossier of dossiers) {
      const before = await decisionsOn(transaction, dossier)
      for (const { decision, newest } of asked.filter((each) => each.decision.dossier === dossier)) {
        const there = newestOf(subjectOf(decision), standing([...before, ...kept]))
        if (there?.decisionId !== newest) conflicts.push({ decision, standing: there })
        else {
          await appendDecision(transaction, decision)
          kept.push(decision)
        }
      }
    }
    for (const decision of kept) await appendEntry(transaction, entryOf(decision, by), by.auditKey)
    return { kept, conflicts }
  })
}

/** The hash of the decision ties it into the chain: a decision changed or taken away later is noticed. */
export const decisionHash = (decision: StewardDecision): string => sha256(canonicalJson(decision))

const entryOf = (decision: StewardDecision, { account, at }: { account: string; at: Date }) => ({
  at,
  account,
  action: 'decide',
  subject: decision.dossier,
  facts: { kind: decision.kind, decision: decision.decisionId, hash: decisionHash(decision) },
})
