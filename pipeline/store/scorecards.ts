// The measures as they stood after each run: only ever added to, and only when something changed.
import type { ScorecardSnapshot } from '../../schemas/index.ts'
import { canonicalJson, sha256 } from '../core/id.ts'
import type { Database } from './database.ts'
import { fromRow, records, toRow } from './records.ts'

export interface KeptSnapshot {
  readonly measuredAt: Date
  readonly snapshot: ScorecardSnapshot
}

/** The digest leaves the day out: a new day that changes nothing is no new measure. */
export async function keepSnapshot(
  database: Database,
  snapshot: ScorecardSnapshot,
  measuredAt: Date,
): Promise<boolean> {
  const { today: _, ...measures } = snapshot
  const digest = sha256(canonicalJson(measures))
  const last = await database.scorecard.findFirst({ orderBy: { rowVersion: 'desc' }, select: { digest: true } })
  if (last?.digest === digest) return false
  await database.scorecard.create({ data: { ...toRow(records.scorecard, snapshot), measuredAt, digest } })
  return true
}

/** Oldest first; the last so many. */
export async function lastSnapshots(database: Database, most: number): Promise<KeptSnapshot[]> {
  const rows = await database.scorecard.findMany({ orderBy: { rowVersion: 'desc' }, take: most })
  return rows.reverse().map((row) => ({ measuredAt: row.measuredAt, snapshot: fromRow(records.scorecard, row) }))
}
