// Laws of the rules, true of any record.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { isBefore, monthsBetween, yearsBetween } from '../../pipeline/core/dates.ts'
import { judgedOfDraft } from '../../pipeline/core/judged.ts'
import { applyRules } from '../../pipeline/rules/apply-rules.ts'
import { rules } from '../../pipeline/rules/index.ts'
import { type FieldCode, fieldCodes, fieldOf, type PersonDraft, type Value } from '../../schemas/index.ts'
import { aDraft, blank, missing, read, unparsed, withValue } from '../support/a-draft.ts'
import { cleanToday } from '../support/clean-person.ts'
import { ruleExamples } from '../unit/rule-examples/index.ts'

const knowledge = loadKnowledge()
const judge = (draft: PersonDraft, today?: string, book = rules) =>
  applyRules(book, judgedOfDraft(draft), { knowledge, today })

const examples = Object.values(ruleExamples)
const someChange = fc.constantFrom(...examples.flatMap(({ fires, edge }) => [fires, edge]))

const pad = (number: number) => String(number).padStart(2, '0')
const year = fc.integer({ min: 1930, max: 2030 }).map(String)
const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${pad(m)}`)
const day = fc.tuple(month, fc.integer({ min: 1, max: 28 })).map(([m, d]) => `${m}-${pad(d)}`)
const date = fc.oneof(year, month, day)
const word = fc.constantFrom(
  'Chuyên viên',
  'Nam',
  'Nữ',
  'N/A',
  '12/12',
  '008185001234',
  '070123456',
  '01.003',
  'Hoàng Mai',
)
const number = fc.constantFrom(0, 1, 6, 9, 12, 2.34, 3.99, 158, 500)

function valueOf(field: FieldCode): fc.Arbitrary<Value> {
  const { type } = fieldOf(field)
  if (type === 'date') return fc.oneof(date, fc.constant('nay'))
  if (type === 'place') return fc.constantFrom({ text: 'Xã Hùng Lợi' }, { text: 'Hà Giang', province: 'Hà Giang' })
  return ['step', 'decimal', 'height', 'weight'].includes(type)
    ? number
    : type === 'allowance'
      ? fc.oneof(word, number)
      : word
}
const aChangeOfOne = fc.constantFrom(...fieldCodes).chain((field) =>
  fc
    .oneof(
      valueOf(field).chain((value) => fc.constantFrom(read(value), read(value, 'doubtful'), read(value, 'poor'))),
      fc.constantFrom(missing, blank(), unparsed('?')),
    )
    .map((given) => ({ field, given })),
)
const anyDraft = fc
  .tuple(someChange, fc.array(aChangeOfOne, { maxLength: 8 }))
  .map(([change, changes]) =>
    changes.reduce((draft, { field, given }) => withValue(draft, field, given), aDraft(change)),
  )

describe('the rules', () => {
  it('never throw, and give the same findings in any order of the book', () => {
    fc.assert(
      fc.property(
        anyDraft,
        fc.boolean(),
        fc.shuffledSubarray([...rules], { minLength: rules.length }),
        (draft, isTimed, book) => {
          const today = isTimed ? cleanToday : undefined
          expect(judge(draft, today, book)).toEqual(judge(draft, today))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('do not look beyond the fields they name: another value neither clears nor raises their findings', () => {
    fc.assert(
      fc.property(anyDraft, aChangeOfOne, fc.boolean(), (draft, { field, given }, isTimed) => {
        const today = isTimed ? cleanToday : undefined
        const watching = new Set(rules.filter(({ fields }) => fields.includes(field)).map(({ code }) => code))
        const others = (of: PersonDraft) => judge(of, today).filter(({ code }) => !watching.has(code))
        expect(others(withValue(draft, field, given))).toEqual(others(draft))
      }),
      { numRuns: 100 },
    )
  })

  it('have two findings of one id in no record', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const ids = judge(draft).map(({ findingId }) => findingId)
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 60 },
    )
  })

  it('are satisfied once what their finding names is right', () => {
    const clean = aDraft()
    for (const [code, { fires, today }] of Object.entries(ruleExamples)) {
      const broken = aDraft(fires)
      const named = new Set(
        judge(broken, today)
          .filter((finding) => finding.code === code)
          .flatMap(({ fields, row }) => [...fields, row?.table ?? '']),
      )
      const pick = <K extends string, V>(ours: Record<K, V>, right: Record<K, V>): Record<K, V> => ({
        ...ours,
        ...Object.fromEntries(Object.entries(right).filter(([key]) => named.has(key))),
      })
      // Papers and marks are not values; a rule about them is satisfied by the paper.
      const rule = rules.find((each) => each.code === code)
      const isAboutPapers = (rule?.fields.length ?? 0) === 0 && (rule?.tables.length ?? 0) === 0
      const corrected = {
        // A list of an HR system that differs is satisfied by the list.
        ...(fires.listed ? clean : broken),
        ...(isAboutPapers || fires.decision || fires.resume || fires.rivals || fires.papers || fires.listed
          ? clean
          : {}),
        values: pick(broken.values, clean.values),
        tables: { ...pick(broken.tables, clean.tables), ...(rule?.tables.length ? clean.tables : {}) },
      }
      const right = today === undefined ? undefined : cleanToday
      expect([code, judge(corrected, right).filter((finding) => finding.code === code)]).toEqual([code, []])
    }
  })
})

describe('partial dates', () => {
  it('are never both before and after, and spans hold their least and most', () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        expect(isBefore(a, b) && isBefore(b, a)).toBe(false)
        const { least, most } = monthsBetween(a, b)
        expect(least).toBeLessThanOrEqual(most)
        if (isBefore(a, b)) expect(most).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('prove of a year only what is true of each of its days', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const exact = yearsBetween(a, b).least
        for (const [x, y] of [
          [a.slice(0, 4), b],
          [a.slice(0, 7), b],
          [a, b.slice(0, 4)],
        ] as const) {
          const span = yearsBetween(x, y)
          expect(span.least).toBeLessThanOrEqual(exact)
          expect(span.most).toBeGreaterThanOrEqual(exact)
        }
      }),
    )
  })
})
