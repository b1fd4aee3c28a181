// What a writing may turn out to mean, and the shape of a value type. The types themselves are the files beside this one.
import type { Candidate, FieldDefinition, Value } from '../../../schemas/index.ts'
import type { Knowledge } from '../knowledge.ts'

/** `isExact` is false when the meaning was found by a tolerant comparison only: such a value is never sure. */
export type Interpretation =
  | { status: 'read'; value: Value; code?: string; isExact: boolean; candidates: Candidate[] }
  | { status: 'unparsed'; problem: string; candidates: Candidate[] }
  | { status: 'blank' }

/** How one kind of value is written. `parse(show(value))` is the value again. */
export interface ValueKind {
  /** `written` is never blank: `interpret` has seen to that. */
  parse(written: string, definition: FieldDefinition, knowledge: Knowledge): Interpretation
  /** As people write it: dd/MM/yyyy, decimal comma. */
  show(value: Value): string
}

export const blank: Interpretation = { status: 'blank' }

export function exact(value: Value, code?: string): Interpretation {
  return { status: 'read', value, ...(code === undefined ? {} : { code }), isExact: true, candidates: [] }
}

export function tolerant(value: Value, candidates: Candidate[] = [], code?: string): Interpretation {
  return { status: 'read', value, ...(code === undefined ? {} : { code }), isExact: false, candidates }
}

/** `problem` is one Vietnamese sentence for a steward; it holds nothing of what was written. */
export function unparsed(problem: string, values: readonly Value[] = []): Interpretation {
  return { status: 'unparsed', problem, candidates: values.map((value) => ({ value })) }
}

export const showText = (value: Value): string => (typeof value === 'object' ? value.text : String(value))
