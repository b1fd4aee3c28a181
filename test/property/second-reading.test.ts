// Whatever two models read: nothing is invented, both texts stay, and what they do not share is never sure.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadGrading } from '../../pipeline/adapters/grading.ts'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { mergedWords } from '../../pipeline/core/reading/merge-words.ts'
import { opinionOf } from '../../pipeline/core/reading/opinion.ts'
import { fieldOf, type Outcome, type SecondReading } from '../../schemas/index.ts'

const knowledge = loadKnowledge()
const grading = loadGrading()
const anyWord = fc.record({
  text: fc.constantFrom('Hà', 'Hạ', 'Hò', 'Nam;', 'Nam', 'Quỳnh', 'Guỳnh', '12/12', '1242', 'tỡx', '.'),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
})
const anyRun = fc.array(anyWord, { minLength: 1, maxLength: 7 })
const anyText = fc.constantFrom('Hà Nam', 'Hạ Nam', 'Hà Nạm', '')

describe('two readings', () => {
  it('merge into words that one of them read, and into themselves where they are the same', () => {
    fc.assert(
      fc.property(anyRun, anyRun, (own, stock) => {
        const { text, confidence } = mergedWords(
          { model: 'own', words: own },
          { model: 'stock', words: stock },
          knowledge,
        )
        const known = new Set([...own, ...stock].map((word) => word.text))
        for (const word of text.split(' ').filter((one) => one !== '')) expect(known).toContain(word)
        expect(confidence).toBeLessThanOrEqual(1)
        const same = mergedWords({ model: 'own', words: own }, { model: 'stock', words: own }, knowledge)
        expect(same.text).toBe(own.map((word) => word.text).join(' '))
      }),
    )
  })

  it('stay beside the value with their models; a value only one of them read is not good by the engine alone', () => {
    const confidence = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(anyText, anyText, confidence, fc.boolean(), (one, other, sure, isExact) => {
        const outcome: Outcome = { status: 'read', raw: one, value: one, candidates: [], confidence: sure }
        const second: SecondReading = {
          documentId: 'D',
          place: 'mainDuty',
          model: 'stock',
          pageId: 'p',
          boxes: [[0, 0, 1, 1]],
          raw: other,
          confidence: 1,
          meaning: other === '' ? { status: 'blank' } : { status: 'read', value: other, isExact: true },
          first: { model: 'own', raw: one, confidence: sure, isExact },
        }
        const told = opinionOf(outcome, fieldOf('mainDuty'), second, grading)
        expect(told.readings?.map(({ raw }) => raw)).toEqual([one, other])
        if (told.outcome.status === 'read') expect([one, other]).toContain(told.outcome.value)
        if (other !== '' && one !== other) expect(told.grade).not.toBe('good')
      }),
    )
  })
})
