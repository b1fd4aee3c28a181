// What the queue holds and who works on it, for people: counted from the tables, so that it is true while work is going on.
import type { Database } from './database.ts'

export interface Queued {
  /** Dossiers by batch, oldest batch first. */
  readonly batches: readonly { batch: string; waiting: number; active: number; failed: number }[]
  readonly waiting: number
  readonly active: number
  /** Given up after too many tries; `hoso run --queue` sends them again. */
  readonly failed: number
  /** Linking: waiting, at work, or nothing to do. */
  readonly register: 'idle' | 'waiting' | 'active'
}

export interface WorkerTold {
  readonly worker: number
  readonly host: string
  readonly process: number
  /** ISO times of the database's clock. */
  readonly startedAt: string
  readonly seenAt: string
  readonly dossiers: number
  readonly pages: number
  readonly failed: number
  /** Ids of the dossiers in its hands. */
  readonly atWork: readonly string[]
}

export interface Pace {
  /** Pages read in the last while, by the ledger: an hour's worth. */
  readonly pagesPerHour: number
  readonly pagesLeft: number
  /** Absent while there is no pace to go by. */
  readonly secondsLeft?: number
}

const paceMinutes = 10

/** Undefined where there never was a queue. */
export async function queued(database: Database): Promise<Queued | undefined> {
  const [there] = await database.$queryRaw<{ isThere: boolean }[]>`
    SELECT to_regclass('pgboss.job') IS NOT NULL AS "isThere"`
  if (there?.isThere !== true) return undefined
  const batches = await database.$queryRaw<Queued['batches'][number][]>`
    SELECT coalesce(b."body"->>'name', j.data->>'batch') AS batch,
      count(*) FILTER (WHERE j.state < 'active')::int AS waiting,
      count(*) FILTER (WHERE j.state = 'active')::int AS active,
      count(*) FILTER (WHERE j.state = 'failed')::int AS failed
    FROM pgboss.job j LEFT JOIN "Batch" b ON b."batchId" = j.data->>'batch'
    WHERE j.name = 'dossier' AND j.state IN ('created', 'retry', 'active', 'failed')
    GROUP BY 1 ORDER BY min(j.created_on), 1`
  const [register] = await database.$queryRaw<{ state: string }[]>`
    SELECT state::text AS state FROM pgboss.job WHERE name = 'register' AND state <= 'active' ORDER BY job.state DESC LIMIT 1`
  const sum = (of: 'waiting' | 'active' | 'failed') => batches.reduce((total, batch) => total + batch[of], 0)
  const linking = register === undefined ? 'idle' : register.state === 'active' ? 'active' : 'waiting'
  return { batches, waiting: sum('waiting'), active: sum('active'), failed: sum('failed'), register: linking }
}

/** The living ones. */
export async function workersTold(database: Database): Promise<WorkerTold[]> {
  return database.$queryRaw<WorkerTold[]>`
    SELECT w."number" AS worker, w."host", w."process",
      to_char(w."startedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "startedAt",
      to_char(w."seenAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "seenAt",
      coalesce((w."body"->>'dossiers')::int, 0) AS dossiers, coalesce((w."body"->>'pages')::int, 0) AS pages,
      coalesce((w."body"->>'failed')::int, 0) AS failed,
      ARRAY(SELECT j."dossier" FROM "WorkerJob" j WHERE j."worker" = w."number" AND j."dossier" <> '' ORDER BY 1) AS "atWork"
    FROM "Worker" w JOIN "LivingWorker" USING ("number") ORDER BY w."number"`
}

/** By the database's clock alone, also where machines disagree about the time. */
export async function paceOf(database: Database): Promise<Pace> {
  const [row] = await database.$queryRaw<{ done: number; seconds: number; left: number }[]>`
    WITH read AS (SELECT "finishedAt" AS at FROM "StageRun" WHERE "stage" = 'render'
      AND "finishedAt" BETWEEN now() - ${paceMinutes} * interval '1 minute' AND now() + interval '1 minute')
    SELECT (SELECT count(*)::int FROM read) AS done,
      greatest(1, extract(epoch FROM now() - (SELECT min(at) FROM read)))::float8 AS seconds,
      (SELECT count(*)::int FROM "Page" p LEFT JOIN "PageFate" f USING ("pageId") WHERE f."pageId" IS NULL) AS left`
  const { done = 0, seconds = 1, left = 0 } = row ?? {}
  const perSecond = done / seconds
  const secondsLeft = left === 0 ? 0 : perSecond > 0 ? Math.round(left / perSecond) : undefined
  return {
    pagesPerHour: Math.round(perSecond * 3600),
    pagesLeft: left,
    ...(secondsLeft === undefined ? {} : { secondsLeft }),
  }
}

/** Dossiers of these batches, and all others whose pages are not all done; in the order of their ids. */
export async function toSend(
  database: Database,
  batches: readonly string[],
): Promise<{ dossier: string; batch: string }[]> {
  return database.$queryRaw<{ dossier: string; batch: string }[]>`
    SELECT d."dossier", d."batchId" AS batch FROM "Dossier" d WHERE d."batchId" = ANY(${[...batches]})
    OR EXISTS (SELECT 1 FROM "Page" p LEFT JOIN "PageFate" f USING ("pageId")
      WHERE p."dossier" = d."dossier" AND f."pageId" IS NULL)
    OR NOT EXISTS (SELECT 1 FROM "StageRun" r WHERE r."stage" = 'validate' AND r."unitId" = d."dossier")
    ORDER BY d."dossier"`
}
