import { describe, expect, it } from 'vitest'
import type { FieldCode, Value } from '../../schemas/index.ts'
import { pageText } from '../support/page-text.ts'
import { payRiseAsList, payRiseAsSentence } from '../support/papers/decision.ts'
import { resume, resumePages } from '../support/papers/resume.ts'
import { read } from '../support/read.ts'

describe('the résumé of another office', () => {
  const reading = read('2c-bnv-2008', resume())

  it.each<[FieldCode, Value]>([
    ['managingAgency', 'UBND huyện Na Hang'],
    ['employingAgency', 'Phòng Nội vụ huyện Na Hang'],
    ['staffNumber', 'TQ.0412'],
    ['fullName', 'Nông Thị Hằng'],
    ['otherName', '(blank)'],
    ['birthDate', '1981-05-12'],
    ['gender', 'Nữ'],
    ['birthplace', 'Xã Đà Vị, Huyện Na Hang, Tỉnh Tuyên Quang'],
    ['ethnicity', 'Tày'],
    ['religion', 'Không'],
    ['permanentAddress', 'Tổ 3, thị trấn Na Hang, huyện Na Hang, tỉnh Tuyên Quang'],
    ['currentAddress', 'Tổ 3, thị trấn Na Hang, huyện Na Hang, tỉnh Tuyên Quang'],
    ['occupationWhenRecruited', 'Không'],
    ['recruitmentDate', '2004-09-01'],
    ['recruitingAgency', 'UBND tỉnh Tuyên Quang'],
    ['currentPosition', 'Phó Trưởng phòng'],
    ['mainDuty', 'Công tác tổ chức cán bộ'],
    ['rankName', 'Chuyên viên'],
    ['rankCode', '01.003'],
    ['salaryStep', 5],
    ['salaryCoefficient', 3.66],
    ['salaryFrom', '2019-09-01'],
    ['positionAllowance', 0.25],
    ['otherAllowance', '(blank)'],
    ['generalEducation', '12/12'],
    ['highestQualification', 'Cử nhân Luật'],
    ['politicalTheory', 'Trung cấp'],
    ['stateManagement', 'Chuyên viên'],
    ['foreignLanguage', 'Tiếng Anh trình độ B'],
    ['informatics', 'Trình độ B'],
    ['partyAdmissionDate', '2008-02-03'],
    ['partyOfficialDate', '2009-02-03'],
    ['politicalOrganisationDate', '1997-03-26'],
    ['enlistmentDate', '(blank)'],
    ['dischargeDate', '(blank)'],
    ['highestMilitaryRank', '(blank)'],
    ['highestTitle', 'Không'],
    ['strength', 'Tổng hợp'],
    ['commendation', 'Bằng khen của UBND tỉnh năm 2018'],
    ['discipline', 'Không'],
    ['health', 'Tốt'],
    ['heightCm', 158],
    ['weightKg', 50],
    ['bloodGroup', 'O'],
    ['disabledSoldierClass', '(blank)'],
    ['policyFamily', 'Con liệt sĩ'],
    ['citizenId', '008181000123'],
    ['citizenIdDate', '2016-05-10'],
    ['socialInsuranceNo', '0801234567'],
    ['personalHistory', 'Không'],
    ['foreignRelations', 'Không; Có cô ruột ở Cộng hòa Séc'],
    [
      'assessment',
      'Hoàn thành tốt nhiệm vụ, chấp hành nghiêm chủ trương, đường lối của Đảng, chính sách, pháp luật của Nhà nước',
    ],
    ['declarationDate', '2019-10-05'],
  ])('says of %s: %s', async (field, value) => {
    expect((await reading).value(field)).toBe(value)
  })

  it('tells where a value stands and keeps what was read beside what it means', async () => {
    const { outcome } = await reading
    expect(outcome('birthDate')).toMatchObject({ raw: '12 tháng 5 năm 1981', provenance: { pageId: 'D/scan.pdf#1' } })
    const name = outcome('fullName')
    expect(name).toMatchObject({ raw: 'NÔNG THỊ HẰNG', confidence: 0.95 })
    // The name begins behind "1. Họ và tên khai sinh (viết chữ in hoa): ", 42 letters from the left margin.
    expect(name.status === 'read' && name.provenance?.box[0]).toBeCloseTo(0.03 + 42 * 0.0095)
  })

  it('says missing, not blank, where the label is not on the paper', async () => {
    const { value } = await read('2c-bnv-2008', resume().slice(0, 1))
    expect(value('citizenId')).toBe('(missing)')
    expect(value('otherName')).toBe('(blank)')
  })

  it('reads a page that hangs to one side', async () => {
    const { value } = await read(
      '2c-bnv-2008',
      resumePages.map((drawing, at) => pageText(drawing, { pageId: `D/scan.pdf#${at + 1}`, fall: 0.008 })),
    )
    expect(value('gender')).toBe('Nữ')
    expect(value('salaryCoefficient')).toBe(3.66)
    expect(value('currentAddress')).toBe('Tổ 3, thị trấn Na Hang, huyện Na Hang, tỉnh Tuyên Quang')
  })
})

describe('a decision on a pay rise', () => {
  it('is read where it lists its particulars', async () => {
    const { value } = await read('decision-pay-rise', [pageText(payRiseAsList)])
    const told = (fields: readonly FieldCode[]) => fields.map(value)
    expect(told(['decisionNumber', 'decisionDate', 'decisionIssuer', 'signer', 'effectiveDate'])).toEqual([
      '78/QĐ-PGDĐT',
      '2019-09-05',
      'PHÒNG GIÁO DỤC VÀ ĐÀO TẠO',
      'Ma Văn Đức',
      '2019-09-05',
    ])
    expect(value('decisionSubject')).toBe('Về việc nâng bậc lương thường xuyên đối với viên chức')
    expect(told(['decisionFullName', 'decisionBirthDate', 'decisionAgency'])).toEqual([
      'Nông Thị Hằng',
      '1981-05-12',
      'Trường Tiểu học Đà Vị, huyện Na Hang',
    ])
    expect(told(['decisionRankName', 'decisionRankCode'])).toEqual(['Giáo viên tiểu học hạng III', 'V.07.03.29'])
    expect(
      told([
        'decisionFromStep',
        'decisionFromCoefficient',
        'decisionSalaryStep',
        'decisionSalaryCoefficient',
        'decisionSalaryFrom',
      ]),
    ).toEqual([4, 3.33, 5, 3.66, '2019-09-01'])
  })

  it('is read where it says all in one sentence', async () => {
    const { value } = await read('decision-pay-rise', [pageText(payRiseAsSentence)])
    const told = (fields: readonly FieldCode[]) => fields.map(value)
    expect(told(['decisionFullName', 'decisionBirthDate', 'decisionAgency'])).toEqual([
      'Hoàng Văn Tuấn',
      '1979-07-03',
      'Trường THCS Na Hang',
    ])
    expect(told(['decisionRankName', 'decisionRankCode'])).toEqual(['Giáo viên trung học cơ sở', '15a.201'])
    expect(
      told([
        'decisionFromStep',
        'decisionFromCoefficient',
        'decisionSalaryStep',
        'decisionSalaryCoefficient',
        'decisionSalaryFrom',
      ]),
    ).toEqual([2, 2.67, 3, 3, '2020-01-01'])
    expect(told(['decisionDate', 'signer'])).toEqual(['2020-02-12', 'Ma Văn Đức'])
  })

  it('names no day of effect where it says "kể từ ngày ký"', async () => {
    expect((await read('decision-pay-rise', [pageText(payRiseAsSentence)])).value('effectiveDate')).toBe('(blank)')
  })
})
