// Several machines: real workers on a real PostgreSQL, one of them killed in the middle of its work, the database killed and
// started again, files in an S3-compatible store. What is told in the end is what an undisturbed run tells.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { embeddedPostgres } from '../../pipeline/adapters/postgres.ts'
import { runWhole } from '../../samples/kill/kill-run.ts'
import { deliverFewScans } from '../../samples/kill/scans.ts'
import { ask } from '../../samples/program.ts'

/** It tells no types. */
const S3rver = createRequire(import.meta.url)('s3rver')
const launcher = join(import.meta.dirname, '..', '..', 'pipeline', 'hoso.mjs')
const today = '2026-11-22'
let folder = ''
let told = ''
let server: Awaited<ReturnType<typeof embeddedPostgres>>
const scans = () => join(folder, 'scans')
const serverFolder = () => join(folder, 'server')
const urlOf = (name: string) => Object.assign(new URL(server.url), { pathname: `/${name}` }).toString()

async function toldBy(more: readonly string[]): Promise<string> {
  const all = []
  for (const question of ['records', 'persons', 'pairs']) all.push(await ask([question, '--json', ...more]))
  const { pages, fates, dossiers, findings, held, closed } = JSON.parse(await ask(['status', '--json', ...more]))
  return [...all, JSON.stringify({ pages, fates, dossiers, findings, held, closed })].join('\f')
}

interface Working {
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
  said(): string
}

function worker(words: readonly string[], environment: Readonly<Record<string, string>> = {}): Working {
  const child = spawn(process.execPath, [launcher, 'worker', ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...environment },
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (part: string) => (said += part))
  return { child, said: () => said, ended: new Promise((resolve) => child.once('close', (code) => resolve(code))) }
}

async function query<T>(name: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: urlOf(name) })
  await client.connect()
  try {
    return (await client.query(sql)).rows as T[]
  } finally {
    await client.end()
  }
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await pause(50)
}

const rowsIn = async (name: string) =>
  (await query<{ count: number }>(name, 'SELECT count(*)::int AS count FROM "StageRun"'))[0]?.count ?? 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoso-workers-'))
  await deliverFewScans(scans())
  await runWhole(join(folder, 'undisturbed'), scans())
  told = await toldBy(['--workspace', join(folder, 'undisturbed')])
  server = await embeddedPostgres(serverFolder(), process.env)
}, 1_200_000)
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

describe('two workers on one server', () => {
  const shared = () => ['--workspace', join(folder, 'shared'), '--database-url', urlOf('queue')]

  it('do everything once and right, though one is killed in its work and the database goes away', async () => {
    await ask(['run', scans(), '--queue', '--today', today, ...shared()], [0, 1])
    const waiting = JSON.parse(await ask(['status', '--json', ...shared()]))
    expect(waiting).toMatchObject({ queue: { waiting: 4, active: 0, register: 'waiting' }, workers: [] })
    const before = await rowsIn('queue')
    const [one, other] = [worker([...shared(), '--workers', '1']), worker([...shared(), '--workers', '1'])]
    const holders = () =>
      query<{ process: number }>('queue', 'SELECT w.process FROM "Worker" w JOIN "WorkerJob" j ON j.worker = w.number')
    await until(async () => (await rowsIn('queue')) > before && (await holders()).length > 0)
    const [held] = await holders()
    const [killed, left] = held?.process === one.child.pid ? [one, other] : [other, one]
    killed.child.kill('SIGKILL')
    await killed.ended
    await until(async () => left.said().includes('jobs of a lost worker are free again'))
    await until(async () => (await holders()).some(({ process }) => process === left.child.pid))
    await killServer()
    await until(async () => left.said().includes('waiting for the database'))
    const again = await embeddedPostgres(serverFolder(), process.env)
    await until(async () => {
      const open = await query('queue', `SELECT 1 FROM pgboss.job WHERE state <= 'active' LIMIT 1`).catch(() => [1])
      return open.length === 0
    })
    left.child.kill('SIGTERM')
    await left.ended
    expect(await toldBy(shared())).toBe(told)
    await again[Symbol.asyncDispose]()
  }, 1_800_000)

  it('leave no worker and no job behind', async () => {
    const rows = await query<{ count: number }>('queue', `SELECT count(*)::int AS count FROM "Worker"`)
    expect(rows).toEqual([{ count: 0 }])
    expect(JSON.parse(await ask(['status', '--json', ...shared()]))).toMatchObject({
      queue: { waiting: 0, active: 0, failed: 0, register: 'idle' },
      pace: { pagesLeft: 0, secondsLeft: 0 },
    })
  })
})

describe('a worker whose files lie in an S3-compatible store', () => {
  it('gives the same, keeps nothing in its workspace, and tells its figures on this computer alone', async () => {
    const store = new S3rver({
      port: 0,
      directory: join(folder, 's3'),
      silent: true,
      configureBuckets: [{ name: 'hoso' }],
    })
    const { port } = await store.run()
    const environment = {
      HOSO_FILES: 's3://hoso/tinh',
      HOSO_S3_ENDPOINT: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: 'S3RVER',
      AWS_SECRET_ACCESS_KEY: 'S3RVER',
    }
    Object.assign(process.env, environment)
    try {
      const own = ['--workspace', join(folder, 'own'), '--database-url', urlOf('bucket')]
      await ask(['run', scans(), '--queue', '--today', today, ...own], [0, 1])
      const working = worker([...own, '--metrics-port', '19464'])
      const figures = await firstAnswer('http://127.0.0.1:19464/metrics')
      expect(figures).toMatch(/^hoso_workers \d+$/mu)
      expect(await firstAnswer('http://127.0.0.1:19464/health')).toBe('ok\n')
      await until(async () => {
        const open = await query('bucket', `SELECT 1 FROM pgboss.job WHERE state <= 'active' LIMIT 1`)
        return open.length === 0
      })
      working.child.kill('SIGTERM')
      expect(await working.ended).toBe(0)
      expect(await toldBy(own)).toBe(told)
      expect(await readdir(join(folder, 'own')).catch(() => [])).not.toContain('dossiers')
    } finally {
      for (const name of Object.keys(environment)) Reflect.deleteProperty(process.env, name)
      await store.close()
    }
  }, 1_200_000)
})

async function firstAnswer(url: string): Promise<string> {
  for (;;) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok) return response.text()
    await pause(200)
  }
}

/** The server of this test alone: its process id is the first line of its own file. */
async function killServer(): Promise<void> {
  const file = await readFile(join(serverFolder(), 'pgdata', 'postmaster.pid'), 'utf8')
  process.kill(Number(file.split('\n')[0]), 'SIGKILL')
}
