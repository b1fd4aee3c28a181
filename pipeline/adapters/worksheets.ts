// Reads a spreadsheet or CSV file that a person brought: it is opened in a process of its own, under limits of time and memory,
// and what that process answers is checked like everything else from outside.
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { EngineFailure, UsageError } from '../core/errors.ts'
import type { Worksheet } from '../core/worksheet/cell.ts'
import { errorOf } from './fault.ts'
import { startScanChild } from './scan-child.ts'

const bytesAtMost = 50 * 1024 * 1024
/** A list of a whole province takes some ten seconds and half a gigabyte. */
const limits = { pageMillis: 180_000, pageMegabytes: 1500 }

const Cell = z.object({ kind: z.enum(['text', 'number', 'date']), text: z.string() })
const Worksheets = z.array(z.object({ name: z.string(), rows: z.array(z.array(Cell)) }))

/** Refuses with a UsageError what is too large, no table, or not in UTF-8. */
export async function readWorksheets(path: string): Promise<Worksheet[]> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isFile() !== true) throw new UsageError(`Không có tệp ${path}. Kiểm tra lại đường dẫn.`)
  if (found.size > bytesAtMost) throw tooLarge()
  return worksheetsOf(await readFile(path), basename(path))
}

/** The same of a file that was uploaded. */
export async function worksheetsOf(bytes: Buffer, name: string, under = limits): Promise<Worksheet[]> {
  if (bytes.length > bytesAtMost) throw tooLarge()
  const { signal } = new AbortController()
  const child = await startScanChild(under, signal, 'lists')
  try {
    const answer = await child.run({ bytes: new Uint8Array(bytes), name }, signal, () => Promise.resolve(bytes))
    if ('fault' in answer) throw errorOf(answer.fault)
    return Worksheets.parse(answer.result)
  } catch (cause) {
    throw cause instanceof EngineFailure ? unbearable(cause) : cause
  } finally {
    await child.kill()
  }
}

const tooLarge = () =>
  new UsageError('Tệp lớn hơn 50 MB. Chia danh sách thành nhiều tệp, mỗi tệp vài đơn vị, rồi nạp từng tệp.')

const unbearable = (cause: EngineFailure) =>
  new UsageError(
    'Mở tệp này quá lâu hoặc tốn quá nhiều bộ nhớ nên đã dừng; chưa nạp gì. Sao chép bảng sang một tệp mới, chia thành nhiều tệp nhỏ, rồi nạp lại.',
    { cause },
  )
