// A whole workspace into a folder: the tables as they stood in one moment, and every file that they may name. Work goes on meanwhile.
import { newBackup } from '../adapters/backup-folder.ts'
import { migrationFiles } from '../adapters/migration-files.ts'
import { workspaceFiles } from '../adapters/workspace-tree.ts'
import type { BackupManifest, KeptTable } from '../../schemas/index.ts'
import type { Config } from '../core/config.ts'
import { readSnapshot, type Snapshot } from '../store/copy-tables.ts'
import { migrate } from '../store/migrate.ts'
import { openServer } from './workspace.ts'

type Backup = Awaited<ReturnType<typeof newBackup>>

export async function backUp(
  config: Config,
  environment: Readonly<Record<string, string | undefined>>,
  { folder, at }: { folder: string; at: string },
): Promise<BackupManifest> {
  await using server = await openServer(config, environment)
  await migrate(server.url, await migrationFiles())
  await using backup = await newBackup(folder)
  const told = { files: 0, bytes: 0 }
  const files = workspaceFiles(config.workspace)[Symbol.asyncIterator]()
  // What is in dossiers/ never changes: it is copied after the moment of the snapshot, so that no row lacks its file.
  let next = await files.next()
  const take = async () => {
    if (next.done === true) return
    const { bytes } = await backup.add(`files/${next.value.path}`, next.value.open())
    told.files += 1
    told.bytes += bytes
    next = await files.next()
  }
  while (next.done !== true && !next.value.isLasting) await take()
  const kept = await readSnapshot(server.url, async (snapshot) => ({
    migrations: [...snapshot.migrations],
    counters: [...snapshot.counters],
    tables: await keepTables(snapshot, backup),
  }))
  while (next.done !== true) await take()
  return await backup.seal({ kind: 'hoso-backup', version: 1, at, ...kept, ...told })
}

async function keepTables(snapshot: Snapshot, backup: Backup): Promise<KeptTable[]> {
  const kept: KeptTable[] = []
  for (const table of snapshot.tables) {
    const rows = snapshot.rows(table)
    const { sha256 } = await backup.add(`database/${table.table}`, rows)
    kept.push({ table: table.table, columns: [...table.columns], rows: rows.rowCount, sha256 })
  }
  return kept
}
