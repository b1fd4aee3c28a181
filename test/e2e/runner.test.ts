// The runner on a real database; the stages fake and quick. What is proved: skipping, going on, resuming to the same bytes.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { BrokenContract, EngineFailure, EnvironmentError } from '../../pipeline/core/errors.ts'
import { exitCodeOf } from '../../pipeline/runner/report.ts'
import { changed, executed, type FakeRuns, fakeRuns } from '../support/fake-run.ts'
import { fakeStages } from '../support/fake-stages.ts'
import { emptyStore, type Scratch, scratchStore } from '../support/scratch.ts'

let scratch: Scratch
let runs: FakeRuns

beforeAll(async () => {
  scratch = await scratchStore()
  runs = fakeRuns(scratch)
})
afterAll(() => scratch[Symbol.asyncDispose]())
beforeEach(() => runs.begin())

describe('a run', () => {
  it('gives folders and files their dossier ids, and the later of two equal ones a ~2', async () => {
    await runs.run()
    const dossiers = await scratch.store.database.dossier.findMany({ orderBy: { dossier: 'asc' } })
    expect(dossiers.map(({ dossier, entry }) => [dossier, entry])).toEqual([
      ['An', 'An/'],
      ['An~2', 'An.pdf'],
      ['Bình', 'Bình/'],
      ['Chi', 'Chi.pdf'],
    ])
  })

  it('numbers the pages of a dossier by its files as a person would sort them', async () => {
    await runs.run()
    const told: unknown = JSON.parse(await runs.told())
    expect(told).toMatchObject([
      {
        dossier: 'An',
        documents: [
          { document: 'An@An/2.pdf#1', pages: [1] },
          { document: 'An@An/10.pdf#1', pages: [3] },
        ],
      },
      {},
      {},
      {},
      {},
      {},
      {},
    ])
  })

  it('goes on past a scan that cannot be read, marks its dossier, and ends with 1', async () => {
    const report = await runs.run()
    const failed = report.stages.flatMap((stage) => stage.failed)
    expect(failed.map(({ stage, unitId, error }) => [stage, unitId, error])).toEqual([
      ['intake', 'Bình/broken.pdf', 'UnreadableInput'],
    ])
    expect(exitCodeOf(report)).toBe(1)
    const draft = await scratch.store.database.personDraft.findUniqueOrThrow({ where: { dossier: 'Bình' } })
    expect(draft.body).toMatchObject({ marks: [{ kind: 'scan_unreadable', subject: 'Bình/broken.pdf' }] })
  })

  it('does nothing the second time, and tells the failed scan again', async () => {
    await runs.run()
    const again = await runs.run()
    expect(executed(again)).toEqual({})
    expect(exitCodeOf(again)).toBe(1)
  })

  it('takes in what is new in the same folder and leaves the rest as it was', async () => {
    await runs.run()
    await runs.deliver('Dũng.pdf')
    expect(executed(await runs.run())).toEqual({
      intake: 1,
      render: 2,
      recognize: 1,
      classify: 1,
      extract: 1,
      assemble: 1,
      validate: 2,
      link: 1,
      consolidate: 1,
      revalidate: 2,
    })
    expect(await scratch.store.database.batch.count()).toBe(1)
  })

  it('runs only the rules that know today when the day has changed', async () => {
    await runs.run()
    expect(executed(await runs.run({ today: '2026-11-23' }))).toEqual({ validate: 4, revalidate: 3 })
    expect(await scratch.store.database.finding.count({ where: { stage: 'validate' } })).toBe(8)
  })

  it('removes what a document left behind when its pages no longer make one', async () => {
    await runs.run()
    await runs.run({ stages: changed('classify', () => ({ version: 2, run: () => ({ documents: [], fates: [] }) })) })
    const { database } = scratch.store
    expect(await database.document.count()).toBe(0)
    expect(await database.fieldReading.count()).toBe(0)
    expect(await database.stageRun.count({ where: { stage: 'extract' } })).toBe(0)
  })

  it('marks both dossiers when the same bytes come twice', async () => {
    await runs.run()
    const { database } = scratch.store
    const { sha256 } = await database.delivered.findUniqueOrThrow({ where: { scanId: 'Chi/Chi.pdf' } })
    await database.delivered.update({ where: { scanId: 'An~2/An.pdf' }, data: { sha256 } })
    await runs.run()
    for (const dossier of ['An~2', 'Chi']) {
      const draft = await database.personDraft.findUniqueOrThrow({ where: { dossier } })
      expect(draft.body).toMatchObject({ marks: [{ kind: 'scan_delivered_twice' }] })
    }
  })

  it('tries an engine that failed once more, and again in the next run', async () => {
    let calls = 0
    const stages = changed('recognize', (stage) => ({
      run: (input, tools) => {
        if (JSON.stringify(input).includes('Chi.pdf') && ++calls <= 2)
          throw new EngineFailure('Máy nhận dạng dừng. Hãy chạy lại.')
        return stage.run(input, tools)
      },
    }))
    const first = await runs.run({ stages })
    expect(first.stages.flatMap(({ failed }) => failed).map(({ unitId }) => unitId)).toEqual([
      'Bình/broken.pdf',
      'Chi/Chi.pdf#1',
    ])
    expect(calls).toBe(2)
    expect(executed(await runs.run({ stages }))).toMatchObject({ recognize: 1, classify: 1 })
  })

  it('goes on past an error nobody foresaw and ends with 4, without telling what it was reading', async () => {
    const stages = changed('extract', () => ({
      run: () => {
        throw new TypeError('Nguyễn Thị Bí Mật')
      },
    }))
    const report = await runs.run({ stages })
    expect(exitCodeOf(report)).toBe(4)
    expect(report.stages.map(({ stage }) => stage)).toContain('revalidate')
    expect(JSON.stringify(report)).not.toContain('Bí Mật')
  })

  it('stops at an output that is not its shape', async () => {
    await expect(runs.run({ stages: changed('render', () => ({ run: () => ({ pageId: 1 }) })) })).rejects.toThrow(
      BrokenContract,
    )
  })

  it('is refused while another one is going', async () => {
    await scratch.store.runAlone(() => expect(runs.run()).rejects.toThrow(EnvironmentError))
  })
})

describe('a run that is stopped', () => {
  it.each(fakeStages.map(({ name }) => name))(
    'inside %s and run again gives the same records and persons as one that was not',
    async (name) => {
      await runs.run()
      const undisturbed = await runs.told()
      await emptyStore(scratch.store)
      let units = 0
      const stop = new AbortController()
      const stages = changed(name, (stage) => ({
        run: (input, tools) => {
          if (++units < 2 && name !== 'link') return stage.run(input, tools)
          stop.abort()
          throw new Error('stopped')
        },
      }))
      expect(exitCodeOf(await runs.run({ stages, signal: stop.signal }))).toBe(5)
      await runs.run()
      expect(await runs.told()).toBe(undisturbed)
    },
  )
})
