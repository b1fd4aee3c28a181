// Who reads a dossier is in the log: once a session, wherever its values or pages are shown, and each time its own page is opened.
import { hasDone } from '../store/audit-log.ts'
import { audit } from './audit.ts'
import type { Desk } from './desk.ts'
import type { Route } from './route.ts'
import type { Visit } from './visit.tsx'

/** A page of crops asks for dozens of pictures at once: the log is asked about each dossier once. */
const noted = new WeakMap<Desk, Map<string, Promise<void>>>()
const rememberedAtMost = 20_000

export async function noteReading(visit: Visit, { method, subject, asksNoReason }: Route): Promise<void> {
  if (method !== 'GET' || asksNoReason === true) return
  for (const { dossier } of visit.owned)
    if (dossier !== undefined) await (subject === 'dossier' ? audit(visit, 'read', dossier) : noteOnce(visit, dossier))
}

function noteOnce(visit: Visit, dossier: string): Promise<void> {
  const known = noted.get(visit.desk) ?? new Map<string, Promise<void>>()
  noted.set(visit.desk, known)
  if (known.size > rememberedAtMost) known.clear()
  const key = `${visit.seat.tokenHash} ${dossier}`
  const before = known.get(key)
  if (before !== undefined) return before
  const note = noteUnlessDone(visit, dossier)
  known.set(key, note)
  note.catch(() => known.delete(key))
  return note
}

async function noteUnlessDone(visit: Visit, dossier: string): Promise<void> {
  const { account, startedAt } = visit.seat
  const event = { account, action: 'read', subject: dossier, since: startedAt }
  if (!(await hasDone(visit.desk.store.database, event))) await audit(visit, 'read', dossier)
}
