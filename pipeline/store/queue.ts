// The queue of dossiers between machines: pg-boss keeps it, in the same database. A job is one dossier, from its pages to its
// findings; one more job, after them, links the register. Whose a job is stands beside it, so that a worker that was given up
// can write nothing more.
import PgBoss from 'pg-boss'
import { z } from 'zod'
import { EnvironmentError } from '../core/errors.ts'
import type { Database, Store } from './database.ts'

/** ISO date that the rules which know today go by. */
const Today = z.object({ today: z.string() })
const Job = z.discriminatedUnion('kind', [
  Today.extend({ kind: z.literal('dossier'), dossier: z.string(), batch: z.string() }),
  Today.extend({ kind: z.literal('register') }),
])
export type Job = z.infer<typeof Job>
export interface HeldJob {
  readonly jobId: string
  readonly job: Job
}

export interface Queue extends AsyncDisposable {
  /** Sends what is not waiting already, so that batches take turns, and the linking after them. */
  send(dossiers: readonly { dossier: string; batch: string }[], today: string): Promise<void>
  /** The next job, now this worker's. */
  take(worker: number): Promise<HeldJob | undefined>
  /** False when the job is no longer this worker's. */
  finish(worker: number, jobId: string, job: Job): Promise<boolean>
  /** Lets others have it; after too many times it is given up and told. */
  giveBack(worker: number, jobId: string, job: Job, problem: string): Promise<void>
  /** Nothing waits and nothing is at work. */
  isEmpty(): Promise<boolean>
  /** Frees the jobs that no living worker holds; how many. */
  takeOver(): Promise<number>
}

const names = { dossier: 'dossier', register: 'register' } as const
/** A dossier that ended its worker so often will end the next one too. */
const retryLimit = 10
/** Workers are seen dying at once; this is for one that hangs. A thick dossier takes hours. */
const expireInHours = 12
const retentionDays = 3650
const sentAtOnce = 1000

export async function openQueue({ database, url }: Store, failed: (error: Error) => void): Promise<Queue> {
  const boss = new PgBoss({ connectionString: url, max: 2, schedule: false, maintenanceIntervalSeconds: 60 })
  boss.on('error', failed)
  await boss.start().catch((cause: unknown) => {
    throw new EnvironmentError(
      'Không mở được hàng đợi trên máy chủ PostgreSQL. Tài khoản phải có quyền tạo schema; hãy kiểm tra rồi chạy lại.',
      { cause },
    )
  })
  const options = { policy: 'short' as const, retryLimit, retryDelay: 2, expireInHours, retentionDays }
  for (const name of Object.values(names)) await boss.createQueue(name, { name, ...options })
  return {
    send: (dossiers, today) => send(boss, database, dossiers, today),
    take: (worker) => take(boss, database, worker),
    finish: (worker, jobId, { kind }) =>
      database.$transaction(async (transaction) => {
        if (!(await holds(transaction, worker, jobId))) return false
        await boss.complete(names[kind], jobId, {}, { db: sqlOf(transaction) })
        await transaction.workerJob.delete({ where: { jobId } })
        return true
      }),
    giveBack: (worker, jobId, { kind }, problem) =>
      database.$transaction(async (transaction) => {
        if (!(await holds(transaction, worker, jobId))) return
        await boss.fail(names[kind], jobId, { problem }, { db: sqlOf(transaction) })
        await transaction.workerJob.delete({ where: { jobId } })
      }),
    isEmpty: async () => {
      const rows = await database.$queryRaw<unknown[]>`
        SELECT 1 FROM pgboss.job WHERE name IN (${names.dossier}, ${names.register}) AND state <= 'active' LIMIT 1`
      return rows.length === 0
    },
    takeOver: () => takeOver(boss, database),
    [Symbol.asyncDispose]: () => boss.stop({ graceful: false, wait: true }),
  }
}

/** To the end of the transaction the job stays this worker's; false when it is no longer. */
export async function holds(transaction: Database, worker: number, jobId: string): Promise<boolean> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT 1 FROM "WorkerJob" WHERE "jobId" = ${jobId} AND "worker" = ${worker} FOR KEY SHARE`
  return rows.length > 0
}

/** Lets pg-boss speak inside our transaction. */
const sqlOf = (transaction: Database): PgBoss.Db => ({
  executeSql: async (text, values: unknown[]) => ({
    rows: await transaction.$queryRawUnsafe<unknown[]>(text, ...values),
  }),
})

/**
 * Batches take turns: the first dossier of a delivery stands beside the one that is next now, its second behind that, and so
 * on. A small delivery is done soon, a large one goes on at half the pace meanwhile.
 */
async function send(
  boss: PgBoss,
  database: Database,
  dossiers: readonly { dossier: string; batch: string }[],
  today: string,
): Promise<void> {
  const [head] = await database.$queryRaw<{ priority: number | null }[]>`
    SELECT max(priority) AS priority FROM pgboss.job WHERE name = ${names.dossier} AND state < 'active'`
  const places = new Map<string, number>()
  const jobs = dossiers.map(({ dossier, batch }) => {
    const place = places.get(batch) ?? 0
    places.set(batch, place + 1)
    const data = { kind: names.dossier, dossier, batch, today }
    return { name: names.dossier, data, singletonKey: dossier, priority: (head?.priority ?? 0) - place }
  })
  for (let start = 0; start < jobs.length; start += sentAtOnce) await boss.insert(jobs.slice(start, start + sentAtOnce))
  await boss.insert([{ name: names.register, data: { kind: names.register, today } }])
}

async function take(boss: PgBoss, database: Store['database'], worker: number): Promise<HeldJob | undefined> {
  return database.$transaction(async (transaction) => {
    const isKnown = await transaction.$queryRaw<
      unknown[]
    >`SELECT 1 FROM "Worker" WHERE "number" = ${worker} FOR KEY SHARE`
    if (isKnown.length === 0) return undefined
    const db = sqlOf(transaction)
    let [job] = await boss.fetch(names.dossier, { db })
    if (job === undefined && (await mayLink(transaction))) [job] = await boss.fetch(names.register, { db })
    if (job === undefined) return undefined
    const told = Job.parse(job.data)
    const dossier = told.kind === 'dossier' ? told.dossier : ''
    await transaction.workerJob.create({ data: { jobId: job.id, worker, dossier } })
    return { jobId: job.id, job: told }
  })
}

/** Linking is a question over all dossiers: it waits for those sent before it, and for itself. The lock lets one ask at a time. */
async function mayLink(transaction: Database): Promise<boolean> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('hoso register job', 0))`
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT 1 FROM pgboss.job r WHERE r.name = ${names.register} AND r.state < 'active'
    AND NOT EXISTS (SELECT 1 FROM pgboss.job a WHERE a.name = ${names.register} AND a.state = 'active')
    AND NOT EXISTS (SELECT 1 FROM pgboss.job d WHERE d.name = ${names.dossier} AND d.state <= 'active'
      AND d.created_on <= r.created_on) LIMIT 1`
  return rows.length > 0
}

/** One worker at a time looks for the dead. */
function takeOver(boss: PgBoss, database: Store['database']): Promise<number> {
  return database.$transaction(async (transaction) => {
    const [turn] = await transaction.$queryRaw<{ got: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended('hoso dead workers', 0)) AS got`
    if (turn?.got !== true) return 0
    await transaction.$executeRaw`
      DELETE FROM "Worker" w WHERE NOT EXISTS (SELECT 1 FROM "LivingWorker" l WHERE l."number" = w."number")`
    const lost = await transaction.$queryRaw<{ id: string; name: string }[]>`
      SELECT j.id::text AS id, j.name FROM pgboss.job j
      WHERE j.name IN (${names.dossier}, ${names.register}) AND j.state = 'active'
      AND NOT EXISTS (SELECT 1 FROM "WorkerJob" h WHERE h."jobId" = j.id::text)`
    for (const { id, name } of lost)
      await boss.fail(name, id, { problem: 'its worker is gone' }, { db: sqlOf(transaction) })
    return lost.length
  })
}
