import { array, assert, constantFrom, integer, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { occurrences } from '../../pipeline/core/find-text.ts'
import { editDistance } from '../../pipeline/core/text.ts'

const text = (most: number) => string({ unit: constantFrom('a', 'b', 'c'), minLength: 1, maxLength: most })

describe('finding a text inside a misread one', () => {
  it('finds every end that some beginning reaches with few enough edits, and no other', () => {
    assert(
      property(
        text(9),
        text(40),
        integer({ min: 0, max: 3 }),
        array(integer({ min: 0, max: 40 })),
        (needle, hay, max, at) => {
          const starts = new Set(at)
          const slow = Array.from({ length: hay.length }, (_, i) => i + 1).flatMap((end) => {
            const distance = Math.min(
              ...Array.from({ length: end + 1 }, (_, start) => {
                const inside = start === 0 || starts.has(start) ? 0 : 1
                return inside + editDistance(needle, hay.slice(start, end))
              }),
            )
            return distance <= max ? [{ end, distance }] : []
          })
          const found = occurrences(needle, hay, max, (place) => starts.has(place))
          expect(found.map(({ end, distance }) => ({ end, distance }))).toEqual(slow)
        },
      ),
      { numRuns: 300 },
    )
  })
})
