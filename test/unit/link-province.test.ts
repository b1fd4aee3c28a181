// The whole of linking on small invented provinces, with the real engine: the short form of `npm run link:province`.
import { describe, expect, it } from 'vitest'
import { bandCounts, curveOf, measureLinking } from '../../samples/province/measure.ts'
import { poissonInterval } from '../../samples/province/poisson.ts'
import { province } from '../../samples/province.ts'
import { expectedWrong } from '../../pipeline/core/linkage/chance.ts'
import type { ScoredPair } from '../../pipeline/core/stage.ts'
import type { LinkageModel, LinkRecord, StewardDecision } from '../../schemas/index.ts'
import { aLinkRecord } from '../support/link-records.ts'
import { linkageModel, linked, loaded } from '../support/linking.ts'

describe('a province of 6,000', () => {
  it('with numbers: 98 of 100 true pairs are found with at most one false pair, and nobody is joined wrongly', async () => {
    const measured = await measureLinking([...province({ persons: 6000, seed: 'ci' })], linkageModel)
    expect(curveOf(measured, 1 - 1 / measured.truePairs).recall).toBeGreaterThanOrEqual(0.98)
    expect(measured.wronglyJoined).toBe(0)
    const { right } = bandCounts(measured, 'same')
    expect(right / measured.truePairs).toBeGreaterThan(0.65)
    const [low, high] = poissonInterval(bandCounts(measured, 'same').wrong)
    expect(measured.report.expectedWrong).toBeGreaterThanOrEqual(low)
    expect(measured.report.expectedWrong).toBeLessThanOrEqual(high)
  })

  it('without any number: F1 is at least 0.977', async () => {
    const papers = [...province({ persons: 6000, seed: 'ci', hasNumbers: false })]
    expect(curveOf(await measureLinking(papers, linkageModel), 0.999).bestF1).toBeGreaterThanOrEqual(0.977)
  })
})

describe('the estimate of wrong merges', () => {
  /** Evidence that is no proof, so that there is something to count. */
  const weak = (when: LinkageModel['sameWhen'][number]['when'], agreeing: Record<string, string[]>) => ({
    ...linkageModel,
    matchAbove: -50,
    vetoes: [],
    sameWhen: [{ class: 'X', vi: '', when, namesAtMost: {}, chance: { strata: ['gender'], agreeing, vetoedBy: [] } }],
  })

  it('of strangers who share name, gender and birth year is what the truth says', async () => {
    const papers = [...province({ persons: 4000, seed: 'strangers' })]
    await using table = await loaded(papers.map(({ record }) => record))
    /** Pairs of papers of different people that agree on a text made of them; an empty one agrees with nothing. */
    const strangersBy = (textOf: (record: LinkRecord) => string) => {
      const groups = new Map<string, number[]>()
      for (const { record, person } of papers) {
        const text = textOf(record)
        if (text !== '') groups.set(text, [...(groups.get(text) ?? []), person])
      }
      const count = (group: number[]) =>
        group.reduce((sum, x, at) => sum + group.slice(at + 1).filter((y) => y !== x).length, 0)
      return [...groups.values()].reduce((sum, group) => sum + count(group), 0)
    }
    const found: ScoredPair[] = []
    for await (const pair of table.pairs(linkageModel)) found.push(pair)
    const expectedFor = async (when: LinkageModel['otherName'], agreeing: Record<string, string[]>) =>
      (await expectedWrong(weak(when ?? {}, agreeing), table, found, () => 1))[0]?.expected
    const byName = await expectedFor(
      { fullName: ['exact'], birthDate: ['exact', 'yearAgrees', 'sameYear'] },
      { fullName: ['fullName'], birthDate: ['birthYear'] },
    )
    const trueByName = strangersBy(({ fullName, gender, birthDate }) =>
      gender && birthDate ? [fullName, gender, birthDate.slice(0, 4)].join() : '',
    )
    expect(byName).toBeGreaterThan(trueByName * 0.7)
    expect(byName).toBeLessThan(trueByName * 1.3)
  })

  it('closes a class that chance would bring about too often, and its pairs go to a steward', async () => {
    const papers = [...province({ persons: 4000, seed: 'closed' })]
    const agreeing = { fullName: ['fullName'], birthDate: ['birthYear'] }
    const model = weak({ fullName: ['exact'], birthDate: ['exact', 'yearAgrees', 'sameYear'] }, agreeing)
    const { report, pairs } = await linked(
      papers.map(({ record }) => record),
      { model },
    )
    expect(report.classes[0]).toMatchObject({ class: 'X', isOpen: false })
    expect(report.expectedWrong).toBe(0)
    expect(pairs.filter(({ band }) => band === 'same')).toEqual([])
    expect(pairs.some(({ veto }) => veto?.includes('trùng ngẫu nhiên'))).toBe(true)
  })
})

it('gives the same pairs and clusters whatever the order of the register', async () => {
  const records = [...province({ persons: 300, seed: 'order' })].map(({ record }) => record)
  const { pairs, clusters } = await linked([...records].reverse())
  const { pairs: same, clusters: as } = await linked(records)
  expect({ pairs, clusters }).toEqual({ pairs: same, clusters: as })
})

it('does not let a number join two when it stands under a third name too', async () => {
  const citizenId = '070123456'
  const [a, b] = ['A', 'B'].map((dossier) => aLinkRecord({ dossier, citizenId, recruitmentDate: '' }))
  const other = aLinkRecord({
    dossier: 'C',
    citizenId,
    fullName: 'Giàng A Chứ',
    birthDate: '1970-12-02',
    gender: 'Nam',
  })
  if (!a || !b) throw new Error('two records')
  const apart = {
    ...b,
    hometown: '',
    hometownUnits: [],
    hometownCommune: '',
    hometownDistrict: '',
    hometownProvince: '',
  }
  expect((await linked([a, apart])).pairs[0]).toMatchObject({ band: 'same', class: 'A' })
  const [pair] = (await linked([a, apart, other])).pairs
  expect(pair).toMatchObject({ a: 'A', b: 'B', band: 'review' })
  expect(pair?.veto).toContain('người khác tên')
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
    (await linked(records, { decisions })).clusters.map(({ dossiers }) => dossiers.join(''))
  expect(await membersOf([])).toEqual(['AB', 'C'])
  expect(await membersOf([parted])).toEqual(['A', 'B', 'C'])
  expect(await membersOf([parted, joined])).toEqual(['AC', 'B'])
  expect((await linked(records, { decisions: [{ ...joined, other: 'not here any more' }] })).clusters).toHaveLength(2)
})
