// What was delivered: batches, the dossiers in them, and the files of each. An id given to a dossier stays its own.
import type { Batch, Dossier } from '../../schemas/index.ts'
import type { Database } from './database.ts'
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
  await database.agency.upsert({ where: { code: batch.agency }, create: { code: batch.agency, name: batch.agency }, update: {} })
  const row = await database.batch.upsert({ where: { batchId: batch.batchId }, create: toRow(records.batch, batch), update: {} })
  return fromRow(records.batch, row)
}

/** Gives the dossier its id, if it has none, and notes its files; those noted before and gone now stay, for their originals are kept. */
export async function keepDossier(database: Database, batch: Batch, { entry, name, files }: DeliveredDossier): Promise<Dossier> {
  const { batchId, agency } = batch
  const known = await database.dossier.findUnique({ where: { batchId_entry: { batchId, entry } } })
  const kept = known ? fromRow(records.dossier, known) : { dossier: await freeId(database, name), batchId, agency }
  if (!known) await database.dossier.create({ data: { ...toRow(records.dossier, kept), entry } })
  const noted = new Map((await database.delivered.findMany({ where: { dossier: kept.dossier } })).map((row) => [row.path, row]))
  for (const { path, delivered, seen, hash } of files) {
    const before = noted.get(path)
    if (before?.seen === seen && before.delivered === delivered) continue
    const row = { scanId: `${kept.dossier}/${path}`, dossier: kept.dossier, path, delivered, seen, sha256: await hash() }
    await database.delivered.upsert({ where: { scanId: row.scanId }, create: row, update: row })
  }
  return kept
}

/** The name itself; where another dossier has it, the first free of `name~2`, `name~3`, … */
async function freeId(database: Database, name: string): Promise<string> {
  for (let number = 1; ; number++) {
    const dossier = number === 1 ? name : `${name}~${number}`
    if (!(await database.dossier.findUnique({ where: { dossier }, select: { dossier: true } }))) return dossier
  }
}
