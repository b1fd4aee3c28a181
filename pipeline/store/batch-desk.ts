// What is told of batches: how many dossiers stand where, how many files and pages came, and the hash of all that came.
import { sha256 } from '../core/id.ts'
import type { Database } from './database.ts'

export interface BatchState {
  readonly batchId: string
  readonly name: string
  readonly agency: string
  readonly dossiers: number
  /** Dossiers by the state of their review. */
  readonly states: Readonly<Record<string, number>>
  readonly errors: number
  readonly doubtful: number
}

/** Newest name last; only of these agencies. */
export async function batchStates(database: Database, agencies: readonly string[] | 'all'): Promise<BatchState[]> {
  const only = agencies === 'all' ? null : [...agencies]
  return database.$queryRaw<BatchState[]>`
    SELECT b."batchId", b."body"->>'name' AS name, b."agency", coalesce(sum(s.count), 0)::int AS dossiers,
      coalesce(jsonb_object_agg(s."state", s.count) FILTER (WHERE s."state" IS NOT NULL), '{}') AS states,
      coalesce(sum(s.held), 0)::int AS errors, coalesce(sum(s.doubtful), 0)::int AS doubtful
    FROM "Batch" b LEFT JOIN (
      SELECT "batchId", "state", count(*)::int AS count, count(*) FILTER (WHERE "errors" > 0) AS held, sum("doubtful") AS doubtful
      FROM "ReviewItem" GROUP BY 1, 2) s USING ("batchId")
    WHERE ${only}::text[] IS NULL OR b."agency" = ANY(${only}::text[])
    GROUP BY b."batchId" ORDER BY b."body"->>'name', b."batchId"`
}

export interface Received {
  readonly dossiers: number
  readonly scans: number
  readonly unreadableScans: number
  /** Pages by fate. */
  readonly fates: Readonly<Record<string, number>>
  readonly digest: string
}

export async function receivedIn(database: Database, batchId: string): Promise<Received> {
  const [counts] = await database.$queryRaw<{ dossiers: number; scans: number; unreadable: number }[]>`
    SELECT count(DISTINCT d."dossier")::int AS dossiers, count(v."scanId")::int AS scans,
      count(r."unitId")::int AS unreadable
    FROM "Dossier" d LEFT JOIN "Delivered" v USING ("dossier")
      LEFT JOIN "StageRun" r ON r."stage" = 'intake' AND r."unitId" = v."scanId" AND r."status" = 'failed'
    WHERE d."batchId" = ${batchId}`
  const fates = await database.$queryRaw<{ fate: string; count: number }[]>`
    SELECT f."fate", count(*)::int AS count FROM "PageFate" f JOIN "Dossier" d USING ("dossier")
    WHERE d."batchId" = ${batchId} GROUP BY 1`
  const hashes = await database.$queryRaw<{ line: string }[]>`
    SELECT v."sha256" || ' ' || v."scanId" AS line FROM "Delivered" v JOIN "Dossier" d USING ("dossier")
    WHERE d."batchId" = ${batchId} ORDER BY v."scanId"`
  return {
    dossiers: counts?.dossiers ?? 0,
    scans: counts?.scans ?? 0,
    unreadableScans: counts?.unreadable ?? 0,
    fates: Object.fromEntries(fates.map(({ fate, count }) => [fate, count])),
    digest: sha256(hashes.map(({ line }) => `${line}\n`).join('')),
  }
}
