// The articles of a decision on a regular pay rise: who, from which step to which, from when; as a list or in one sentence.
import type { FieldCode } from '../../schemas/index.ts'
import { close, flow, heading, label, type Run } from './flow.ts'
import type { Pen } from './pay-rise.ts'
import { decimal, writtenDate } from './written.ts'

export const text = ({ rise }: Pen, field: FieldCode): string => {
  const value = rise.values[field] ?? ''
  return typeof value === 'object' ? value.text : String(value)
}

export const value = (pen: Pen, field: FieldCode, shown = text(pen, field)): Run => ({
  text: shown,
  role: 'value',
  box: field,
})

const date = (pen: Pen, field: FieldCode): Run =>
  value(pen, field, writtenDate(text(pen, field), { dates: 'official', height: '1m58' }))

export function drawArticles(pen: Pen): void {
  const { sheet, rise } = pen
  const { salutation, authority, fromSigning, isProse } = rise.wording
  const inset = { indent: 28 }
  const whom = label(`Nâng bậc lương thường xuyên đối với ${salutation}`)
  const name: Run = { ...value(pen, 'decisionFullName'), role: 'heading' }
  if (isProse) flow(sheet, [heading('Điều 1.'), whom, name, ...sentence(pen)], inset)
  else {
    flow(sheet, [heading('Điều 1.'), whom, name, close(':')], inset)
    for (const line of list(pen)) flow(sheet, line, inset)
  }
  const effect = fromSigning
    ? [label('Quyết định này có hiệu lực kể từ ngày ký.')]
    : [label('Quyết định này có hiệu lực từ ngày'), date(pen, 'effectiveDate'), close('.')]
  flow(sheet, [heading('Điều 2.'), ...effect], inset)
  const bound = `Chánh Văn phòng, ${authority.proposer}, Trưởng phòng Tài chính - Kế hoạch, Thủ trưởng đơn vị`
  const duty = `${bound} và ${salutation} có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.`
  flow(sheet, [heading('Điều 3.'), label(duty)], inset)
  sheet.y += 10
}

/** "3" or "3/9", as the office writes steps. */
function step(pen: Pen, field: FieldCode): Run {
  const levels = pen.layout.hand.dates === 'padded' ? `/${pen.rise.wording.levels}` : ''
  return value(pen, field, `${text(pen, field)}${levels}`)
}

const coefficient = (pen: Pen, field: FieldCode): Run => value(pen, field, decimal(Number(text(pen, field))))

function rank(pen: Pen, opening: string): Run[] {
  const kind = pen.rise.wording.isPublicEmployee ? 'chức danh nghề nghiệp' : 'ngạch'
  const named = opening === '-' ? `- ${kind.charAt(0).toUpperCase()}${kind.slice(1)}:` : kind
  return [
    label(named),
    value(pen, 'decisionRankName'),
    close(','),
    label(opening === '-' ? 'mã số:' : 'mã số'),
    value(pen, 'decisionRankCode'),
  ]
}

function list(pen: Pen): Run[][] {
  const stop = close(';')
  const rise = (opening: string, to: FieldCode, by: FieldCode): Run[] => [
    label(opening),
    step(pen, to),
    close(','),
    label('hệ số lương'),
    coefficient(pen, by),
    stop,
  ]
  return [
    [label('- Sinh ngày:'), date(pen, 'decisionBirthDate'), stop],
    [label(`- Chức vụ, chức danh: ${pen.rise.wording.post};`)],
    [label('- Đơn vị công tác:'), value(pen, 'decisionAgency'), stop],
    [...rank(pen, '-'), stop],
    rise('- Từ bậc', 'decisionFromStep', 'decisionFromCoefficient'),
    rise('- Lên bậc', 'decisionSalaryStep', 'decisionSalaryCoefficient'),
    [label('- Thời gian hưởng kể từ ngày'), date(pen, 'decisionSalaryFrom'), close('.')],
  ]
}

function sentence(pen: Pen): Run[] {
  return [
    close(','),
    label('sinh ngày'),
    date(pen, 'decisionBirthDate'),
    close(','),
    label(`${pen.rise.wording.post}, công tác tại`),
    value(pen, 'decisionAgency'),
    close(','),
    ...rank(pen, ''),
    close(','),
    label('từ bậc'),
    step(pen, 'decisionFromStep'),
    close(','),
    label('hệ số'),
    coefficient(pen, 'decisionFromCoefficient'),
    label('lên bậc'),
    step(pen, 'decisionSalaryStep'),
    close(','),
    label('hệ số'),
    coefficient(pen, 'decisionSalaryCoefficient'),
    close(','),
    label('kể từ ngày'),
    date(pen, 'decisionSalaryFrom'),
    close('.'),
  ]
}
