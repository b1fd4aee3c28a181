// The runner and the database, real; the stages fake and quick. What is proved: resuming, skipping, append-only, identity.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { EngineFailure, EnvironmentError } from '../../pipeline/core/errors.ts'
import { createLog } from '../../pipeline/runner/log.ts'
import { exitCodeOf } from '../../pipeline/runner/report.ts'
import { type RunReport, runPipeline } from '../../pipeline/runner/run.ts'
import type { AnyStage } from '../../pipeline/runner/unit.ts'
import { openRegister } from '../../pipeline/store/register.ts'
import { statusOf } from '../../pipeline/store/status.ts'
import { fakeStages } from '../support/fake-stages.ts'
import { emptyStore, type Scratch, scratchStore, toolsWithoutPorts } from '../support/scratch.ts'

let scratch: Scratch
let folder = ''
const quiet = { stage: () => undefined, step: () => undefined, end: () => undefined }

beforeAll(async () => {
  scratch = await scratchStore()
})
afterAll(() => scratch[Symbol.asyncDispose]())
beforeEach(async () => {
  await emptyStore(scratch.store)
  folder = join(scratch.folder, 'scans')
  await rm(folder, { recursive: true, force: true })
  for (const path of ['An/10.pdf', 'An/2.pdf', 'An.pdf', 'Bình/broken.pdf', 'Bình/1.pdf', 'Chi.pdf']) await deliver(path)
})

async function deliver(path: string): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true })
  await writeFile(join(folder, path), path)
}

interface Ask {
  readonly stages?: readonly AnyStage[]
  readonly today?: string
  readonly signal?: AbortSignal
}

function run({ stages = fakeStages, today = '2026-11-22', signal = new AbortController().signal }: Ask = {}): Promise<RunReport> {
  const { store } = scratch
  const register = openRegister(store.database, ({ code }) => code)
  const tools = toolsWithoutPorts(join(scratch.folder, 'workspace'), { today, signal, register })
  return runPipeline({ stages, store, tools, folders: [folder], log: createLog(() => undefined, 'warn'), progress: quiet, clock: () => 0 })
}

async function told(): Promise<string> {
  const register = openRegister(scratch.store.database, ({ code }) => code)
  const all: unknown[] = []
  for await (const record of register.records()) all.push(record)
  for await (const person of register.persons()) all.push(person)
  return JSON.stringify(all)
}

const stageNamed = (name: string) => fakeStages.find((stage) => stage.name === name)
const executed = ({ stages }: RunReport) => Object.fromEntries(stages.filter(({ done }) => done > 0).map(({ stage, done }) => [stage, done]))

/** The stages, of which one calls the hook before each unit. */
function watched(name: string, hook: () => void): AnyStage[] {
  return fakeStages.map((stage) =>
    stage.name === name ? { ...stage, run: (input, tools) => (hook(), stage.run(input, tools)) } : stage,
  )
}

describe('a run', () => {
  it('gives folders and files their dossier ids, and the later of two equal ones a ~2', async () => {
    await run()
    const dossiers = await scratch.store.database.dossier.findMany({ orderBy: { dossier: 'asc' } })
    expect(dossiers.map(({ dossier, entry }) => [dossier, entry])).toEqual([
      ['An', 'An/'],
      ['An~2', 'An.pdf'],
      ['Bình', 'Bình/'],
      ['Chi', 'Chi.pdf'],
    ])
  })

  it('goes on past a scan that cannot be read, marks its dossier, and ends with 1', async () => {
    const report = await run()
    expect(report.stages.flatMap(({ failed }) => failed.map(({ stage, unitId, error }) => [stage, unitId, error]))).toEqual([
      ['intake', 'Bình/broken.pdf', 'UnreadableInput'],
    ])
    expect(exitCodeOf(report)).toBe(1)
    const draft = await scratch.store.database.personDraft.findUniqueOrThrow({ where: { dossier: 'Bình' } })
    expect(draft.body).toMatchObject({ marks: [{ kind: 'scan_unreadable', subject: 'Bình/broken.pdf' }] })
  })

  it('does nothing the second time, and tells the failed scan again', async () => {
    await run()
    const again = await run()
    expect(executed(again)).toEqual({})
    expect(exitCodeOf(again)).toBe(1)
  })

  it('takes in what is new in the same folder and leaves the rest as it was', async () => {
    await run()
    await deliver('Dũng.pdf')
    expect(executed(await run())).toMatchObject({ intake: 1, render: 2, recognize: 1, classify: 1, extract: 1, validate: 2, link: 1, consolidate: 1 })
    expect(await scratch.store.database.batch.count()).toBe(1)
  })

  it('runs only the rules that know today when the day has changed', async () => {
    await run()
    expect(executed(await run({ today: '2026-11-23' }))).toEqual({ validate: 4, revalidate: 3 })
    expect(await scratch.store.database.finding.count({ where: { stage: 'validate' } })).toBe(8)
  })

  it('removes what a document left behind when its pages no longer make one', async () => {
    await run()
    const none = fakeStages.map((stage) => (stage.name === 'classify' ? { ...stage, version: 2, run: () => ({ documents: [], fates: [] }) } : stage))
    await run({ stages: none })
    const { database } = scratch.store
    expect([await database.document.count(), await database.fieldReading.count(), await database.stageRun.count({ where: { stage: 'extract' } })]).toEqual([0, 0, 0])
  })

  it('tries an engine that failed once more, and again in the next run', async () => {
    let calls = 0
    const failing = watched('recognize', () => {
      if (++calls <= 2) throw new EngineFailure('Máy nhận dạng dừng. Hãy chạy lại.')
    }).map((stage) => (stage.name === 'recognize' ? stage : stage))
    const one = toolsOne(failing)
    const first = await run({ stages: one })
    expect(first.stages.find(({ stage }) => stage === 'recognize')?.failed).toHaveLength(1)
    const second = await run({ stages: one })
    expect(executed(second)).toMatchObject({ recognize: 1, classify: 1 })
  })

  it('is refused while another one is going', async () => {
    await using _other = await scratch.store.lockRun()
    await expect(run()).rejects.toThrow(EnvironmentError)
  })
})

/** Only the last dossier's page is recognised by the failing engine: the others go by its side. */
function toolsOne(stages: readonly AnyStage[]): AnyStage[] {
  const usual = stageNamed('recognize')
  return stages.map((stage) =>
    stage.name === 'recognize' && usual
      ? { ...stage, run: (input, tools) => (JSON.stringify(input).includes('Chi.pdf') ? stage.run(input, tools) : usual.run(input, tools)) }
      : stage,
  )
}

describe('a run that is stopped', () => {
  it.each(['intake', 'render', 'recognize', 'classify', 'extract', 'assemble', 'validate', 'link', 'consolidate', 'revalidate'])(
    'inside %s and run again gives the same records and persons as one that was not',
    async (name) => {
      await run()
      const undisturbed = await told()
      await emptyStore(scratch.store)
      let units = 0
      const stop = new AbortController()
      const stopping = watched(name, () => {
        if (++units === 2 || name === 'link') {
          stop.abort()
          throw new Error('killed')
        }
      })
      const report = await run({ stages: stopping, signal: stop.signal })
      expect(exitCodeOf(report)).toBe(5)
      await run()
      expect(await told()).toBe(undisturbed)
    },
  )
})

describe('persons', () => {
  it('keep their ids when a dossier joins, and the younger of two merged becomes an alias', async () => {
    await run()
    const { database } = scratch.store
    const before = await database.person.findMany({ orderBy: { founder: 'asc' } })
    expect(before.map(({ founder }) => founder)).toEqual(['An', 'Bình', 'Chi'])
    const merging = fakeStages.map((stage) =>
      stage.name === 'link' ? { ...stage, version: 2, run: () => ({ pairs: [], clusters: [{ clusterId: 'c', dossiers: ['An', 'An~2', 'Bình', 'Chi'], needsReview: false }] }) } : stage,
    )
    await run({ stages: merging })
    expect(await database.goldenRecord.findMany({ select: { personId: true } })).toEqual([{ personId: before[0]?.personId }])
    expect(await database.personAlias.count()).toBe(2)
    await run()
    expect((await database.goldenRecord.findMany({ orderBy: { personId: 'asc' } })).map(({ personId }) => personId)).toEqual(before.map(({ personId }) => personId).sort())
  })
})

describe('what may only be added to', () => {
  it.each(['Person', 'PersonDossier', 'PersonAlias', 'StewardDecision', 'Receipt'])('refuses to change or lose a row of %s', async (table) => {
    const { database } = scratch.store
    for (const change of [`DELETE FROM "${table}"`, `TRUNCATE "${table}" CASCADE`, `UPDATE "${table}" SET "personId" = 'x'`.replace('personId', table === 'StewardDecision' ? 'dossier' : 'personId')]) {
      await expect(database.$executeRawUnsafe(change)).rejects.toThrow(/only ever added/u)
    }
  })
})

describe('the status', () => {
  it('has two sums over the pages that equal the total', async () => {
    await run()
    const { pages, fates, dossiers, held, scans } = await statusOf(scratch.store.database)
    expect(pages).toEqual({ total: 10, recognized: 5, blank: 5, unreadable: 0, pending: 0 })
    expect(fates).toEqual({ document: 5, blank: 5, separator: 0, orphan: 0, unreadable: 0 })
    expect({ dossiers, held, scans }).toEqual({ dossiers: 4, held: 4, scans: { delivered: 6, unreadable: 1 } })
  })

  it('counts a page that is not classified yet apart from the total', async () => {
    await run({ stages: fakeStages.slice(0, 3) })
    expect((await statusOf(scratch.store.database)).pages).toEqual({ total: 0, recognized: 0, blank: 0, unreadable: 0, pending: 10 })
  })
})
