// A second model on the same rectangles: which lines it is given, what agreement and difference come to, and that nothing is lost.
import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { gradeOf } from '../../pipeline/core/grade.ts'
import { calibrated } from '../../pipeline/core/reading/calibrate.ts'
import { crossChecked } from '../../pipeline/core/reading/cross-check.ts'
import { mergedWords } from '../../pipeline/core/reading/merge-words.ts'
import { opinionOf } from '../../pipeline/core/reading/opinion.ts'
import { linesOfValue } from '../../pipeline/core/reading/value-lines.ts'
import {
  type Box,
  type DraftValue,
  type FieldCode,
  fieldCodes,
  fieldOf,
  type Grading,
  type Outcome,
  type ReadingCase,
  type SecondReading,
  type Value,
} from '../../schemas/index.ts'

const knowledge = loadKnowledge()
const words = (text: string, confidence = 0.9) => text.split(' ').map((word) => ({ text: word, confidence }))
const box: Box = [0.3, 0.1, 0.4, 0.02]
const provenance = { documentId: 'D', pageId: 'p', box }
const read = (raw: string, value: Value, confidence = 0.9): Outcome => ({
  status: 'read',
  raw,
  value,
  candidates: [],
  confidence,
  provenance,
})
const second = (raw: string, value: Value, more: Partial<SecondReading> = {}): SecondReading => ({
  documentId: 'D',
  place: 'fullName',
  model: 'stock',
  pageId: 'p',
  boxes: [box],
  raw,
  confidence: 0.9,
  meaning: { status: 'read', value, isExact: true },
  first: { model: 'own', raw: 'x', confidence: 0.9, isExact: true },
  ...more,
})
const row = { class: 'any', second: 'agrees', isExact: true, cross: 'none', band: -1, count: 500, wrong: 1 } as const
const grading: Grading = {
  version: 1,
  origin: 'test',
  bands: [0.9, 0.5],
  goodAtMost: 0.01,
  rows: [
    { ...row, bound: 0.011, chance: 0.002 },
    { ...row, class: 'name', band: 1, count: 40, wrong: 2, bound: 0.17, chance: 0.05 },
    { ...row, second: 'clear', count: 40, wrong: 4, bound: 0.24, chance: 0.1 },
  ],
  promise: {},
}
const name = fieldOf('fullName')

describe('the lines of a value', () => {
  const word = (text: string, x: number, y: number, width = 0.08) => ({
    text,
    box: [x, y, width, 0.02] satisfies Box,
    confidence: 0.9,
  })
  const page = {
    pageId: 'p',
    rulings: { horizontal: [], vertical: [] },
    lines: [
      { box, words: [word('Quê', 0.1, 0.1), word('quán:', 0.2, 0.1), word('xã', 0.3, 0.1), word('Hùng', 0.4, 0.1)] },
      { box, words: [word('Lợi,', 0.1, 0.14), word('Yên', 0.2, 0.14), word('Sơn', 0.3, 0.14)] },
    ],
  }

  it('leave out the label that stands before the first one', () => {
    const boxes = linesOfValue('xã Hùng Lợi, Yên Sơn', [0.1, 0.1, 0.4, 0.06], page)
    expect(boxes.map(([left]) => left)).toEqual([0.3, 0.1])
  })

  it('are none when the words are not those of the value', () => {
    expect(linesOfValue('xã Tân Trào, Yên Sơn', [0.1, 0.1, 0.4, 0.06], page)).toEqual([])
    expect(linesOfValue('own', [0.1, 0.1, 0.4, 0.02], page)).toEqual([])
  })
})

describe('two readings of one value, word for word', () => {
  const merge = (own: ReturnType<typeof words>, stock: ReturnType<typeof words>) =>
    mergedWords({ model: 'own', words: own }, { model: 'stock', words: stock }, knowledge)

  it('take the word that Vietnamese has', () => {
    const merged = merge(words('phụ tráxch tổ khoa'), words('phụ trách tổ khoq'))
    expect(merged).toMatchObject({ text: 'phụ trách tổ khoa', choice: 'clear' })
  })

  it('take the word that its engine was surer of', () => {
    const first = [...words('phụ trách'), ...words('tỡ', 0.27), ...words('Khoa')]
    const merged = merge(first, words('phụ trách tổ Khoa'))
    expect(merged).toMatchObject({ text: 'phụ trách tổ Khoa', choice: 'clear', confidence: 0.9 })
  })

  it('are not clear where both words are possible', () => {
    expect(merge(words('xã Sơn Hà'), words('xã Sơn Hạ')).choice).toBe('open')
    expect(merge(words('thân Minh Thái'), words('thôn Minh Thái')).choice).toBe('open')
  })

  it('are explained where one model is known to misread the letter', () => {
    expect(merge(words('Khoa Nội'), words('Khoơ Nội'))).toMatchObject({
      text: 'Khoa Nội',
      choice: 'explained',
    })
    expect(merge(words('Vũ Thị Guỳnh'), words('Vũ Thị Quỳnh'))).toMatchObject({
      text: 'Vũ Thị Quỳnh',
      choice: 'explained',
    })
  })

  it('keep a sign that one of them lost inside, and none at the end', () => {
    const merged = merge(words('Buôn bán nơi ở Lâm Bình'), words('Buôn bán; nơi ở Lâm Bình,'))
    expect(merged.text).toBe('Buôn bán; nơi ở Lâm Bình')
  })
})

describe('the opinion of a second model', () => {
  it('makes a reading good that its own engine was not sure of', () => {
    const outcome = read('Hà Văn Nam', 'Hà Văn Nam', 0.6)
    expect(gradeOf(outcome)).toBe('doubtful')
    expect(opinionOf(outcome, fieldOf('mainDuty'), second('Hà Văn Nam', 'Hà Văn Nam'), grading).grade).toBe('good')
  })

  it('follows the finest row of the table that was ever met', () => {
    const outcome = read('Hà Văn Nam', 'Hà Văn Nam', 0.6)
    expect(opinionOf(outcome, name, second('Hà Văn Nam', 'Hà Văn Nam'), grading).grade).toBe('doubtful')
  })

  it('lowers a sure reading it does not share, and becomes a candidate', () => {
    const { outcome, grade, readings } = opinionOf(
      read('Hà Văn Nam', 'Hà Văn Nam', 0.99),
      name,
      second('Hà Văn Nạm', 'Hà Văn Nạm'),
      grading,
    )
    expect(grade).toBe('doubtful')
    expect(outcome).toMatchObject({ value: 'Hà Văn Nam', candidates: [{ value: 'Hà Văn Nạm' }] })
    expect(readings?.map(({ model, raw }) => [model, raw])).toEqual([
      ['own', 'x'],
      ['stock', 'Hà Văn Nạm'],
    ])
  })

  it('is taken only where the first was not understood as written; the first is a candidate then', () => {
    const doubted = { model: 'own', raw: 'Sủùng Thị Xúa', confidence: 0.4, isExact: false } as const
    const { outcome, grade } = opinionOf(
      read('Sủùng Thị Xúa', 'Sủùng Thị Xúa', 0.4),
      name,
      second('Sùng Thị Xúa', 'Sùng Thị Xúa', { first: doubted }),
      grading,
    )
    expect(outcome).toMatchObject({ raw: 'Sùng Thị Xúa', candidates: [{ value: 'Sủùng Thị Xúa' }], provenance })
    expect(grade).toBe('doubtful')
  })

  it('says nothing when the engine saw nothing', () => {
    const blank = second('', '', { raw: '', meaning: { status: 'blank' } })
    expect(opinionOf(read('Nam', 'Nam', 0.9), name, blank, grading)).toMatchObject({
      grade: 'good',
      evidence: { second: 'none' },
    })
  })
})

describe('fields that must agree', () => {
  const draft = (said: Partial<Record<FieldCode, Value>>): Record<FieldCode, DraftValue> => {
    const values = Object.fromEntries(
      fieldCodes.map((field): [FieldCode, DraftValue] => {
        const value = said[field]
        const outcome: Outcome = value === undefined ? { status: 'missing' } : read('x', value)
        return [field, { outcome, grade: 'good', rivals: [] }]
      }),
    )
    return values as Record<FieldCode, DraftValue>
  }
  const checked = (said: Partial<Record<FieldCode, Value>>) =>
    Object.fromEntries(crossChecked(draft(said), knowledge.pay))

  it('are the number of a citizen, the year of birth and the gender', () => {
    expect(checked({ citizenId: '008183001234', birthDate: '1983-05-04', gender: 'Nữ' })).toEqual({
      citizenId: 'agrees',
      birthDate: 'agrees',
      gender: 'agrees',
    })
    expect(checked({ citizenId: '008183001234', birthDate: '1988-05-04' })).toMatchObject({ birthDate: 'differs' })
  })

  it('are rank, step and coefficient', () => {
    const pay = { rankCode: '01.003', salaryStep: 4, salaryCoefficient: 3.33 }
    expect(checked(pay)).toMatchObject({ salaryCoefficient: 'agrees' })
    expect(checked({ ...pay, salaryStep: 5 })).toMatchObject({ salaryStep: 'differs' })
  })

  it('say nothing of pay that a newer paper raised', () => {
    expect(checked({ salaryStep: 4, decisionSalaryStep: 5 })).toEqual({})
    expect(checked({ fullName: 'Hà Nam', decisionFullName: 'Hà Nạm' })).toMatchObject({ fullName: 'differs' })
  })
})

describe('a calibration', () => {
  const one = (isRight: boolean, more: Partial<ReadingCase> = {}): ReadingCase => ({
    profile: 'light',
    class: 'text',
    status: 'read',
    isWritten: true,
    isRight,
    confidence: 0.95,
    second: 'agrees',
    isExact: true,
    cross: 'none',
    ...more,
  })
  const many = (count: number, of: ReadingCase) => Array.from({ length: count }, () => of)

  it('grades by what was found: agreement good, disagreement not, and counts its promise', () => {
    const after = calibrated(
      grading,
      [...many(600, one(true)), one(false), ...many(50, one(false, { second: 'differs' }))],
      'test',
    )
    expect(after.version).toBe(2)
    expect(after.promise.light).toMatchObject({ count: 601, wrong: 1, goodShare: 0.9232 })
    expect(after.promise.light?.bound).toBeCloseTo(0.0092, 3)
  })

  it('does not believe a few readings that went well where their like went wrong', () => {
    const after = calibrated(
      grading,
      [...many(200, one(true)), ...many(20, one(false)), ...many(3, one(true, { class: 'name' }))],
      'test',
    )
    expect(after.rows.find((each) => each.class === 'name')?.chance).toBeGreaterThan(0.05)
  })
})
