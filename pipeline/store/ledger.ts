// StageRun: what was done, from what, and how it ended.
import { createHash } from 'node:crypto'
import type { Database } from './database.ts'
import type { StageRun } from './generated/client.ts'

export type { StageRun }

/** Ends a unit of the rules that know today's date; no id of a dossier or person holds a slash. */
export const todaySuffix = '/today'

/** The rows of these units of a stage. */
export async function runsOf(
  database: Database,
  stage: string,
  unitIds: readonly string[],
): Promise<Map<string, StageRun>> {
  const rows = await database.stageRun.findMany({ where: { stage, unitId: { in: [...unitIds] } } })
  return new Map(rows.map((row) => [row.unitId, row]))
}

/** To the end of the transaction nobody else writes what this unit gives. */
export async function lockUnit(transaction: Database, { stage, unitId }: Pick<StageRun, 'stage' | 'unitId'>) {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${stage} ${unitId}`}, 0))`
}

export async function writeRun(transaction: Database, run: StageRun): Promise<void> {
  const { stage, unitId, ...rest } = run
  await transaction.stageRun.upsert({ where: { stage_unitId: { stage, unitId } }, create: run, update: rest })
}

export async function forgetRuns(transaction: Database, stage: string, unitIds: readonly string[]): Promise<void> {
  await transaction.stageRun.deleteMany({ where: { stage, unitId: { in: [...unitIds] } } })
}

/** One hash of all that was computed: equal ledgers mean equal results. */
export async function ledgerDigest(database: Database, except: string): Promise<string> {
  const hash = createHash('sha256')
  let after = { stage: '', unitId: '' }
  for (;;) {
    const rows = await database.stageRun.findMany({
      where: { OR: [{ stage: { gt: after.stage } }, { stage: after.stage, unitId: { gt: after.unitId } }] },
      orderBy: [{ stage: 'asc' }, { unitId: 'asc' }],
      take: 2000,
    })
    for (const { stage, unitId, stamp, status } of rows) {
      if (stage !== except) hash.update(JSON.stringify([stage, unitId, stamp, status]))
    }
    const last = rows.at(-1)
    if (!last) return hash.digest('hex')
    after = last
  }
}
