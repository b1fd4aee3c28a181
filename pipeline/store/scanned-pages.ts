// Every page with what its quality is judged by, dossier after dossier, and the files that could not be opened at all.
import type { PageImage, PageText, StewardDecision } from '../../schemas/index.ts'
import { standing } from '../core/standing.ts'
import type { Database } from './database.ts'
import { decisionsOn } from './decisions.ts'
import { marksOf } from './marks.ts'
import { knownPages } from './page-order.ts'
import { replacementsOf } from './replacements.ts'

export interface ScannedPage {
  readonly dossier: string
  /** The page's id; of a file without pages, its scan's. */
  readonly id: string
  readonly path: string
  readonly number?: number
  readonly replaced: number
  readonly image?: PageImage
  readonly text?: PageText
  /** Why it could not be read. */
  readonly failure?: string
  /** A steward asked for it to be scanned again, and it was not since. */
  readonly isAskedFor?: true
}

const dossiersAtOnce = 200

/** Only a batch (its id or name) or a dossier, when given. Closed dossiers are left out: their pages are shown to nobody. */
export async function* scannedPages(
  database: Database,
  only: { batch?: string; dossier?: string },
): AsyncGenerator<ScannedPage> {
  for (let after = ''; ;) {
    const dossiers = await nextDossiers(database, only, after)
    for (const dossier of dossiers) yield* pagesOf(database, dossier)
    const last = dossiers.at(-1)
    if (last === undefined) return
    after = last
  }
}

async function nextDossiers(
  database: Database,
  { batch = null, dossier = null }: { batch?: string | null; dossier?: string | null },
  after: string,
): Promise<string[]> {
  const rows = await database.$queryRaw<{ dossier: string }[]>`
    SELECT d."dossier" FROM "Dossier" d JOIN "Batch" b USING ("batchId")
    WHERE d."dossier" > ${after} AND (${dossier}::text IS NULL OR d."dossier" = ${dossier})
      AND (${batch}::text IS NULL OR b."batchId" = ${batch} OR b."body"->>'name' = ${batch})
      AND NOT EXISTS (SELECT 1 FROM "ClosedDossier" c WHERE c."dossier" = d."dossier")
    ORDER BY d."dossier" LIMIT ${dossiersAtOnce}`
  return rows.map((row) => row.dossier)
}

async function* pagesOf(database: Database, dossier: string): AsyncGenerator<ScannedPage> {
  const marks = await marksOf(database, dossier)
  const failures = new Map(
    marks.flatMap(({ kind, subject, problem }) => (kind === 'page_unreadable' ? [[subject, problem] as const] : [])),
  )
  const replacements = await replacementsOf(database, dossier)
  const asked = askedPages(await decisionsOn(database, dossier), replacements)
  const inside = (id: string) => id.slice(dossier.length + 1)
  for (const { page, number, image, text } of await knownPages(database, dossier)) {
    const { pageId, scanId } = page
    const failure = failures.get(pageId)
    const replaced = replacements.filter((each) => each.pageId === pageId).length
    // Neither read nor failed: it still waits for its turn.
    if (failure === undefined && (image === undefined || (!image.isBlank && text === undefined))) continue
    yield {
      dossier,
      id: pageId,
      path: inside(scanId),
      number,
      replaced,
      ...(image && { image }),
      ...(text && { text }),
      ...(failure !== undefined && { failure }),
      ...(asked.has(pageId) && { isAskedFor: true as const }),
    }
  }
  for (const { kind, subject, problem } of marks) {
    if (kind === 'scan_unreadable') yield { dossier, id: subject, path: inside(subject), replaced: 0, failure: problem }
  }
}

/** Asked for on the day of a new scan or before it, the new scan is the answer. */
function askedPages(
  decisions: readonly StewardDecision[],
  replacements: readonly { readonly pageId: string; readonly takenOn: string }[],
): ReadonlySet<string> {
  return new Set(
    standing(decisions).flatMap((decision) => {
      if (decision.kind !== 'rescan') return []
      const isAnswered = replacements.some(
        ({ pageId, takenOn }) => pageId === decision.page && takenOn >= decision.decidedAt.slice(0, 10),
      )
      return isAnswered ? [] : [decision.page]
    }),
  )
}
