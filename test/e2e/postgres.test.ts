// The embedded server as commands use it: several at once, gone with the last one, back after a kill, wherever the workspace lies.
import { access, chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { platform, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { embeddedPostgres } from '../../pipeline/adapters/postgres.ts'
import { migrationFiles } from '../../pipeline/adapters/migration-files.ts'
import { EnvironmentError } from '../../pipeline/core/errors.ts'
import { migrate } from '../../pipeline/store/migrate.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoso-postgres-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const isRunning = (workspace: string) =>
  access(join(workspace, 'pgdata', 'postmaster.pid')).then(
    () => true,
    () => false,
  )

async function query(url: string, sql: string): Promise<unknown[]> {
  const at = new URL(url)
  at.pathname = '/postgres'
  const client = new Client({ connectionString: at.toString() })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

describe('the embedded server', () => {
  it('is one for all who start it at once, and stops with the last who leaves', async () => {
    const all = await Promise.all([1, 2, 3].map(() => embeddedPostgres(folder, process.env)))
    expect(new Set(all.map(({ url }) => url)).size).toBe(1)
    const [first, ...others] = all
    for (const other of others) await other[Symbol.asyncDispose]()
    expect(await isRunning(folder)).toBe(true)
    await first?.[Symbol.asyncDispose]()
    expect(await isRunning(folder)).toBe(false)
  })

  it('comes back after it was killed, with all that was committed', async () => {
    const before = await embeddedPostgres(folder, process.env)
    await query(before.url, 'CREATE TABLE kept AS SELECT 1 AS one')
    const [pid] = (await readFile(join(folder, 'pgdata', 'postmaster.pid'), 'utf8')).split('\n')
    process.kill(Number(pid), 'SIGKILL')
    await pause(200)
    await using again = await embeddedPostgres(folder, process.env)
    expect(await query(again.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }])
    await before[Symbol.asyncDispose]()
  })

  it.runIf(platform() === 'linux')(
    'knows Vietnamese capitals, also from a folder with Vietnamese letters',
    async () => {
      await using server = await embeddedPostgres(join(folder, 'Hồ sơ cán bộ'), process.env)
      expect(await query(server.url, `SELECT 'Đặng Thị Ước' ILIKE '%ƯỚC' AS found`)).toEqual([{ found: true }])
    },
  )

  it.runIf(userInfo().uid === 0)('works for root in a folder that only root can read', async () => {
    await chmod(folder, 0o700)
    await mkdir(join(folder, 'inside'))
    await using server = await embeddedPostgres(join(folder, 'inside', 'workspace'), process.env)
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })
})

describe('migrations', () => {
  it('are applied once by two who start together, and refuse a database of a newer program and an edited file', async () => {
    await using server = await embeddedPostgres(folder, process.env)
    const files = await migrationFiles()
    await Promise.all([migrate(server.url, files), migrate(server.url, files)])
    await expect(migrate(server.url, [])).rejects.toThrow(EnvironmentError)
    await expect(
      migrate(
        server.url,
        files.map(({ name, sql }) => ({ name, sql: `${sql}\n` })),
      ),
    ).rejects.toThrow(/đã bị sửa/u)
  })

  it('leave nothing behind when one fails', async () => {
    await using server = await embeddedPostgres(folder, process.env)
    const half = { name: '1_half', sql: 'CREATE TABLE half (id int); SELECT 1/0' }
    await expect(migrate(server.url, [half])).rejects.toThrow(EnvironmentError)
    await migrate(server.url, [{ ...half, sql: 'CREATE TABLE half (id int)' }])
  })
})
