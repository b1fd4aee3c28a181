// Writes what somebody did here into the audit log. Ids, counts and codes; never a value of a person.
import type { AuditFacts } from '../../schemas/index.ts'
import { appendEntry } from '../store/audit-log.ts'
import type { AuditAction } from './audit-words.ts'
import type { Desk } from './desk.ts'
import type { Visit } from './visit.tsx'

export const audit = (
  { desk, seat }: Visit,
  action: AuditAction,
  subject: string,
  facts: AuditFacts = {},
): Promise<void> => auditFor(desk, seat.account, action, subject, facts)

export async function auditFor(
  desk: Pick<Desk, 'store' | 'clock' | 'folder' | 'auditKey'>,
  account: string,
  action: AuditAction,
  subject: string,
  facts: AuditFacts = {},
): Promise<void> {
  const at = new Date(desk.clock())
  const event = { at, account, action, subject, facts }
  const { sequence, hash } = await desk.store.database.$transaction((t) => appendEntry(t, event, desk.auditKey))
  await desk.folder.keepAuditHead({ sequence, hash })
}
