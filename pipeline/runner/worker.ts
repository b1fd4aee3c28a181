// A worker: takes jobs from the queue, does them, and goes on when the database comes back. Whatever happens to it, what it
// held is done by another one; what it wrote stands.
import { setTimeout as pause } from 'node:timers/promises'
import { EnvironmentError } from '../core/errors.ts'
import { sha256 } from '../core/id.ts'
import { beat, enter, isDatabaseGone, type Presence, strangers } from '../store/presence.ts'
import { type HeldJob, holds, type Queue } from '../store/queue.ts'
import { doJob, jobStages } from './do-job.ts'
import { stampOf } from './stamp.ts'
import type { AnyStage, Run } from './unit.ts'
import type { WorkerFigures } from './worker-figures.ts'

export interface WorkerRequest {
  readonly run: Run
  readonly stages: readonly AnyStage[]
  readonly queue: Queue
  readonly figures: WorkerFigures
  readonly who: { readonly host: string; readonly process: number }
  /** Ends when nothing is left to do, instead of waiting for more. */
  readonly untilEmpty: boolean
}

const pollMillis = 1000
const beatMillis = 2000
const returnMillis = 2000

/** Ends when it is told to, or when nothing is left and that was wished. */
export async function runWorker(request: WorkerRequest): Promise<void> {
  const { log } = request.run
  const { signal } = request.run.tools
  for (;;) {
    try {
      await session(request)
      return
    } catch (error) {
      if (signal.aborted) return
      if (!isDatabaseGone(error) && !(error instanceof LostPresence)) throw error
      log.warn('waiting for the database', toldOf(error))
      await pause(returnMillis, undefined, { signal }).catch(() => undefined)
      if (signal.aborted) return
    }
  }
}

/** Kind and code: what goes on for long must not look like a passing trouble. */
const toldOf = (error: unknown) => ({
  error: error instanceof Error ? error.name : typeof error,
  ...(error instanceof Error && 'code' in error && { code: String(error.code) }),
})

/** The connection that says we live is gone: others may have our jobs by now. */
class LostPresence extends Error {}

/** What program and settings make of the same input; workers that differ would mix their results. */
const digestOf = ({ run, stages }: WorkerRequest) =>
  sha256(stages.map((stage) => stampOf(stage, null, run.config, run.digests)).join())

async function session(request: WorkerRequest): Promise<void> {
  const { run, who } = request
  const { database, url } = run.store
  const digest = digestOf(request)
  await using presence = await enter(url, { ...who, digest })
  const others = await strangers(database, { number: presence.number, digest })
  if (others.length > 0)
    throw new EnvironmentError(
      `Máy này chạy bản chương trình hoặc thiết lập khác với máy đang làm việc (${others.map(({ host }) => host).join(', ')}). Hãy cài cùng bản, đặt cùng thiết lập, rồi chạy lại.`,
    )
  const stop = new AbortController()
  const signal = AbortSignal.any([run.tools.signal, presence.lost, stop.signal])
  const lanes = Array.from({ length: run.config.workers }, () => lane(request, presence, signal))
  const beating = keepBeating(request, presence, signal)
  try {
    await Promise.all([Promise.all(lanes).finally(() => stop.abort()), beating])
  } finally {
    stop.abort()
    await Promise.allSettled([...lanes, beating])
  }
  if (presence.lost.aborted && !run.tools.signal.aborted) throw new LostPresence()
}

async function keepBeating({ run, queue, figures }: WorkerRequest, { number }: Presence, signal: AbortSignal) {
  while (!signal.aborted) {
    if (!(await beat(run.store.database, number, figures.told()))) throw new LostPresence()
    const freed = await queue.takeOver()
    if (freed > 0) run.log.info('jobs of a lost worker are free again', { jobs: freed })
    await pause(beatMillis, undefined, { signal }).catch(() => undefined)
  }
}

/** One job after another. */
async function lane(request: WorkerRequest, presence: Presence, signal: AbortSignal): Promise<void> {
  const { queue, untilEmpty } = request
  while (!signal.aborted) {
    if (await presence.mayWork()) {
      const held = await queue.take(presence.number)
      if (held) await work(request, presence, held, signal)
      await presence.rest()
      if (held) continue
      if (untilEmpty && (await queue.isEmpty())) return
    }
    await pause(pollMillis, undefined, { signal }).catch(() => undefined)
  }
}

async function work(request: WorkerRequest, { number }: Presence, { jobId, job }: HeldJob, signal: AbortSignal) {
  const { run, queue, figures } = request
  const own: Run = {
    ...run,
    tools: { ...run.tools, signal },
    mayWrite: (transaction) => holds(transaction, number, jobId),
  }
  figures.begin(jobId)
  try {
    await doJob(own, job, jobStages(request.stages), figures.unit)
    const isOurs = await queue.finish(number, jobId, job)
    figures.job(job.kind, isOurs ? 'done' : 'lost')
    run.log.info(isOurs ? 'job done' : 'job lost to another worker', { kind: job.kind })
  } catch (error) {
    if (isDatabaseGone(error)) throw error
    // Stopped by a person, or at fault: in either case somebody else may try.
    const problem = error instanceof Error ? error.name : typeof error
    await queue.giveBack(number, jobId, job, problem)
    if (signal.aborted) return
    if (error instanceof EnvironmentError) throw error
    figures.job(job.kind, 'failed')
    run.log.warn('job failed', { kind: job.kind, error: problem })
  } finally {
    figures.end(jobId)
  }
}
