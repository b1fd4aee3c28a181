// Reads schemas/source-order.json: which paper the law believes where papers differ.
import { readFileSync } from 'node:fs'
import { SourceOrder } from '../../schemas/index.ts'
import { EnvironmentError } from '../core/errors.ts'

export function loadSourceOrder(): SourceOrder {
  try {
    return SourceOrder.parse(
      JSON.parse(readFileSync(new URL('../../schemas/source-order.json', import.meta.url), 'utf8')),
    )
  } catch (cause) {
    throw new EnvironmentError('Thứ tự nguồn bị thiếu hoặc sai. Hãy cài đặt lại chương trình.', { cause })
  }
}
