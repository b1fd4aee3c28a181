// Takes in later papers of dossiers that are already there: the door asked for by name, for without it a second delivery under the
// same name is another dossier. What has no dossier to go to is told, and nothing of it is taken in.
import { findDelivered } from '../adapters/delivery.ts'
import type { Config } from '../core/config.ts'
import type { Log } from '../core/stage.ts'
import type { Store } from '../store/database.ts'
import { addToDossier } from '../store/deliveries.ts'
import type { Progress } from './progress.ts'

/** What could not be taken in as it was meant: the entry of the delivery, and what to do. */
export interface DeliveryNote {
  readonly entry: string
  readonly vi: string
}

interface Delivery {
  readonly config: Config
  readonly database: Store['database']
  readonly log: Log
  readonly progress: Progress
  readonly signal: AbortSignal
}

/** The papers are kept behind those that are there, in a folder named by the delivery: run again, nothing comes twice. */
export async function deliverSupplement(
  folders: readonly string[],
  { config, database, log, progress, signal }: Delivery,
): Promise<DeliveryNote[]> {
  const notes: DeliveryNote[] = []
  for (const given of folders) {
    const found = await findDelivered(given, config.workspace)
    progress.stage('deliver', found.dossiers.length)
    for (const { name, entry, files } of found.dossiers) {
      if (signal.aborted) return notes
      const later = files.map((file) => ({ ...file, path: `${laterFolder} ${found.name}/${file.path}` }))
      if (!(await addToDossier(database, name, later))) notes.push({ entry, vi: nowhere })
      progress.step()
    }
    progress.end()
    log.info('supplement noted', { dossiers: found.dossiers.length - notes.length, refused: notes.length })
  }
  return notes
}

/** Files lie in the order of their names, and this comes behind all others. */
const laterFolder = 'zz-bo-sung'
const nowhere =
  'Không có hồ sơ nào mang tên này nên chưa nhận. Hãy đặt tên tệp hoặc thư mục đúng mã hồ sơ đã có (xem `hoso records`), rồi chạy lại.'
