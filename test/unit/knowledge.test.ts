import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { flawsOfEntries, flawsOfPay, flawsOfPlaces, flawsOfRanks } from '../../pipeline/core/knowledge/flaws.ts'
import { choiceLists, PayList, PlaceList, RankList } from '../../schemas/index.ts'

const knowledge = loadKnowledge()
const listed = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../schemas/code-lists/${name}.json`, import.meta.url), 'utf8'))

describe('the lists that ship', () => {
  it.each(choiceLists)('%s: each official name is found by itself, whatever its case', (list) => {
    const index = knowledge.lists[list]
    for (const entry of index.entries) {
      expect(index.exact(entry.name)).toBe(entry)
      expect(index.exact(entry.name.toUpperCase())).toBe(entry)
      expect(index.folded(entry.name)).toContain(entry)
    }
  })

  it('has the 54 ethnic groups by the codes of 1979, in which Thổ is 24 and Hmông 08', () => {
    const { entries, exact } = knowledge.lists.ethnicity
    expect(entries.filter(({ code }) => Number(code) <= 54)).toHaveLength(54)
    expect([exact('Thổ')?.code, exact('Mông')?.code, exact('Pà Thẻn')?.code]).toEqual(['24', '08', '46'])
  })

  it('knows the pay of a rank: step 5 of a chuyên viên is 3,66', () => {
    const rank = knowledge.pay.rank('01.003')
    expect(rank).toMatchObject({ name: 'Chuyên viên', group: 'A1' })
    expect(knowledge.pay.group(rank?.group ?? '')?.coefficients[4]).toBe(3.66)
  })

  it('leaves the group of a cán sự open, since a circular of 2021 moved it', () => {
    expect(knowledge.pay.rank('01.004')).toMatchObject({ groups: ['B', 'A0'] })
    expect(knowledge.pay.rank('01.004')).not.toHaveProperty('group')
  })

  it('knows 63 provinces of the citizen number', () => {
    expect(knowledge.citizenPlaces.province('002')).toBe('Hà Giang')
    expect(knowledge.citizenPlaces.province('008')).toBe('Tuyên Quang')
    expect(knowledge.citizenPlaces.province('003')).toBeUndefined()
  })

  it('has a digest that is the same at every load', () => {
    expect(loadKnowledge().digest).toBe(knowledge.digest)
  })
})

describe('a list copied wrong', () => {
  it('is seen by its step: the A1 scale of a public table has 3,36 for 3,66', () => {
    const pay = PayList.parse(listed('pay-nd204'))
    const misprinted = pay.groups.map((group) => ({
      ...group,
      coefficients: group.coefficients.map((coefficient) =>
        group.group === 'A1' && coefficient === 3.66 ? 3.36 : coefficient,
      ),
    }))
    expect(flawsOfPay({ ...pay, groups: misprinted })).toEqual(['nhóm A1 có bước nhảy không đều'])
  })

  it('is seen by a code that stands twice, an empty name, a pay group nobody knows', () => {
    const { groups } = PayList.parse(listed('pay-nd204'))
    const ranks = RankList.parse(listed('ranks'))
    const [first] = ranks.entries
    expect(flawsOfRanks({ ...ranks, entries: [...ranks.entries, ...(first ? [first] : [])] }, groups)).toHaveLength(1)
    expect(flawsOfRanks({ ...ranks, entries: [{ code: '99.999', name: ' ', group: 'A9' }] }, groups)).toHaveLength(2)
    expect(flawsOfEntries([{ code: '1', name: 'Nam', aliases: [''] }])).toEqual(['mã 1 có tên trống'])
  })

  it('is seen by a commune that became one nobody knows', () => {
    const places = PlaceList.parse(listed('places'))
    const before = places.before.map((province) => ({ ...province, now: '00' }))
    expect(flawsOfPlaces({ ...places, before })).toHaveLength(63)
    expect(flawsOfPlaces({ ...places, now: places.now.slice(1) }).length).toBeGreaterThan(100)
  })
})
