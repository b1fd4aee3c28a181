// The pages of a dossier with the files they lie in now, and the documents they were cut into: what archive files are made of.
import type { DossierPages } from '../core/edossier/papers.ts'
import { outRecord } from '../core/outward.ts'
import type { Database } from './database.ts'
import { knownPages } from './page-order.ts'
import { fromRow, fromRows, records } from './records.ts'
import { sourceOf } from './replacements.ts'
import { isClosed } from './secrecy.ts'

/** Undefined for a closed dossier: its pages are shown to nobody. */
export async function dossierPages(database: Database, dossier: string): Promise<DossierPages | undefined> {
  if (await isClosed(database, dossier)) return undefined
  const scans = fromRows(records.scan, await database.scan.findMany({ where: { dossier } }))
  const documents = fromRows(records.document, await database.document.findMany({ where: { dossier } }))
  const fates = fromRows(records.pageFate, await database.pageFate.findMany({ where: { dossier } }))
  const pages = []
  for (const { page: given, number, image, text } of await knownPages(database, dossier)) {
    const own = scans.find(({ scanId }) => scanId === given.scanId)
    if (own === undefined) continue
    const { page, scan } = await sourceOf(database, given, own)
    pages.push({
      pageId: given.pageId,
      number,
      original: scan.original,
      kind: scan.kind,
      scanPage: page.scanPage,
      ...(image && { image }),
      ...(text && { text }),
    })
  }
  const draft = await database.personDraft.findUnique({ where: { dossier } })
  if (draft === null) return { dossier, pages, documents, fates }
  const pageNumbers = new Map(pages.map(({ pageId, number }) => [pageId, number]))
  const told = { draft: fromRow(records.personDraft, draft), findings: [], pageNumbers }
  return { dossier, pages, documents, fates, record: outRecord(told, () => '') }
}
