// A backup into an empty workspace, on the embedded server or another one. Every byte is checked on its way in, and every row
// once more as the database gives it back; the rows come in one transaction. A restore that was cut off goes on when called again.
import { drained, keptBackup, type KeptBackup, pour, written } from '../adapters/backup-folder.ts'
import { migrationFiles } from '../adapters/migration-files.ts'
import { keyPlace, readKey } from '../adapters/workspace-key.ts'
import { hasFiles, restoreMark } from '../adapters/workspace-tree.ts'
import { join } from 'node:path'
import type { BackupManifest, KeptTable } from '../../schemas/index.ts'
import type { Config } from '../core/config.ts'
import { EnvironmentError, UnreadableInput, UsageError } from '../core/errors.ts'
import { type EmptyTables, fillTables } from '../store/copy-tables.ts'
import { migrate, type Migration } from '../store/migrate.ts'
import { openServer } from './workspace.ts'

type Environment = Readonly<Record<string, string | undefined>>

export async function restore(config: Config, environment: Environment, folder: string): Promise<BackupManifest> {
  const backup = await keptBackup(folder)
  const migrations = await migrationFiles()
  const known = knownSteps(backup.manifest, migrations)
  const mark = restoreMark(config.workspace)
  const begun = await mark.read()
  if (begun !== backup.digest && (begun !== undefined || (await hasFiles(config.workspace)))) throw notEmpty()
  await refuseWithoutKey(backup, environment)
  await using server = await openServer(config, environment)
  await migrate(server.url, known)
  await fillTables(server.url, async (tables) => {
    const isEmpty = await tables.isEmpty()
    // Only this very restore may have filled them: then the rows are the backup's, which is checked below.
    if (!isEmpty && begun !== backup.digest) throw notEmpty()
    await mark.set(backup.digest)
    if (isEmpty) await fill(backup, tables)
    await compare(backup.manifest, tables)
  })
  await copyFiles(backup, config.workspace)
  await migrate(server.url, migrations)
  await mark.clear()
  return backup.manifest
}

const notEmpty = () =>
  new UsageError(
    'Nơi phục hồi đã có dữ liệu nên chưa làm gì. Hãy chọn thư mục làm việc mới bằng --workspace và, nếu dùng máy chủ, một cơ sở dữ liệu mới trong DATABASE_URL.',
  )

/** Before anything is written: without the key that its dossiers are wrapped by, what comes back could not be read. */
async function refuseWithoutKey(backup: KeptBackup, environment: Environment): Promise<void> {
  const table = backup.manifest.tables.find((each) => each.table === 'WorkspaceKey')
  // A backup from before there were keys.
  if (table === undefined || table.rows === 0) return
  const parts: Uint8Array[] = []
  for await (const part of backup.open({ path: 'database/WorkspaceKey', sha256: table.sha256 })) parts.push(part)
  const [row = ''] = Buffer.concat(parts).toString('utf8').split('\n')
  const fingerprint = row.split('\t')[table.columns.indexOf('fingerprint')]
  if (fingerprint === undefined) throw differs({ table: 'WorkspaceKey' })
  await readKey(keyPlace(environment), fingerprint).catch((cause: unknown) => {
    throw cause instanceof EnvironmentError ? new EnvironmentError(`${keyNeeded} ${cause.message}`, { cause }) : cause
  })
}

const keyNeeded = 'Chưa phục hồi gì: bản sao lưu này cần khóa kho của nó.'

/** The steps that the backup's database had gone through; the rest follow when its rows are in. */
function knownSteps({ migrations }: BackupManifest, all: readonly Migration[]): Migration[] {
  const names = new Set(migrations.map(({ name }) => name))
  const known = all.filter(({ name }) => names.has(name))
  if (known.length === names.size) return known
  throw new EnvironmentError(
    'Bản sao lưu do một bản chương trình mới hơn tạo ra. Hãy cài bản chương trình đó rồi phục hồi lại.',
  )
}

async function fill(backup: KeptBackup, tables: EmptyTables): Promise<void> {
  for (const kept of backup.manifest.tables) {
    const file = { path: `database/${kept.table}`, sha256: kept.sha256 }
    await pour(backup.open(file), tables.fill(kept.table, kept.columns))
  }
  await tables.count(backup.manifest.counters)
}

/** What the database gives back is what the backup holds, row by row and byte by byte. */
async function compare({ tables: kept }: BackupManifest, tables: EmptyTables): Promise<void> {
  for (const { table, columns, sha256 } of kept) {
    const here = tables.tables.find((each) => each.table === table)
    if (here === undefined || (await drained(tables.rows({ ...here, columns }))) !== sha256) throw differs({ table })
  }
}

const differs = ({ table }: Pick<KeptTable, 'table'>) =>
  new UnreadableInput(
    `Bảng ${table} sau khi phục hồi không giống bản sao lưu. Cơ sở dữ liệu chưa bị thay đổi; hãy chạy lại vào nơi trống, hoặc dùng bản sao lưu khác.`,
  )

async function copyFiles(backup: KeptBackup, workspace: string): Promise<void> {
  const prefix = 'files/'
  for await (const file of backup.list())
    if (file.path.startsWith(prefix))
      await written(join(workspace, ...file.path.slice(prefix.length).split('/')), backup.open(file))
}
