// Whose word stands: the résumé's, then the other papers of the same person; a stranger's paper contests no more than the name.
import { describe, expect, it } from 'vitest'
import { type Paper, wordsOn } from '../../pipeline/core/paper-words.ts'
import type { DraftValue, FieldCode, Value } from '../../schemas/index.ts'

const read = (value: Value): DraftValue => ({
  outcome: {
    status: 'read',
    raw: typeof value === 'string' ? value : JSON.stringify(value),
    value,
    candidates: [],
    confidence: 0.95,
  },
  grade: 'good',
  rivals: [],
})
const blank: DraftValue = {
  outcome: { status: 'blank', confidence: 0.9, provenance: { documentId: 'D', pageId: 'D#1', box: [0, 0, 0, 0] } },
  grade: 'good',
  rivals: [],
}

let papers = 0
function paper(kind: Paper['kind'], said: Partial<Record<FieldCode, Value | DraftValue>>): Paper {
  const values = Object.entries(said).map(([field, value]) => [
    field,
    typeof value === 'object' && 'outcome' in value ? value : read(value),
  ])
  const document = { documentId: `D@${++papers}`, form: kind, edition: 1, score: 1, pages: ['D#1'] }
  return { kind, document: { ...document, values: Object.fromEntries(values) } }
}
const told = ({ outcome, rivals }: DraftValue) => [
  outcome.status === 'read' ? outcome.value : outcome.status,
  rivals.map((rival) => (rival.outcome.status === 'read' ? rival.outcome.value : '')),
]

const name = 'Ma Thị Hoa'
const resume = paper('resume', { fullName: name, birthDate: '1980-05-03', citizenIdDate: blank })

describe('the word of the papers', () => {
  it('is the résumé’s, though a card is newer; the card’s stands beside it', () => {
    const card = paper('other', { fullName: name, birthDate: '1980-05-08' })
    expect(told(wordsOn('birthDate', [card, resume]))).toEqual(['1980-05-03', ['1980-05-08']])
  })

  it('is another paper’s of the same person where the résumé leaves a blank', () => {
    const card = paper('other', { fullName: name, citizenIdDate: '2021-04-12' })
    expect(told(wordsOn('citizenIdDate', [card, resume]))).toEqual(['2021-04-12', []])
  })

  it('is never a stranger’s: his paper fills no blank, and contests only whose it is', () => {
    const card = paper('other', { fullName: 'Lý Văn Nam', birthDate: '1990-01-01', citizenIdDate: '2021-04-12' })
    expect(told(wordsOn('citizenIdDate', [card, resume]))).toEqual(['blank', []])
    expect(told(wordsOn('fullName', [card, resume]))).toEqual([name, ['Lý Văn Nam']])
  })

  it('is not contested by the birth certificate of a child', () => {
    const child = paper('other', { fullName: 'Lý Ma An', birthDate: '2010-01-01', motherName: name })
    expect(told(wordsOn('fullName', [child, resume]))).toEqual([name, []])
    expect(told(wordsOn('birthDate', [child, resume]))).toEqual(['1980-05-03', []])
  })

  it('of a card’s back, which bears no name, counts only with his number', () => {
    const back = paper('other', { citizenId: '008180001234', citizenIdDate: '2021-04-12' })
    expect(told(wordsOn('citizenIdDate', [back, resume]))).toEqual(['blank', []])
    const own = paper('resume', { fullName: name, citizenId: '008180001234', citizenIdDate: blank })
    expect(told(wordsOn('citizenIdDate', [back, own]))).toEqual(['2021-04-12', []])
  })

  it('of pay is the newest decision’s on pay, whatever was decided since', () => {
    const award = paper('decision', { decisionDate: '2024-05-01', decisionAward: 'Giấy khen' })
    const rise = paper('decision', { decisionDate: '2022-05-01', decisionSalaryStep: 5 })
    const older = paper('decision', { decisionDate: '2019-05-01', decisionSalaryStep: 4 })
    const form = paper('resume', { fullName: name, salaryStep: 3 })
    expect(told(wordsOn('salaryStep', [award, rise, form, older]))).toEqual([3, [5]])
  })

  it('never mixes two decisions into one that nobody took', () => {
    const award = paper('decision', { decisionNumber: '12/QĐ', decisionAward: 'Giấy khen' })
    const rise = paper('decision', { decisionNumber: '7/QĐ', decisionSalaryStep: 5 })
    expect(told(wordsOn('decisionNumber', [award, rise]))).toEqual(['12/QĐ', []])
    expect(told(wordsOn('decisionSalaryStep', [award, rise]))).toEqual(['missing', []])
  })
})
