// A paper marked secret closes its dossier: on a real database, the stages fake and quick. What is proved: nothing read of the
// dossier is kept, whenever the mark is seen and whatever happens meanwhile, and all of it comes back when it may.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { exitCodeOf, reportLines } from '../../pipeline/runner/report.ts'
import type { RunReport } from '../../pipeline/runner/run.ts'
import type { AnyStage } from '../../pipeline/runner/unit.ts'
import { statusOf } from '../../pipeline/store/status.ts'
import { validate } from '../../pipeline/stages/validate.ts'
import { PageImage, PageText } from '../../schemas/index.ts'
import { changed, executed, type FakeRuns, fakeRuns } from '../support/fake-run.ts'
import { type Scratch, scratchStore } from '../support/scratch.ts'

let scratch: Scratch
let runs: FakeRuns
beforeAll(async () => {
  scratch = await scratchStore()
  runs = fakeRuns(scratch)
})
afterAll(() => scratch[Symbol.asyncDispose]())
beforeEach(() => runs.begin())

const Input = z.object({ image: PageImage })
const Told = z.object({ dossier: z.string().optional(), dossiers: z.array(z.string()).optional(), held: z.boolean() })
const Record = Told.extend({
  documents: z.array(z.unknown()),
  values: z.record(z.string(), z.looseObject({ status: z.string() })),
  findings: z.array(z.looseObject({ code: z.string() })),
})

/** The rules are the real ones: what they say of a closed dossier is part of the proof. */
const judged: typeof changed = (name, change) =>
  changed(name, change).map((stage) => (stage.name === 'validate' ? validate : stage))

/** Pages of files named so bear the mark; `before` sees each page before it is recognised. */
const marking = (before: (pageId: string) => void | Promise<void> = () => undefined): AnyStage[] =>
  judged('recognize', (stage) => ({
    run: async (input, tools) => {
      const { pageId } = Input.parse(input).image
      await before(pageId)
      const text = PageText.parse(await stage.run(input, tools))
      return pageId.includes('secret') ? { ...text, secret: 'secret' } : text
    },
  }))

/** Everything the database holds of the pages of a dossier, but the facts that it is there and that it is secret. */
async function readingsOf(dossier: string): Promise<string[]> {
  const { database } = scratch.store
  const of = { startsWith: `${dossier}/` }
  const counts = {
    images: await database.pageImage.count({ where: { pageId: of } }),
    texts: await database.pageText.count({ where: { pageId: of } }),
    documents: await database.document.count({ where: { dossier } }),
    fields: await database.fieldReading.count({ where: { documentId: { startsWith: `${dossier}@` } } }),
    ledger: await database.stageRun.count({ where: { stage: { in: ['render', 'recognize'] }, unitId: of } }),
  }
  return Object.entries(counts).flatMap(([what, count]) => (count > 0 ? [`${count} ${what}`] : []))
}

async function allow(mayHoldSecret: boolean): Promise<void> {
  await scratch.store.database.agency.update({ where: { code: 'TQ' }, data: { mayHoldSecret } })
}

async function record(dossier: string) {
  const all = z.array(z.looseObject({})).parse(JSON.parse(await runs.told()))
  return Record.parse(all.find((each) => each.dossier === dossier && 'documents' in each))
}

const sum = (...parts: readonly number[]) => parts.reduce((total, part) => total + part, 0)
function expectSums({ status: { pages, fates } }: RunReport): void {
  expect(sum(pages.recognized, pages.blank, pages.unreadable)).toBe(pages.total)
  expect(sum(...Object.values(fates))).toBe(pages.total)
  expect(pages.pending).toBe(0)
}

describe('a dossier with a paper marked secret', () => {
  it('is there, held, without any value, and says what to do; the others are as they were', async () => {
    await runs.deliver('Dân/1.pdf')
    await runs.deliver('Dân/2 secret.pdf')
    const report = await runs.run({ stages: marking() })
    expect(await readingsOf('Dân')).toEqual([])
    const { held, values, documents, findings } = await record('Dân')
    expect([held, documents, findings.map(({ code }) => code)]).toEqual([true, [], ['secret_paper_refused']])
    expect(Object.values(values).filter(({ status }) => status !== 'missing')).toEqual([])
    expect((await record('An')).documents).toHaveLength(2)
    expect(await scratch.store.database.goldenRecord.count()).toBe(3)
    expectSums(report)
    expect(report.status.fates).toMatchObject({ unreadable: 4, document: 5 })
    expect(report.status.closed).toEqual([{ dossier: 'Dân', level: 'secret', pages: [3] }])
    expect(reportLines(report, 'vi')).toContain('  Dân: TỐI MẬT, trang 3')
    expect(exitCodeOf(report)).toBe(1)
  })

  it('is read no further once the mark is seen', async () => {
    for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) await runs.deliver(`Dân/${number}.pdf`)
    await runs.deliver('Dân/0 secret.pdf')
    const seen: string[] = []
    await runs.run({ stages: marking((pageId) => void seen.push(pageId)) })
    // Two pages are at work at once, and the next is loaded while the mark is being written.
    expect(seen.filter((pageId) => pageId.startsWith('Dân/')).length).toBeLessThanOrEqual(3)
  })

  it('keeps nothing of a page that was being read while the mark was seen', async () => {
    await runs.deliver('Dân/1.pdf')
    await runs.deliver('Dân/0 secret.pdf')
    const { database } = scratch.store
    const stages = marking(async (pageId) => {
      // The other page waits until the mark is in the database.
      while (pageId === 'Dân/1.pdf#1' && (await database.secretPaper.count()) === 0) await Promise.resolve()
    })
    await runs.run({ stages })
    expect(await readingsOf('Dân')).toEqual([])
  })

  it('loses what was told of it before, and of its person, when the mark comes late', async () => {
    await runs.run({ stages: marking() })
    expect(await readingsOf('An~2')).not.toEqual([])
    await writeFile(join(scratch.folder, 'scans', 'An.pdf'), 'other bytes')
    const stages = judged('recognize', (stage) => ({
      version: 2,
      run: async (input, tools) => {
        const text = PageText.parse(await stage.run(input, tools))
        return text.pageId.startsWith('An~2/') ? { ...text, secret: 'topSecret' } : text
      },
    }))
    const stop = new AbortController()
    const stopping = stages.map((stage) =>
      stage.name !== 'classify' ? stage : { ...stage, run: () => (stop.abort(), Promise.reject(new Error('stopped'))) },
    )
    expect(exitCodeOf(await runs.run({ stages: stopping, signal: stop.signal }))).toBe(5)
    expect(await readingsOf('An~2')).toEqual([])
    const { database } = scratch.store
    expect(await database.personDraft.count({ where: { dossier: 'An~2' } })).toBe(0)
    expect(await database.finding.count({ where: { subject: 'An~2' } })).toBe(0)
    expect(await database.goldenRecord.count()).toBe(2)
    expectSums(await runs.run({ stages }))
    expect(await database.goldenRecord.count()).toBe(3)
    expect((await record('An~2')).held).toBe(true)
  })

  it('is taken up when its agency may hold secret papers, and emptied when it no longer may', async () => {
    await runs.deliver('Dân/1.pdf')
    await runs.deliver('Dân/2 secret.pdf')
    await runs.run({ stages: marking() })
    await allow(true)
    const open = await runs.run({ stages: marking() })
    expect(executed(open)).toMatchObject({ render: 4, recognize: 2, classify: 1, extract: 2 })
    expect((await record('Dân')).documents).toHaveLength(2)
    expect((await record('Dân')).findings.map(({ code }) => code)).toContain('secret_paper_kept')
    expect(executed(await runs.run({ stages: marking() }))).toEqual({})
    await allow(false)
    expectSums(await runs.run({ stages: marking() }))
    expect(await readingsOf('Dân')).toEqual([])
    expect((await record('Dân')).documents).toEqual([])
  })

  it('is taken up when another paper lies where the secret one lay, not when the file is merely touched', async () => {
    await runs.deliver('Dân/2 secret.pdf')
    await runs.run({ stages: marking() })
    await runs.deliver('Dân/2 secret.pdf')
    expect((await runs.run({ stages: marking() })).status.closed).toHaveLength(1)
    await writeFile(join(scratch.folder, 'scans', 'Dân', '2 secret.pdf'), 'a substitute sheet')
    const report = await runs.run()
    expect(report.status.closed).toEqual([])
    expect((await record('Dân')).documents).toHaveLength(1)
  })

  it('gives the same as an undisturbed run when the run was stopped before, at or after the mark', async () => {
    const deliver = async () => {
      await runs.begin()
      for (const name of ['1', '2 secret', '3']) await runs.deliver(`Dân/${name}.pdf`)
    }
    await deliver()
    await runs.run({ stages: marking() })
    const undisturbed = [await runs.told(), JSON.stringify(await statusOf(scratch.store.database))]
    for (const at of ['Dân/1.pdf#1', 'Dân/2 secret.pdf#1', 'Dân/3.pdf#1']) {
      await deliver()
      const stop = new AbortController()
      await runs.run({ stages: marking((pageId) => (pageId === at ? stop.abort() : undefined)), signal: stop.signal })
      await runs.run({ stages: marking() })
      expect([await runs.told(), JSON.stringify(await statusOf(scratch.store.database))]).toEqual(undisturbed)
    }
    await rm(join(scratch.folder, 'scans', 'Dân'), { recursive: true })
  })
})
