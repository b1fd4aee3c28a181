// Hand-made cases of the linkage model as shipped: who is joined, who is shown to a steward, who is left apart.
import { describe, expect, it } from 'vitest'
import type { LinkRecord } from '../../schemas/index.ts'
import { aLinkRecord } from '../support/link-records.ts'
import { linkageModel, weighed } from '../support/linking.ts'

const score = weighed
const model = linkageModel
const a = (given: Partial<LinkRecord> = {}) => aLinkRecord({ dossier: 'A', ...given })
const b = (given: Partial<LinkRecord> = {}) => aLinkRecord({ dossier: 'B', ...given })
const nowhere = { hometown: '', hometownCommune: '', hometownDistrict: '', hometownProvince: '', hometownUnits: [] }
const levelOf = async (comparison: string, x: LinkRecord, y: LinkRecord) =>
  (await weighed(x, y)).evidence.find((one) => one.comparison === comparison)?.level

describe('two dossiers of one person', () => {
  it('are joined under one identity number, name and birth date, even where the tones were lost', async () => {
    const citizenId = '008184001234'
    expect((await score(a({ citizenId }), b({ citizenId }))).band).toBe('same')
    expect((await score(a({ citizenId }), b({ citizenId, fullName: 'NONG THI BICH DAO' }))).band).toBe('same')
  })

  it('are shown to a steward under CMND and CCCD with the tones lost, though all else agrees', async () => {
    const pair = await score(
      a({ citizenId: '070123456', recruitmentDate: '2006-09-01' }),
      b({ citizenId: '008184001234', recruitmentDate: '2006-09-01', fullName: 'Nong Thi Bich Dao' }),
    )
    expect(pair).toMatchObject({ band: 'review' })
    expect(pair.veto).toBeUndefined()
  })

  it('are joined under CMND and CCCD by name, birth date, commune and the day of recruitment together', async () => {
    const recruitmentDate = '2006-09-04'
    const pair = await score(
      a({ citizenId: '070123456', recruitmentDate }),
      b({ citizenId: '008184001234', recruitmentDate }),
    )
    expect(pair.band).toBe('same')
    expect(pair.evidence).toContainEqual({ comparison: 'citizenId', level: 'otherKind', weight: 0 })
  })

  it('find their hometown again under the unit of today', async () => {
    const now = { hometownCommune: 'Hùng Lợi Mới', hometownDistrict: '' }
    expect(await levelOf('hometown', a(), b(now))).toBe('sameUnitNow')
    expect(await levelOf('hometown', a(), b({ ...now, hometownUnits: ['02473', '02494'] }))).toBe('sameUnitNow')
  })

  it('but not under a name that another unit bears today', async () => {
    expect(await levelOf('hometown', a(), b({ hometownDistrict: '', hometownUnits: ['01108'] }))).toBe('sameProvince')
    expect(await levelOf('hometown', a(), b({ hometownDistrict: '', hometownUnits: [] }))).toBe('sameCommune')
  })
})

describe('two people', () => {
  it('of one name and birth date are never joined by these alone, nor, under a common name, with one commune', async () => {
    const common = 'Nguyễn Thị Hương'
    expect((await score(a(nowhere), b(nowhere))).band).toBe('review')
    expect((await score(a({ ...nowhere, fullName: common }), b({ ...nowhere, fullName: common }))).band).toBe('review')
    expect((await score(a({ fullName: common }), b({ fullName: common }))).band).toBe('review')
    expect(await score(a(), b())).toMatchObject({ band: 'same', class: 'C' })
  })

  it('who agree on name, birth date and commune but not on another fact are shown to a steward', async () => {
    const apart = [
      [{ recruitmentDate: '2006-09-01' }, { recruitmentDate: '2009-03-15' }],
      [{ partyAdmissionDate: '2010-05-19' }, { partyAdmissionDate: '2014-02-03' }],
      [{ socialInsuranceNo: '0802001234' }, { socialInsuranceNo: '0277654321' }],
    ]
    for (const [x, y] of apart) expect((await score(a(x), b(y))).band).not.toBe('same')
  })

  it('who are twins are never joined, and the steward is told why', async () => {
    const twin = b({ fullName: 'Nông Thị Bích Huệ' })
    expect((await score(a(), twin)).band).not.toBe('same')
    const both = { recruitmentDate: '2006-09-01', partyAdmissionDate: '2010-05-19' }
    const pair = await score(a(both), b({ ...both, fullName: 'Nông Thị Bích Huệ' }))
    expect(pair.band).toBe('review')
    expect(pair.veto).toContain('sinh đôi')
  })

  it('who are twins with names alike but for the tone are never joined without a common number', async () => {
    const both = { recruitmentDate: '2006-09-01', partyAdmissionDate: '2010-05-19' }
    const [x, y] = [a({ ...both, fullName: 'Ma Thị Hương' }), b({ ...both, fullName: 'Ma Thị Hường' })]
    expect((await score(x, y)).band).toBe('review')
  })

  it('with two identity numbers of one kind are never joined, whatever else agrees', async () => {
    const both = { recruitmentDate: '2006-09-04', partyAdmissionDate: '2010-05-19', socialInsuranceNo: '0802001234' }
    const far = await score(a({ ...both, citizenId: '008184001234' }), b({ ...both, citizenId: '008184777777' }))
    expect(far.weight).toBeGreaterThan(model.matchAbove ?? 0)
    expect(far.band).toBe('review')
    expect(far.veto).toContain('khác nhau')
    const near = await score(a({ ...both, citizenId: '008184001234' }), b({ ...both, citizenId: '008184001235' }))
    expect(near.band).toBe('review')
    expect(near.veto).toContain('một chữ số')
  })

  it('under one number are always shown to a steward, however different they are', async () => {
    const citizenId = '008184001234'
    const other = b({ ...nowhere, citizenId, fullName: 'Giàng A Chứ', birthDate: '1970-12-02', gender: 'Nam' })
    const pair = await score(a({ citizenId }), other)
    expect(pair.weight).toBeLessThan(model.reviewAbove ?? 0)
    expect(pair.band).toBe('review')
    expect(pair.veto).toContain('Cùng số')
  })

  it('of different gender, or born years apart where both years were well read, are not joined', async () => {
    const citizenId = '008184001234'
    expect((await score(a({ citizenId }), b({ citizenId, gender: 'Nam' }))).band).toBe('review')
    expect(await levelOf('birthDate', a(), b({ birthDate: '1994-03-17' }))).toBe('yearsApart')
    expect(await levelOf('birthDate', a(), b({ birthDate: '1994-03-17', sure: [] }))).toBe('nearlySame')
  })
})

describe('the evidence', () => {
  it('of a common name is worth less than that of a rare one', async () => {
    const weigh = async (fullName: string) => (await score(a({ fullName }), b({ fullName }))).weight
    expect(await weigh('Nguyễn Văn An')).toBeLessThan((await weigh('Giàng A Chứ')) - 2)
  })

  it('of what one side does not tell is nothing', async () => {
    const { evidence } = await score(a({ birthDate: '', gender: '' }), b(nowhere))
    const silent = evidence.filter(({ level }) => level === 'missing')
    expect(silent.map(({ comparison }) => comparison)).toEqual(
      expect.arrayContaining(['birthDate', 'gender', 'hometown']),
    )
    expect(silent.every(({ weight }) => weight === 0)).toBe(true)
  })

  it('of a 1 January is little, since it often stands for an unknown day', async () => {
    expect(await levelOf('birthDate', a({ birthDate: '1960-01-01' }), b({ birthDate: '1960-01-01' }))).toBe(
      'firstOfJanuary',
    )
  })

  it('of dates: a year alone agrees, day and month may be swapped, one digit may be wrong', async () => {
    const birthDate = async (x: string, y: string) =>
      await levelOf('birthDate', a({ birthDate: x }), b({ birthDate: y }))
    expect(await birthDate('1984', '1984-03-17')).toBe('yearAgrees')
    expect(await birthDate('1984-03-07', '1984-07-03')).toBe('nearlySame')
    expect(await birthDate('1984-03-17', '1984-03-11')).toBe('nearlySame')
    expect(await birthDate('1984-03-17', '1984-11-29')).toBe('sameYear')
  })

  it('of names: where the tone stands is spelling, a dropped middle name is not another person', async () => {
    const names = async (x: string, y: string) => await levelOf('fullName', a({ fullName: x }), b({ fullName: y }))
    expect(await names('Lê Thúy Hòa', 'Lê Thuý Hoà')).toBe('exact')
    expect(await names('Lê Thị Hoa', 'Lê Thị Hòa')).toBe('sameFolded')
    expect(await names('Lê Thị Lan', 'Lê Thị Loan')).toBe('nearlySame')
    expect(await names('Lê Thị Thu Hà', 'Lê Thu Hà')).toBe('middleDropped')
    expect(await names('Lê Thị Thu Hà', 'Đỗ Thu Hà')).toBe('sameGiven')
    expect(await names('Lê Văn Tuấn', 'Lê Minh Quang')).toBe('sameFamily')
  })
})

describe('the model', () => {
  it('has a word for people on every level, and names only levels that exist', async () => {
    const levels = new Map(model.comparisons.map((one) => [one.comparison, one.levels.map(({ level }) => level)]))
    expect(model.comparisons.flatMap((one) => one.levels).every(({ vi }) => vi.length > 3)).toBe(true)
    const patterns = [
      ...model.sameWhen.map(({ when }) => when),
      ...model.vetoes.map(({ when }) => when),
      ...model.mustReview.map(({ when }) => when),
    ]
    for (const [comparison, accepted] of patterns.flatMap((pattern) => Object.entries(pattern)))
      expect(levels.get(comparison)).toEqual(expect.arrayContaining(accepted.filter((level) => level !== 'missing')))
  })

  it('never lets name and birth date alone prove a person', async () => {
    for (const { when } of model.sameWhen) {
      const told = Object.entries(when).filter(([, accepted]) => !accepted.includes('missing'))
      const more = told.filter(([comparison]) => !['fullName', 'birthDate', 'gender'].includes(comparison))
      expect(more).not.toEqual([])
    }
  })
})
