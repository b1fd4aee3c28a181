// Judges every page of a batch or a dossier: what has to be scanned again and what is worth a look, with the picture's place.
import { type PageVerdict, pageVerdict } from '../core/page-verdict.ts'
import { type RescanEntry, rescanSlip } from '../core/rescan-list.ts'
import type { Sheet } from '../core/sheet.ts'
import { thumbnail } from '../adapters/thumbnail.ts'
import type { Files } from '../core/stage.ts'
import { slipCodeOf } from '../core/slip-code.ts'
import type { Database } from '../store/database.ts'
import { type ScannedPage, scannedPages } from '../store/scanned-pages.ts'

/** The printed page as people know it, and where its picture lies. */
export interface ListedPage {
  readonly pageId: string
  readonly entry: RescanEntry
  readonly display: string | undefined
}

export interface RescanList {
  /** All but the good ones, files that could not be opened among them. */
  readonly listed: readonly ListedPage[]
  /** Of pages: a file that does not open has none that can be counted. */
  readonly counts: Readonly<Record<PageVerdict['verdict'], number>>
}

export async function rescanListOf(
  database: Database,
  only: { batch?: string; dossier?: string },
): Promise<RescanList> {
  const listed: ListedPage[] = []
  const counts = { good: 0, usable: 0, rescan: 0 }
  for await (const page of scannedPages(database, only)) {
    const entry = entryOf(page)
    if (entry.page !== undefined) counts[entry.verdict] += 1
    if (entry.verdict !== 'good') listed.push({ pageId: page.id, entry, display: page.image?.display })
  }
  return { listed, counts }
}

function entryOf(page: ScannedPage): RescanEntry {
  const { id, dossier, path, number, replaced, image } = page
  const scannedDpi = image?.quality.scannedDpi
  return {
    code: slipCodeOf(id),
    dossier,
    path,
    replaced,
    ...(number !== undefined && { page: number }),
    ...(scannedDpi !== undefined && { scannedDpi }),
    ...pageVerdict(page),
  }
}

/** One slip a page to be scanned again, each with the page as it is now. */
export async function rescanSlips(listed: readonly ListedPage[], files: Pick<Files, 'read'>): Promise<Sheet[]> {
  const slips: Sheet[] = []
  for (const { entry, display } of listed) {
    if (entry.verdict !== 'rescan') continue
    slips.push(rescanSlip(entry, display === undefined ? undefined : await thumbnail(await files.read(display))))
  }
  return slips
}
