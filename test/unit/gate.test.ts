// The gate: what keeps a record back, and the one thing to do about it.
import { describe, expect, it } from 'vitest'
import { gate, type Weighed } from '../../pipeline/core/gate.ts'
import { rules } from '../../pipeline/rules/index.ts'

const error = (code: string, given: Partial<Weighed> = {}): Weighed => ({
  ...{
    code,
    severity: 'error',
    dimension: 'completeness',
    fields: ['birthDate'],
    message: 'Thiếu ngày sinh. Bổ sung.',
  },
  ...given,
})

describe('the gate', () => {
  it('lets a record leave whose errors were accepted, and whose other findings are no errors', () => {
    const findings = [
      error('required_field_blank', { waived: true }),
      error('reading_doubtful', { severity: 'warning' }),
    ]
    expect(gate(findings)).toEqual({ isHeld: false, fails: [] })
  })

  it('names the criteria a record fails in the order of the mission’s words', () => {
    const findings = [error('required_field_blank'), error('date_in_future', { dimension: 'accuracy' })]
    expect(gate(findings).fails).toEqual(['accuracy', 'completeness'])
  })

  it('tells one thing to do: a scan that cannot be opened before all that may stand on it', () => {
    const findings = [error('required_field_missing'), error('scan_unreadable', { fields: [] })]
    expect(gate(findings).next).toBe('Quét lại hoặc bỏ mật khẩu của tệp không mở được, rồi chạy lại.')
  })

  it('joins what is done at one go, and names the person’s field where a decision differs', () => {
    const findings = [
      error('required_reading_poor'),
      error('required_value_not_understood', { fields: ['hometown'] }),
      error('required_field_blank', { fields: ['religion'] }),
    ]
    expect(gate(findings).next).toBe('Mở ảnh và nhập lại: Ngày sinh, Quê quán.')
    expect(
      gate([error('decision_disagrees_salary_step', { fields: ['salaryStep', 'decisionSalaryStep'] })]).next,
    ).toMatch(/phiếu đối chiếu.*: Bậc lương\.$/u)
  })

  it('says the remedy of the rule where no step is known for it', () => {
    expect(gate([error('some_new_rule')]).next).toBe('Bổ sung.')
  })

  it('knows a step for every rule that holds a record', () => {
    const unknown = rules
      .filter(({ severity }) => severity === 'error')
      .filter(({ code }) => gate([error(code, { message: 'Một. Hai.' })]).next === 'Hai.')
    expect(unknown.map(({ code }) => code)).toEqual([])
  })
})
