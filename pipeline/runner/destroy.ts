// The end of a dossier: its key first, then its files, then its rows with an entry in the audit log. Cut off in between, the same
// command goes on, for the dossier's row is the last to go.
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { folderOf } from '../adapters/files.ts'
import { folderShelf } from '../adapters/shelf.ts'
import type { Config } from '../core/config.ts'
import { UsageError } from '../core/errors.ts'
import { keyIdOf } from '../core/sealing.ts'
import { appendEntry } from '../store/audit-log.ts'
import type { Store } from '../store/database.ts'
import { forgetDossier } from '../store/destroyed.ts'

export interface Destruction {
  readonly dossier: string
  readonly reason: string
  readonly by: string
  readonly at: Date
  readonly auditKey: Uint8Array
}

export function destroyDossier(store: Store, config: Config, asked: Destruction): Promise<void> {
  const { database, vault } = store
  const { dossier, reason, by, at, auditKey } = asked
  return store.runAlone(async () => {
    const row = await database.dossier.findUnique({ where: { dossier } })
    if (row === null) throw new UsageError('Không có hồ sơ nào mang mã này. Xem các mã bằng `hoso records`.')
    const delivered = await database.delivered.findMany({ where: { dossier }, select: { delivered: true } })
    await vault.destroy(keyIdOf(dossier), { at: at.toISOString(), by, reason, batchId: row.batchId, entry: row.entry })
    const shelf = folderShelf(config.workspace)
    await shelf.drop(`dossiers/${folderOf(dossier)}`)
    for (const { delivered: path } of delivered) await dropOwn(config.workspace, path)
    await database.$transaction(async (transaction) => {
      await forgetDossier(transaction, dossier)
      await appendEntry(
        transaction,
        { at, account: by, action: 'destroy', subject: dossier, facts: { reason } },
        auditKey,
      )
    })
  })
}

/** The part of a stack that was cut for it lies in the workspace; what the office delivered is the office's. */
async function dropOwn(workspace: string, path: string): Promise<void> {
  const name = relative(resolve(workspace), path)
  if (!name.startsWith('..') && !isAbsolute(name)) await folderShelf(workspace).drop(name.split(sep).join('/'))
}
