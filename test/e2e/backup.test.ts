// A backup brings everything back, byte for byte, on another server and in another place; one flipped byte, a place that is not
// empty and a power cut in the middle are each told apart.
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFiles } from '../../pipeline/adapters/files.ts'
import { Config } from '../../pipeline/core/config.ts'
import { backUp } from '../../pipeline/runner/backup.ts'
import { restore } from '../../pipeline/runner/restore.ts'
import { openServer, openWorkspace } from '../../pipeline/runner/workspace.ts'
import { hoso } from '../../samples/program.ts'
import type { BackupManifest } from '../../schemas/index.ts'
import { type FakeRuns, fakeRuns } from '../support/fake-run.ts'
import { type Scratch, scratchStore } from '../support/scratch.ts'

let scratch: Scratch
let runs: FakeRuns
let folder = ''
let made: BackupManifest
const backup = () => join(folder, 'backup')
const source = () => join(scratch.folder, 'workspace')
const at = (name: string) => join(folder, name)
const config = (name: string, more: object = {}) => Config.parse({ workspace: at(name), ...more })
const environment = process.env
const now = '2026-11-29T00:00:00.000Z'

beforeAll(async () => {
  scratch = await scratchStore()
  folder = await mkdtemp(join(tmpdir(), 'hoso-backup-'))
  runs = fakeRuns(scratch)
  await runs.begin()
  await runs.run()
  const files = createFiles(source())
  for (const page of ['một', 'hai', 'ba']) await files.keepDerived('An', 'png', Buffer.from(`trang ${page}`))
  made = await backUp(Config.parse({ workspace: source() }), environment, { folder: backup(), at: now })
})
afterAll(async () => {
  await scratch[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

/** Every file below `dossiers/`, with its bytes. */
async function papersOf(workspace: string): Promise<Record<string, string>> {
  const root = join(workspace, 'dossiers')
  const read = async (file: string) => [file.slice(root.length), (await readFile(file)).toString('hex')]
  return Object.fromEntries(await Promise.all((await filesIn(root)).map(read)))
}

async function filesIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** The same content gives the same hashes: what a backup of the restored workspace says of itself. */
const tablesOf = async (name: string, more: object = {}) =>
  (await backUp(config(name, more), environment, { folder: at(`${name}-again`), at: now })).tables

describe('a backup', () => {
  it('holds all tables and all files, and only its owner may read it', async () => {
    expect(made.tables.length).toBeGreaterThan(30)
    expect(made.tables.reduce((sum, { rows }) => sum + rows, 0)).toBeGreaterThan(50)
    expect(made.files).toBe(Object.keys(await papersOf(source())).length)
    for (const file of await filesIn(backup())) expect((await stat(file)).mode & 0o077).toBe(0)
  })

  it('comes back in an empty place, with everything that was told before, and work goes on there', async () => {
    expect(await restore(config('embedded'), environment, backup())).toEqual(made)
    expect(await papersOf(at('embedded'))).toEqual(await papersOf(source()))
    expect(await tablesOf('embedded')).toEqual(made.tables)
    await using store = await openWorkspace(config('embedded'), environment)
    const again = fakeRuns({ folder: at('embedded'), store, [Symbol.asyncDispose]: () => Promise.resolve() })
    expect(await again.told()).toBe(await runs.told())
    // What counts upwards goes on behind the last number, and what may only be added to is guarded again.
    await store.database.personAlias.create({ data: { alias: 'a', personId: 'b' } })
    await expect(store.database.personAlias.deleteMany({})).rejects.toThrow(/only ever added/u)
  })

  it('goes from the embedded server to a database on another one', async () => {
    await using server = await openServer(config('elsewhere'), environment)
    const there = { databaseUrl: server.url.replace(/\/hoso$/u, '/tinh') }
    await restore(config('shared', there), environment, backup())
    expect(await tablesOf('shared', there)).toEqual(made.tables)
    expect(await readdir(at('shared'))).not.toContain('pgdata')
  })

  it('is refused where something is already, and told what to do', async () => {
    const { code, err } = await hoso(['restore', backup(), '--workspace', source()])
    expect([code, err]).toEqual([2, expect.stringMatching(/đã có dữ liệu.*--workspace/u)])
    await writeFileIn(at('files'), 'mine.txt')
    await expect(restore(config('files'), environment, backup())).rejects.toThrow(/đã có dữ liệu/u)
    await expect(restore(config('none'), environment, source())).rejects.toThrow(/không phải một bản sao lưu/u)
    await expect(backUp(config('none'), environment, { folder: backup(), at: now })).rejects.toThrow(/đã có/u)
  })

  it('tells at once that the key of its dossiers is missing, and where it belongs, before anything is written', async () => {
    const elsewhere = { ...environment, HOSO_KEY_FOLDER: at('no-keys') }
    await expect(restore(config('keyless'), elsewhere, backup())).rejects.toThrow(
      /Chưa phục hồi gì.*khóa kho.*no-keys.*Hãy chép tệp khóa/u,
    )
    await expect(stat(at('keyless'))).rejects.toThrow(/ENOENT/u)
  })

  it.each(['database/PageText', 'files/', 'manifest-sha256.txt'])(
    'with one changed byte in %s gives nothing back',
    async (part) => {
      const spoilt = await mkdtemp(join(folder, 'spoilt-'))
      await cp(backup(), spoilt, { recursive: true })
      const file = (await filesIn(spoilt)).find((each) => each.slice(spoilt.length + 1).startsWith(part)) ?? ''
      const bytes = await readFile(file)
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
      await writeFile(file, bytes)
      const place = config(`${spoilt.slice(folder.length + 1)}-place`)
      await expect(restore(place, environment, spoilt)).rejects.toThrow(/Bản sao lưu đã hỏng/u)
      if (part.startsWith('database')) {
        await using store = await openWorkspace(place, environment)
        expect(await store.database.dossier.count()).toBe(0)
      }
      if (part !== 'files/') return
      const { code, out } = await hoso(['backup', '--check', spoilt])
      expect([code, out]).toEqual([1, `${file.slice(spoilt.length + 1)}\n`])
    },
  )

  it('that was cut off in the middle goes on, and only with the same backup', async () => {
    const halfway = await mkdtemp(join(folder, 'halfway-'))
    await cp(backup(), halfway, { recursive: true })
    const last = (await filesIn(join(halfway, 'files'))).at(-1) ?? ''
    await rm(last)
    await expect(restore(config('cut'), environment, halfway)).rejects.toThrow(/Bản sao lưu đã hỏng/u)
    const other = await mkdtemp(join(folder, 'other-'))
    await cp(backup(), other, { recursive: true })
    await appendFile(join(other, 'backup.json'), '\n')
    await expect(restore(config('cut'), environment, other)).rejects.toThrow(/đã có dữ liệu/u)
    await restore(config('cut'), environment, backup())
    expect(await papersOf(at('cut'))).toEqual(await papersOf(source()))
    expect(await readdir(at('cut'))).not.toContain('restoring')
  })
})

async function writeFileIn(place: string, name: string): Promise<void> {
  await mkdir(place, { recursive: true })
  await writeFile(join(place, name), 'x')
}
