import { describe, expect, it } from 'vitest'
import type { FieldCode, Value } from '../../schemas/index.ts'
import { pageText } from '../support/page-text.ts'
import { compactResume } from '../support/papers/compact-resume.ts'
import { hereby, listed } from '../support/papers/office-decision.ts'
import { officeResume } from '../support/papers/office-resume.ts'
import { read } from '../support/read.ts'

describe('a résumé typed without the printed form', () => {
  const reading = read('2c-bnv-2008', officeResume())

  it.each<[FieldCode, Value]>([
    ['managingAgency', 'UBND tỉnh Hà Giang'],
    ['employingAgency', 'Sở Tư pháp'],
    ['staffNumber', '02.1177'],
    ['fullName', 'Lù Thị Mai'],
    ['birthDate', '1975-09-02'],
    ['gender', 'Nữ'],
    ['hometown', 'xã Thượng Sơn, huyện Vị Xuyên, tỉnh Hà Giang'],
    ['ethnicity', 'Nùng'],
    ['religion', 'Không'],
    ['currentAddress', 'Tổ 5, phường Nguyễn Trãi, thành phố Hà Giang, tỉnh Hà Giang'],
    ['recruitmentDate', '1998-08-15'],
    ['recruitingAgency', 'UBND tỉnh Hà Giang'],
    ['rankName', 'Chuyên viên chính'],
    ['rankCode', '01.002'],
    ['salaryStep', 3],
    ['salaryCoefficient', 5.08],
    ['salaryFrom', '2018-06-01'],
    ['positionAllowance', 0.3],
    ['otherAllowance', 'Không'],
    ['politicalTheory', 'Cao cấp'],
    ['foreignLanguage', 'Tiếng Anh trình độ B'],
    ['informatics', 'Trình độ A'],
    ['highestMilitaryRank', 'Không'],
    ['bloodGroup', 'AB'],
    ['policyFamily', 'Không'],
    ['citizenId', '073123456'],
    ['personalHistory', 'Không'],
    ['foreignRelations', 'Không'],
    ['declarationDate', '2018-07-10'],
  ])('says of %s: %s', async (field, value) => {
    expect((await reading).value(field)).toBe(value)
  })

  it('has its tables read by the strips between their columns', async () => {
    const { table } = await reading
    expect(table('workHistory').map(({ start, end }) => [start, end])).toEqual([
      ['1998-08', '2006-12'],
      ['2007-01', '2013-05'],
      ['2013-06', 'nay'],
    ])
    expect(table('education').map(({ school, award }) => [school, award])).toEqual([
      ['Đại học Luật Hà Nội', 'Cử nhân'],
      ['Học viện Chính trị khu vực I', 'Cao cấp'],
    ])
    expect(table('family').map(({ side, name }) => [side, name])).toEqual([
      ['own', 'Lù Văn Sèng'],
      ['own', 'Vàng Thị Mỷ'],
      ['own', 'Nguyễn Đức Thọ'],
      ['own', 'Nguyễn Lù Minh'],
      ['spouse', 'Nguyễn Đức Lộc'],
      ['spouse', 'Phạm Thị Ngân'],
    ])
  })
})

describe('a résumé typed to save paper', () => {
  const reading = read('2c-bnv-2008', compactResume())

  it.each<[FieldCode, Value]>([
    ['managingAgency', 'UBND huyện Yên Sơn'],
    ['employingAgency', 'Trường THCS Kiến Thiết'],
    ['staffNumber', '18.220'],
    ['fullName', 'Đặng Văn Khuê'],
    ['otherName', '(blank)'],
    ['birthDate', '1984-11-17'],
    ['permanentAddress', 'thôn Nà Vơ, xã Kiến Thiết, huyện Yên Sơn, tỉnh Tuyên Quang'],
    ['mainDuty', 'Giảng dạy môn Toán - Lý'],
    ['otherAllowance', '(blank)'],
    ['foreignLanguage', 'Tiếng Anh B'],
    ['informatics', 'A'],
    ['partyOfficialDate', '2012-12-22'],
    ['disabledSoldierClass', '(blank)'],
    ['socialInsuranceNo', '0807012345'],
    ['foreignRelations', '(missing)'],
  ])('says of %s: %s', async (field, value) => {
    expect((await reading).value(field)).toBe(value)
  })

  it('has its own columns put to the form’s, and a table that the page has broken read as one', async () => {
    const { table } = await reading
    expect(table('education').map(({ school, start, end }) => [school, start, end])).toEqual([
      ['CĐSP Tuyên Quang', '2004-09', '2007-06'],
      ['ĐHSP Thái Nguyên', '2010-09', '2013-06'],
    ])
    expect(table('family').map(({ side, relation }) => [side, relation])).toEqual([
      ['own', 'Cha đẻ'],
      ['own', 'Mẹ đẻ'],
      ['own', 'Vợ'],
      ['own', 'Con'],
      ['spouse', 'Bố vợ'],
    ])
  })

  it('has its steps of pay read from the top down', async () => {
    expect((await reading).table('salaryHistory')).toEqual([
      { month: '2008-10', rankCode: '15a.202', step: 1, coefficient: 2.1 },
      { month: '2014-10', rankCode: '15a.201', step: 3, coefficient: 3 },
      { month: '2017-10', rankCode: 'V.07.04.12', step: 4, coefficient: 3.33 },
    ])
  })
})

describe('decisions in the words of other offices', () => {
  const fields = [
    'decisionNumber',
    'decisionDate',
    'decisionFullName',
    'decisionBirthDate',
    'decisionAgency',
    'decisionRankCode',
    'decisionFromStep',
    'decisionFromCoefficient',
    'decisionSalaryStep',
    'decisionSalaryCoefficient',
    'decisionSalaryFrom',
    'signer',
  ] as const

  it('“nay nâng bậc lương cho … được hưởng lương bậc …”', async () => {
    const { value } = await read('decision-pay-rise', [pageText(hereby)])
    expect(fields.map(value)).toEqual([
      '142/QĐ-STP',
      '2012-03-08',
      'Sùng Mí Dình',
      '1980-10-20',
      'Phòng Bổ trợ tư pháp',
      '01.003',
      3,
      3,
      4,
      3.33,
      '2012-03-01',
      'Hoàng Văn Thành',
    ])
  })

  it('particulars one below the other, a dash in the name of the office', async () => {
    const { value } = await read('decision-pay-rise', [pageText(listed)])
    expect(fields.map(value)).toEqual([
      '301/QĐ-STP',
      '2018-06-15',
      'Lù Thị Mai',
      '1975-09-02',
      'Phòng Hành chính tư pháp - Sở Tư pháp',
      '01.002',
      2,
      4.74,
      3,
      5.08,
      '2018-06-01',
      'Hoàng Văn Thành',
    ])
  })
})
