// A drawn form against the record of its dossier: was the paper named, which of its values were read rightly.
import { fieldOf, type OutRecord } from '../../schemas/index.ts'
import { fieldsOn } from '../typed/measure-forms.ts'
import { sameFact } from './same-fact.ts'
import type { DrawnForm } from './scanned-forms.ts'

export interface FormScore {
  readonly form: string
  readonly isNamed: boolean
  readonly named: string
  readonly right: number
  readonly total: number
  readonly good: number
  readonly wrongGood: number
  readonly misses: readonly string[]
}

export function formScore({ form, facts, blocks }: DrawnForm, record: OutRecord | undefined): FormScore {
  const wanted = form.split('.')[0] ?? form
  const named = record?.documents.map((document) => document.form) ?? []
  const paper = record?.documents.find((document) => document.form === wanted)
  const told = [...fieldsOn(blocks)].map((field) => {
    const value = paper?.values[field]
    const expected = facts.values[field]
    const isRight =
      expected !== undefined &&
      value?.status === 'read' &&
      value.value !== undefined &&
      sameFact(expected, value.value, fieldOf(field).type === 'date')
    return { field, isRight, isGood: value?.status === 'read' && value.grade === 'good' }
  })
  return {
    form,
    isNamed: named.includes(wanted),
    named: named.join(' '),
    right: told.filter(({ isRight }) => isRight).length,
    total: told.length,
    good: told.filter(({ isGood }) => isGood).length,
    wrongGood: told.filter(({ isRight, isGood }) => isGood && !isRight).length,
    misses: told.filter(({ isRight }) => !isRight).map(({ field }) => field),
  }
}
