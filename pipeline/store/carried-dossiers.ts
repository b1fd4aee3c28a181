// Dossiers as they travel between places: taken out of the register whole, and merged into another one. What was here stays as
// it is; what came and cannot stand beside it is told, never put over it.
import { type CarriedDossier, CarriedRun, type Dossier, SecretLevel } from '../../schemas/index.ts'
import { canonicalJson } from '../core/id.ts'
import type { Database } from './database.ts'
import type { PrismaClient } from './generated/client.ts'
import { inChunks } from './in-chunks.ts'
import { fromRow, fromRows, records, toRow } from './records.ts'
import { isClosed } from './secrecy.ts'

const carriedStages = ['render', 'recognize'] as const

/** Undefined for a closed dossier: what it holds may not leave this way. */
export async function carriedDossier(
  database: Database,
  dossier: string,
  ownOrigin: string,
): Promise<CarriedDossier | undefined> {
  if (await isClosed(database, dossier)) return undefined
  const row = await database.dossier.findUniqueOrThrow({ where: { dossier }, include: { owner: true, batch: true } })
  const where = { dossier }
  const pages = fromRows(records.page, await database.page.findMany({ where, orderBy: { pageId: 'asc' } }))
  const ofPages = { where: { pageId: { in: pages.map(({ pageId }) => pageId) } }, orderBy: { pageId: 'asc' } } as const
  const inOrder = { where, orderBy: { rowVersion: 'asc' } } as const
  const runs = await database.stageRun.findMany({
    where: { stage: { in: [...carriedStages] }, unitId: ofPages.where.pageId },
    orderBy: [{ stage: 'asc' }, { unitId: 'asc' }],
  })
  const secret = await database.secretPaper.findMany({ where, orderBy: { pageId: 'asc' } })
  return {
    origin: (await originOf(database, dossier)) ?? ownOrigin,
    agency: { code: row.owner.code, name: row.owner.name },
    batch: fromRow(records.batch, row.batch),
    dossier: fromRow(records.dossier, row),
    entry: row.entry,
    delivered: (await database.delivered.findMany({ where, orderBy: { scanId: 'asc' } })).map(
      ({ dossier: _, ...file }) => file,
    ),
    scans: fromRows(records.scan, await database.scan.findMany({ where, orderBy: { scanId: 'asc' } })),
    pages,
    replacements: fromRows(records.pageReplacement, await database.pageReplacement.findMany(inOrder)),
    secretPapers: secret.map(({ pageId, level }) => ({ pageId, level: SecretLevel.parse(level) })),
    decisions: fromRows(records.stewardDecision, await database.stewardDecision.findMany(inOrder)),
    images: fromRows(records.pageImage, await database.pageImage.findMany(ofPages)),
    texts: fromRows(records.pageText, await database.pageText.findMany(ofPages)),
    runs: runs.map((run) =>
      CarriedRun.parse({ ...run, startedAt: run.startedAt.toISOString(), finishedAt: run.finishedAt.toISOString() }),
    ),
  }
}

export async function originOf(database: Database, dossier: string): Promise<string | undefined> {
  return (await database.dossierOrigin.findUnique({ where: { dossier } }))?.origin
}

/** All ids, in order. */
export async function allDossiers(database: Database): Promise<string[]> {
  return (await database.dossier.findMany({ select: { dossier: true }, orderBy: { dossier: 'asc' } })).map(
    ({ dossier }) => dossier,
  )
}

/** What came and cannot stand beside what is here. */
export type Conflict =
  | { readonly kind: 'other_origin' | 'secret'; readonly dossier: string }
  | { readonly kind: 'scan_differs' | 'decision_differs'; readonly dossier: string; readonly subject: string }

/** Whether a dossier of this id here is the same one; checked before anything of it is taken in. */
export async function refusalOf(
  database: Database,
  { dossier: { dossier, agency }, origin, secretPapers }: CarriedDossier,
  ownOrigin: string,
): Promise<Conflict | undefined> {
  const here = await database.dossier.findUnique({ where: { dossier } })
  if (here !== null && ((await originOf(database, dossier)) ?? ownOrigin) !== origin)
    return { kind: 'other_origin', dossier }
  const marked = secretPapers.length + (await database.secretPaper.count({ where: { dossier } }))
  const owner = await database.agency.findUnique({ where: { code: agency } })
  return marked > 0 && owner?.mayHoldSecret !== true ? { kind: 'secret', dossier } : undefined
}

export interface Merged {
  readonly added: number
  readonly conflicts: readonly Conflict[]
}

/** In one transaction. `deliveredAt` is where the original of a scan lies now. */
export async function mergeDossier(
  database: PrismaClient,
  carried: CarriedDossier,
  {
    ownOrigin,
    deliveredAt,
  }: { readonly ownOrigin: string; readonly deliveredAt: (scan: string) => string | undefined },
): Promise<Merged> {
  return await database.$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`bundle ${carried.dossier.dossier}`}, 0))`
    const refusal = await refusalOf(transaction, carried, ownOrigin)
    if (refusal !== undefined) return { added: 0, conflicts: [refusal] }
    let added = await addDossier(transaction, carried, ownOrigin)
    const { secretPapers, dossier } = carried
    const papers = secretPapers.map((paper) => ({ ...paper, dossier: dossier.dossier }))
    await transaction.secretPaper.createMany({ data: papers, skipDuplicates: true })
    const scans = await addScans(transaction, carried, deliveredAt)
    const decisions = await addDecisions(transaction, carried)
    added += scans.added + decisions.added + (await addPages(transaction, carried, scans.foreign))
    return { added, conflicts: [...scans.conflicts, ...decisions.conflicts] }
  })
}

async function addDossier(transaction: Database, carried: CarriedDossier, ownOrigin: string): Promise<number> {
  const { agency, batch, dossier, entry, origin } = carried
  if ((await transaction.dossier.findUnique({ where: { dossier: dossier.dossier } })) !== null) return 0
  await transaction.agency.upsert({ where: { code: agency.code }, create: agency, update: {} })
  if (batch.agency !== agency.code)
    await transaction.agency.upsert({
      where: { code: batch.agency },
      create: { code: batch.agency, name: batch.agency },
      update: {},
    })
  // The folder of a batch names it; two places may have the same one.
  const kept = origin === ownOrigin ? batch : { ...batch, batchId: `${batch.batchId}@${origin}` }
  await transaction.batch.upsert({ where: { batchId: kept.batchId }, create: toRow(records.batch, kept), update: {} })
  const row: Dossier = { ...dossier, batchId: kept.batchId }
  await transaction.dossier.create({ data: { ...toRow(records.dossier, row), entry } })
  if (origin !== ownOrigin) await transaction.dossierOrigin.create({ data: { dossier: dossier.dossier, origin } })
  return 1
}

/** `foreign`: scans of which another file lies here under the same name; nothing that came of theirs is taken. */
async function addScans(
  transaction: Database,
  { dossier: { dossier }, delivered, scans }: CarriedDossier,
  deliveredAt: (scan: string) => string | undefined,
) {
  const here = new Map(
    (await transaction.delivered.findMany({ where: { dossier } })).map((row) => [row.scanId, row.sha256]),
  )
  const foreign = new Set(
    delivered.filter(({ scanId, sha256 }) => (here.get(scanId) ?? sha256) !== sha256).map(({ scanId }) => scanId),
  )
  const fresh = delivered.filter(({ scanId }) => !here.has(scanId))
  await transaction.delivered.createMany({
    data: fresh.map((file) => ({ ...file, dossier, delivered: deliveredAt(file.scanId) ?? file.delivered })),
  })
  const known = new Set((await transaction.scan.findMany({ where: { dossier } })).map(({ scanId }) => scanId))
  const taken = scans.filter(({ scanId }) => !known.has(scanId) && !foreign.has(scanId))
  await transaction.scan.createMany({ data: taken.map((scan) => toRow(records.scan, scan)) })
  const conflicts = [...foreign].map((subject): Conflict => ({ kind: 'scan_differs', dossier, subject }))
  return { added: fresh.length, foreign, conflicts }
}

async function addDecisions(transaction: Database, { dossier: { dossier }, decisions }: CarriedDossier) {
  const rows = fromRows(records.stewardDecision, await transaction.stewardDecision.findMany({ where: { dossier } }))
  const here = new Map(rows.map((decision) => [decision.decisionId, canonicalJson(decision)]))
  const fresh = decisions.filter(({ decisionId }) => !here.has(decisionId))
  for (const decision of fresh)
    await transaction.stewardDecision.create({ data: toRow(records.stewardDecision, decision) })
  const differing = decisions.filter(
    (decision) => (here.get(decision.decisionId) ?? canonicalJson(decision)) !== canonicalJson(decision),
  )
  const conflicts = differing.map(({ decisionId }): Conflict => ({
    kind: 'decision_differs',
    dossier,
    subject: decisionId,
  }))
  return { added: fresh.length, conflicts }
}

/** Pages, what stands for them now, and what was seen and read of them, as far as nothing of it is here. */
async function addPages(
  transaction: Database,
  { dossier: { dossier }, pages, replacements, images, texts, runs }: CarriedDossier,
  foreign: ReadonlySet<string>,
): Promise<number> {
  const own = new Set(pages.filter(({ scanId }) => !foreign.has(scanId)).map(({ pageId }) => pageId))
  const isOwn = ({ pageId }: { pageId: string }) => own.has(pageId)
  const skip = { skipDuplicates: true } as const
  await transaction.page.createMany({ data: pages.filter(isOwn).map((page) => toRow(records.page, page)), ...skip })
  const kept = fromRows(records.pageReplacement, await transaction.pageReplacement.findMany({ where: { dossier } }))
  const said = new Set(kept.map((replacement) => canonicalJson(replacement)))
  const fresh = replacements.filter((each) => isOwn(each) && !said.has(canonicalJson(each)))
  for (const replacement of fresh)
    await transaction.pageReplacement.create({ data: toRow(records.pageReplacement, replacement) })
  await inChunks(images.filter(isOwn), ({ data }) =>
    transaction.pageImage.createMany({ data: data.map((image) => toRow(records.pageImage, image)), ...skip }),
  )
  await inChunks(texts.filter(isOwn), ({ data }) =>
    transaction.pageText.createMany({ data: data.map((text) => toRow(records.pageText, text)), ...skip }),
  )
  const ownRuns = runs.filter(({ unitId }) => own.has(unitId))
  await transaction.stageRun.createMany({ data: ownRuns, ...skip })
  return fresh.length
}
