// Places that exchange bundles: each with a database of its own on one embedded server, keys, and dossiers without scans read.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFiles } from '../../pipeline/adapters/files.ts'
import { makeKeys, type OwnKeys, trust, trustedPlaces } from '../../pipeline/adapters/keys.ts'
import { migrationFiles } from '../../pipeline/adapters/migration-files.ts'
import { embeddedPostgres } from '../../pipeline/adapters/postgres.ts'
import { canonicalJson, sha256 } from '../../pipeline/core/id.ts'
import type { Files } from '../../pipeline/core/stage.ts'
import { workspaceKeys } from '../../pipeline/runner/workspace.ts'
import { openStore, type Store } from '../../pipeline/store/database.ts'
import { keepBatch, keepDossier } from '../../pipeline/store/deliveries.ts'
import { records, toRow } from '../../pipeline/store/records.ts'

export interface Place {
  readonly name: string
  readonly store: Store
  readonly files: Files
  readonly workspace: string
  readonly own: OwnKeys
}

export async function somePlaces(
  names: readonly string[],
): Promise<{ readonly places: readonly Place[] } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'hoso-places-'))
  const server = await embeddedPostgres(join(folder, 'server'), process.env)
  const places: Place[] = []
  for (const name of names) {
    const url = new URL(server.url)
    url.pathname = `/${name}`
    const workspace = join(folder, name)
    const own = await makeKeys(workspace, name, undefined)
    const store = await openStore(url.toString(), await migrationFiles(), workspaceKeys(process.env))
    places.push({ name, store, workspace, own, files: createFiles(workspace) })
  }
  for (const place of places) {
    for (const { own, name } of places) {
      const card = join(folder, `${name}.json`)
      await writeFile(card, JSON.stringify(own.card))
      await trust(place.workspace, card)
    }
  }
  return {
    places,
    [Symbol.asyncDispose]: async () => {
      for (const { store } of places) await store[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const trustedBy = ({ workspace }: Place) => trustedPlaces(workspace)

/** A delivered dossier with one scan of one page, its original kept, as intake and render would have left it. */
export async function addScan(place: Place, dossier: string, file: string, text: string): Promise<void> {
  const { database } = place.store
  const delivered = join(place.workspace, 'giao', dossier, file)
  await mkdir(join(delivered, '..'), { recursive: true })
  await writeFile(delivered, text)
  const batch = { batchId: 'cung-mot-thu-muc', name: 'giao', folder: '/giao', agency: 'TQ' }
  const hash = sha256(text)
  await keepDossier(database, await keepBatch(database, batch), {
    ...{ entry: `${dossier}/`, name: dossier },
    files: [{ path: file, delivered, seen: hash, hash: async () => hash }],
  })
  const scanId = `${dossier}/${file}`
  if ((await database.scan.findUnique({ where: { scanId } })) !== null) return
  const kept = await place.files.keepOriginal(dossier, delivered)
  const scan = { scanId, dossier, path: file, kind: 'jpeg', pages: 1, ...kept }
  await database.scan.create({ data: toRow(records.scan, scan) })
  const page = { pageId: `${scanId}#1`, scanId, dossier, scanPage: 1 }
  await database.page.create({ data: toRow(records.page, page) })
}

export async function decide(place: Place, dossier: string, field: 'fullName' | 'gender', turn: number): Promise<void> {
  const decision = {
    ...{ decisionId: `${place.name}-${dossier}-${field}-${turn}`, kind: 'confirm', dossier, field, seen: `${turn}` },
    ...{ steward: place.name, decidedAt: new Date(1_790_000_000_000 + turn * 1000).toISOString() },
  }
  await place.store.database.stewardDecision.create({ data: toRow(records.stewardDecision, decision) })
}

/** Everything a place knows of its dossiers, and the files they name, as one text. */
export async function stateOf({ store: { database }, files }: Place): Promise<string> {
  const scans = await database.scan.findMany({ orderBy: { scanId: 'asc' } })
  const originals = []
  for (const { body } of scans) originals.push(sha256(await files.read((body as { original: string }).original)))
  const decisions = await database.stewardDecision.findMany({ orderBy: { decisionId: 'asc' } })
  const told = {
    dossiers: (await database.dossier.findMany({ orderBy: { dossier: 'asc' } })).map(({ dossier, agency, entry }) => [
      dossier,
      agency,
      entry,
    ]),
    origins: await database.dossierOrigin.findMany({ orderBy: { dossier: 'asc' } }),
    scans: scans.map(({ body }) => body),
    delivered: (await database.delivered.findMany({ orderBy: { scanId: 'asc' } })).map(({ scanId, sha256: hash }) => [
      scanId,
      hash,
    ]),
    pages: (await database.page.findMany({ orderBy: { pageId: 'asc' } })).map(({ body }) => body),
    decisions: decisions.map(({ body }) => body),
    originals,
  }
  return canonicalJson(told)
}
