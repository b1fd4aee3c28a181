// The batches by their ids, with the names their folders had.
import type { Database } from './database.ts'
import { fromRow, records } from './records.ts'

export async function batchNames(database: Database): Promise<Map<string, string>> {
  const rows = await database.batch.findMany({ orderBy: { batchId: 'asc' } })
  return new Map(rows.map((row) => [row.batchId, fromRow(records.batch, row).name]))
}
