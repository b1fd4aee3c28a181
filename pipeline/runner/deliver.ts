// Notes what lies in the given folders: batches, dossiers and files. Nothing is opened but to hash what is new.
import { findDelivered } from '../adapters/delivery.ts'
import type { Config } from '../core/config.ts'
import { idOf } from '../core/id.ts'
import type { Log } from '../core/stage.ts'
import type { Database } from '../store/database.ts'
import { keepBatch, keepDossier } from '../store/deliveries.ts'

/** The same folder again is the same batch; what is new in it is added. */
export async function deliver(folders: readonly string[], config: Config, database: Database, log: Log): Promise<void> {
  for (const given of folders) {
    const found = await findDelivered(given, config.workspace)
    const wanted = { batchId: idOf('batch', found.folder), name: found.name, folder: found.folder, agency: config.agency }
    const batch = await keepBatch(database, wanted)
    if (batch.agency !== config.agency) log.warn('batch keeps the agency it came under', { batch: batch.batchId, agency: batch.agency })
    for (const dossier of found.dossiers) await keepDossier(database, batch, dossier)
    if (found.skipped > 0) log.info('system files skipped', { batch: batch.batchId, files: found.skipped })
    log.info('batch noted', { batch: batch.batchId, dossiers: found.dossiers.length })
  }
}
