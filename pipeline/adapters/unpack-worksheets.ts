// A spreadsheet or CSV file as worksheets: what is in the cells, not what it means. The kind is seen by the content, not by
// the name. Runs in the process for hostile files.
import readWorkbook from 'read-excel-file/universal'
import { UsageError } from '../core/errors.ts'
import { type Cell, noCell, textCell, type Worksheet } from '../core/worksheet/cell.ts'
import { csvWorksheet } from '../core/worksheet/csv.ts'
import { brokenWorkbook, checkWorkbook } from './xlsx-check.ts'

/** Refuses with a UsageError what is no table, bursts, or is not in UTF-8. */
export async function unpackWorksheets(bytes: Buffer, name: string): Promise<Worksheet[]> {
  if (bytes.subarray(0, 4).equals(zipStart)) return workbookSheets(bytes)
  if (bytes.subarray(0, 4).equals(oldExcelStart))
    throw new UsageError(
      'Tệp Excel kiểu cũ (.xls) hoặc có mật khẩu. Mở bằng Excel, lưu lại dạng .xlsx không mật khẩu, rồi nạp lại.',
    )
  return [csvWorksheet(name, utf8(bytes))]
}

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
