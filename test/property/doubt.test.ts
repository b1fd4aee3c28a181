import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { doubted } from '../../pipeline/core/values/doubt.ts'
import type { Interpretation } from '../../pipeline/core/values/interpretation.ts'
import { type FieldDefinition, fieldOf, tables } from '../../schemas/index.ts'

const knowledge = loadKnowledge()
const definitions: readonly FieldDefinition[] = [
  fieldOf('strength'),
  fieldOf('rankName'),
  fieldOf('fullName'),
  fieldOf('hometown'),
  fieldOf('politicalTheory'),
  fieldOf('birthDate'),
  tables.family.cells.relation,
  tables.family.cells.detail,
]
const words = fc
  .array(
    fc.constantFrom(
      'Y',
      'V',
      'sĩ',
      'Bồidưỡng',
      'Chuyện',
      'viên',
      'TẤN',
      'thi',
      'dua,',
      'xã',
      'Bán Díu',
      'huyện',
      'Xín Mần',
      "H'",
      '(',
      '8a',
    ),
  )
  .map((all) => all.join(' '))
const writing = fc.oneof(words, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))

describe('doubting a value', () => {
  it.each(definitions)('never changes it, never makes it surer and never throws: $en', (definition) => {
    const property = fc.property(writing, fc.boolean(), (text, isExact) => {
      const value = definition.type === 'place' ? knowledge.places.resolve(text) : text
      const read: Interpretation = { status: 'read', value, isExact, candidates: [] }
      const after = doubted(read, definition, knowledge)
      expect(after).toMatchObject({ status: 'read', value })
      if (after.status !== 'read') return
      expect(after.isExact && !isExact).toBe(false)
      expect(after.candidates).not.toContainEqual({ value })
      expect(after.candidates.length).toBeLessThanOrEqual(5)
      if (after.isExact) expect(after).toEqual(read)
    })
    fc.assert(property, { numRuns: 150 })
  })

  it('leaves what could not be read and what is blank as it is', () => {
    const unread: Interpretation = { status: 'unparsed', problem: 'Không đọc được.', candidates: [] }
    expect(doubted(unread, fieldOf('fullName'), knowledge)).toBe(unread)
    expect(doubted({ status: 'blank' }, fieldOf('fullName'), knowledge)).toEqual({ status: 'blank' })
  })

  it('accepts the name of every people, though many are no Vietnamese syllables', () => {
    fc.assert(
      fc.property(fc.constantFrom(...knowledge.lists.ethnicity.entries), ({ name }) => {
        const read: Interpretation = { status: 'read', value: `dân tộc ${name}`, isExact: true, candidates: [] }
        expect(doubted(read, fieldOf('strength'), knowledge)).toBe(read)
      }),
    )
  })
})
