// Dossiers with a paper marked secret. Such a dossier is closed unless its agency may hold secret papers: nothing more of it
// is read, and nothing that was read stays. Its originals are left as delivered; derived pictures are the runner's business.
import { type PageText, SecretLevel } from '../../schemas/index.ts'
import type { Database } from './database.ts'
import { Prisma } from './generated/client.ts'
import { personsOf } from './identities.ts'
import { todaySuffix } from './ledger.ts'
import { forgetBodies } from './package-records.ts'
import { orderedPages } from './page-order.ts'
import { records, toRow } from './records.ts'

/** A condition on a column with dossier ids; closed dossiers have no units of the stages that open pages. */
export const isOpen = (dossier: Prisma.Sql) =>
  Prisma.sql`NOT EXISTS (SELECT 1 FROM "ClosedDossier" closed WHERE closed."dossier" = ${dossier})`

export interface SecretDossier {
  readonly dossier: string
  /** The highest of its papers. */
  readonly level: SecretLevel
  /** Numbers of the pages that bear a mark. */
  readonly pages: readonly number[]
}

export async function isClosed(database: Database, dossier: string): Promise<boolean> {
  const rows = await database.$queryRaw<unknown[]>`SELECT 1 FROM "ClosedDossier" WHERE "dossier" = ${dossier}`
  return rows.length > 0
}

/**
 * Keeps what was read of a page; false when nothing of it may be kept. The lock on the dossier lets one page at a time ask
 * and answer, so that no text is written beside a mark that another page is just bringing.
 */
export async function keepText(transaction: Database, text: PageText): Promise<boolean> {
  const dossier = await lockDossier(transaction, text.pageId)
  if (dossier === undefined) return false
  if (text.secret !== undefined) {
    const paper = { pageId: text.pageId, dossier, level: text.secret }
    await transaction.secretPaper.upsert({ where: { pageId: text.pageId }, create: paper, update: paper })
  }
  if (await isClosed(transaction, dossier)) {
    if (text.secret !== undefined) await forgetReadings(transaction, dossier)
    return false
  }
  await transaction.pageText.create({ data: toRow(records.pageText, text) })
  return true
}

async function lockDossier(transaction: Database, pageId: string): Promise<string | undefined> {
  const [row] = await transaction.$queryRaw<{ dossier: string }[]>`
    SELECT d."dossier" FROM "Dossier" d JOIN "Page" p USING ("dossier") WHERE p."pageId" = ${pageId} FOR UPDATE OF d`
  return row?.dossier
}

/** Closed dossiers, each with its highest level. */
export async function closedDossiers(database: Database): Promise<SecretDossier[]> {
  const papers = await database.$queryRaw<{ dossier: string; pageId: string; level: string }[]>`
    SELECT s."dossier", s."pageId", s."level" FROM "SecretPaper" s JOIN "ClosedDossier" USING ("dossier") ORDER BY 1, 2`
  const found: SecretDossier[] = []
  for (const dossier of new Set(papers.map((paper) => paper.dossier))) {
    const own = papers.filter((paper) => paper.dossier === dossier)
    const marked = new Set(own.map(({ pageId }) => pageId))
    const pages = (await orderedPages(database, dossier)).flatMap(({ pageId }, index) =>
      marked.has(pageId) ? [index + 1] : [],
    )
    found.push({ dossier, level: highest(own.map(({ level }) => level)), pages })
  }
  return found
}

const highest = (levels: readonly string[]): SecretLevel =>
  SecretLevel.options.findLast((level) => levels.includes(level)) ?? 'confidential'

/** Closed dossiers of which something read is still there: their agency lost the right to hold secret papers. */
export async function closedWithReadings(database: Database): Promise<string[]> {
  const rows = await database.$queryRaw<{ dossier: string }[]>`
    SELECT c."dossier" FROM "ClosedDossier" c
    WHERE EXISTS (SELECT 1 FROM "Page" p JOIN "PageImage" i USING ("pageId") WHERE p."dossier" = c."dossier") ORDER BY 1`
  return rows.map(({ dossier }) => dossier)
}

/** A page is another one now: the mark seen on the old one no longer speaks for it. */
export async function forgetMarks(transaction: Database, pageIds: readonly string[]): Promise<void> {
  await transaction.secretPaper.deleteMany({ where: { pageId: { in: [...pageIds] } } })
}

/**
 * Takes away everything after intake that was made of the dossier's pages, with its rows in the ledger, so that all of it is
 * made anew from what may be known: at once the empty record, and everything when the dossier is opened again. What was told
 * of its person goes too; the pairs are found anew without it. Decisions and identities are history and stay.
 */
export async function forgetReadings(transaction: Database, dossier: string): Promise<void> {
  const pageIds = (await transaction.page.findMany({ where: { dossier }, select: { pageId: true } })).map(
    ({ pageId }) => pageId,
  )
  const documents = await transaction.document.findMany({ where: { dossier }, select: { documentId: true } })
  const documentIds = documents.map(({ documentId }) => documentId)
  const persons = [...(await personsOf(transaction, [dossier])).values()]
  await transaction.pageText.deleteMany({ where: { pageId: { in: pageIds } } })
  await transaction.pageImage.deleteMany({ where: { pageId: { in: pageIds } } })
  await transaction.pageFate.deleteMany({ where: { dossier } })
  await transaction.fieldReading.deleteMany({ where: { documentId: { in: documentIds } } })
  await transaction.rowReading.deleteMany({ where: { documentId: { in: documentIds } } })
  await transaction.secondReading.deleteMany({ where: { documentId: { in: documentIds } } })
  await transaction.document.deleteMany({ where: { dossier } })
  await transaction.personDraft.deleteMany({ where: { dossier } })
  await transaction.candidatePair.deleteMany({ where: { OR: [{ a: dossier }, { b: dossier }] } })
  await transaction.linkedRecord.deleteMany({ where: { dossier } })
  await transaction.goldenRecord.deleteMany({ where: { personId: { in: persons } } })
  await forgetBodies(transaction, dossier)
  await transaction.finding.deleteMany({ where: { subject: { in: [dossier, ...persons] } } })
  await forgetUnits(transaction, [
    [['render', 'recognize'], pageIds],
    [['extract', 'reread'], documentIds],
    [
      ['classify', 'assemble', 'validate'],
      [dossier, `${dossier}${todaySuffix}`],
    ],
    [['link'], ['register']],
    [['consolidate', 'revalidate'], persons.flatMap((person) => [person, `${person}${todaySuffix}`])],
  ])
}

async function forgetUnits(
  transaction: Database,
  units: readonly (readonly [stages: string[], unitIds: string[]])[],
): Promise<void> {
  for (const [stages, unitIds] of units)
    await transaction.stageRun.deleteMany({ where: { stage: { in: stages }, unitId: { in: unitIds } } })
}
