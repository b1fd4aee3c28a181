// The bounds of the error rates hold what they promise, and the sums of the second looks add up.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atMost, errorRate } from '../../pipeline/core/sampling/error-rate.ts'
import { agree, type Looked, samplingReport, stateOf } from '../../pipeline/core/sampling/sampling-report.ts'
import type { Outcome, SecondLook } from '../../schemas/index.ts'

const counts = fc
  .integer({ min: 1, max: 400 })
  .chain((checked) => fc.tuple(fc.integer({ min: 0, max: checked }), fc.constant(checked)))

describe('an error rate', () => {
  it('is the textbook one: 0 of 100 is at most 3.6 %, 1 of 50 is 0.05 % to 10.6 %', () => {
    expect(errorRate(0, 100).upper).toBeCloseTo(0.03622, 4)
    expect(errorRate(0, 100).lower).toBe(0)
    const one = errorRate(1, 50)
    expect([one.lower, one.upper].map((share) => Math.round(share * 10_000))).toEqual([5, 1065])
    expect(errorRate(0, 0)).toMatchObject({ lower: 0, upper: 1 })
  })

  it('lies within its bounds, and either bound would bring such a sample about in one of forty', () => {
    fc.assert(
      fc.property(counts, ([wrong, checked]) => {
        const { lower, upper } = errorRate(wrong, checked)
        expect(lower).toBeLessThanOrEqual(wrong / checked)
        expect(upper).toBeGreaterThanOrEqual(wrong / checked)
        if (wrong < checked) expect(atMost(wrong, checked, upper)).toBeCloseTo(0.025, 6)
        if (wrong > 0) expect(1 - atMost(wrong - 1, checked, lower)).toBeCloseTo(0.025, 6)
      }),
    )
  })

  it('covers the true share in at least 95 of 100 samples, whatever the share is', () => {
    for (const share of [0.002, 0.01, 0.03, 0.1, 0.4]) {
      let covered = 0
      for (let wrong = 0; wrong <= 120; wrong += 1) {
        const { lower, upper } = errorRate(wrong, 120)
        if (lower <= share && share <= upper)
          covered += atMost(wrong, 120, share) - (wrong === 0 ? 0 : atMost(wrong - 1, 120, share))
      }
      expect(covered).toBeGreaterThanOrEqual(0.95)
    }
  })
})

const looked: fc.Arbitrary<Looked> = fc.record({
  field: fc.constantFrom('fullName' as const, 'birthDate' as const, 'citizenId' as const),
  agency: fc.constantFrom('TQ', 'TQ-SNV', 'TQ-SYT'),
  kind: fc.constantFrom('confirmed' as const, 'automatic' as const),
  state: fc.constantFrom('waiting', 'agrees', 'differs', 'first_right', 'first_wrong', 'unreadable', 'outdated'),
})

describe('the report of the second looks', () => {
  it('counts every drawn value once, by field as by agency', () => {
    fc.assert(
      fc.property(fc.array(looked, { maxLength: 60 }), (drawn) => {
        for (const { kind, total, fields, agencies } of samplingReport(drawn)) {
          const size = ({ checked, waiting, unreadable }: typeof total) => checked + waiting + unreadable
          expect(size(total)).toBe(drawn.filter((each) => each.kind === kind && each.state !== 'outdated').length)
          for (const parts of [fields, agencies]) {
            expect(parts.reduce((sum, [, part]) => sum + size(part), 0)).toBe(size(total))
            expect(parts.reduce((sum, [, { wrong }]) => sum + wrong, 0)).toBe(total.wrong)
          }
        }
      }),
    )
  })

  it('holds a difference for an error until somebody says the first was right', () => {
    const head = { sampleId: 's', steward: 'b', at: '2026-11-22T08:00:00.000Z' }
    const look: SecondLook = { ...head, kind: 'look', saw: { status: 'read', value: '1975' }, agrees: false }
    expect(stateOf([])).toBe('waiting')
    expect(stateOf([look])).toBe('differs')
    expect(stateOf([look, { ...head, kind: 'verdict', firstIsRight: true }])).toBe('first_right')
    expect(stateOf([{ ...look, agrees: true }])).toBe('agrees')
  })

  it('two who read the same date agree, a blank and a date do not', () => {
    const read: Outcome = { status: 'read', raw: '2/9/75', value: '1975-09-02', candidates: [], confidence: 0.9 }
    expect(agree(read, { status: 'read', value: '1975-09-02' })).toBe(true)
    expect(agree(read, { status: 'read', value: '1975-09-20' })).toBe(false)
    expect(agree(read, { status: 'blank' })).toBe(false)
  })
})
