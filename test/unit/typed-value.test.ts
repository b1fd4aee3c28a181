// What a steward typed is taken at its word or refused: nothing is supposed.
import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { typedValue } from '../../pipeline/core/typed-value.ts'
import { type FieldCode, fieldOf } from '../../schemas/index.ts'

const knowledge = loadKnowledge()
const typed = (field: FieldCode, text: string) => typedValue(fieldOf(field), text, knowledge)

describe('a typed value', () => {
  it.each([
    ['birthDate', '02/09/1975', { value: '1975-09-02' }],
    ['birthDate', '2/9/1975', { value: '1975-09-02' }],
    ['birthDate', '02091975', { value: '1975-09-02' }],
    ['birthDate', '1975', { value: '1975' }],
    ['citizenId', '024080001234', { value: '024080001234' }],
    ['citizenId', '024 080 001 234', { value: '024080001234' }],
    ['ethnicity', 'tày', { value: 'Tày', code: '02' }],
    ['fullName', 'LÒ VĂN ÍN', { value: 'Lò Văn Ín' }],
    ['salaryCoefficient', '4,98', { value: 4.98 }],
  ] as const)('%s "%s" is what it says', (field, text, value) => {
    expect(typed(field, text)).toMatchObject(value)
  })

  it.each([
    ['birthDate', '31/02/1975'],
    ['birthDate', 'O2/09/1975'],
    ['citizenId', '24080001234'],
    ['ethnicity', 'Tay'],
    ['ethnicity', 'Mông cổ lạ'],
    ['gender', 'N'],
    ['fullName', ' … '],
  ] as const)('%s "%s" is refused with a sentence', (field, text) => {
    expect(typed(field, text)).toMatchObject({ problem: expect.stringMatching(/\.$/u) })
  })

  it('offers what may be meant instead of taking it', () => {
    expect(typed('ethnicity', 'Tay')).toMatchObject({ candidates: expect.arrayContaining(['Tày']) })
  })
})
