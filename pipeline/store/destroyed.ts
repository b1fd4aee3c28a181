// Dossiers that were destroyed: their keys are gone, and with them everything that was sealed by them.
import { keyIdOf } from '../core/sealing.ts'
import type { Database } from './database.ts'
import { forgetReadings } from './secrecy.ts'

export async function isDestroyedId(database: Database, dossier: string): Promise<boolean> {
  const key = await database.dossierKey.findUnique({ where: { keyId: keyIdOf(dossier) } })
  return key !== null && key.wrapped === null
}

/** The file or folder of a delivery whose dossier was destroyed: it is not taken in again. */
export async function isDestroyedEntry(database: Database, batchId: string, entry: string): Promise<boolean> {
  const rows = await database.$queryRaw<unknown[]>`
    SELECT 1 FROM "DossierKey" WHERE "destroyed" @> ${JSON.stringify({ batchId, entry })}::jsonb LIMIT 1`
  return rows.length > 0
}

/** Its decisions cannot be read any more, and so not be compared with what the log says of them. */
export async function isOfDestroyed(database: Database, decisionId: string): Promise<boolean> {
  const row = await database.stewardDecision.findUnique({ where: { decisionId }, select: { dossier: true } })
  return row !== null && (await isDestroyedId(database, row.dossier))
}

/** All rows that may be taken away; what is only ever added to stays, sealed by a key that is gone. */
export async function forgetDossier(transaction: Database, dossier: string): Promise<void> {
  const where = { where: { dossier } }
  await forgetReadings(transaction, dossier)
  const scans = await transaction.delivered.findMany({ ...where, select: { scanId: true } })
  const unitIds = scans.map(({ scanId }) => scanId)
  await transaction.stageRun.deleteMany({ where: { stage: 'intake', unitId: { in: unitIds } } })
  await transaction.page.deleteMany(where)
  await transaction.scan.deleteMany(where)
  await transaction.secretPaper.deleteMany(where)
  await transaction.reviewClaim.deleteMany(where)
  await transaction.delivered.deleteMany(where)
  await transaction.dossier.deleteMany(where)
}
