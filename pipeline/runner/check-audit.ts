// Checks the whole audit log against itself, its key, the decisions it tells of, and the last entries that were known.
import { AuditEntry } from '../../schemas/index.ts'
import { type AuditProblem, auditProblems, type Expectation } from '../core/audit-check.ts'
import { type AuditRow, auditRows, chainStart, entryHash } from '../store/audit-log.ts'
import type { Database } from '../store/database.ts'
import { decisionById } from '../store/decisions.ts'
import { isOfDestroyed } from '../store/destroyed.ts'
import { decisionHash } from '../store/review-decisions.ts'

export function checkAudit(
  database: Database,
  key: Uint8Array,
  known: readonly Expectation[],
): AsyncGenerator<AuditProblem> {
  return auditProblems(auditRows(database), {
    start: chainStart,
    read: entryIn,
    hashOf: (entry) => entryHash(entry, key),
    holds: async ({ facts }) => {
      if (typeof facts.decision !== 'string' || (await isOfDestroyed(database, facts.decision))) return true
      const decision = await decisionById(database, facts.decision)
      return decision !== undefined && decisionHash(decision) === facts.hash
    },
    known,
  })
}

/** The columns are what lists are filtered by: they must say what the entry says. */
function entryIn({ body, columns }: AuditRow): AuditEntry | undefined {
  const entry = AuditEntry.safeParse(body)
  if (!entry.success) return undefined
  const { at, account, action, subject } = entry.data
  const isSame =
    at === columns.at && account === columns.account && action === columns.action && subject === columns.subject
  return isSame ? entry.data : undefined
}
