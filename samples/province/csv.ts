// A province as CSV (RFC 4180, UTF-8): the members of LinkRecord and `person`, the truth. For any program that links.
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { LinkRecord } from '../../schemas/index.ts'
import type { Paper } from '../province.ts'

const members = LinkRecord.keyof().options

/** Lists are joined by a space. Waits while the disk is behind: a nation never stands in memory. */
export async function writeCsv(file: string, papers: Iterable<Paper>): Promise<void> {
  const out = createWriteStream(file)
  out.write(`${[...members, 'person'].join(',')}\r\n`)
  for (const { record, person } of papers) {
    const cells = members.map((member) => quoted([record[member]].flat().join(' ')))
    if (!out.write(`${[...cells, person].join(',')}\r\n`)) await once(out, 'drain')
  }
  out.end()
  await finished(out)
}

const quoted = (text: string) => (/[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
