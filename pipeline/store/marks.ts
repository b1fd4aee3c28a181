// What a steward must know of a dossier before its values: papers that are missing, unread, unnamed or delivered twice.
import { type Mark, SecretLevel, secretMarks } from '../../schemas/index.ts'
import type { Database } from './database.ts'
import { returnedReason } from './exchange.ts'
import { orderedPages } from './page-order.ts'
import { isClosed } from './secrecy.ts'

/** In the order of kind and subject, so that equal dossiers have equal marks. */
export async function marksOf(database: Database, dossier: string): Promise<Mark[]> {
  return [
    ...(await secretPapers(database, dossier)),
    ...(await unreadableScans(database, dossier)),
    ...(await pageMarks(database, dossier)),
    ...(await deliveredTwice(database, dossier)),
    ...(await returned(database, dossier)),
  ]
}

/**
 * The problem is the mark itself, as it stands on the paper. Of a closed dossier neither page nor level is told here: which of
 * several marked pages is seen first depends on the hour, and records must not.
 */
async function secretPapers(database: Database, dossier: string): Promise<Mark[]> {
  if (await isClosed(database, dossier)) return [{ kind: 'dossier_closed', subject: dossier, problem: '' }]
  const papers = await database.secretPaper.findMany({ where: { dossier }, orderBy: { pageId: 'asc' } })
  return papers.map(({ pageId, level }): Mark => ({
    kind: 'secret_paper',
    subject: pageId,
    problem: secretMarks[SecretLevel.parse(level)],
  }))
}

async function unreadableScans(database: Database, dossier: string): Promise<Mark[]> {
  const scans = await database.delivered.findMany({ where: { dossier }, orderBy: { scanId: 'asc' } })
  const failed = await database.stageRun.findMany({
    where: { stage: 'intake', status: 'failed', unitId: { in: scans.map(({ scanId }) => scanId) } },
    orderBy: { unitId: 'asc' },
  })
  return failed.map(({ unitId, message }) => ({ kind: 'scan_unreadable', subject: unitId, problem: message ?? '' }))
}

async function pageMarks(database: Database, dossier: string): Promise<Mark[]> {
  const pageIds = (await orderedPages(database, dossier)).map(({ pageId }) => pageId)
  const failed = await database.stageRun.findMany({
    where: { stage: { in: ['render', 'recognize'] }, status: 'failed', unitId: { in: pageIds } },
  })
  const orphans = await database.pageFate.findMany({ where: { dossier, fate: 'orphan' } })
  const problems = new Map(failed.map(({ unitId, message }) => [unitId, message ?? '']))
  const orphaned = new Set(orphans.map(({ pageId }) => pageId))
  const mark = (kind: Mark['kind'], subject: string, problem: string): Mark => ({ kind, subject, problem })
  return [
    ...pageIds.flatMap((pageId) =>
      problems.has(pageId) ? [mark('page_unreadable', pageId, problems.get(pageId) ?? '')] : [],
    ),
    ...pageIds.flatMap((pageId) =>
      orphaned.has(pageId) ? [mark('page_unclassified', pageId, 'Không nhận ra trang này thuộc mẫu biểu nào.')] : [],
    ),
  ]
}

async function returned(database: Database, dossier: string): Promise<Mark[]> {
  const problem = await returnedReason(database, dossier)
  return problem === undefined ? [] : [{ kind: 'returned_by_receiver', subject: dossier, problem }]
}

async function deliveredTwice(database: Database, dossier: string): Promise<Mark[]> {
  const scans = await database.scan.findMany({
    where: { dossier },
    select: { scanId: true, sha256: true },
    orderBy: { scanId: 'asc' },
  })
  const twins = await database.scan.findMany({
    where: { sha256: { in: scans.map(({ sha256 }) => sha256) } },
    select: { scanId: true, sha256: true },
    orderBy: { scanId: 'asc' },
  })
  return scans.flatMap(({ scanId, sha256 }): Mark[] => {
    const others = twins.filter((twin) => twin.sha256 === sha256 && twin.scanId !== scanId).map((twin) => twin.scanId)
    if (others.length === 0) return []
    return [{ kind: 'scan_delivered_twice', subject: scanId, problem: `Tệp này giống hệt ${others.join(', ')}.` }]
  })
}
