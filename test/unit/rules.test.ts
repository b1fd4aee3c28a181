// The rule book as a whole, and each rule by its two examples.
import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { judgedOfDraft } from '../../pipeline/core/judged.ts'
import { applyRules } from '../../pipeline/rules/apply-rules.ts'
import { retired, rules } from '../../pipeline/rules/index.ts'
import { renderMessage, ruleBook } from '../../pipeline/rules/render.ts'
import { QualityDimension } from '../../schemas/index.ts'
import { aDraft, type DraftChange } from '../support/a-draft.ts'
import { cleanToday } from '../support/clean-person.ts'
import { ruleExamples } from './rule-examples/index.ts'

const knowledge = loadKnowledge()
const findings = (change: DraftChange = {}, today?: string) =>
  applyRules(rules, judgedOfDraft(aDraft(change)), { knowledge, today })
const placeholders = (message: string) =>
  [...message.matchAll(/\{(?<name>\w+)\}/gu)].map(({ groups }) => groups?.name ?? '').sort()
const unique = (names: readonly string[]) => [...new Set(names)].sort()

describe('the rule book', () => {
  it('has a code for each rule, in snake_case, none twice and none that was retired', () => {
    const codes = rules.map(({ code }) => code)
    expect(codes.length).toBeGreaterThanOrEqual(120)
    expect(codes.filter((code) => !/^[a-z]+(?:_[a-z]+)+$/u.test(code))).toEqual([])
    expect(unique(codes)).toHaveLength(codes.length)
    expect(codes.filter((code) => retired.has(code))).toEqual([])
  })

  it('holds a record only on a basis that was read, never on experience', () => {
    const errors = rules.filter(({ severity }) => severity === 'error')
    expect(errors.length).toBeGreaterThan(8)
    expect(errors.filter(({ basisVerified, basis }) => !basisVerified || /thống kê/iu.test(basis))).toEqual([])
  })

  it('names a basis for every rule and covers all dimensions of quality', () => {
    expect(rules.filter(({ basis }) => basis.length < 10)).toEqual([])
    expect(unique(rules.map(({ dimension }) => dimension))).toEqual([...QualityDimension.options].sort())
  })

  it('tells what is wrong and what to do in both languages, in two sentences of normal form', () => {
    for (const { message } of rules)
      for (const text of [message.vi, message.en]) {
        expect(text).toBe(text.normalize('NFC'))
        expect(text.endsWith('.')).toBe(true)
        expect(text.split(/[.;,] /u).length).toBeGreaterThan(1)
      }
  })

  it('has two examples for every rule, and no example without a rule', () => {
    expect(Object.keys(ruleExamples).sort()).toEqual(rules.map(({ code }) => code).sort())
  })

  it('prints as data', () => {
    expect(ruleBook()).toHaveLength(rules.length)
    expect(JSON.parse(JSON.stringify(ruleBook()))).toEqual(ruleBook())
  })
})

describe('a clean official', () => {
  it('has no finding at all, today or ever', () => {
    expect(findings()).toEqual([])
    expect(findings({}, cleanToday)).toEqual([])
  })
})

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  const example = ruleExamples[code]
  const today = example?.today
  const found = (change: DraftChange | undefined) => findings(change, today).filter((finding) => finding.code === code)

  it('fires on its example', () => {
    expect(found(example?.fires).length).toBeGreaterThan(0)
  })

  it('is silent at the edge', () => {
    expect(found(example?.edge)).toEqual([])
  })

  it('has in its evidence exactly the words its message needs', () => {
    for (const { evidence } of found(example?.fires))
      for (const language of ['vi', 'en'] as const) {
        expect(unique(placeholders(rule.message[language]))).toEqual(Object.keys(evidence).sort())
        expect(renderMessage(rule, evidence, language)).not.toMatch(/[{}]|undefined|Infinity|NaN/u)
      }
  })
})
