// `npm run bench:scale [-- --scans FOLDER --workers 1,2,4]`: so many workers, each a process with one page at once, on one real
// PostgreSQL: pages an hour, the database's share of the CPU, bytes kept; and from these the plan for a province of 2.4 million
// pages. Linux only: it reads /proc.
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { embeddedPostgres } from '../pipeline/adapters/postgres.ts'
import { readConfig } from '../pipeline/core/config.ts'
import { openWorkspace } from '../pipeline/runner/workspace.ts'
import { ask, hoso } from './program.ts'

const pagesOfProvince = 2_400_000
const ticksPerSecond = 100
/** Hours a day that machines work. */
const hoursADay = 22
const coresOfMachine = 16

const { values } = parseArgs({
  options: {
    scans: { type: 'string', default: join(import.meta.dirname, 'scans') },
    workers: { type: 'string', default: '1,2,4' },
  },
})
const cores = availableParallelism()
const counts = values.workers
  .split(',')
  .map(Number)
  .filter((count) => count <= cores)
const folder = await mkdtemp(join(tmpdir(), 'hoso-scale-'))
await using server = await embeddedPostgres(join(folder, 'server'), process.env)

interface Measured {
  readonly workers: number
  readonly pages: number
  readonly seconds: number
  readonly workerCpu: number
  readonly databaseCpu: number
  readonly databaseBytes: number
  readonly originalBytes: number
  readonly pictureBytes: number
}

/** CPU seconds of the process and of all children it has waited for. */
function cpuOf(pid: string): number {
  const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  return (
    rest
      .split(' ')
      .slice(11, 15)
      .reduce((sum, ticks) => sum + Number(ticks), 0) / ticksPerSecond
  )
}

/** The server and its backends now; those that ended are counted by the server. */
function databaseCpu(): number {
  const main = readFileSync(join(folder, 'server', 'pgdata', 'postmaster.pid'), 'utf8').split('\n')[0] ?? ''
  const children = readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/u.test(pid) && readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === main
    } catch {
      return false // It has just ended.
    }
  })
  return [main, ...children].reduce((sum, pid) => sum + cpuOf(pid), 0)
}

async function bytesUnder(path: string, part: string): Promise<number> {
  const names = await readdir(path, { recursive: true }).catch(() => [])
  const sizes = await Promise.all(
    names.filter((name) => name.includes(`/${part}/`)).map(async (name) => (await stat(join(path, name))).size),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function measured(workers: number): Promise<Measured> {
  const workspace = join(folder, `with-${workers}`)
  const databaseUrl = Object.assign(new URL(server.url), { pathname: `/with${workers}` }).toString()
  const own = ['--workspace', workspace, '--database-url', databaseUrl]
  await ask(['run', values.scans, '--queue', ...own], [0, 1])
  const [before, startedAt] = [databaseCpu(), performance.now()]
  const childrenBefore = cpuOfChildren()
  const ended = await Promise.all(
    Array.from({ length: workers }, () => hoso(['worker', '--until-empty', '--workers', '1', ...own])),
  )
  for (const { code, err } of ended) if (code !== 0) throw new Error(err.slice(-2000))
  const seconds = (performance.now() - startedAt) / 1000
  const config = readConfig({ flags: { workspace, databaseUrl }, environment: process.env, file: {} })
  await using store = await openWorkspace(config, process.env)
  const [size] = await store.database.$queryRaw<{ bytes: number }[]>`
    SELECT pg_database_size(current_database())::float8 AS bytes`
  return {
    workers,
    pages: await store.database.page.count(),
    seconds,
    workerCpu: cpuOfChildren() - childrenBefore,
    databaseCpu: databaseCpu() - before,
    databaseBytes: size?.bytes ?? 0,
    originalBytes: await bytesUnder(join(workspace, 'dossiers'), 'originals'),
    pictureBytes: await bytesUnder(join(workspace, 'dossiers'), 'pages'),
  }
}

/** Of children that have ended, and theirs. */
function cpuOfChildren(): number {
  const [, rest = ''] = readFileSync('/proc/self/stat', 'utf8').split(') ')
  return (
    rest
      .split(' ')
      .slice(13, 15)
      .reduce((sum, ticks) => sum + Number(ticks), 0) / ticksPerSecond
  )
}

console.log(`${cores} cores (${cpus()[0]?.model ?? ''}), load before: ${loadavg()[0]?.toFixed(1) ?? ''}`)
const all: Measured[] = []
for (const count of counts) {
  const one = await measured(count)
  all.push(one)
  console.log(
    `${count} workers: ${one.pages} pages in ${one.seconds.toFixed(0)} s = ${((3600 * one.pages) / one.seconds).toFixed(0)} an hour; ` +
      `CPU a page: workers ${(one.workerCpu / one.pages).toFixed(2)} s, database ${(one.databaseCpu / one.pages).toFixed(3)} s ` +
      `(${((100 * one.databaseCpu) / (one.workerCpu + one.databaseCpu)).toFixed(1)} %)`,
  )
}
const last = all.at(-1)
if (last) printPlan(last)
await rm(folder, { recursive: true, force: true })

/** By CPU, not by the clock: what a core can do when it is not shared. */
function printPlan({ pages, workerCpu, databaseCpu: database, ...bytes }: Measured): void {
  const coreDays = (pagesOfProvince * (workerCpu / pages)) / 3600 / hoursADay
  const gigabytes = (each: number) => `${((each / pages) * (pagesOfProvince / 2 ** 30)).toFixed(0)} GB`
  console.log(`Plan for ${pagesOfProvince.toLocaleString('en')} pages, ${hoursADay} hours a day:`)
  for (const machines of [1, 2, 4, 8])
    console.log(
      `  ${machines} machines of ${coresOfMachine} cores: ${(coreDays / machines / coresOfMachine).toFixed(1)} days`,
    )
  console.log(
    `  database: ${((pagesOfProvince * database) / pages / 3600 / hoursADay).toFixed(1)} core days in all, ${gigabytes(bytes.databaseBytes)}`,
  )
  console.log(`  originals ${gigabytes(bytes.originalBytes)}, page pictures ${gigabytes(bytes.pictureBytes)}`)
}
