// Reads a receiver's list of answers: JSON (an array, a line a record, or its own book) or a table.
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { UsageError } from '../core/errors.ts'
import { ReceiptLine, receiptList } from '../core/exchange/receipt-list.ts'
import { readList } from '../core/worksheet/read-list.ts'
import { readWorksheets } from './worksheets.ts'

const Lines = z.union([
  z.array(ReceiptLine),
  z.object({ entries: z.array(ReceiptLine) }).transform(({ entries }) => entries),
])

/** Every bad row is told; nothing of a bad file is taken. */
export async function readReceiptFile(file: string): Promise<ReceiptLine[]> {
  if (/\.jsonl?$/iu.test(file)) {
    const text = await readFile(file, 'utf8').catch((cause: unknown) => {
      throw new UsageError(`Không có tệp ${file}. Kiểm tra lại đường dẫn.`, { cause })
    })
    const parsed = Lines.safeParse(jsonOf(text))
    if (parsed.success) return parsed.data
    const places = parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')}: ${message}`)
    throw new UsageError(`Tệp biên nhận ${file} sai khuôn dạng: ${places.join('; ')}. Xin lại tệp của nơi nhận.`)
  }
  const { entries, problems } = readList(await readWorksheets(file), receiptList)
  if (problems.length === 0) return entries.map(({ entry }) => entry)
  const lines = problems.map(({ sheet, row, problem }) => `  ${sheet}, dòng ${row}: ${problem}`)
  throw new UsageError(`Tệp biên nhận có ${problems.length} chỗ phải sửa nên chưa nạp gì:\n${lines.join('\n')}`)
}

/** One JSON text, or a line a record; pending lines say nothing yet. */
function jsonOf(text: string): unknown {
  try {
    const whole: unknown = JSON.parse(text)
    return Array.isArray(whole) ? whole.filter(isSettled) : whole
  } catch {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    return lines.map(lineOf).filter(isSettled)
  }
}

function lineOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const isSettled = (line: unknown): boolean =>
  !(typeof line === 'object' && line !== null && 'outcome' in line && line.outcome === 'pending')
