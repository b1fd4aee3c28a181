// A worker's presence: its row, and the lock on a connection of its own that says it lives. No clock is asked: when process,
// machine or network die, the server gives the lock back, and what the worker held goes to the others.
import { Client } from 'pg'
import { type Database, runLock } from './database.ts'
import type { Prisma } from './generated/client.ts'
import { databaseTrouble } from './trouble.ts'

export interface Presence extends AsyncDisposable {
  readonly number: number
  /** Aborted when the connection is lost: whatever was begun may not be written any more. */
  readonly lost: AbortSignal
  /** False while a command runs that must be alone. */
  mayWork(): Promise<boolean>
  rest(): Promise<void>
}

/** Beside `runLock`, which a run has alone and workers share. */
const workerLocks = 7_465_728
/** A machine that lost its power answers no more: the server sees it within half a minute. */
const keepalive = '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3'

export async function enter(url: string, who: { host: string; process: number; digest: string }): Promise<Presence> {
  const gone = new AbortController()
  const client = new Client({ connectionString: url, options: keepalive, keepAlive: true })
  client.on('error', () => gone.abort()).on('end', () => gone.abort())
  await client.connect()
  const number = await announce(client, who).catch(async (error: unknown) => {
    await client.end().catch(() => undefined)
    throw error
  })
  return {
    number,
    lost: gone.signal,
    mayWork: async () => {
      const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock_shared($1) AS got', [runLock])
      return rows[0]?.got === true
    },
    rest: async () => void (await client.query('SELECT pg_advisory_unlock_shared($1)', [runLock])),
    [Symbol.asyncDispose]: async () => {
      await client.query('DELETE FROM "Worker" WHERE "number" = $1', [number]).catch(() => undefined)
      await client.end().catch(() => undefined)
    },
  }
}

/** Nobody sees the row before its lock is held. */
async function announce(client: Client, who: { host: string; process: number; digest: string }): Promise<number> {
  await client.query('BEGIN')
  const { rows } = await client.query<{ number: number }>(
    `INSERT INTO "Worker" ("host", "process", "digest", "body") VALUES ($1, $2, $3, '{}') RETURNING "number"`,
    [who.host, who.process, who.digest],
  )
  const number = rows[0]?.number ?? 0
  await client.query('SELECT pg_advisory_lock($1, $2)', [workerLocks, number])
  await client.query('COMMIT')
  return number
}

/** What it has done, for whoever looks; false when it was given up meanwhile. */
export async function beat(database: Database, number: number, body: Prisma.InputJsonObject): Promise<boolean> {
  const rows =
    await database.$executeRaw`UPDATE "Worker" SET "seenAt" = now(), "body" = ${JSON.stringify(body)}::jsonb WHERE "number" = ${number}`
  return rows === 1
}

/** Other living workers whose program or settings would give other results. */
export async function strangers(database: Database, { number, digest }: { number: number; digest: string }) {
  return database.$queryRaw<{ host: string; process: number }[]>`
    SELECT w."host", w."process" FROM "Worker" w JOIN "LivingWorker" USING ("number")
    WHERE w."number" <> ${number} AND w."digest" <> ${digest}`
}

/** Whether it is the database that went away: then a worker waits for it. */
export function isDatabaseGone(error: unknown): boolean {
  if (databaseTrouble(error) !== error) return true
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(?:ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|57P0|08)/u.test(code) || isTerminated(error)
}

const isTerminated = (error: unknown) =>
  error instanceof Error && /^Connection terminated|not queryable/u.test(error.message)
