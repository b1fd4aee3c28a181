// Takes a delivery in here, where its folder can be seen, and leaves all that follows to the workers.
import { databaseTrouble } from '../store/trouble.ts'
import type { Queue } from '../store/queue.ts'
import { toSend } from '../store/queued.ts'
import { statusOf } from '../store/status.ts'
import { type RunReport, type RunRequest, runStage, takeIn } from './run.ts'
import { emptyClosed } from './secrecy.ts'
import { dataDigests } from './stamp.ts'
import type { Run } from './unit.ts'

export interface SentOut extends RunReport {
  /** Dossiers sent; those waiting already are among them and are not sent twice. */
  readonly sent: number
}

export function sendOut(request: RunRequest, queue: Queue): Promise<SentOut> {
  return request.store
    .runBeside(() => takeInAndSend(request, queue))
    .catch((error: unknown) => {
      throw databaseTrouble(error)
    })
}

async function takeInAndSend(request: RunRequest, queue: Queue): Promise<SentOut> {
  const { store, tools, log, clock } = request
  const startedAt = clock()
  const run: Run = { store, tools, config: tools.config, digests: dataDigests(tools), log, clock }
  const batches: string[] = []
  const notes = await takeIn({ ...request, noted: (batch) => batches.push(batch) })
  await emptyClosed(run)
  const stages = []
  for (const stage of request.stages.filter(({ name }) => name === 'intake')) {
    const { done, skipped, failed } = await runStage(run, request, stage)
    stages.push({ stage: stage.name, done, skipped, failed })
  }
  const isInterrupted = tools.signal.aborted
  const dossiers = isInterrupted ? [] : await toSend(store.database, batches)
  if (!isInterrupted) await queue.send(dossiers, tools.today)
  log.info('dossiers sent to the workers', { dossiers: dossiers.length })
  const status = await statusOf(store.database)
  return { stages, isInterrupted, millis: clock() - startedAt, status, notes, sent: dossiers.length }
}
