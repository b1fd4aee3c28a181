// Who is expected, by agency: each agency's list is replaced whole by its next one.
import type { RosterEntry } from '../../schemas/index.ts'
import type { PrismaClient } from './generated/client.ts'
import type { Database } from './database.ts'
import { fromRows, records, toRow } from './records.ts'

const rowsAtOnce = 1000

/** In the order of agencies and ids; of these agencies only, if any are named. */
export async function rosterEntries(database: Database, agencies?: readonly string[]): Promise<RosterEntry[]> {
  const rows = await database.rosterEntry.findMany({
    ...(agencies === undefined ? {} : { where: { agency: { in: [...agencies] } } }),
    orderBy: [{ agency: 'asc' }, { entryId: 'asc' }],
  })
  return fromRows(records.rosterEntry, rows)
}

/** Replaces the rosters of the agencies that these entries name; those of others stay. */
export async function replaceRosters(database: PrismaClient, entries: readonly RosterEntry[]): Promise<void> {
  const agencies = [...new Set(entries.map(({ agency }) => agency))]
  const rows = entries.map((entry) => toRow(records.rosterEntry, entry))
  await database.$transaction(async (transaction) => {
    await transaction.rosterEntry.deleteMany({ where: { agency: { in: agencies } } })
    for (let start = 0; start < rows.length; start += rowsAtOnce)
      await transaction.rosterEntry.createMany({ data: rows.slice(start, start + rowsAtOnce) })
  })
}
