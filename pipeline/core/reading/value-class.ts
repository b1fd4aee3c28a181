// Which values go wrong alike: grades are measured by these classes, not by each of the value types.
import type { ValueClass, ValueType } from '../../../schemas/index.ts'

const classes: Readonly<Record<ValueType, ValueClass>> = {
  text: 'text',
  personName: 'name',
  date: 'date',
  choice: 'choice',
  place: 'place',
  citizenNumber: 'number',
  digits: 'number',
  code: 'number',
  step: 'number',
  decimal: 'number',
  allowance: 'number',
  height: 'number',
  weight: 'number',
  schooling: 'choice',
  fraction: 'number',
}

export const valueClassOf = (type: ValueType): ValueClass => classes[type]
