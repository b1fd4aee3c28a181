// Linking in the real database with the real engine: step by step as all at once, merges and splits kept as history.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { personHistory } from '../../pipeline/store/person-history.ts'
import { candidatePairs, linkageReport, linkedRecords } from '../../pipeline/store/pairs.ts'
import { province } from '../../samples/province.ts'
import type { StewardDecision } from '../../schemas/index.ts'
import { aLinkRecord } from '../support/link-records.ts'
import { draftOf, keepDecision, keepDrafts, linkStore } from '../support/register.ts'
import { emptyStore, type Scratch, scratchStore } from '../support/scratch.ts'

let scratch: Scratch
beforeAll(async () => {
  scratch = await scratchStore()
})
afterAll(() => scratch[Symbol.asyncDispose]())
beforeEach(() => emptyStore(scratch.store))

/** The number of pairs that the engine weighed. */
async function linkNow(): Promise<number> {
  let weighed = 0
  const report = await linkStore(scratch.store, scratch.folder, (line) => {
    const facts: { weighed?: number } = JSON.parse(line)
    weighed += facts.weighed ?? 0
  })
  expect(report.stages.flatMap(({ failed }) => failed)).toEqual([])
  return weighed
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

async function left() {
  const { database } = scratch.store
  const clusters = await database.cluster.findMany({ orderBy: { clusterId: 'asc' } })
  const pairs = await all(candidatePairs(database))
  return { clusters, pairs, linked: await all(linkedRecords(database)), report: await linkageReport(database) }
}

it('of a register that grew, changed and shrank equals linking it anew, and weighs only what is new', async () => {
  const { store } = scratch
  const drafts = [...province({ persons: 500, seed: 'e2e' })].map(({ record }) => draftOf(record))
  await keepDrafts(store, drafts.slice(0, 450))
  await linkNow()
  const changed = drafts.slice(40, 60).map((draft, at) => ({ ...draft, dossier: drafts[at]?.dossier ?? '' }))
  await keepDrafts(store, [...changed, ...drafts.slice(450)])
  await store.database.personDraft.deleteMany({
    where: { dossier: { in: drafts.slice(30, 40).map(({ dossier }) => dossier) } },
  })
  const second = await linkNow()
  const stepByStep = await left()
  await store.database.linkedRecord.deleteMany({})
  await store.database.stageRun.deleteMany({})
  expect(await linkNow()).toBeGreaterThan(second)
  expect(stepByStep).toEqual(await left())
  expect(stepByStep.report?.pairs.same).toBeGreaterThan(10)
})

it('keeps the id of a person through a merge and a split, and tells both as history', async () => {
  const { store } = scratch
  const decide = (kind: 'same' | 'different', day: string): StewardDecision => ({
    kind,
    decisionId: kind,
    dossier: 'A',
    other: 'B',
    steward: 'cán bộ 1',
    decidedAt: `2026-01-${day}T08:00:00Z`,
  })
  await keepDrafts(store, [
    draftOf(aLinkRecord({ dossier: 'A' })),
    draftOf(aLinkRecord({ dossier: 'B', fullName: 'Giàng A Chứ', birthDate: '1970-12-02', gender: 'Nam' })),
  ])
  const memberOf = async () => {
    const rows = await store.database.$queryRaw<{ dossier: string; personId: string }[]>`
      SELECT "dossier", "personId" FROM "CurrentMember" ORDER BY 1`
    return rows.map(({ personId }) => personId)
  }
  await linkNow()
  const [a, b] = await memberOf()
  await keepDecision(store, decide('same', '02'))
  await linkNow()
  expect(await memberOf()).toEqual([a, a])
  await keepDecision(store, decide('different', '03'))
  await linkNow()
  expect(await memberOf()).toEqual([a, b])
  const events = (await all(personHistory(store.database))).map(({ personId, event, dossier, other }) => [
    personId === a ? 'first' : 'second',
    event,
    dossier,
    other === undefined ? undefined : other === a ? 'first' : 'second',
  ])
  expect(events).toEqual(
    expect.arrayContaining([
      ['first', 'founded', 'A', undefined],
      ['first', 'joined', 'B', 'second'],
      ['first', 'left', 'B', 'second'],
      ['second', 'founded', 'B', undefined],
      ['second', 'left', 'B', 'first'],
      ['second', 'merged', undefined, 'first'],
      ['second', 'joined', 'B', 'first'],
    ]),
  )
  expect(events).toHaveLength(7)
  expect((await all(personHistory(store.database, b))).every(({ personId }) => personId === b)).toBe(true)
})
