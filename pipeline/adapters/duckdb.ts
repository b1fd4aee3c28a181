// Blocking as an equality join in DuckDB, inside this process. Knows keys and rows, nothing of what they mean.
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { LinkRecord } from '../../schemas/index.ts'
import { EnvironmentError } from '../core/errors.ts'
import type { PairFinder } from '../core/stage.ts'

export interface DuckdbOptions {
  /** Where DuckDB may put what does not fit into memory; without it nothing of a person touches the disk. */
  readonly spillFolder?: string
  readonly memoryLimit?: string
  readonly threads?: number
}

/** A database of its own for each run, in memory; closed when the pairs are read or the reader stops. */
export function duckdbPairFinder(options: DuckdbOptions = {}): PairFinder {
  return {
    async *pairs(records, limits) {
      const instance = await open(options)
      const connection = await instance.connect()
      try {
        await load(connection, records)
        await dropLargeBlocks(connection, limits)
        const result = await connection.stream(PAIRS)
        for await (const rows of result.yieldRowsJs()) {
          for (const [a, b] of rows) yield [recordOf(a), recordOf(b)]
        }
      } finally {
        connection.closeSync()
        instance.closeSync()
      }
    },
  }
}

async function open({ spillFolder, memoryLimit = '2GB', threads = 2 }: DuckdbOptions): Promise<DuckDBInstance> {
  try {
    return await DuckDBInstance.create(':memory:', {
      threads: String(threads),
      memory_limit: memoryLimit,
      // Its default is a folder in the current one, where nobody would look for copies of personal data.
      temp_directory: spillFolder ?? '',
      enable_external_access: 'false',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    })
  } catch (cause) {
    throw new EnvironmentError('Không mở được DuckDB. Chạy lại `npm ci` để cài đủ gói.', { cause })
  }
}

/** Rows per flush of the appenders: what stands in JavaScript memory at most. */
const CHUNK = 10_000

async function load(connection: DuckDBConnection, records: Parameters<PairFinder['pairs']>[0]): Promise<void> {
  await connection.run('CREATE TABLE records (n INTEGER, dossier VARCHAR, record VARCHAR)')
  await connection.run('CREATE TABLE keys (n INTEGER, key VARCHAR)')
  const [rows, keys] = [await connection.createAppender('records'), await connection.createAppender('keys')]
  let n = 0
  for await (const { record, keys: values } of records) {
    rows.appendInteger(n)
    rows.appendVarchar(record.dossier)
    rows.appendVarchar(JSON.stringify(record))
    rows.endRow()
    for (const value of new Set(values)) {
      keys.appendInteger(n)
      keys.appendVarchar(value)
      keys.endRow()
    }
    if (++n % CHUNK === 0) for (const appender of [rows, keys]) appender.flushSync()
  }
  for (const appender of [rows, keys]) appender.closeSync()
}

/** A key value of one record finds nobody; one of too many finds everybody, n²/2 pairs of it. */
async function dropLargeBlocks(
  connection: DuckDBConnection,
  { maxBlock, onSkipped }: Parameters<PairFinder['pairs']>[1],
): Promise<void> {
  await connection.run('CREATE TABLE blocks AS SELECT key, count(*) AS size FROM keys GROUP BY key HAVING count(*) > 1')
  const large = await connection.runAndReadAll(
    'SELECT count(*)::INTEGER, coalesce(sum(size), 0)::INTEGER FROM blocks WHERE size > $1',
    [maxBlock],
  )
  const [values, skipped] = (large.getRowsJS()[0] ?? []).map(Number)
  if (values) onSkipped(values, skipped ?? 0)
  await connection.run('DELETE FROM blocks WHERE size > $1', [maxBlock])
}

const PAIRS = `
  WITH found AS (
    SELECT DISTINCT x.n AS a, y.n AS b
    FROM blocks JOIN keys x USING (key) JOIN keys y USING (key)
    WHERE x.n < y.n)
  SELECT x.record, y.record
  FROM found JOIN records x ON x.n = found.a JOIN records y ON y.n = found.b
  ORDER BY least(x.dossier, y.dossier), greatest(x.dossier, y.dossier)`

function recordOf(json: unknown): LinkRecord {
  return LinkRecord.parse(JSON.parse(String(json)))
}
