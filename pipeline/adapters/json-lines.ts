// Files of one JSON array with a record a line, as packages have them: written and read record by record.
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { UnreadableInput } from '../core/errors.ts'

/** The same bytes as `core/` writes at once: `[`, a record a line, `]`. */
export async function* jsonLines(records: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  let isFirst = true
  for await (const record of records) {
    yield utf8(`${isFirst ? '[' : ','}\n${JSON.stringify(record)}`)
    isFirst = false
  }
  yield utf8(isFirst ? '[]\n' : '\n]\n')
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text.normalize('NFC'))

export async function* readJsonLines(file: string): AsyncGenerator<unknown> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })
  for await (const line of lines) {
    const text = line.replace(/,$/u, '').trim()
    if (text === '[' || text === ']' || text === '[]' || text === '') continue
    yield parsed(text, file)
  }
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UnreadableInput(`Tệp ${file} có dòng không phải JSON. Lập lại gói rồi kiểm tra lại.`, { cause })
  }
}
