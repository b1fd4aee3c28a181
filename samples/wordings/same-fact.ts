// Whether what was read is what was written: case, spaces and full stops are the hand's, the rest must agree.
import { mayBeSame } from '../../pipeline/core/dates.ts'
import { sameValue } from '../../pipeline/core/same-value.ts'
import type { Value } from '../../schemas/index.ts'

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/[\s.,]+/gu, ' ')
    .trim()

/** `isLoose`: some papers write a date by its month alone. */
export function sameFact(expected: Value, value: Value, isLoose = false): boolean {
  if (typeof expected === 'object' || typeof value === 'object') return sameValue(expected, value)
  return isLoose ? mayBeSame(String(expected), String(value)) : plain(String(expected)) === plain(String(value))
}
