// What stewards decided: an input that is only ever added to. What follows from it is computed by the stages.
import type { StewardDecision } from '../../schemas/index.ts'
import type { Database } from './database.ts'
import { fromRow, fromRows, records, toRow } from './records.ts'

export async function appendDecision(database: Database, decision: StewardDecision): Promise<void> {
  await database.stewardDecision.create({ data: toRow(records.stewardDecision, decision) })
}

/** Oldest first; of one dossier or of all. */
export async function decisionsOn(database: Database, dossier: string | undefined): Promise<StewardDecision[]> {
  const rows = await database.stewardDecision.findMany({
    ...(dossier === undefined ? {} : { where: { dossier } }),
    orderBy: { rowVersion: 'asc' },
  })
  return fromRows(records.stewardDecision, rows)
}

export async function isKnownDossier(database: Database, dossier: string): Promise<boolean> {
  return (await database.dossier.findUnique({ where: { dossier }, select: { dossier: true } })) !== null
}

export async function decisionById(database: Database, decisionId: string): Promise<StewardDecision | undefined> {
  const row = await database.stewardDecision.findUnique({ where: { decisionId } })
  return row === null ? undefined : fromRow(records.stewardDecision, row)
}

/** When somebody last spoke about two of these dossiers together; 0 if nobody did. */
export async function lastPairWord(database: Database, dossiers: readonly string[]): Promise<number> {
  const among = { in: [...dossiers] }
  const rows = await database.stewardDecision.findMany({
    where: { kind: { in: ['same', 'different'] }, OR: [{ dossier: among }, { other: among }] },
  })
  return Math.max(0, ...fromRows(records.stewardDecision, rows).map(({ decidedAt }) => Date.parse(decidedAt)))
}
