// What a steward typed, as a value of the field. A person's writing is taken at its word or refused with a sentence: what the
// tolerant comparison would only suppose is offered, never taken.
import type { FieldDefinition, Value } from '../../schemas/index.ts'
import type { Knowledge } from './knowledge.ts'
import { interpret, show } from './values/index.ts'

export type Typed =
  | { readonly value: Value; readonly code?: string }
  /** `problem` is a Vietnamese sentence that repeats nothing of what was typed. */
  | { readonly problem: string; readonly candidates: readonly Value[] }

export function typedValue(definition: FieldDefinition, text: string, knowledge: Knowledge): Typed {
  const meaning = interpret(definition, text, knowledge)
  if (meaning.status === 'blank')
    return { problem: 'Chưa ghi giá trị nào. Nếu giấy để trống, hãy chọn "Giấy không ghi".', candidates: [] }
  const candidates = meaning.candidates.map(({ value }) => value)
  if (meaning.status === 'unparsed') {
    const only = candidates.find((value) => isTheSame(show(definition, value), text))
    return only === undefined ? { problem: meaning.problem, candidates } : { value: only }
  }
  const { value, code } = meaning
  if (!meaning.isExact && !isTheSame(show(definition, value), text))
    return {
      problem: 'Chưa khớp danh mục hoặc khuôn dạng. Hãy chọn giá trị gợi ý hoặc ghi lại.',
      candidates: [value, ...candidates],
    }
  return { value, ...(code === undefined ? {} : { code }) }
}

/** Letters, signs of tone and digits alone: "05031987" typed for 05/03/1987 supposes nothing. */
const isTheSame = (shown: string, typed: string): boolean => bare(shown) === bare(typed)
const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/[^\p{L}\p{M}\d+]/gu, '')
