// Where papers differ: what the law would take, that it is only proposed, and the sheet on which somebody decides.
import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { createPdfWriter } from '../../pipeline/adapters/pdf-lib.ts'
import { loadSourceOrder } from '../../pipeline/adapters/source-order.ts'
import { contradictionSheet, contradictionsOf } from '../../pipeline/core/contradictions.ts'
import { judgedOfDraft } from '../../pipeline/core/judged.ts'
import { type PaperClaim, propose } from '../../pipeline/core/source-order.ts'
import { applyRules } from '../../pipeline/rules/apply-rules.ts'
import { rules } from '../../pipeline/rules/index.ts'
import type { Value } from '../../schemas/index.ts'
import { aDraft, type DraftChange } from '../support/a-draft.ts'
import { pdfText } from '../support/pdf-text.ts'

const order = loadSourceOrder()
const knowledge = loadKnowledge()
const says = (form: string, value: Value, date = ''): PaperClaim => ({
  ...{ dossier: 'A', documentId: `${form} ${date}`, form, date, page: 1, value, isSure: true },
})
const proposed = (field: 'birthDate' | 'salaryStep', claims: PaperClaim[], isMember = false) => {
  const proposal = propose(field, claims, { order, isMember })
  return proposal && [proposal.claim.value, proposal.source.source]
}

describe('the order of sources', () => {
  const resume = says('2c-bnv-2008', '1985-04-12', '2024-03-15')

  it('believes the birth certificate before the first résumé, and that before later forms', () => {
    const [certificate, book] = [says('giay-khai-sinh', '1985-04-21'), says('quyen-ly-lich', '1985-12-04')]
    expect(proposed('birthDate', [resume, book, certificate])).toEqual(['1985-04-21', 'birthCertificate'])
    expect(proposed('birthDate', [resume, book])).toEqual(['1985-12-04', 'firstResume'])
  })

  it('takes the birth date of a Party member from the Party file, and of nobody else', () => {
    const claims = [says('giay-khai-sinh', '1985-04-21'), says('ly-lich-dang-vien', '1985-02-14')]
    expect(proposed('birthDate', claims, true)).toEqual(['1985-02-14', 'partyFile'])
    expect(proposed('birthDate', claims, false)).toEqual(['1985-04-21', 'birthCertificate'])
  })

  it('takes the earliest of several forms, but of pay the newest decision', () => {
    const older = says('2c-bnv-2008', '1985-01-12', '2010-03-15')
    expect(proposed('birthDate', [resume, older])).toEqual(['1985-01-12', 'resume'])
    const [first, second] = [says('decision-pay-rise', 5, '2020-08-20'), says('decision-pay-rise', 6, '2023-08-20')]
    expect(proposed('salaryStep', [says('2c-bnv-2008', 7, '2024-03-15'), first, second])).toEqual([6, 'decision'])
  })

  it('proposes nothing where papers of equal standing differ', () => {
    expect(proposed('birthDate', [says('giay-khai-sinh', '1985'), says('giay-khai-sinh', '1986')])).toBeUndefined()
  })
})

const contested = (change: DraftChange) => {
  const draft = aDraft(change)
  const findings = applyRules(rules, judgedOfDraft(draft), { knowledge })
  return { title: 'Hoàng Thị Mai', drafts: [draft], findings, pageNumbers: new Map([['A/a.pdf#1', 1]]) }
}

describe('the contradiction sheet', () => {
  const wrong = contested({ decision: { decisionBirthDate: '1985-12-04', decisionSalaryStep: 7 } })

  it('tells every field on which papers differ, in the order of the form, and that the record is held', () => {
    expect(contradictionsOf(wrong, order).map(({ field, isHeld, claims }) => [field, isHeld, claims.length])).toEqual([
      ['birthDate', true, 2],
      ['salaryStep', true, 2],
    ])
    expect(contradictionsOf(contested({}), order)).toEqual([])
  })

  it('prints each paper with its word, the proposal with its basis, and room for signatures', async () => {
    const sheet = contradictionSheet(wrong, contradictionsOf(wrong, order), (form) => `Mẫu ${form}`)
    const text = await pdfText(await createPdfWriter().sheets([sheet], 'Phiếu đối chiếu'))
    const whole = text.map((page) => page.text).join(' ')
    const parts = ['PHIẾU ĐỐI CHIẾU', '12/04/1985', '04/12/1985', 'Đề xuất', 'Kết luận', 'Thủ trưởng cơ quan']
    expect(parts.filter((part) => !whole.includes(part))).toEqual([])
  })
})
