// The picture of one page, by its id.
import type { PageImage } from '../../schemas/index.ts'
import type { Database } from './database.ts'
import { fromRow, records } from './records.ts'

export async function pageImage(database: Database, pageId: string): Promise<PageImage | undefined> {
  const row = await database.pageImage.findUnique({ where: { pageId } })
  return row === null ? undefined : fromRow(records.pageImage, row)
}
