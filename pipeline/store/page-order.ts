// The pages of a dossier in their order, and what is known of each. Page numbers count from 1 through the dossier.
import type { Page, PageImage, PageText, Scan } from '../../schemas/index.ts'
import { compareFileNames } from '../core/file-order.ts'
import type { Database } from './database.ts'
import { fromRow, fromRows, records } from './records.ts'

export interface KnownPage {
  readonly page: Page
  readonly number: number
  readonly image?: PageImage
  readonly text?: PageText
}

/** Files by name, pages as they lie in the file. */
export async function orderedPages(database: Database, dossier: string): Promise<Page[]> {
  const pages = fromRows(records.page, await database.page.findMany({ where: { dossier } }))
  const scans = fromRows(records.scan, await database.scan.findMany({ where: { dossier } }))
  const pathOf = new Map(scans.map((scan: Scan) => [scan.scanId, scan.path]))
  const path = ({ scanId }: Page) => pathOf.get(scanId) ?? scanId
  return pages.sort((a, b) => compareFileNames(path(a), path(b)) || a.scanPage - b.scanPage)
}

export async function pageNumbers(database: Database, dossiers: readonly string[]): Promise<Map<string, number>> {
  const numbers = new Map<string, number>()
  for (const dossier of dossiers) {
    const pages = await orderedPages(database, dossier)
    for (const [index, { pageId }] of pages.entries()) numbers.set(pageId, index + 1)
  }
  return numbers
}

export async function knownPages(database: Database, dossier: string): Promise<KnownPage[]> {
  const pages = await orderedPages(database, dossier)
  const where = { pageId: { in: pages.map(({ pageId }) => pageId) } }
  const images = byPage(await database.pageImage.findMany({ where }))
  const texts = byPage(await database.pageText.findMany({ where }))
  return pages.map((page, index) => {
    const image = images.get(page.pageId)
    const text = texts.get(page.pageId)
    return {
      page,
      number: index + 1,
      ...(image ? { image: fromRow(records.pageImage, image) } : {}),
      ...(text ? { text: fromRow(records.pageText, text) } : {}),
    }
  })
}

const byPage = <Row extends { pageId: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.pageId, row]))
