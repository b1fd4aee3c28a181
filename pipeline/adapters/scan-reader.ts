// All work on scans, done by a few processes of their own (port ScanReader): at most one a worker, none before there is work.
// A process that failed is thrown away; a job that comes again after a failure gets a fresh one.
import PQueue from 'p-queue'
import type { z } from 'zod'
import type { Config } from '../core/config.ts'
import { EngineFailure, UnreadableInput } from '../core/errors.ts'
import { canonicalJson } from '../core/id.ts'
import type { Asked, Files, ScanReader } from '../core/stage.ts'
import { errorOf } from './fault.ts'
import { createFiles } from './files.ts'
import { type JobLimits, type ScanChild, startScanChild } from './scan-child.ts'
import { fileOf, type Job, Limits, results } from './scan-jobs.ts'

/** Memory once taken is not given back: a process that took this share of its limit for one page must not be short of it for the next. */
const FULL_SHARE = 0.5

type Settings = z.input<typeof Limits> & JobLimits & Pick<Config, 'workers' | 'workspace'>

export function createScanReader(
  config: Settings,
  files: Pick<Files, 'read'> = createFiles(config.workspace),
): ScanReader & AsyncDisposable {
  const limits = Limits.parse(config)
  const children = createChildren(config)
  const queue = new PQueue({ concurrency: config.workers })
  const run = (job: Job, asked: Asked) =>
    queue.add(() => children.use(job, asked, (child) => done(child, { limits, job, files }, asked)))
  return {
    inspect: async (original, asked) => results.inspect.parse(await run({ kind: 'inspect', original }, asked)),
    prepare: async (original, scanPage, asked) =>
      results.prepare.parse(await run({ kind: 'prepare', original, scanPage }, asked)),
    read: async (reading, asked) => results.read.parse(await run({ kind: 'read', reading }, asked)),
    reread: async (reading, boxes, asked) =>
      results.reread.parse(await run({ kind: 'reread', reading, boxes: [...boxes] }, asked)),
    survey: async (original, scanPage, asked) =>
      results.survey.parse(await run({ kind: 'survey', original, scanPage }, asked)),
    single: async (original, scanPage, asked) =>
      results.single.parse(await run({ kind: 'single', original, scanPage }, asked)),
    delivered: async (original, scanPage, asked) =>
      results.delivered.parse(await run({ kind: 'delivered', original, scanPage }, asked)),
    part: async (original, pages, asked) =>
      results.part.parse(await run({ kind: 'part', original, pages: [...pages] }, asked)),
    async [Symbol.asyncDispose]() {
      queue.clear()
      await queue.onIdle()
      await children.end()
    },
  }
}

interface Done {
  readonly result: unknown
  /** Memory the process holds after it. */
  readonly megabytes: number
}

async function done(
  child: ScanChild,
  { limits, job, files }: { limits: Limits; job: Job; files: Pick<Files, 'read'> },
  { log, signal }: Asked,
): Promise<Done> {
  const answer = await child.run({ limits, job }, signal, () => files.read(fileOf(job)))
  const { cpuMillis, megabytes, peakMegabytes } = answer.cost
  log.info('job ended', { job: job.kind, process: child.pid, cpuMillis, peakMegabytes })
  if ('fault' in answer) throw errorOf(answer.fault)
  return { result: answer.result, megabytes }
}

/** Lends out processes that are still good. */
function createChildren(config: Settings) {
  const idle: ScanChild[] = []
  const failed = new Set<string>()
  const take = async (isAgain: boolean, signal: AbortSignal): Promise<ScanChild> => {
    const free = idle.pop()
    if (free?.isAlive() && !isAgain) return free
    await free?.kill()
    return startScanChild(config, signal)
  }
  return {
    async use(job: Job, { signal }: Asked, work: (child: ScanChild) => Promise<Done>): Promise<unknown> {
      signal.throwIfAborted()
      const key = canonicalJson(job)
      let child: ScanChild | undefined
      let isGood = false
      try {
        child = await take(failed.delete(key), signal)
        const { result, megabytes } = await work(child)
        isGood = megabytes < config.pageMegabytes * FULL_SHARE
        return result
      } catch (error) {
        isGood = error instanceof UnreadableInput
        if (error instanceof EngineFailure) failed.add(key)
        throw error
      } finally {
        if (child && isGood) idle.push(child)
        else await child?.kill()
      }
    },
    end: () => Promise.all(idle.splice(0).map((child) => child.kill())),
  }
}
