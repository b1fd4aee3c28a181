// Pages scanned again: which file now stands for a page, and what it stood for before. Append-only; the latest row counts.
import type { Page, PageReplacement, Scan } from '../../schemas/index.ts'
import type { Database } from './database.ts'
import { fromRow, fromRows, records, toRow } from './records.ts'
import { forgetMarks } from './secrecy.ts'

/** Where a page is read from: its own scan, or the file that replaced it in that scan. */
export async function sourceOf(database: Database, page: Page, scan: Scan): Promise<{ page: Page; scan: Scan }> {
  const latest = await latestOf(database, page.pageId)
  if (latest === undefined || latest.replacedScan !== scan.sha256) return { page, scan }
  const { sha256, bytes, kind, original } = latest
  return { page: { ...page, scanPage: 1 }, scan: { ...scan, sha256, bytes, kind, original, pages: 1 } }
}

/** False when this very file stands for the page already. */
export async function keepReplacement(database: Database, replacement: PageReplacement): Promise<boolean> {
  const latest = await latestOf(database, replacement.pageId)
  const { sha256, replacedScan } = replacement
  if (latest?.sha256 === sha256 && latest.replacedScan === replacedScan) return false
  // First, for a mark forgotten too early is seen again, and one forgotten too late keeps its dossier closed.
  await forgetMarks(database, [replacement.pageId])
  await database.pageReplacement.create({ data: toRow(records.pageReplacement, replacement) })
  return true
}

/** Oldest first. */
export async function replacementsOf(database: Database, dossier: string): Promise<PageReplacement[]> {
  const rows = await database.pageReplacement.findMany({ where: { dossier }, orderBy: { rowVersion: 'asc' } })
  return fromRows(records.pageReplacement, rows)
}

async function latestOf(database: Database, pageId: string): Promise<PageReplacement | undefined> {
  const row = await database.pageReplacement.findFirst({ where: { pageId }, orderBy: { rowVersion: 'desc' } })
  return row === null ? undefined : fromRow(records.pageReplacement, row)
}
