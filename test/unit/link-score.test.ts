// Hand-made cases of the linkage model as shipped: who is joined, who is shown to a steward, who is left apart.
import { describe, expect, it } from 'vitest'
import { loadLinkageModel } from '../../pipeline/adapters/linkage-model.ts'
import { comparisons } from '../../pipeline/stages/link/compare.ts'
import { scorerOf } from '../../pipeline/stages/link/score.ts'
import type { LinkRecord } from '../../schemas/index.ts'
import { aLinkRecord } from '../support/link-records.ts'

const model = await loadLinkageModel()
const score = scorerOf(model)
const a = (given: Partial<LinkRecord> = {}) => aLinkRecord({ dossier: 'A', ...given })
const b = (given: Partial<LinkRecord> = {}) => aLinkRecord({ dossier: 'B', ...given })
const nowhere = { hometown: '', hometownCommune: '', hometownDistrict: '', hometownProvince: '', hometownUnits: [] }
const levelOf = (comparison: string, x: LinkRecord, y: LinkRecord) => comparisons[comparison]?.(x, y)

describe('two dossiers of one person', () => {
  it('are joined under one identity number, name and birth date, even where the tones were lost', () => {
    const citizenId = '008184001234'
    expect(score(a({ citizenId }), b({ citizenId })).band).toBe('same')
    expect(score(a({ citizenId }), b({ citizenId, fullName: 'NONG THI BICH DAO' })).band).toBe('same')
  })

  it('are shown to a steward under CMND and CCCD with the tones lost, though all else agrees', () => {
    const pair = score(
      a({ citizenId: '070123456', recruitmentDate: '2006-09-01' }),
      b({ citizenId: '008184001234', recruitmentDate: '2006-09-01', fullName: 'Nong Thi Bich Dao' }),
    )
    expect(pair).toMatchObject({ band: 'review' })
    expect(pair.veto).toBeUndefined()
  })

  it('are joined under CMND and CCCD by name, birth date, commune and the day of recruitment together', () => {
    const recruitmentDate = '2006-09-04'
    const pair = score(
      a({ citizenId: '070123456', recruitmentDate }),
      b({ citizenId: '008184001234', recruitmentDate }),
    )
    expect(pair.band).toBe('same')
    expect(pair.evidence).toContainEqual({ comparison: 'citizenId', level: 'otherKind', weight: 0 })
  })

  it('find their hometown again under the unit of today', () => {
    const now = { hometownCommune: 'Hùng Lợi Mới', hometownDistrict: '' }
    expect(levelOf('hometown', a(), b(now))).toBe('sameUnitNow')
    expect(levelOf('hometown', a(), b({ ...now, hometownUnits: ['02473', '02494'] }))).toBe('sameUnitNow')
  })

  it('but not under a name that another unit bears today', () => {
    expect(levelOf('hometown', a(), b({ hometownDistrict: '', hometownUnits: ['01108'] }))).toBe('sameProvince')
    expect(levelOf('hometown', a(), b({ hometownDistrict: '', hometownUnits: [] }))).toBe('sameCommune')
  })
})

describe('two people', () => {
  it('of one name and birth date are never joined by these alone, nor with one commune', () => {
    for (const given of [nowhere, {}]) {
      expect(score(a(given), b(given)).band).toBe('review')
      const common = { ...given, fullName: 'Nguyễn Thị Hương' }
      expect(score(a(common), b(common)).band).toBe('review')
    }
  })

  it('who are twins are never joined, and the steward is told why', () => {
    const twin = b({ fullName: 'Nông Thị Bích Huệ' })
    expect(score(a(), twin).band).not.toBe('same')
    const both = { recruitmentDate: '2006-09-01', partyAdmissionDate: '2010-05-19' }
    const pair = score(a(both), b({ ...both, fullName: 'Nông Thị Bích Huệ' }))
    expect(pair.band).toBe('review')
    expect(pair.veto).toContain('sinh đôi')
  })

  it('who are twins with names alike but for the tone are never joined without a common number', () => {
    const both = { recruitmentDate: '2006-09-01', partyAdmissionDate: '2010-05-19' }
    const [x, y] = [a({ ...both, fullName: 'Ma Thị Hương' }), b({ ...both, fullName: 'Ma Thị Hường' })]
    expect(score(x, y).band).toBe('review')
  })

  it('with two identity numbers of one kind are never joined, whatever else agrees', () => {
    const both = { recruitmentDate: '2006-09-04', partyAdmissionDate: '2010-05-19', socialInsuranceNo: '0802001234' }
    const far = score(a({ ...both, citizenId: '008184001234' }), b({ ...both, citizenId: '008184777777' }))
    expect(far.weight).toBeGreaterThan(model.matchAbove)
    expect(far.band).toBe('review')
    expect(far.veto).toContain('khác nhau')
    const near = score(a({ ...both, citizenId: '008184001234' }), b({ ...both, citizenId: '008184001235' }))
    expect(near.band).toBe('review')
    expect(near.veto).toContain('một chữ số')
  })

  it('under one number are always shown to a steward, however different they are', () => {
    const citizenId = '008184001234'
    const other = b({ ...nowhere, citizenId, fullName: 'Giàng A Chứ', birthDate: '1970-12-02', gender: 'Nam' })
    const pair = score(a({ citizenId }), other)
    expect(pair.weight).toBeLessThan(model.reviewAbove)
    expect(pair.band).toBe('review')
    expect(pair.veto).toContain('Cùng số')
  })

  it('of different gender, or born years apart where both years were well read, are not joined', () => {
    const citizenId = '008184001234'
    expect(score(a({ citizenId }), b({ citizenId, gender: 'Nam' })).band).toBe('review')
    expect(levelOf('birthDate', a(), b({ birthDate: '1994-03-17' }))).toBe('yearsApart')
    expect(levelOf('birthDate', a(), b({ birthDate: '1994-03-17', sure: [] }))).toBe('nearlySame')
  })
})

describe('the evidence', () => {
  it('of a common name is worth less than that of a rare one', () => {
    const weigh = (fullName: string) => score(a({ fullName }), b({ fullName })).weight
    expect(weigh('Nguyễn Văn An')).toBeLessThan(weigh('Giàng A Chứ') - 2)
  })

  it('of what one side does not tell is nothing', () => {
    const { evidence } = score(a({ birthDate: '', gender: '' }), b(nowhere))
    const silent = evidence.filter(({ level }) => level === 'missing')
    expect(silent.map(({ comparison }) => comparison)).toEqual(
      expect.arrayContaining(['birthDate', 'gender', 'hometown']),
    )
    expect(silent.every(({ weight }) => weight === 0)).toBe(true)
  })

  it('of a 1 January is little, since it often stands for an unknown day', () => {
    expect(levelOf('birthDate', a({ birthDate: '1960-01-01' }), b({ birthDate: '1960-01-01' }))).toBe('firstOfJanuary')
  })

  it('of dates: a year alone agrees, day and month may be swapped, one digit may be wrong', () => {
    const birthDate = (x: string, y: string) => levelOf('birthDate', a({ birthDate: x }), b({ birthDate: y }))
    expect(birthDate('1984', '1984-03-17')).toBe('yearAgrees')
    expect(birthDate('1984-03-07', '1984-07-03')).toBe('nearlySame')
    expect(birthDate('1984-03-17', '1984-03-11')).toBe('nearlySame')
    expect(birthDate('1984-03-17', '1984-11-29')).toBe('sameYear')
  })

  it('of names: where the tone stands is spelling, a dropped middle name is not another person', () => {
    const names = (x: string, y: string) => levelOf('fullName', a({ fullName: x }), b({ fullName: y }))
    expect(names('Lê Thúy Hòa', 'Lê Thuý Hoà')).toBe('exact')
    expect(names('Lê Thị Hoa', 'Lê Thị Hòa')).toBe('sameFolded')
    expect(names('Lê Thị Lan', 'Lê Thị Loan')).toBe('nearlySame')
    expect(names('Lê Thị Thu Hà', 'Lê Thu Hà')).toBe('middleDropped')
    expect(names('Lê Thị Thu Hà', 'Đỗ Thu Hà')).toBe('sameGiven')
    expect(names('Lê Văn Tuấn', 'Lê Minh Quang')).toBe('sameFamily')
  })
})

describe('the model', () => {
  it('has a word for people on every level, and names only levels that exist', () => {
    const levels = new Map(model.comparisons.map((one) => [one.comparison, one.levels.map(({ level }) => level)]))
    expect(model.comparisons.flatMap((one) => one.levels).every(({ vi }) => vi.length > 3)).toBe(true)
    const patterns = [
      ...model.sameWhen,
      ...model.vetoes.map(({ when }) => when),
      ...model.mustReview.map(({ when }) => when),
    ]
    for (const [comparison, accepted] of patterns.flatMap((pattern) => Object.entries(pattern)))
      expect(levels.get(comparison)).toEqual(expect.arrayContaining(accepted))
  })

  it('never lets name and birth date alone prove a person', () => {
    for (const pattern of model.sameWhen)
      expect(
        Object.keys(pattern).filter((comparison) => !['fullName', 'birthDate', 'gender'].includes(comparison)),
      ).not.toEqual([])
  })

  it('that names an unknown comparison is refused in words', () => {
    const levels = [{ level: 'x', m: 1, u: 1, vi: 'x' }]
    const strange = { ...model, comparisons: [{ comparison: 'shoeSize', vi: 'Cỡ giày', levels, termFrequency: [] }] }
    expect(() => scorerOf(strange)(a(), b())).toThrow('shoeSize')
  })
})
