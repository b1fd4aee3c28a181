// Runs the stages in order, each over its units: what is done already is skipped, what fails is told, the rest goes on.
import type { LinkageReport } from '../../schemas/index.ts'
import type { Tools } from '../core/stage.ts'
import type { Store } from '../store/database.ts'
import { forgetRuns, runsOf } from '../store/ledger.ts'
import { outputs } from '../store/outputs.ts'
import { linkageReport } from '../store/pairs.ts'
import { type Status, statusOf } from '../store/status.ts'
import { databaseTrouble } from '../store/trouble.ts'
import { countUnits, unitsOf, vanishedUnits } from '../store/units.ts'
import { deliver } from './deliver.ts'
import { deliverStacks } from './deliver-stacks.ts'
import { type DeliveryNote, deliverSupplement } from './deliver-supplement.ts'
import type { RunLog } from './log.ts'
import { createPool } from './pool.ts'
import type { Progress } from './progress.ts'
import { emptyClosed } from './secrecy.ts'
import { dataDigests } from './stamp.ts'
import { type AnyStage, type FailedUnit, type Run, runUnit, type UnitEnd } from './unit.ts'

export interface RunRequest {
  readonly stages: readonly AnyStage[]
  readonly store: Store
  /** `log` in it is replaced by one scoped to the unit. */
  readonly tools: Tools
  /** Delivered folders; none to go on with what is there. */
  readonly folders: readonly string[]
  /** What the folders hold: dossiers, stacks of many dossiers with sheets between, later papers of known dossiers. */
  readonly delivery?: 'dossiers' | 'stacks' | 'supplement'
  /** Where a release goes; needed by the stage that makes one. */
  readonly out?: string
  readonly log: RunLog
  readonly progress: Progress
  readonly clock: () => number
  /** Told each batch that the folders make. */
  readonly noted?: (batchId: string) => void
}

export interface StageReport {
  readonly stage: string
  readonly done: number
  readonly skipped: number
  readonly failed: readonly FailedUnit[]
}

export interface RunReport {
  readonly stages: readonly StageReport[]
  readonly isInterrupted: boolean
  /** The stage after which too many had failed (`maxFailed`). */
  readonly stoppedAfter?: string
  readonly millis: number
  /** As counted at the end: both sums of pages, and the dossiers that were closed. */
  readonly status: Status
  /** Of the last linking, as long as there was one. */
  readonly linkage?: LinkageReport | undefined
  /** What was delivered and could not be taken in as it was meant; a person must look. */
  readonly notes?: readonly DeliveryNote[]
}

export function runPipeline(request: RunRequest): Promise<RunReport> {
  return request.store
    .runAlone(() => runAll(request))
    .catch((error: unknown) => {
      throw databaseTrouble(error)
    })
}

async function runAll(request: RunRequest): Promise<RunReport> {
  const { store, tools, log, clock } = request
  const startedAt = clock()
  const run: Run = { store, tools, config: tools.config, digests: dataDigests(tools), log, clock }
  const notes = await takeIn(request)
  const stages: StageReport[] = []
  const report = async (more: { stoppedAfter?: string } = {}): Promise<RunReport> => ({
    stages,
    isInterrupted: tools.signal.aborted,
    millis: clock() - startedAt,
    status: await statusOf(store.database),
    linkage: await linkageReport(store.database),
    notes,
    ...more,
  })
  await emptyClosed(run)
  for (const stage of request.stages) {
    if (tools.signal.aborted) break
    const { done, skipped, failed } = await runStage(run, request, stage)
    if (stage.name === 'recognize') await emptyClosed(run)
    stages.push({ stage: stage.name, done, skipped, failed })
    const units = done + skipped + failed.length
    if (units > 0 && failed.length / units > tools.config.maxFailed) return report({ stoppedAfter: stage.name })
  }
  return report()
}

export function takeIn({
  folders,
  delivery,
  store,
  tools,
  log,
  progress,
  noted,
}: RunRequest): Promise<readonly DeliveryNote[]> {
  const { config, signal } = tools
  const request = { config, database: store.database, log, progress, signal, noted }
  if (delivery === 'stacks') return deliverStacks(folders, { ...request, tools })
  if (delivery === 'supplement') return deliverSupplement(folders, request)
  return deliver(folders, request).then(() => [])
}

export async function runStage(
  run: Run,
  request: Pick<RunRequest, 'out' | 'progress'>,
  stage: AnyStage,
): Promise<StageReport> {
  const { database } = run.store
  const asked = { today: run.tools.today, day: run.tools.today, out: request.out }
  await removeVanished(run, stage)
  const tally = { done: 0, skipped: 0, failed: Array<FailedUnit>() }
  request.progress.stage(stage.name, await countUnits(database, stage, asked))
  const isOne = stage.unit === 'register' || stage.unit === 'release'
  const pool = createPool(isOne ? 1 : run.config.workers, run.tools.signal)
  for await (const units of unitsOf(database, stage, asked)) {
    const before = await runsOf(
      database,
      stage.name,
      units.map(({ unitId }) => unitId),
    )
    for (const unit of units) {
      if (!(await pool.mayGoOn())) break
      pool.add(async () => {
        count(tally, await runUnit(run, stage, unit, before.get(unit.unitId)))
        request.progress.step()
      })
    }
    if (!(await pool.mayGoOn())) break
  }
  await pool.finish()
  request.progress.end()
  run.log.info('stage ended', {
    stage: stage.name,
    done: tally.done,
    skipped: tally.skipped,
    failed: tally.failed.length,
  })
  // Units end in any order; what is told is in the order of their ids.
  return { stage: stage.name, ...tally, failed: tally.failed.sort((a, b) => (a.unitId < b.unitId ? -1 : 1)) }
}

export function count(tally: { done: number; skipped: number; failed: FailedUnit[] }, end: UnitEnd): void {
  if (end === 'done') tally.done++
  else if (end === 'skipped') tally.skipped++
  else if (end !== 'interrupted' && end !== 'gone') tally.failed.push(end)
}

/** The output of units that are no longer there goes before the stage runs, and their ledger rows with it. */
export async function removeVanished({ store, log }: Run, stage: AnyStage, within?: string): Promise<void> {
  const vanished = await vanishedUnits(store.database, stage, within)
  if (vanished.length === 0) return
  await store.database.$transaction(async (transaction) => {
    for (let start = 0; start < vanished.length; start += 1000) {
      const unitIds = vanished.slice(start, start + 1000)
      await outputs[stage.name]?.clear(transaction, unitIds)
      await forgetRuns(transaction, stage.name, unitIds)
    }
  })
  log.info('vanished units removed', { stage: stage.name, units: vanished.length })
}
