// The queue on a real database; the stages fake and quick. What is proved: the same results as a run, turns between batches, and
// that a worker which was given up writes nothing more.
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createFiles } from '../../pipeline/adapters/files.ts'
import { createLog } from '../../pipeline/runner/log.ts'
import { sendOut } from '../../pipeline/runner/send-out.ts'
import { dataDigests } from '../../pipeline/runner/stamp.ts'
import type { AnyStage } from '../../pipeline/runner/unit.ts'
import { runWorker } from '../../pipeline/runner/worker.ts'
import { createFigures } from '../../pipeline/runner/worker-figures.ts'
import { enter } from '../../pipeline/store/presence.ts'
import { openQueue, type Queue } from '../../pipeline/store/queue.ts'
import { openRegister } from '../../pipeline/store/register.ts'
import { changed, executed, type FakeRuns, fakeRuns } from '../support/fake-run.ts'
import { fakeStages } from '../support/fake-stages.ts'
import { emptyStore, type Scratch, scratchStore, toolsWithoutPorts } from '../support/scratch.ts'

let scratch: Scratch
let runs: FakeRuns
let queue: Queue

beforeAll(async () => {
  scratch = await scratchStore()
  runs = fakeRuns(scratch)
  queue = await openQueue(scratch.store, () => undefined)
})
afterAll(async () => {
  await queue[Symbol.asyncDispose]()
  await scratch[Symbol.asyncDispose]()
})
beforeEach(async () => {
  await runs.begin()
  await scratch.store.database.$executeRaw`TRUNCATE pgboss.job`
})

const log = createLog(() => undefined, 'warn')
const progress = { stage: () => undefined, step: () => undefined, end: () => undefined }

function toolsOf() {
  const workspace = join(scratch.folder, 'workspace')
  const register = openRegister(scratch.store.database, ({ code }) => code)
  return toolsWithoutPorts(workspace, { files: createFiles(workspace), register })
}

const send = () =>
  sendOut(
    {
      stages: fakeStages,
      store: scratch.store,
      tools: toolsOf(),
      folders: [join(scratch.folder, 'scans')],
      log,
      progress,
      clock: () => 0,
    },
    queue,
  )

function work(stages: readonly AnyStage[] = fakeStages): Promise<void> {
  const tools = toolsOf()
  const run = { store: scratch.store, tools, config: tools.config, digests: dataDigests(tools), log, clock: () => 0 }
  return runWorker({
    run,
    stages,
    queue,
    figures: createFigures(),
    who: { host: 'here', process: 1 },
    untilEmpty: true,
  })
}

describe('a worker', () => {
  it('gives what a run gives, by the same stamps: a run afterwards has nothing to do', async () => {
    await runs.run()
    const undisturbed = await runs.told()
    await emptyStore(scratch.store)
    expect((await send()).sent).toBe(4)
    await work()
    expect(await runs.told()).toBe(undisturbed)
    expect(executed(await runs.run())).toEqual({})
  })

  it('that was given up while it worked writes nothing more, and another one does its work', async () => {
    await runs.run()
    const undisturbed = await runs.told()
    await emptyStore(scratch.store)
    await send()
    let release: () => void = () => undefined
    const gate = new Promise<void>((resolve) => (release = resolve))
    let reached: () => void = () => undefined
    const held = new Promise<void>((resolve) => (reached = resolve))
    let isHeld = false
    const slow = changed('extract', (stage) => ({
      run: async (input, tools) => {
        const output = await stage.run(input, tools)
        if (isHeld) return output
        isHeld = true
        reached()
        await gate
        return { fields: [], rows: [] }
      },
    }))
    const late = work(slow)
    await Promise.race([held, late])
    expect(isHeld).toBe(true)
    // What its machine's death does: the server ends the connection that says it lives.
    await scratch.store.database.$queryRaw`SELECT pg_terminate_backend(pid)::text FROM pg_locks WHERE classid = 7465728`
    await work()
    expect(await runs.told()).toBe(undisturbed)
    release()
    await late
    expect(await runs.told()).toBe(undisturbed)
    expect(await scratch.store.database.fieldReading.count()).toBeGreaterThan(0)
    expect(executed(await runs.run())).toEqual({})
  })
})

describe('the queue', () => {
  it('lets batches take turns from the moment they come, and links after all of them', async () => {
    await using presence = await enter(scratch.store.url, { host: 'here', process: 2, digest: '' })
    const batch = (name: string, count: number) =>
      Array.from({ length: count }, (_, index) => ({ dossier: `${name}${index + 1}`, batch: name }))
    const order: string[] = []
    const take = async () => {
      const held = await queue.take(presence.number)
      if (held === undefined) return false
      order.push(held.job.kind === 'dossier' ? held.job.dossier : 'register')
      return queue.finish(presence.number, held.jobId, held.job)
    }
    await queue.send(batch('x', 6), '2026-11-22')
    await take()
    await take()
    await queue.send(batch('y', 2), '2026-11-22')
    await queue.send(batch('y', 2), '2026-11-22')
    while (await take());
    expect(order).toEqual(['x1', 'x2', 'x3', 'y1', 'x4', 'y2', 'x5', 'x6', 'register'])
  })

  it('is refused to a run that must be alone while somebody works, and the other way round', async () => {
    await using presence = await enter(scratch.store.url, { host: 'here', process: 3, digest: '' })
    expect(await presence.mayWork()).toBe(true)
    await expect(runs.run()).rejects.toThrow(/đang chạy/u)
    await presence.rest()
    await scratch.store.runAlone(async () => expect(await presence.mayWork()).toBe(false))
  })
})
