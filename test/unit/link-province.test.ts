// The whole stage on an invented province, with the real DuckDB: nobody is merged wrongly, almost nobody is overlooked.
import { expect, it } from 'vitest'
import { duckdbPairFinder } from '../../pipeline/adapters/duckdb.ts'
import { loadLinkageModel } from '../../pipeline/adapters/linkage-model.ts'
import { blockingKeys } from '../../pipeline/stages/link/block.ts'
import { link } from '../../pipeline/stages/link/link.ts'
import type { CandidatePair, LinkRecord, StewardDecision } from '../../schemas/index.ts'
import { aLinkRecord, aProvince, truthKey } from '../support/link-records.ts'
import { toolsWith } from '../support/tools.ts'

const linkageModel = await loadLinkageModel()

async function* each<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items
}

function linked(records: readonly LinkRecord[], decisions: StewardDecision[] = []) {
  const tools = toolsWith({
    linkageModel,
    pairFinder: duckdbPairFinder(),
    register: {
      linkRecords: () => each(records),
      records: () => each([]),
      persons: () => each([]),
      pages: () => Promise.resolve([]),
    },
    log: { info: () => undefined, warn: () => undefined },
    signal: new AbortController().signal,
  })
  return link.run({ register: { digest: '', dossiers: records.length }, decisions }, tools)
}

const inTruth = (truth: ReadonlySet<string>) => (pair: CandidatePair) => truth.has(truthKey(pair.a, pair.b))

it('joins nobody wrongly among 2,000 people with twins and namesakes, and shows the rest to a steward', async () => {
  const { records, truth } = aProvince(2000, 20)
  const { pairs, clusters } = await linked(records)
  const same = pairs.filter(({ band }) => band === 'same')
  const shown = pairs.filter(({ band }) => band !== 'distinct')
  expect(same.filter((pair) => !inTruth(truth)(pair))).toEqual([])
  expect(same.length / truth.size).toBeGreaterThan(0.5)
  expect(shown.filter(inTruth(truth)).length / truth.size).toBeGreaterThan(0.97)
  expect(clusters.flatMap(({ dossiers }) => dossiers).sort()).toEqual(records.map(({ dossier }) => dossier).sort())
})

it('finds at least 98 of 100 true pairs by blocking', async () => {
  const { records, truth } = aProvince(2000, 21)
  async function* blocked() {
    for (const record of records) yield { record, keys: blockingKeys(record, linkageModel.blocking) }
  }
  const found = new Set<string>()
  const limits = { maxBlock: linkageModel.maxBlock, onSkipped: () => undefined }
  for await (const [x, y] of duckdbPairFinder().pairs(blocked(), limits)) found.add(truthKey(x.dossier, y.dossier))
  expect([...truth].filter((pair) => found.has(pair)).length / truth.size).toBeGreaterThanOrEqual(0.98)
})

it('gives the same pairs and clusters whatever the order of the register', async () => {
  const { records } = aProvince(300, 22)
  expect(await linked([...records].reverse())).toEqual(await linked(records))
})

it("joins and parts by the steward's word, also where blocking never brings the two together", async () => {
  const citizenId = '008184001234'
  const records = [
    aLinkRecord({ dossier: 'A', citizenId }),
    aLinkRecord({ dossier: 'B', citizenId }),
    aLinkRecord({ dossier: 'C', fullName: 'Giàng A Chứ', birthDate: '1970', gender: '', hometownUnits: [] }),
  ]
  const head = { steward: 'cán bộ 1', decidedAt: '2026-01-02T08:00:00Z' }
  const parted = { ...head, kind: 'different', decisionId: 'd1', dossier: 'A', other: 'B' } as const
  const joined = { ...head, kind: 'same', decisionId: 'd2', dossier: 'C', other: 'A' } as const
  const membersOf = async (decisions: StewardDecision[]) =>
    (await linked(records, decisions)).clusters.map(({ dossiers }) => dossiers.join(''))
  expect(await membersOf([])).toEqual(['AB', 'C'])
  expect(await membersOf([parted])).toEqual(['A', 'B', 'C'])
  expect(await membersOf([parted, joined])).toEqual(['AC', 'B'])
  expect((await linked(records, [{ ...joined, other: 'not here any more' }])).clusters).toHaveLength(2)
})
