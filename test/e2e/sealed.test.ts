// Sealed at rest, on a real database and disk: nobody who has only the database, the files or both reads a word; whoever has the
// workspace key reads everything; and a destroyed dossier nobody reads any more.
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Config } from '../../pipeline/core/config.ts'
import { folderOf } from '../../pipeline/adapters/files.ts'
import { isFirstTelling, keyPlace, makeKey, readKey, setKeyAside } from '../../pipeline/adapters/workspace-key.ts'
import { checkOriginals } from '../../pipeline/runner/check-originals.ts'
import { destroyDossier } from '../../pipeline/runner/destroy.ts'
import { openFiles } from '../../pipeline/runner/open-files.ts'
import { openServer, openWorkspace } from '../../pipeline/runner/workspace.ts'
import { records, toRow } from '../../pipeline/store/records.ts'
import type { Store } from '../../pipeline/store/database.ts'
import { hoso } from '../../samples/program.ts'

/** Words that stand in no program. */
const canary = 'Quàng Lèng Xuýt'
const [An, Bình] = ['An', 'Bình']
let folder = ''
let store: Store
let url = ''
let close: () => Promise<void>
let environment: Record<string, string | undefined> = {}
const config = () => Config.parse({ workspace: join(folder, 'workspace') })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoso-sealed-'))
  environment = { ...process.env, HOSO_KEY_FOLDER: join(folder, 'keys') }
  const server = await openServer(config(), environment)
  store = await openWorkspace(config(), environment)
  url = server.url
  close = async () => {
    await store[Symbol.asyncDispose]()
    await server[Symbol.asyncDispose]()
  }
  await store.database.agency.create({ data: { code: 'TQ', name: 'TQ' } })
  await store.database.batch.create({ data: { batchId: 'b', agency: 'TQ', body: {} } })
  for (const dossier of [An, Bình]) await fill(dossier)
})
afterAll(async () => {
  await close()
  await rm(folder, { recursive: true, force: true })
})

async function fill(dossier: string): Promise<void> {
  const scanId = `${dossier}/1.pdf`
  const file = join(folder, `${dossier}.pdf`)
  await writeFile(file, `${canary} ${dossier} `.repeat(30_000))
  const files = openFiles(config(), store)
  const { original, bytes, sha256 } = await files.keepOriginal(dossier, file)
  await store.database.dossier.create({
    data: { ...toRow(records.dossier, { dossier, batchId: 'b', agency: 'TQ' }), entry: `${dossier}/` },
  })
  const scan = { scanId, dossier, path: '1.pdf', sha256, bytes, kind: 'pdf', pages: 1, original }
  await store.database.scan.create({ data: toRow(records.scan, scan) })
  await store.database.page.create({
    data: toRow(records.page, { pageId: `${scanId}#1`, scanId, dossier, scanPage: 1 }),
  })
  const lines = [
    { box: [0, 0, 1, 1], words: canary.split(' ').map((text) => ({ text, box: [0, 0, 1, 1], confidence: 1 })) },
  ]
  const text = { pageId: `${scanId}#1`, lines, rulings: { horizontal: [], vertical: [] } }
  await store.database.pageText.create({ data: toRow(records.pageText, text) })
  const documentId = `${dossier}@${scanId}#1`
  const document = { documentId, dossier, form: '2c-bnv-2008', edition: 2008, score: 1, pages: [`${scanId}#1`] }
  await store.database.document.create({ data: toRow(records.document, document) })
  const outcome = { status: 'read', raw: canary, value: canary, candidates: [{ value: canary }], confidence: 0.9 }
  const reading = { documentId, field: 'fullName', outcome }
  await store.database.fieldReading.create({ data: toRow(records.fieldReading, reading) })
}

/** Everything that the server itself would give to anybody. */
async function everyRow(): Promise<string> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT quote_ident(relname) AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    )
    const all: unknown[] = []
    for (const { name } of rows) all.push((await client.query(`SELECT t::text FROM ${name} t`)).rows)
    return JSON.stringify(all)
  } finally {
    await client.end()
  }
}

async function everyFile(): Promise<string> {
  const root = join(folder, 'workspace', 'dossiers')
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name)))
  return Buffer.concat(await Promise.all(files)).toString('utf8')
}

const readingOf = async (dossier: string) =>
  (await store.database.fieldReading.findMany({ where: { documentId: `${dossier}@${dossier}/1.pdf#1` } }))[0]?.body

describe('a workspace', () => {
  it('shows no word to whoever has database and files, and every word to us, also piecewise', async () => {
    for (const word of canary.split(' ')) expect(`${await everyRow()}${await everyFile()}`).not.toContain(word)
    expect(await readingOf(An)).toMatchObject({
      outcome: { status: 'read', raw: canary, candidates: [{ value: canary }] },
    })
    const rows = await store.database.$queryRaw`
      SELECT "body"#>>'{outcome,value}' AS value, "body"->'outcome'->>'status' AS status FROM "FieldReading"`
    expect(rows).toEqual([
      { value: canary, status: 'read' },
      { value: canary, status: 'read' },
    ])
    const [scan] = await store.database.scan.findMany({ where: { dossier: An } })
    const { original } = records.scan.shape.parse(scan?.body)
    const bytes = await openFiles(config(), store).read(original)
    expect(Buffer.from(bytes).toString('utf8')).toBe(`${canary} ${An} `.repeat(30_000))
  })

  it('seals equal content to equal words, so that the same run writes the same rows', async () => {
    const before = await everyRow()
    await store.database.fieldReading.deleteMany({})
    for (const dossier of [An, Bình]) {
      const outcome = { status: 'read', raw: canary, value: canary, candidates: [{ value: canary }], confidence: 0.9 }
      const reading = { documentId: `${dossier}@${dossier}/1.pdf#1`, field: 'fullName', outcome }
      await store.database.fieldReading.create({ data: toRow(records.fieldReading, reading) })
    }
    expect(await everyRow()).toBe(before)
  })

  it('keeps its key outside, readable by its owner alone, and says so where it is missing or open to others', async () => {
    const [name = ''] = await readdir(join(folder, 'keys'))
    expect((await stat(join(folder, 'keys', name))).mode & 0o077).toBe(0)
    const elsewhere = { ...environment, HOSO_KEY_FOLDER: join(folder, 'none') }
    await expect(openWorkspace(config(), elsewhere)).rejects.toThrow(/Không có khóa kho.*HOSO_KEY_FOLDER/u)
  })

  it('tells of its key once, by the program as well', async () => {
    const place = { folder: join(folder, 'told'), passphrase: undefined }
    const { fingerprint } = await makeKey(place)
    expect([await isFirstTelling(place, fingerprint), await isFirstTelling(place, fingerprint)]).toEqual([true, false])
    await mkdir(join(folder, 'nothing'))
    const run = () =>
      hoso(['run', join(folder, 'nothing'), '--workspace', join(folder, 'new')], {
        environment: { HOSO_KEY_FOLDER: join(folder, 'new-keys') },
      })
    const [first, second] = [await run(), await run()]
    expect(first.err).toMatch(/Khóa kho.*new-keys.*MẤT TỆP NÀY LÀ MẤT MỌI HỒ SƠ/u)
    expect(second.err).not.toContain('Khóa kho')
  })

  it('takes a passphrase for the key', async () => {
    const place = { folder: join(folder, 'with-passphrase'), passphrase: 'bốn chữ rất dài' }
    const { fingerprint, key } = await makeKey(place)
    expect((await readKey(place, fingerprint)).key).toEqual(key)
    await expect(readKey({ ...place, passphrase: 'sai' }, fingerprint)).rejects.toThrow(/HOSO_KEY_PASSPHRASE/u)
    await expect(readKey({ ...place, passphrase: undefined }, fingerprint)).rejects.toThrow(/HOSO_KEY_PASSPHRASE/u)
  })

  it('reads on under a new workspace key, without the old one and without sealing anything anew', async () => {
    const [before, place] = [await everyFile(), keyPlace(environment)]
    const next = await makeKey(place)
    expect(await store.vault.rewrap(next)).toBe(2)
    const aside = await setKeyAside(place, store.vault.fingerprint)
    // For backups of before: still found, still nobody else's.
    expect((await readKey(place, store.vault.fingerprint)).fingerprint).toBe(store.vault.fingerprint)
    expect([aside.startsWith(join(place.folder, 'old')), (await stat(aside)).mode & 0o077]).toEqual([true, 0])
    await using again = await openWorkspace(config(), environment)
    expect(again.vault.fingerprint).toBe(next.fingerprint)
    expect(await again.database.fieldReading.findMany({ select: { body: true } })).toEqual([
      { body: await readingOf(An) },
      { body: await readingOf(Bình) },
    ])
    expect(await everyFile()).toBe(before)
  })

  it('finds every one of a hundred flipped bytes of an original', async () => {
    const files = openFiles(config(), store)
    const [scan] = await store.database.scan.findMany({ where: { dossier: Bình } })
    const path = join(folder, 'workspace', records.scan.shape.parse(scan?.body).original)
    const whole = await readFile(path)
    let found = 0
    for (let turn = 0; turn < 100; turn += 1) {
      const spoilt = Buffer.from(whole)
      const at = Math.floor((turn / 100) * whole.length)
      spoilt[at] = (spoilt[at] ?? 0) ^ (1 << (turn % 8))
      await writeFile(path, spoilt)
      const now = new Date(turn + 1)
      for await (const { dossier } of checkOriginals(store, files, {
        before: now,
        now,
        signal: new AbortController().signal,
      }))
        if (dossier === Bình) found += 1
    }
    await writeFile(path, whole)
    expect(found).toBe(100)
  })

  it('has nothing left of a destroyed dossier, the other one whole, and the log tells of it', async () => {
    const asked = { dossier: An, reason: 'QĐ 15', by: 'Lan', at: new Date(), auditKey: Buffer.alloc(32, 1) }
    const kept = await store.database.dossierKey.findMany({})
    await destroyDossier(store, config(), asked)
    expect(await readingOf(An)).toBeUndefined()
    expect(await readdir(join(folder, 'workspace', 'dossiers'))).toEqual([folderOf(Bình)])
    expect((await store.database.dossierKey.findMany({})).filter(({ wrapped }) => wrapped === null)).toHaveLength(1)
    expect(kept.every(({ wrapped }) => wrapped !== null)).toBe(true)
    expect(await readingOf(Bình)).toMatchObject({ outcome: { value: canary } })
    expect(await store.database.auditEntry.findMany({ select: { action: true, subject: true } })).toEqual([
      { action: 'destroy', subject: An },
    ])
    await expect(destroyDossier(store, config(), asked)).rejects.toThrow(/Không có hồ sơ/u)
    await expect(openFiles(config(), store).keepDerived(An, 'png', Buffer.from('x'))).rejects.toThrow(/đã bị hủy/u)
  })
})
