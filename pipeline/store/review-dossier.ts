// What the page of one dossier shows: the draft, its findings, what was decided, its papers and pages.
import type { Finding, PersonDraft, StewardDecision } from '../../schemas/index.ts'
import { standing } from '../core/standing.ts'
import type { Database } from './database.ts'
import { decisionsOn } from './decisions.ts'
import { orderedPages } from './page-order.ts'
import { fromRow, fromRows, records } from './records.ts'

export interface ReviewedDossier {
  readonly draft: PersonDraft
  /** On this dossier, those of today too. */
  readonly findings: readonly Finding[]
  /** Those that stand, oldest first. */
  readonly decisions: readonly StewardDecision[]
}

export async function reviewedDossier(database: Database, dossier: string): Promise<ReviewedDossier | undefined> {
  const [row, found, decided] = await Promise.all([
    database.personDraft.findUnique({ where: { dossier } }),
    database.finding.findMany({
      where: { stage: 'validate', subject: dossier },
      orderBy: [{ code: 'asc' }, { findingId: 'asc' }],
    }),
    decisionsOn(database, dossier),
  ])
  if (row === null) return undefined
  return {
    draft: fromRow(records.personDraft, row),
    findings: fromRows(records.finding, found),
    decisions: standing(decided),
  }
}

export interface ShownPage {
  readonly pageId: string
  readonly number: number
  readonly hasImage: boolean
}

export async function shownPages(database: Database, dossier: string): Promise<ShownPage[]> {
  const pages = await orderedPages(database, dossier)
  const images = await database.pageImage.findMany({
    where: { pageId: { in: pages.map(({ pageId }) => pageId) } },
    select: { pageId: true },
  })
  const known = new Set(images.map(({ pageId }) => pageId))
  return pages.map(({ pageId }, index) => ({ pageId, number: index + 1, hasImage: known.has(pageId) }))
}
