// One job of the queue, by the same units, stamps and ledger as a run: a dossier from its pages to its findings, or the
// register after them.
import { EngineFailure } from '../core/errors.ts'
import type { Store } from '../store/database.ts'
import type { Job } from '../store/queue.ts'
import { runsOf } from '../store/ledger.ts'
import { type StageUnit, unitsOfDossier } from '../store/units.ts'
import { keepMeasures, measure } from './measure.ts'
import { createPool } from './pool.ts'
import { removeVanished, runStage } from './run.ts'
import { emptyClosed, emptyIfClosed } from './secrecy.ts'
import { type AnyStage, type Run, runUnit, type UnitEnd } from './unit.ts'

/** The stages by what one job of them is. */
export interface JobStages {
  readonly dossier: readonly AnyStage[]
  readonly register: readonly AnyStage[]
}

/** Told each unit as it ends. */
export type Tell = (stage: string, end: UnitEnd, millis: number) => void

const quiet = { stage: () => undefined, step: () => undefined, end: () => undefined }

/** Intake was done by who sent the job: only that machine needs to see the delivered folder. */
export function jobStages(stages: readonly AnyStage[]): JobStages {
  const later = stages.filter(({ unit }) => unit === 'register' || unit === 'person')
  return { dossier: stages.filter((stage) => stage.name !== 'intake' && !later.includes(stage)), register: later }
}

export async function doJob(run: Run, job: Job, stages: JobStages, tell: Tell): Promise<void> {
  const day: Run = { ...run, tools: { ...run.tools, today: job.today } }
  if (job.kind === 'register') await doRegister(day, stages.register, tell)
  else for (const stage of stages.dossier) await doStage(day, stage, job.dossier, tell)
}

async function doStage(run: Run, stage: AnyStage, dossier: string, tell: Tell): Promise<void> {
  const { tools, store, config } = run
  const { today } = tools
  tools.signal.throwIfAborted()
  if (stage.unit === 'page') await removeVanished(run, stage, `${dossier}/`)
  if (stage.unit === 'document') await removeVanished(run, stage, `${dossier}@`)
  const units = await unitsOfDossier(store.database, stage, dossier, { today, day: today, out: undefined })
  const before = await runsOf(store.database, stage.name, idsOf(units))
  const pool = createPool(config.workers, tools.signal)
  for (const unit of units) {
    if (!(await pool.mayGoOn())) break
    pool.add(async () => {
      const startedAt = run.clock()
      const end = await runUnit(run, stage, unit, before.get(unit.unitId))
      tell(stage.name, end, run.clock() - startedAt)
    })
  }
  await pool.finish()
  tools.signal.throwIfAborted()
  if (stage.name === 'recognize') await emptyIfClosed(run, dossier)
}

const idsOf = (units: readonly StageUnit[]) => units.map(({ unitId }) => unitId)

/** What a run does after the last dossier, and the measures it keeps in the end. */
async function doRegister(run: Run, stages: readonly AnyStage[], tell: Tell): Promise<void> {
  const { tools, store } = run
  await emptyClosed(run)
  for (const stage of stages) {
    const startedAt = run.clock()
    const { done, failed } = await runStage(run, { progress: quiet }, stage)
    tools.signal.throwIfAborted()
    // A register that was not linked is no register: somebody tries again.
    if (stage.unit === 'register' && failed[0]) throw new EngineFailure(failed[0].message)
    tell(stage.name, failed[0] ?? (done > 0 ? 'done' : 'skipped'), run.clock() - startedAt)
  }
  await keepMeasured(store, tools.today, run.clock)
}

async function keepMeasured({ database }: Store, today: string, clock: () => number): Promise<void> {
  await keepMeasures(database, await measure(database, today), today, new Date(clock()))
}
