// What the database itself promises: shapes come back as they went in, history is only added to, counts add up.
import * as fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { fromRow, records, toRow } from '../../pipeline/store/records.ts'
import { statusOf } from '../../pipeline/store/status.ts'
import { arbitraryOf } from '../support/arbitrary-of.ts'
import { changed, type FakeRuns, fakeRuns } from '../support/fake-run.ts'
import { fakeStages } from '../support/fake-stages.ts'
import { type Scratch, scratchStore } from '../support/scratch.ts'

let scratch: Scratch
let runs: FakeRuns

beforeAll(async () => {
  scratch = await scratchStore()
  runs = fakeRuns(scratch)
})
afterAll(() => scratch[Symbol.asyncDispose]())
beforeEach(() => runs.begin())

/** Any of them; the property hands each only values of its own shape. */
interface AnyKept {
  readonly shape: z.ZodType
  keys(value: unknown): object
}

describe('a shape that was kept', () => {
  const shapes: [string, AnyKept][] = Object.entries(records)
  it.each(shapes)('as %s comes back from the database as it went in', async (_name, record) => {
    await fc.assert(
      fc.asyncProperty(arbitraryOf(record.shape), async (value) => {
        const { body } = toRow(record, value)
        const rows = await scratch.store.database.$queryRaw<
          { body: unknown }[]
        >`SELECT ${JSON.stringify(body)}::jsonb AS body`
        expect(rows.map((row) => fromRow(record, row))).toEqual([value])
      }),
      { numRuns: 15 },
    )
  })
})

describe('persons', () => {
  const personIds = async () =>
    (await scratch.store.database.goldenRecord.findMany({ orderBy: { personId: 'asc' } })).map(
      ({ personId }) => personId,
    )

  it('merged keep the id that was given first, and parted again get their own back', async () => {
    await runs.run()
    const { database } = scratch.store
    const given = await database.person.findMany({ orderBy: { rowVersion: 'asc' } })
    expect(given.map(({ founder }) => founder)).toEqual(['An', 'Bình', 'Chi'])
    const all = { clusterId: 'c', dossiers: ['An', 'An~2', 'Bình', 'Chi'], needsReview: false }
    const report = {
      model: 1,
      records: 4,
      pairs: { same: 0, review: 0 },
      classes: [],
      expectedWrong: 0,
      splitBlocks: 0,
    }
    const joined = { pairs: [], clusters: [all], linked: [], report }
    await runs.run({ stages: changed('link', () => ({ version: 2, run: () => joined })) })
    expect(await personIds()).toEqual([given[0]?.personId])
    const aliases = await database.personAlias.findMany({ orderBy: { rowVersion: 'asc' } })
    expect(aliases.map(({ alias, personId }) => [alias, personId])).toEqual(
      given.slice(1).map(({ personId }) => [personId, given[0]?.personId]),
    )
    await runs.run()
    expect(await personIds()).toEqual(given.map(({ personId }) => personId).sort())
    expect(await database.person.count()).toBe(3)
  })
})

describe('what may only be added to', () => {
  const columns = {
    Person: 'agency',
    PersonDossier: 'personId',
    PersonAlias: 'personId',
    StewardDecision: 'dossier',
    Receipt: 'personId',
  }
  it.each(Object.entries(columns))('refuses to change or lose a row: %s', async (table, column) => {
    for (const change of [
      `DELETE FROM "${table}"`,
      `TRUNCATE "${table}" CASCADE`,
      `UPDATE "${table}" SET "${column}" = 'x'`,
    ]) {
      await expect(scratch.store.database.$executeRawUnsafe(change)).rejects.toThrow(/only ever added/u)
    }
  })
})

describe('the status', () => {
  it('has two sums over the pages that equal the total', async () => {
    await runs.run()
    const { pages, fates, dossiers, held, scans } = await statusOf(scratch.store.database)
    expect(pages).toEqual({ total: 10, recognized: 5, blank: 5, unreadable: 0, pending: 0 })
    expect(fates).toEqual({ document: 5, blank: 5, separator: 0, orphan: 0, unreadable: 0 })
    expect({ dossiers, held, scans }).toEqual({ dossiers: 4, held: 4, scans: { delivered: 6, unreadable: 1 } })
  })

  it('counts a page that is not classified yet apart from the total', async () => {
    await runs.run({ stages: fakeStages.slice(0, 3) })
    const { pages } = await statusOf(scratch.store.database)
    expect(pages).toEqual({ total: 0, recognized: 0, blank: 0, unreadable: 0, pending: 10 })
  })
})
