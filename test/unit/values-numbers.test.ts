import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { interpret } from '../../pipeline/core/values/index.ts'
import { type FieldCode, fieldOf } from '../../schemas/index.ts'

const knowledge = loadKnowledge()

/** `= value` is sure, `~ value` found by a tolerant comparison, `? candidates` left to a person; numbers without quotes. */
function told(field: FieldCode, raw: string): string {
  const meaning = interpret(fieldOf(field), raw, knowledge)
  if (meaning.status === 'blank') return 'blank'
  if (meaning.status === 'unparsed')
    return ['?', ...meaning.candidates.map(({ value }) => JSON.stringify(value))].join(' ')
  return `${meaning.isExact ? '=' : '~'} ${JSON.stringify(meaning.value)}`
}

const cases = (field: FieldCode, all: readonly (readonly [raw: string, told: string])[]) =>
  it.each(all)(`${field}: "%s" is told as %s`, (raw, expected) => expect(told(field, raw)).toBe(expected))

describe('numbers that are names', () => {
  cases('citizenId', [
    ['070123456', '= "070123456"'],
    ['0081 7500 1234', '= "008175001234"'],
    ['00817500l234', '~ "008175001234"'],
    ['0701234567', '?'],
    ['Số 070123456', '? "070123456"'],
  ])
  cases('socialInsuranceNo', [
    ['0812345678', '= "0812345678"'],
    ['081234567', '~ "081234567"'],
    ['Chưa có', '?'],
  ])
  cases('rankCode', [
    ['01.003', '= "01.003"'],
    ['V. 07. 03. 29', '= "V.07.03.29"'],
    ['15a.201', '= "15a.201"'],
    ['01,003', '~ "01.003"'],
    ['O1.003', '~ "O1.003"'],
  ])
  cases('decisionNumber', [
    ['123/QĐ-SNV', '= "123/QĐ-SNV"'],
    ['123 / QĐ - SNV .......', '= "123/QĐ-SNV"'],
  ])
})

describe('pay', () => {
  cases('salaryStep', [
    ['3', '= 3'],
    ['Bậc 3', '= 3'],
    ['3/9', '= 3'],
    ['S', '~ 5'],
    ['II', '? 2'],
    ['17', '?'],
    ['9/3', '?'],
  ])
  cases('salaryCoefficient', [
    ['3,66', '= 3.66'],
    ['3.66', '= 3.66'],
    ['3, 66', '~ 3.66'],
    ['366', '~ 3.66'],
    ['367', '~ 3.67'],
    ['368', '?'],
    ['36,6', '?'],
    ['4,98 VK 5%', '? 4.98'],
  ])
  cases('positionAllowance', [
    ['0,3', '= 0.3'],
    ['25%', '= "25%"'],
    ['Không', '= "Không"'],
    ['O,3', '~ 0.3'],
    ['03', '? 0.3'],
  ])
})

describe('the body and schooling', () => {
  cases('heightCm', [
    ['1m65', '= 165'],
    ['1,65 m', '= 165'],
    ['165 cm', '= 165'],
    ['1m 58', '= 158'],
    ['lm65', '~ 165'],
    ['1m6', '~ 160'],
    ['65', '?'],
    ['....... m', 'blank'],
  ])
  cases('weightKg', [
    ['58 kg', '= 58'],
    ['58', '= 58'],
    ['5B kg', '~ 58'],
    ['580', '?'],
    ['......kg', 'blank'],
  ])
  cases('generalEducation', [
    ['12/12', '= "12/12"'],
    ['10 / 10', '= "10/10"'],
    ['12/12 Bổ túc', '= "12/12 Bổ túc"'],
    ['l2/12', '~ "12/12"'],
    ['1242', '? "12/12"'],
    ['12112', '? "12/12"'],
    ['13/12', '?'],
  ])
  cases('disabledSoldierClass', [
    ['3/4', '= "3/4"'],
    ['Không', '= "Không"'],
    ['314', '? "3/4"'],
    ['…/…', 'blank'],
  ])
  cases('currentPosition', [
    ['......Hạt phó  Hạt Kiểm lâm....', '= "Hạt phó Hạt Kiểm lâm"'],
    ['Giáo viên (kiêm nhiệm)', '= "Giáo viên (kiêm nhiệm)"'],
  ])
})
