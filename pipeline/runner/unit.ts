// One unit of one stage: skip it, run it, try it again, and write its output and its ledger row in one transaction.
import type { z } from 'zod'
import type { Config } from '../core/config.ts'
import { BrokenContract, EnvironmentError, PipelineError } from '../core/errors.ts'
import type { Stage, StageData, Tools } from '../core/stage.ts'
import type { Database, Store } from '../store/database.ts'
import { lockUnit, type StageRun, writeRun } from '../store/ledger.ts'
import { outputs } from '../store/outputs.ts'
import { checkedBy } from '../store/records.ts'
import type { StageUnit } from '../store/units.ts'
import type { RunLog } from './log.ts'
import { stampOf } from './stamp.ts'

/** A stage whatever its input and output are; both are checked by their shapes before they are trusted. */
export interface AnyStage extends Omit<Stage<unknown, unknown>, 'run' | 'input' | 'output'> {
  readonly input: z.ZodType
  readonly output: z.ZodType
  run(input: unknown, tools: Tools): unknown
}

export interface Run {
  readonly store: Store
  readonly tools: Tools
  readonly config: Config
  readonly digests: Readonly<Record<StageData, string>>
  readonly log: RunLog
  readonly clock: () => number
  /** Asked inside each transaction that writes: false when another worker has this work now. */
  readonly mayWrite?: (transaction: Database) => Promise<boolean>
}

export interface FailedUnit {
  readonly stage: string
  readonly unitId: string
  /** The class of the error; `Defect` is one that we did not foresee. */
  readonly error: string
  readonly message: string
}

/** `gone`: nothing of it is kept, for its dossier was closed meanwhile or is another worker's now. */
export type UnitEnd = 'done' | 'skipped' | 'interrupted' | 'gone' | FailedUnit

const attemptsAtMost = 2
/** Codes of the system that say: not this unit is at fault, but the machine. */
const machineCodes = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EMFILE', 'ENFILE', 'EIO'])

export async function runUnit(
  run: Run,
  stage: AnyStage,
  unit: StageUnit,
  before: StageRun | undefined,
): Promise<UnitEnd> {
  const loaded = await unit.load()
  if (loaded === undefined) return 'gone'
  const input = checkedBy(stage.input, loaded, `công đoạn ${stage.name}`)
  const stamp = stampOf(stage, input, run.config, run.digests)
  // A release is written to a folder that is not ours: it may have been emptied.
  if (before?.stamp === stamp && stage.unit !== 'release') {
    if (before.status === 'succeeded') return 'skipped'
    // What cannot be read today cannot be read tomorrow; what failed for another reason deserves another try.
    if (before.error === 'UnreadableInput') return failedUnit(before)
  }
  const startedAt = new Date(run.clock())
  const { outcome, attempts } = await attempt(run, stage, unit.unitId, input)
  if (run.tools.signal.aborted && !('output' in outcome)) return 'interrupted'
  const row: StageRun = {
    stage: stage.name,
    unitId: unit.unitId,
    stamp,
    status: 'output' in outcome ? 'succeeded' : 'failed',
    attempts,
    error: 'output' in outcome ? null : outcome.error,
    message: 'output' in outcome ? null : outcome.message,
    startedAt,
    finishedAt: new Date(run.clock()),
  }
  if (!(await commit(run, row, outcome))) return 'gone'
  return 'output' in outcome ? 'done' : failedUnit(row)
}

type Outcome = { readonly output: unknown } | { readonly error: string; readonly message: string }

async function attempt(
  run: Run,
  stage: AnyStage,
  unitId: string,
  input: unknown,
): Promise<{ outcome: Outcome; attempts: number }> {
  const log = run.log.scoped({ stage: stage.name, unit: unitId })
  for (let attempts = 1; ; attempts++) {
    try {
      const output = checkedBy(stage.output, await stage.run(input, { ...run.tools, log }), `công đoạn ${stage.name}`)
      return { outcome: { output }, attempts }
    } catch (error) {
      if (!run.tools.signal.aborted)
        log.warn('unit failed', { error: error instanceof Error ? error.name : typeof error, attempt: attempts })
      const outcome = failureOf(error)
      if (run.tools.signal.aborted) return { outcome, attempts }
      if (!(error instanceof PipelineError && error.remedy === 'retry') || attempts >= attemptsAtMost)
        return { outcome, attempts }
    }
  }
}

/** Throws what must stop the run. */
function failureOf(error: unknown): { error: string; message: string } {
  if (error instanceof PipelineError) {
    if (error.remedy === 'stop') throw error
    return { error: error.name, message: error.message }
  }
  if (error instanceof Error && 'code' in error && machineCodes.has(String(error.code))) {
    throw new EnvironmentError(
      `Máy không cho ghi hoặc mở thêm tệp (${String(error.code)}). Hãy kiểm tra dung lượng đĩa và quyền ghi, rồi chạy lại.`,
      { cause: error },
    )
  }
  // Its own text may quote what it was reading, so only its kind is kept.
  const kind = error instanceof Error ? error.name : typeof error
  return {
    error: 'Defect',
    message: `Chương trình gặp lỗi ngoài dự kiến (${kind}${placeOf(error)}). Hãy báo cho người phát triển.`,
  }
}

/** The first line of the stack that is ours: file and line, nothing of the data. */
function placeOf(error: unknown): string {
  const line = error instanceof Error ? /pipeline\/[\w/.-]+:\d+/u.exec(error.stack ?? '') : null
  return line ? `, ${line[0]}` : ''
}

/** The old output goes in any case: a unit that fails now must not leave what it gave before. False when nothing was kept. */
async function commit({ store, mayWrite }: Run, row: StageRun, outcome: Outcome): Promise<boolean> {
  const kept = outputs[row.stage]
  if (!kept)
    throw new BrokenContract(
      `Không biết lưu kết quả của công đoạn ${row.stage}. Đây là lỗi của chương trình; hãy báo cho người phát triển.`,
    )
  return await store.database.$transaction(async (transaction) => {
    if (mayWrite && !(await mayWrite(transaction))) return false
    // A run and the review station may both have just computed it: one writes after the other.
    await lockUnit(transaction, row)
    await kept.clear(transaction, [row.unitId])
    if ('output' in outcome && (await kept.write(transaction, row.unitId, outcome.output)) === false) return false
    await writeRun(transaction, row)
    return true
  })
}

function failedUnit({ stage, unitId, error, message }: StageRun): FailedUnit {
  return { stage, unitId, error: error ?? 'Defect', message: message ?? '' }
}
