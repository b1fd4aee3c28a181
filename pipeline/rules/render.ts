// A finding in words, from its rule and its evidence: nothing rendered is ever stored. And the rule book.
import { type Evidence, FieldCode, type Finding, fieldOf, TableCode, tableOf } from '../../schemas/index.ts'
import { dateForPeople } from '../core/dates.ts'
import { rules } from './index.ts'
import type { Rule } from './rule.ts'

export type Language = 'vi' | 'en'

/** Evidence that is a code of the catalogue is told by its name, a date as people write it. */
export function renderMessage(rule: Pick<Rule, 'message'>, evidence: Evidence, language: Language): string {
  return rule.message[language].replace(/\{(?<name>\w+)\}/gu, (whole, name: string) => {
    const value = evidence[name]
    return value === undefined ? whole : shown(value, language)
  })
}

/** A finding of a rule that is no longer in the book is told by its code. */
export function tellFinding({ code, evidence }: Pick<Finding, 'code' | 'evidence'>, language: Language): string {
  const rule = rules.find((each) => each.code === code)
  return rule === undefined ? code : renderMessage(rule, evidence, language)
}

/** What `hoso rules --json` prints. */
export function ruleBook() {
  return rules.map(({ code, severity, dimension, basis, basisVerified, fields, message }) => ({
    code,
    severity,
    dimension,
    basis,
    basisVerified,
    fields: [...fields],
    message: { ...message },
  }))
}

function shown(value: string | number, language: Language): string {
  if (typeof value === 'number') return language === 'vi' ? String(value).replace('.', ',') : String(value)
  const field = FieldCode.safeParse(value)
  if (field.success) return fieldOf(field.data)[language]
  const table = TableCode.safeParse(value)
  if (table.success) return tableOf(table.data)[language]
  return dateForPeople(value)
}
