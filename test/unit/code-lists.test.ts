import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { clearly } from '../../pipeline/core/knowledge/closest.ts'
import { flawsOfBasePay, flawsOfList, flawsOfRankTimes } from '../../pipeline/core/knowledge/list-flaws.ts'
import { CodeList } from '../../schemas/index.ts'

const { lists, pay, books } = loadKnowledge()

/** A list of the entries, with what else is said of it. */
const listOf = (entries: readonly unknown[], more: object = {}) =>
  CodeList.parse({ list: 'thử', vi: 'Thử', origin: 'thử', isVerified: false, entries, ...more })

describe('a code list that is wrong', () => {
  it.each([
    [
      'a code twice',
      [
        { code: '1', name: 'Nam' },
        { code: '1', name: 'Nữ' },
      ],
      'mã 1 có hai lần',
    ],
    ['an empty alias', [{ code: '1', name: 'Nam', aliases: [''] }], 'mã 1 có tên trống'],
    ['a name of its own twice', [{ code: '1', name: 'Hòa', aliases: ['Hoà'] }], 'mã 1 có một tên ghi hai lần'],
    [
      'an alias of two entries',
      [
        { code: '1', name: 'Tày', aliases: ['Thổ'] },
        { code: '2', name: 'Thổ' },
      ],
      'tên "thổ" chỉ nhiều mục (1, 2) mà không khai trong ambiguous',
    ],
    [
      'an end before the beginning',
      [{ code: '1', name: 'A', validFrom: '2020-01-01', validTo: '2019-12-31' }],
      'mã 1 có ngày hết trước ngày bắt đầu',
    ],
    [
      'a gap between followers',
      [
        { code: '1', name: 'A', series: 's', validTo: '2020-06-30' },
        { code: '2', name: 'B', series: 's', validFrom: '2020-08-01' },
      ],
      'mã 2 để trống thời gian so với mục trước của cùng loạt',
    ],
    [
      'an overlap between followers',
      [
        { code: '1', name: 'A', series: 's', validTo: '2020-06-30' },
        { code: '2', name: 'B', series: 's', validFrom: '2020-06-01' },
      ],
      'mã 2 chồng lên thời gian so với mục trước của cùng loạt',
    ],
  ])('is named with its entry: %s', (_title, entries, flaw) => {
    expect(flawsOfList(listOf(entries))).toEqual([flaw])
  })

  it('is seen by a second code system with holes', () => {
    const entries = [
      { code: '1', name: 'A', otherCodes: { x: '9' } },
      { code: '2', name: 'B' },
    ]
    expect(flawsOfList(listOf(entries, { otherSystems: { x: 'thử' } }))).toEqual(['mã 2 thiếu mã x'])
  })

  it('is seen by a rank whose periods leave a day out, and by base pay that falls', () => {
    const periods = [
      { name: 'A', group: 'B', validTo: '2021-07-31' },
      { name: 'A', group: 'A0', validFrom: '2021-08-02' },
    ]
    expect(flawsOfRankTimes({ code: '01.004', name: 'A', groups: ['B', 'A0'], periods })).toHaveLength(1)
    const amounts = [
      { from: '2023-07-01', amount: 1_800_000, basis: '' },
      { from: '2024-07-01', amount: 1_490_000, basis: '' },
    ]
    expect(flawsOfBasePay({ list: '', vi: '', origin: '', isVerified: false, amounts })).toHaveLength(1)
  })
})

describe('what the lists know', () => {
  it('keeps the two code systems of the peoples apart: Mường is 06, and 04 in the other', () => {
    expect(lists.ethnicity.exact('Mường')).toMatchObject({ code: '06', otherCodes: { census2009: '04' } })
  })

  it('gives the pay group of a rank by the day: a cán sự of 2020 is B, of 2022 A0', () => {
    const rank = pay.rank('01.004')
    const group = (at?: string) => rank && pay.groupsOf(rank, at)
    expect([group('2020-01-01'), group('2022-01-01'), group()]).toEqual([['B'], ['A0'], ['B', 'A0']])
  })

  it('knows what a coefficient was worth on a day', () => {
    expect([pay.baseAt('1990-01-01'), pay.baseAt('2023-06-30'), pay.baseAt('2024-07-01')]).toEqual([
      undefined,
      1_490_000,
      2_340_000,
    ])
  })

  it('ends giáng chức for công chức with June 2025', () => {
    const entry = lists.discipline.exact('Giáng chức')
    expect(entry?.appliesTo).toEqual([{ group: 'cong-chuc', validFrom: '2010-01-01', validTo: '2025-06-30' }])
  })

  it.each([
    ['Trường Đại học Sư phạm Việt Bắc', 'Trường Đại học Sư phạm - Đại học Thái Nguyên'],
    ['ĐH Nông nghiệp I Hà Nội', 'Học viện Nông nghiệp Việt Nam'],
    ['CĐSP Tuyên Quang', undefined],
    ['CĐ Sư phạm Tuyên Quang', 'Trường Đại học Tân Trào'],
  ])('finds a school by its initials and its former name: %s', (text, name) => {
    expect(lists.schools.exact(text)?.name).toBe(name)
  })

  it('finds a school misread only where one is clearly nearest', () => {
    expect(clearly(lists.schools.near('Trường Đại học Y khoa Thải Nguyên'))?.name).toContain('Y Dược')
    expect(clearly(lists.schools.near('Trường Cao đẳng Y tế Hà'))).toBeUndefined()
  })

  it('tells origin and whether anybody verified it at every entry it shows', () => {
    expect(books.length).toBeGreaterThan(20)
    for (const { entries } of books) for (const { origin } of entries) expect(origin).not.toBe('')
  })
})
