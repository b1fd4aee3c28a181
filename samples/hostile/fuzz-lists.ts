// Spoilt lists, answers and messages through the readers that the commands use: each is read or refused in words, nothing else.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readReceiptFile } from '../../pipeline/adapters/receipt-file.ts'
import { readWorksheets } from '../../pipeline/adapters/worksheets.ts'
import { readXml } from '../../pipeline/adapters/xml-reader.ts'
import { PipelineError } from '../../pipeline/core/errors.ts'
import { receiptList } from '../../pipeline/core/exchange/receipt-list.ts'
import { readList } from '../../pipeline/core/worksheet/read-list.ts'
import type { HostileFile } from './fuzz-batch.ts'

/** True when it was read, false when it was refused; a complaint otherwise. */
export async function readHostileList(folder: string, { name, bytes }: HostileFile): Promise<boolean | string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  try {
    if (/\.jsonl?$/u.test(name)) await readReceiptFile(path)
    else if (name.endsWith('.xml')) await readXml([Buffer.from(bytes).toString('utf8')], {})
    else readList(await readWorksheets(path), receiptList)
    return true
  } catch (error) {
    if (error instanceof PipelineError && error.exitCode < 4) return false
    return `${name}: ${error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : String(error)}`
  }
}
