// What was delivered: batches, the dossiers in them, and the files of each. An id given to a dossier stays its own.
import type { Batch, Dossier } from '../../schemas/index.ts'
import type { Database } from './database.ts'
import type { Prisma, PrismaClient } from './generated/client.ts'
import { isDestroyedEntry, isDestroyedId } from './destroyed.ts'
import { fromRow, records, toRow } from './records.ts'

export interface DeliveredFile {
  /** Inside its dossier, with `/`, NFC. */
  readonly path: string
  /** Absolute. */
  readonly delivered: string
  /** Size and time of change: equal means unchanged. */
  readonly seen: string
  readonly hash: () => Promise<string>
}

/** A file or folder directly under the delivered folder: `entry` is its name (a folder's ends in `/`), `name` the id it asks for. */
export interface DeliveredDossier {
  readonly entry: string
  readonly name: string
  readonly files: readonly DeliveredFile[]
}

/** The batch of a folder: as it was kept, or new. The agency it first came under stays. */
export async function keepBatch(database: Database, batch: Batch): Promise<Batch> {
  await database.agency.upsert({
    where: { code: batch.agency },
    create: { code: batch.agency, name: batch.agency },
    update: {},
  })
  const row = await database.batch.upsert({
    where: { batchId: batch.batchId },
    create: toRow(records.batch, batch),
    update: {},
  })
  return fromRow(records.batch, row)
}

/** Undefined where it was destroyed. Gives the dossier its id, if it has none, and notes its files; those noted before and gone now stay, for their originals are kept. */
export async function keepDossier(
  database: PrismaClient,
  batch: Batch,
  { entry, name, files }: DeliveredDossier,
): Promise<Dossier | undefined> {
  const { batchId, agency } = batch
  if (await isDestroyedEntry(database, batchId, entry)) return undefined
  const known = await database.dossier.findUnique({ where: { batchId_entry: { batchId, entry } } })
  const kept = known ? fromRow(records.dossier, known) : { dossier: await freeId(database, name), batchId, agency }
  const { changed, replaced } = await changedFiles(database, kept.dossier, files)
  if (known && changed.length === 0) return kept
  const create = known ? [] : [database.dossier.create({ data: { ...toRow(records.dossier, kept), entry } })]
  await noteFiles(database, { changed, replaced }, create)
  return kept
}

async function noteFiles(
  database: PrismaClient,
  { changed, replaced }: Awaited<ReturnType<typeof changedFiles>>,
  before: readonly Prisma.PrismaPromise<unknown>[] = [],
): Promise<void> {
  await database.$transaction([
    ...before,
    database.delivered.deleteMany({ where: { scanId: { in: changed.map(({ scanId }) => scanId) } } }),
    database.delivered.createMany({ data: changed }),
    // Another paper lies there now: the mark of secrecy seen on the old one no longer speaks for it.
    database.secretPaper.deleteMany({
      where: { OR: replaced.map((scanId) => ({ pageId: { startsWith: `${scanId}#` } })) },
    }),
  ])
}

/** Adds files to a dossier that is there; false when there is none. */
export async function addToDossier(
  database: PrismaClient,
  dossier: string,
  files: readonly DeliveredFile[],
): Promise<boolean> {
  if (!(await database.dossier.findUnique({ where: { dossier }, select: { dossier: true } }))) return false
  await noteFiles(database, await changedFiles(database, dossier, files))
  return true
}

/** Only what is new or looks changed is hashed. */
async function changedFiles(database: Database, dossier: string, files: readonly DeliveredFile[]) {
  const noted = await database.delivered.findMany({ where: { dossier } })
  const before = new Map(noted.map((row) => [row.path, row]))
  const suspects = files.filter(({ path, seen, delivered }) => {
    const row = before.get(path)
    return row?.seen !== seen || row.delivered !== delivered
  })
  const changed = []
  for (const { path, delivered, seen, hash } of suspects) {
    changed.push({ scanId: `${dossier}/${path}`, dossier, path, delivered, seen, sha256: await hash() })
  }
  const replaced = changed.filter(({ path, sha256 }) => (before.get(path)?.sha256 ?? sha256) !== sha256)
  return { changed, replaced: replaced.map(({ scanId }) => scanId) }
}

/** The name itself; where another dossier has it, the first free of `name~2`, `name~3`, … */
async function freeId(database: Database, name: string): Promise<string> {
  for (let number = 1; ; number++) {
    const dossier = number === 1 ? name : `${name}~${number}`
    const taken = await database.dossier.findUnique({ where: { dossier }, select: { dossier: true } })
    if (taken === null && !(await isDestroyedId(database, dossier))) return dossier
  }
}
