// Empties dossiers that are closed because of a paper marked secret: what the store still holds of them, and their pictures.
import { closedDossiers, closedWithReadings, forgetReadings, isClosed } from '../store/secrecy.ts'
import type { Run } from './unit.ts'

/**
 * Before the first stage, for an agency may have lost the right to hold secret papers, or a run died between the two steps;
 * and after pages were recognised, when no other page of the dossier is at work any more. The originals stay.
 */
export async function emptyClosed({
  store: { database },
  tools,
  log,
}: Pick<Run, 'store' | 'tools' | 'log'>): Promise<void> {
  for (const dossier of await closedWithReadings(database)) {
    await database.$transaction((transaction) => forgetReadings(transaction, dossier))
  }
  for (const { dossier, level, pages } of await closedDossiers(database)) {
    await tools.files.dropDerived(dossier)
    log.warn('dossier closed: a paper is marked secret', { dossier, level, pages: pages.join(', ') })
  }
}

/** The same for one dossier, when its worker has read all its pages. */
export async function emptyIfClosed({ store: { database }, tools, log }: Run, dossier: string): Promise<void> {
  if (!(await isClosed(database, dossier))) return
  await database.$transaction((transaction) => forgetReadings(transaction, dossier))
  await tools.files.dropDerived(dossier)
  log.warn('dossier closed: a paper is marked secret', { dossier })
}
