// From a writing to a value, by the field's type. Nothing is repaired silently: what was only guessed says so.
import type { FieldDefinition, Value, ValueType } from '../../../schemas/index.ts'
import type { Knowledge } from '../knowledge.ts'
import { allowance } from './allowance.ts'
import { choice } from './choice.ts'
import { citizenNumber } from './citizen-number.ts'
import { code } from './code.ts'
import { date } from './date.ts'
import { decimal } from './decimal.ts'
import { digits } from './digits.ts'
import { doubted } from './doubt.ts'
import { fraction } from './fraction.ts'
import { height } from './height.ts'
import { blank, type Interpretation, type ValueKind } from './interpretation.ts'
import { personName } from './person-name.ts'
import { place } from './place.ts'
import { schooling } from './schooling.ts'
import { step } from './step.ts'
import { text } from './text.ts'
import { weight } from './weight.ts'
import { isNothingWritten } from './writing.ts'

export type { Interpretation } from './interpretation.ts'

const kinds: Readonly<Record<ValueType, ValueKind>> = {
  text,
  personName,
  date,
  choice,
  place,
  citizenNumber,
  digits,
  code,
  step,
  decimal,
  allowance,
  height,
  weight,
  schooling,
  fraction,
}

export function interpret(definition: FieldDefinition, raw: string, knowledge: Knowledge): Interpretation {
  if (isNothingWritten(raw)) return blank
  return doubted(kinds[definition.type].parse(raw, definition, knowledge), definition, knowledge)
}

/** A value as people write it; `interpret` of it gives the value again. */
export function show(definition: FieldDefinition, value: Value): string {
  return kinds[definition.type].show(value)
}
