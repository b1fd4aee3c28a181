// Names of fields, tables, forms, rules and values as people say and write them.
import { FieldCode, type FieldDefinition, fieldOf, TableCode, tableOf, type Value } from '../../../schemas/index.ts'
import { show } from '../../core/values/index.ts'
import type { FormTemplate } from '../../../schemas/index.ts'
import { rules } from '../../rules/index.ts'
import type { Language } from '../visit.tsx'

export function fieldName(code: string, lang: Language): string {
  const field = FieldCode.safeParse(code)
  if (field.success) return fieldOf(field.data)[lang]
  const table = TableCode.safeParse(code)
  return table.success ? tableOf(table.data)[lang] : code
}

export const valueText = (definition: FieldDefinition, value: Value): string => show(definition, value)

export function formName(forms: readonly FormTemplate[], form: string, lang: Language): string {
  return forms.find((each) => each.form === form)?.title[lang] ?? form
}

/** What a rule asks, in one line: its message with its gaps left open. */
export function ruleName(code: string, lang: Language): string {
  const message = rules.find((rule) => rule.code === code)?.message[lang]
  return message === undefined ? code : (message.split(/(?<=\.)\s/u)[0] ?? code).replaceAll(/\{\w+\}/gu, '…')
}

const two = (part: number) => String(part).padStart(2, '0')

/** To the second, by the office's clock: dd/MM/yyyy HH:mm:ss. */
export function momentText(at: Date): string {
  const day = `${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}`
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`
}
