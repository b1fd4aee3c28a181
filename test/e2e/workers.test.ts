// Several machines: real workers on a real PostgreSQL, their files in an S3-compatible store; one is killed in its work, then the
// database is killed and started again. What is told in the end is what an undisturbed run tells.
import { type ChildProcess, spawn } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { embeddedPostgres } from '../../pipeline/adapters/postgres.ts'
import { Config } from '../../pipeline/core/config.ts'
import { openWorkspace } from '../../pipeline/runner/workspace.ts'
import { openRegister } from '../../pipeline/store/register.ts'
import { statusOf } from '../../pipeline/store/status.ts'
import { hoso } from '../../samples/program.ts'

/** It tells no types. */
const S3rver = createRequire(import.meta.url)('s3rver')
const launcher = join(import.meta.dirname, '..', '..', 'pipeline', 'hoso.mjs')
const samples = join(import.meta.dirname, '..', '..', 'samples', 'scans')
const today = ['--today', '2026-11-22']
const metrics = 'http://127.0.0.1:19464'
let folder = ''
let server: Awaited<ReturnType<typeof embeddedPostgres>>
let bucket: { close(): Promise<void> }
let inBucket: Readonly<Record<string, string>> = {}

const scans = () => join(folder, 'scans')
const serverFolder = () => join(folder, 'server')
const urlOf = (name: string) => Object.assign(new URL(server.url), { pathname: `/${name}` }).toString()
const wordsOf = (name: string) => ['--workspace', join(folder, name), '--database-url', urlOf(name)]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoso-workers-'))
  await deliver()
  server = await embeddedPostgres(serverFolder(), process.env)
  const store = new S3rver({
    port: 0,
    directory: join(folder, 's3'),
    silent: true,
    configureBuckets: [{ name: 'hoso' }],
  })
  const { port } = await store.run()
  bucket = store
  inBucket = {
    HOSO_FILES: 's3://hoso/tinh',
    HOSO_S3_ENDPOINT: `http://127.0.0.1:${port}`,
    AWS_ACCESS_KEY_ID: 'S3RVER',
    AWS_SECRET_ACCESS_KEY: 'S3RVER',
  }
})
afterAll(async () => {
  await bucket.close()
  await server[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

/** One person twice, and a scan that cannot be read: little to do, for the machines are many and slow to start. */
async function deliver(): Promise<void> {
  for (const dossier of ['A', 'B']) {
    await mkdir(join(scans(), dossier), { recursive: true })
    await copyFile(join(samples, '005-blank-page', '001.jpg'), join(scans(), dossier, '1.jpg'))
  }
  await copyFile(join(samples, '011-broken.pdf'), join(scans(), 'C.pdf'))
}

async function program(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { code, out, err } = await hoso(words, { environment })
  expect([0, 1], err).toContain(code)
  return out
}

/** Records, persons and counts. */
async function toldOf(name: string): Promise<string> {
  const config = Config.parse({ workspace: join(folder, name), databaseUrl: urlOf(name) })
  await using store = await openWorkspace(config, process.env)
  const register = openRegister(store.database, ({ code }) => code)
  const all: unknown[] = [await statusOf(store.database)]
  for await (const record of register.records()) all.push(record)
  for await (const person of register.persons()) all.push(person)
  return JSON.stringify(all, null, 1)
}

interface Working {
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
  said(): string
}

const alive = new Set<Working>()
function worker(...more: string[]): Working {
  const child = spawn(process.execPath, [launcher, 'worker', ...wordsOf('shared'), '--workers', '1', ...more], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...inBucket },
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (part: string) => (said += part))
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  const working = { child, said: () => said, ended }
  alive.add(working)
  void ended.then(() => alive.delete(working))
  return working
}
afterAll(() => alive.forEach(({ child }) => child.kill('SIGKILL')))

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: urlOf('shared') }).on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Waits, as long as none of these workers has ended by itself. */
async function until(isTrue: () => Promise<boolean> | boolean, ...workers: readonly Working[]): Promise<void> {
  while (!(await isTrue())) {
    for (const one of workers) if (one.child.exitCode !== null) throw new Error(one.said().slice(-3000))
    await pause(50)
  }
}

const holders = () =>
  query('SELECT DISTINCT w."process" FROM "Worker" w JOIN "WorkerJob" j ON j."worker" = w."number"').then((rows) =>
    rows.map(({ process }) => process),
  )
const isDone = () =>
  query(`SELECT 1 FROM pgboss.job WHERE state <= 'active' LIMIT 1`).then(
    (rows) => rows.length === 0,
    () => false,
  )

/** The server of this test alone: its process id is the first line of its own file. */
async function killServer(): Promise<void> {
  const file = await readFile(join(serverFolder(), 'pgdata', 'postmaster.pid'), 'utf8')
  process.kill(Number(file.split('\n')[0]), 'SIGKILL')
}

const answer = (path: string) => fetch(metrics + path).then((response) => response.text())

it('two workers give what a run gives, though one is killed, the database goes away, and the files lie in a bucket', async () => {
  await Promise.all([
    program(['run', scans(), ...today, ...wordsOf('undisturbed')]),
    program(['run', scans(), '--queue', ...today, ...wordsOf('shared')], inBucket),
  ])
  const told = await toldOf('undisturbed')
  const [one, other] = [worker(), worker('--metrics-port', '19464')]
  await until(async () => (await holders()).includes(one.child.pid), one, other)
  one.child.kill('SIGKILL')
  await one.ended
  await until(() => other.said().includes('jobs of a lost worker are free again'), other)
  expect(await answer('/health')).toBe('ok\n')
  expect(await answer('/metrics')).toMatch(/^hoso_workers 1$/mu)

  await until(async () => (await holders()).includes(other.child.pid), other)
  await killServer()
  await until(() => other.said().includes('waiting for the database'), other)
  expect(await answer('/health')).toBe('database does not answer\n')
  await using _again = await embeddedPostgres(serverFolder(), process.env)
  await until(isDone, other)
  expect(await answer('/metrics')).toMatch(/^hoso_jobs_total\{kind="register",end="done"\} 1$/mu)
  other.child.kill('SIGTERM')
  expect(await other.ended, other.said()).toBe(0)

  expect(await toldOf('shared')).toBe(told)
  const status: unknown = JSON.parse(await program(['status', '--json', ...wordsOf('shared')], inBucket))
  const queue = { waiting: 0, active: 0, failed: 0, register: 'idle' }
  expect(status).toMatchObject({ queue, workers: [], pace: { pagesLeft: 0, secondsLeft: 0 } })
  expect(await query('SELECT 1 FROM "Worker"')).toEqual([])
  expect(await readdir(join(folder, 'shared')).catch(() => [])).not.toContain('dossiers')
})
