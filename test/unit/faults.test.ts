// Faults planted one at a time into papers that are in order: each moves exactly its own rule, and no other.
import { describe, expect, it } from 'vitest'
import { rules } from '../../pipeline/rules/index.ts'
import { inventPapers, type Papers } from '../../samples/invent/draft.ts'
import type { Sound } from '../../samples/faults/fault.ts'
import { faults } from '../../samples/faults/index.ts'
import { dayAfterPapers, draftOf, judge } from '../../samples/judge.ts'
import type { Finding } from '../../schemas/index.ts'
import { cleanDecision, cleanTables, cleanToday, cleanValues } from '../support/clean-person.ts'

const clean: Sound = { form: { values: cleanValues, tables: cleanTables, spelling: {} }, decision: cleanDecision }
const found = (papers: Papers, today: string) => judge(draftOf('A', papers), today)
const codes = (findings: readonly Finding[]) => [...new Set(findings.map(({ code }) => code))].sort()

/** Codes that come or go. */
function moved(before: readonly Finding[], after: readonly Finding[]): string[] {
  const [a, b] = [codes(before), codes(after)]
  return [...a.filter((code) => !b.includes(code)), ...b.filter((code) => !a.includes(code))]
}
const others = Array.from({ length: 8 }, (_, index) => {
  const sound = inventPapers(`faulty-${index}`)
  const today = dayAfterPapers(sound)
  return { sound, today, before: found(sound, today) }
})

describe('the faults that can be planted', () => {
  it('are at least eighty, each of a rule of the book, and of all dimensions of quality', () => {
    expect(faults.length).toBeGreaterThanOrEqual(80)
    const watched = rules.filter(({ code }) => faults.some(({ rule }) => rule === code))
    expect(faults.filter(({ rule }) => !rules.some(({ code }) => code === rule))).toEqual([])
    expect(new Set(watched.map(({ dimension }) => dimension)).size).toBe(6)
  })
})

describe.each(faults.map((each) => [`${each.rule}: ${each.fault}`, each] as const))('%s', (_, { rule, plant }) => {
  it('moves exactly its rule and dimension on the clean official, or cannot befall her', () => {
    const planted = plant(clean)
    if (planted === undefined) return
    const after = found(planted, cleanToday)
    const dimension = rules.find(({ code }) => code === rule)?.dimension
    expect([codes(after), new Set(after.map((finding) => finding.dimension))]).toEqual([[rule], new Set([dimension])])
  })

  it('moves exactly its rule on other people it can befall, and there are some', () => {
    const befallen = others.flatMap(({ sound, today, before }) => {
      // A note that is there already cannot come.
      const planted = codes(before).includes(rule) ? undefined : plant(sound)
      return planted === undefined ? [] : [moved(before, found(planted, today))]
    })
    const onClean = plant(clean) === undefined ? [] : [[rule]]
    expect(befallen.filter((codes) => codes.join() !== rule)).toEqual([])
    expect([...onClean, ...befallen].length).toBeGreaterThan(0)
  })
})
