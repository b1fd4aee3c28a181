// Finds the page a slip names.
import type { Page } from '../../schemas/index.ts'
import type { Database } from './database.ts'
import { orderedPages } from './page-order.ts'
import { fromRows, records } from './records.ts'

/** By the first digits of the id's hash (core/slip-code.ts). More than one page is as good as none. */
export async function pageOfSlip(database: Database, digits: string): Promise<Page | undefined> {
  const rows = await database.$queryRaw<{ body: unknown }[]>`
    SELECT "body" FROM "Page" WHERE left(encode(sha256(convert_to("pageId", 'UTF8')), 'hex'), ${digits.length}) = ${digits}`
  const [page, ...others] = fromRows(records.page, rows)
  return others.length === 0 ? page : undefined
}

/** `number` counts from 1 through the dossier. */
export async function pageOfNumber(database: Database, dossier: string, number: number): Promise<Page | undefined> {
  return (await orderedPages(database, dossier))[number - 1]
}
