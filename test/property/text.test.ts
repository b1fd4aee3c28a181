import { assert, constantFrom, nat, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { occurrences } from '../../pipeline/core/find-text.ts'
import { editDistance, fold, toneAwareDistance, unifyTones } from '../../pipeline/core/text.ts'

const letter = constantFrom(
  ...Array.from('aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ '),
)
const vietnamese = string({ unit: letter, maxLength: 24 })

describe('text laws', () => {
  it('folding twice is folding once, whatever the text', () => {
    assert(
      property(string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })

  it('folding does not see the normal form', () => {
    assert(
      property(vietnamese, (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text))
      }),
    )
  })

  it('unifying tones twice is unifying them once, and loses nothing folding keeps', () => {
    assert(
      property(vietnamese, (text) => {
        expect(unifyTones(unifyTones(text))).toBe(unifyTones(text))
        expect(fold(unifyTones(text))).toBe(fold(text))
      }),
    )
  })

  it('distances are symmetric, nought for equals, and bounded by the bound', () => {
    assert(
      property(vietnamese, vietnamese, nat(6), (a, b, max) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a))
        expect(toneAwareDistance(a, b)).toBeCloseTo(toneAwareDistance(b, a))
        expect(toneAwareDistance(a, a)).toBe(0)
        expect(editDistance(a, b, max)).toBe(Math.min(editDistance(a, b), max + 1))
      }),
    )
  })

  it('a text is found where it stands inside another', () => {
    assert(
      property(
        vietnamese,
        vietnamese.filter((text) => text.length > 0),
        vietnamese,
        (before, text, behind) => {
          const found = occurrences(text, before + text + behind, 0)
          expect(found).toContainEqual({ start: before.length, end: before.length + text.length, distance: 0 })
        },
      ),
    )
  })
})
