import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { missingSheets, separatorCode, separatorIn, type SeparatorSheet } from '../../pipeline/core/separator-code.ts'
import { partsOfStack } from '../../pipeline/core/stack-cut.ts'

const word = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }).map((text) => text.normalize('NFC'))
const sheet: fc.Arbitrary<SeparatorSheet> = fc
  .record({
    agency: word,
    batch: word,
    number: fc.integer({ min: 1, max: 99_999 }),
    dossier: fc.option(word),
    kind: fc.option(word),
  })
  .map(({ dossier, kind, ...rest }) => ({
    ...rest,
    of: rest.number,
    ...(dossier !== null && { dossier }),
    ...(kind !== null && { kind }),
  }))

describe('the code of a separator sheet', () => {
  it('says again what was written into it', () => {
    fc.assert(
      fc.property(sheet, (given) => {
        expect(separatorIn(separatorCode(given))).toEqual(given)
      }),
    )
  })

  it('is never taken for another sheet when one sign of it is misread', () => {
    fc.assert(
      fc.property(sheet, fc.nat(), fc.constantFrom('0', '7', 'x', '|', '/'), (given, at, sign) => {
        const code = separatorCode(given)
        const spot = at % code.length
        const misread = code.slice(0, spot) + sign + code.slice(spot + 1)
        const found = separatorIn(misread)
        if (misread !== code && found !== undefined) expect(found).toEqual(given)
      }),
    )
  })

  it('tells the numbers that did not come back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.array(fc.nat({ max: 59 })), (of, lost) => {
        const missing = [...new Set(lost.map((each) => (each % of) + 1))].sort((a, b) => a - b)
        const seen = Array.from({ length: of }, (_, i) => i + 1)
          .filter((number) => !missing.includes(number))
          .map((number) => ({ agency: 'TQ', batch: 'đợt 1', number, of }))
        if (seen.length > 0) expect(missingSheets(seen)).toEqual([{ agency: 'TQ', batch: 'đợt 1', of, missing }])
      }),
    )
  })
})

describe('a stack of many dossiers', () => {
  const stack = fc.array(fc.option(fc.constantFrom('A', 'B', 'C', 'D'), { freq: 4 }), { minLength: 1, maxLength: 60 })

  it('loses no page and gives none twice, wherever the sheets lie', () => {
    fc.assert(
      fc.property(stack, (pages) => {
        const sheets = pages.map((dossier, index) =>
          dossier === null ? undefined : { agency: 'TQ', batch: 'b', number: index + 1, of: 99, dossier },
        )
        const covered = partsOfStack(sheets).flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, i) => from + i),
        )
        expect(covered).toEqual(pages.map((_, index) => index + 1))
      }),
    )
  })

  it('laid upside down has each sheet behind its pages', () => {
    const sheet = (number: number, dossier: string) => ({ agency: 'TQ', batch: 'b', number, of: 2, dossier })
    expect(partsOfStack([undefined, sheet(2, 'B'), undefined, undefined, sheet(1, 'A')])).toEqual([
      { dossier: 'B', from: 1, to: 2 },
      { dossier: 'A', from: 3, to: 5 },
    ])
  })

  it('keeps what lies before the first sheet apart', () => {
    const parts = partsOfStack([undefined, undefined, { agency: 'TQ', batch: 'b', number: 1, of: 1, dossier: 'A' }])
    expect(parts).toEqual([
      { dossier: undefined, from: 1, to: 2 },
      { dossier: 'A', from: 3, to: 3 },
    ])
  })
})
