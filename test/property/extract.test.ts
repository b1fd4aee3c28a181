import { assert, asyncProperty, integer } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf } from '../../pipeline/core/lines.ts'
import type { FieldCode, Value } from '../../schemas/index.ts'
import { resume } from '../support/papers/resume.ts'
import { read } from '../support/read.ts'

/** A small generator of its own (Park and Miller), so that one number tells a whole page's misreadings. */
function dice(seed: number): () => number {
  let state = (seed % 2147483646) + 1
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

/** Loses tones, changes a letter, drops a letter; figures stay. */
function misreader(seed: number, often: number): (word: string) => string {
  const roll = dice(seed)
  return (word) => {
    if (roll() < often * 2) return word.normalize('NFD').replace(/\p{M}/gu, '')
    if (word.length < 4 || /\d/u.test(word) || roll() > often) return word
    const at = Math.floor(roll() * word.length)
    return word.slice(0, at) + (roll() < 0.5 ? '' : 'c') + word.slice(at + 1)
  }
}

const truth: readonly (readonly [FieldCode, Value])[] = [
  ['birthDate', '1981-05-12'],
  ['recruitmentDate', '2004-09-01'],
  ['rankCode', '01.003'],
  ['salaryStep', 5],
  ['salaryCoefficient', 3.66],
  ['salaryFrom', '2019-09-01'],
  ['positionAllowance', 0.25],
  ['generalEducation', '12/12'],
  ['partyAdmissionDate', '2008-02-03'],
  ['partyOfficialDate', '2009-02-03'],
  ['citizenId', '008181000123'],
  ['citizenIdDate', '2016-05-10'],
  ['socialInsuranceNo', '0801234567'],
]

describe('misread labels', () => {
  it('may lose a value, but never give one field the value of another', async () => {
    await assert(
      asyncProperty(integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const { outcome } = await read('2c-bnv-2008', resume({ misread: misreader(seed, 0.08) }))
        for (const [field, value] of truth) {
          const found = outcome(field)
          if (found.status === 'read') expect([field, found.value]).toEqual([field, value])
          expect([field, found.status]).not.toEqual([field, 'blank'])
        }
      }),
      { numRuns: 25 },
    )
  })

  it('are mostly found all the same', async () => {
    let read0 = 0
    for (let seed = 1; seed <= 10; seed++) {
      const { outcome } = await read('2c-bnv-2008', resume({ misread: misreader(seed * 7919, 0.08) }))
      read0 += truth.filter(([field]) => outcome(field).status === 'read').length
    }
    expect(read0 / (truth.length * 10)).toBeGreaterThan(0.9)
  })
})

describe('lines by geometry', () => {
  it('do not depend on the order in which the engine tells its words', async () => {
    const words = resume()
      .flatMap((page) => page.lines.flatMap((line) => line.words))
      .slice(0, 120)
    const told = (of: typeof words) => linesOf(of).map((line) => line.words.map(({ text }) => text).join(' '))
    await assert(
      asyncProperty(integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const roll = dice(seed)
        const shuffled = words
          .map((word) => ({ word, at: roll() }))
          .sort((a, b) => a.at - b.at)
          .map(({ word }) => word)
        expect(told(shuffled)).toEqual(told(words))
      }),
      { numRuns: 20 },
    )
  })
})
