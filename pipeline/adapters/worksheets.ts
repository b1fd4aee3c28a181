// Reads a spreadsheet or CSV file into worksheets: what is in the cells, not what it means. The kind is seen by the
// content, not by the name.
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import readWorkbook from 'read-excel-file/universal'
import { UsageError } from '../core/errors.ts'
import { type Cell, noCell, textCell, type Worksheet } from '../core/worksheet/cell.ts'
import { csvWorksheet } from '../core/worksheet/csv.ts'
import { brokenWorkbook, checkWorkbook } from './xlsx-check.ts'

const bytesAtMost = 50 * 1024 * 1024

/** Refuses with a UsageError what is too large, no table, or not in UTF-8. */
export async function readWorksheets(path: string): Promise<Worksheet[]> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isFile() !== true) throw new UsageError(`Không có tệp ${path}. Kiểm tra lại đường dẫn.`)
  if (found.size > bytesAtMost) throw tooLarge()
  return worksheetsOf(await readFile(path), basename(path))
}

/** The same of a file that was uploaded. */
export async function worksheetsOf(bytes: Buffer, name: string): Promise<Worksheet[]> {
  if (bytes.length > bytesAtMost) throw tooLarge()
  if (bytes.subarray(0, 4).equals(zipStart)) return workbookSheets(bytes)
  if (bytes.subarray(0, 4).equals(oldExcelStart))
    throw new UsageError(
      'Tệp Excel kiểu cũ (.xls) hoặc có mật khẩu. Mở bằng Excel, lưu lại dạng .xlsx không mật khẩu, rồi nạp lại.',
    )
  return [csvWorksheet(name, utf8(bytes))]
}

const tooLarge = () =>
  new UsageError('Tệp lớn hơn 50 MB. Chia danh sách thành nhiều tệp, mỗi tệp vài đơn vị, rồi nạp từng tệp.')

const zipStart = Buffer.from('PK\u0003\u0004', 'latin1')
const oldExcelStart = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

async function workbookSheets(bytes: Buffer): Promise<Worksheet[]> {
  await checkWorkbook(bytes)
  const read = await readWorkbook(new Blob([new Uint8Array(bytes)]), { parseNumber: numberCell }).catch(brokenWorkbook)
  return read.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) }))
}

/** As many digits as the file has: 79123456789 stays 79123456789, 1.975E3 is 1975. */
function numberCell(written: string): Cell {
  const number = Number(written)
  return { kind: 'number', text: Number.isSafeInteger(number) ? String(BigInt(number)) : written }
}

/** The library's types call a date `typeof Date`; what comes is a Date at midnight UTC. */
function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return noCell
  if (value instanceof Date) return { kind: 'date', text: value.toISOString().slice(0, 10) }
  if (isCell(value)) return value
  return textCell(typeof value === 'string' ? value : value === true ? 'có' : value === false ? 'không' : '')
}

function isCell(value: unknown): value is Cell {
  return typeof value === 'object' && value !== null && 'kind' in value && 'text' in value
}

function utf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UsageError(
      'Tệp không phải XLSX và cũng không phải CSV mã UTF-8. Trong Excel chọn Lưu thành "CSV UTF-8" hoặc .xlsx, rồi nạp lại.',
    )
  }
}
