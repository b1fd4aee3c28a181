import { describe, expect, it } from 'vitest'
import { loadForms } from '../../pipeline/adapters/forms.ts'
import { anchorsOf } from '../../pipeline/core/form/anchors.ts'
import { tokensOf } from '../../pipeline/core/form/tokens.ts'
import { fieldCodes } from '../../schemas/index.ts'
import { pageText } from '../support/page-text.ts'

const forms = loadForms()
const resumeForm = forms.find(({ kind }) => kind === 'resume')

/** The fields whose labels were found, in the order of the page. */
function found(drawing: string): string[] {
  if (!resumeForm) throw new Error('there is no template of a résumé')
  return anchorsOf(resumeForm, tokensOf([pageText(drawing)])).flatMap(({ item }) =>
    item.kind === 'field' ? [item.field] : [],
  )
}

describe('finding labels', () => {
  it('does not need their numbers and takes any style of them', () => {
    for (const number of ['6) ', '6. ', '6- ', '(6) ', '']) {
      expect(found(`${number}Dân tộc: Tày, ${number && '7) '}Tôn giáo: Không`)).toEqual(['ethnicity', 'religion'])
    }
  })

  it('takes the misprint of the official form and the wordings of others', () => {
    expect(found('8) Nơi đăng ký bộ khẩu thường trú: Na Hang')).toEqual(['permanentAddress'])
    expect(found('26) Sổ BHXH: 0801234567')).toEqual(['socialInsuranceNo'])
    expect(found('26) Số sổ BHXH: 0801234567')).toEqual(['socialInsuranceNo'])
  })

  it('finds a label broken over two lines and one that the engine glued together', () => {
    expect(found('18) Ngày nhập ngũ: .... Ngày xuất ngũ: .... Quân hàm cao\nnhất: ......')).toEqual([
      'enlistmentDate',
      'dischargeDate',
      'highestMilitaryRank',
    ])
    expect(found('1) Họvà tên khaisinh: NÔNG VĂN AN')).toEqual(['fullName'])
  })

  it('tells the same short label of two items apart by what stands around it', () => {
    const drawing =
      '25) Số chứng minh nhân dân: 071234567  Ngày cấp: 10/5/2016\n31) Diễn biến quá trình lương của cán bộ, công chức\nHệ số lương  2,34'
    expect(found(drawing)).toEqual(['citizenId', 'citizenIdDate'])
    expect(found('Bậc lương: 3, Hệ số: 3,00, Ngày hưởng: 01/4/2019')).toEqual([
      'salaryStep',
      'salaryCoefficient',
      'salaryFrom',
    ])
  })

  it('takes words of a sentence for no label', () => {
    expect(found('20) Sở trường công tác: dạy tin học và ngoại ngữ cho học sinh dân tộc thiểu số')).toEqual([
      'strength',
    ])
  })
})

describe('the templates', () => {
  it('name fields of the catalogue, and the résumé all that the contract lists for it', () => {
    const named = new Set(
      forms.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'field' ? [item.field] : []))),
    )
    // The number of the old card stands only in the new card's QR code (core/identity-card).
    expect(fieldCodes.filter((code) => !named.has(code))).toEqual(['formerCitizenId'])
  })
})
