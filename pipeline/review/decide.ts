// Takes a decision down and lets what follows from it be computed at once. Somebody else's word in between is told, not lost.
import type { StewardDecision } from '../../schemas/index.ts'
import { subjectOf } from '../core/decision-subject.ts'
import { idOf } from '../core/id.ts'
import { type Appended, appendDecisions } from '../store/review-decisions.ts'
import { lastEntry } from '../store/audit-log.ts'
import { lastPairWord } from '../store/decisions.ts'
import type { Visit } from './visit.tsx'

type Signed = 'decisionId' | 'steward' | 'decidedAt'
/** A decision as a page makes it; who and when are added here. */
export type Unsigned = StewardDecision extends infer D ? (D extends unknown ? Omit<D, Signed> : never) : never

export interface Wanted {
  readonly decision: Unsigned
  /** The decision that stood on the same thing when it was shown; absent where none did. */
  readonly newest?: string | undefined
}

/** All of them in one transaction; those that another person came before with are told in `conflicts`. What follows is computed. */
export async function decideAll(visit: Visit, wanted: readonly Wanted[]): Promise<Appended> {
  const appended = await takeDown(visit, wanted)
  for (const dossier of new Set(appended.kept.map((kept) => kept.dossier))) await visit.desk.recompute.settled(dossier)
  return appended
}

export const decide = (visit: Visit, decision: Unsigned, newest?: string): Promise<Appended> =>
  decideAll(visit, [{ decision, newest }])

/** The answer to a key waits for nothing but that the decision is kept; what follows from it is computed meanwhile. */
export async function takeDown({ desk, seat }: Visit, wanted: readonly Wanted[]): Promise<Appended> {
  const at = await momentFor(desk, wanted)
  const signed = wanted.map(({ decision, newest }, index) => ({
    newest,
    decision: signedBy(decision, seat.account, at, index),
  }))
  const by = { account: seat.account, at, auditKey: desk.auditKey }
  const appended = await appendDecisions(desk.store.database, signed, by)
  for (const decision of appended.kept) desk.recompute.soon(decision.dossier, subjectOf(decision))
  desk.later(async () => {
    const last = await lastEntry(desk.store.database)
    if (last !== undefined) await desk.folder.keepAuditHead({ sequence: last.sequence, hash: last.hash })
  })
  return appended
}

/** Of two words on a pair the later one counts, here and in every office that gets both: also after the clock was set back. */
async function momentFor({ clock, store }: Visit['desk'], wanted: readonly Wanted[]): Promise<Date> {
  const onPairs = wanted.flatMap(({ decision }) => ('other' in decision ? [decision.dossier, decision.other] : []))
  if (onPairs.length === 0) return new Date(clock())
  return new Date(Math.max(clock(), (await lastPairWord(store.database, onPairs)) + 1))
}

function signedBy(decision: Unsigned, steward: string, at: Date, index: number): StewardDecision {
  const said = { ...decision, steward, decidedAt: at.toISOString() }
  return { ...said, decisionId: idOf(said, index) }
}
