// Notes what lies in the given folders: batches, dossiers and files. Nothing is opened but to hash what is new.
import { findDelivered } from '../adapters/delivery.ts'
import type { Config } from '../core/config.ts'
import { idOf } from '../core/id.ts'
import type { Log } from '../core/stage.ts'
import type { Store } from '../store/database.ts'
import { keepBatch, keepDossier } from '../store/deliveries.ts'
import type { Progress } from './progress.ts'

interface Delivery {
  readonly config: Config
  readonly database: Store['database']
  readonly log: Log
  readonly progress: Progress
  readonly signal: AbortSignal
  /** Told each batch that the folders make. */
  readonly noted?: ((batchId: string) => void) | undefined
}

/** The same folder again is the same batch; what is new in it is added. */
export async function deliver(
  folders: readonly string[],
  { config, database, log, progress, signal, noted }: Delivery,
): Promise<void> {
  for (const given of folders) {
    const found = await findDelivered(given, config.workspace)
    const wanted = {
      batchId: idOf('batch', found.folder),
      name: found.name,
      folder: found.folder,
      agency: config.agency,
    }
    const batch = await keepBatch(database, wanted)
    noted?.(batch.batchId)
    if (batch.agency !== config.agency)
      log.warn('batch keeps the agency it came under', { batch: batch.batchId, agency: batch.agency })
    progress.stage('deliver', found.dossiers.length)
    for (const dossier of found.dossiers) {
      if (signal.aborted) return
      if (!(await keepDossier(database, batch, dossier)))
        log.warn('destroyed dossier passed over', { batch: batch.batchId })
      progress.step()
    }
    progress.end()
    if (found.skipped > 0) log.info('system files skipped', { batch: batch.batchId, files: found.skipped })
    log.info('batch noted', { batch: batch.batchId, dossiers: found.dossiers.length })
  }
}
