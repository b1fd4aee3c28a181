import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { interpret, show } from '../../pipeline/core/values/index.ts'
import { type FieldCode, type FieldDefinition, fieldCodes, fieldOf, type Value } from '../../schemas/index.ts'

const knowledge = loadKnowledge()
const number = (min: number, max: number) => fc.integer({ min, max })
const digits = (length: number) =>
  fc.array(number(0, 9), { minLength: length, maxLength: length }).map((all) => all.join(''))
const words = (...all: readonly string[]) =>
  fc.array(fc.constantFrom(...all), { minLength: 2, maxLength: 6 }).map((some) => some.join(' '))
const isoDate = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .chain((day) => fc.constantFrom(4, 7, 10).map((precision) => day.toISOString().slice(0, precision)))
const names = (field: 'ethnicity' | 'gender' | 'religion' | 'blood-group') =>
  fc.constantFrom(...knowledge.lists[field].entries.map(({ name }) => name))
const place = fc.constantFrom(
  'xã Hùng Lợi, huyện Yên Sơn, tỉnh Tuyên Quang',
  'Kim Phú - TP Tuyên Quang - Tuyên Quang',
  'Hà Nội',
)

/** A field of every value type, and values it may have. */
const values: readonly (readonly [FieldCode, fc.Arbitrary<Value>])[] = [
  ['currentPosition', words('Phó', 'Trưởng phòng', 'Chi cục', 'Kiểm lâm', '(kiêm)')],
  ['fullName', words('Nguyễn', 'Thị', 'Giàng', 'A', 'Đỗ', 'Hồng', "H'Hen", 'Thắm')],
  ['birthDate', fc.oneof(isoDate, fc.constantFrom('nay', 'Không'))],
  ['ethnicity', names('ethnicity')],
  ['gender', names('gender')],
  ['religion', names('religion')],
  ['bloodGroup', names('blood-group')],
  ['hometown', place.map((text) => knowledge.places.resolve(text))],
  ['citizenId', fc.oneof(digits(9), digits(12))],
  ['socialInsuranceNo', digits(10)],
  ['rankCode', fc.constantFrom('01.003', 'V.07.03.29', '15a.201', '123/QĐ-SNV')],
  ['salaryStep', number(1, 16)],
  ['salaryCoefficient', number(100, 1500).map((hundredths) => hundredths / 100)],
  [
    'positionAllowance',
    fc.oneof(
      number(0, 150).map((hundredths) => hundredths / 100),
      fc.constantFrom('25%', 'Không', '0,5 khu vực'),
    ),
  ],
  ['heightCm', number(100, 230)],
  ['weightKg', number(50, 400).map((halves) => halves / 2)],
  ['generalEducation', fc.constantFrom('12/12', '10/10', '7/10', '12/12 Bổ túc')],
  ['disabledSoldierClass', fc.constantFrom('1/4', '4/4', 'Không')],
]

const meaning = (definition: FieldDefinition, raw: string) => interpret(definition, raw, knowledge)
const valueOf = (field: FieldCode, raw: string) => {
  const found = meaning(fieldOf(field), raw)
  return found.status === 'read' ? found.value : found.status
}

describe('a value written down and read again', () => {
  it.each(values)('is the same value: %s', (field, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (value) => {
        expect(valueOf(field, show(fieldOf(field), value))).toEqual(value)
      }),
    )
  })

  it.each(values)('does not change with leader dots around it: %s', (field, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, fc.constantFrom('.....', '……', ' . . . . ', '____'), (value, leader) => {
        expect(valueOf(field, leader + show(fieldOf(field), value) + leader)).toEqual(value)
      }),
    )
  })

  it('has a case here for every value type of the catalogue', () => {
    const tested = new Set(values.map(([field]) => fieldOf(field).type))
    expect(fieldCodes.map((field) => fieldOf(field).type).filter((type) => !tested.has(type))).toEqual([])
  })
})

describe('any writing at all', () => {
  const damaged = fc
    .array(fc.constantFrom(...'0123456789OlI|S/.,- …:()%aăâđêôơưHNMVXTmkgtỉ ãườ'.split('')), { maxLength: 24 })
    .map((signs) => signs.join(''))
  const anything = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), damaged)

  it.each(fieldCodes)('is read, left to a person or blank, and never throws: %s', (field) => {
    const property = fc.property(anything, (raw) => {
      const found = meaning(fieldOf(field), raw)
      if (found.status === 'unparsed') expect(found.problem).toMatch(/\.$/u)
      if (found.status === 'read' && typeof found.value === 'number') expect(Number.isFinite(found.value)).toBe(true)
      if (found.status === 'read' && typeof found.value === 'string')
        expect(found.value).toBe(found.value.normalize('NFC').trim())
    })
    fc.assert(property, { numRuns: 60 })
  })

  it.each(fieldCodes)('is blank when only dots, dashes and slashes are there: %s', (field) => {
    const nothing = fc.array(fc.constantFrom('.', '…', '-', '_', '/', ' ', ',', '–'), { maxLength: 20 })
    fc.assert(
      fc.property(nothing, (signs) => {
        expect(meaning(fieldOf(field), signs.join(''))).toEqual({ status: 'blank' })
      }),
      { numRuns: 30 },
    )
  })
})
