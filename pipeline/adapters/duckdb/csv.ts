// Reads a CSV (RFC 4180, UTF-8, with or without BOM) into the table of rows; commas, semicolons or tabs part the values.
import { open } from 'node:fs/promises'
import type { LinkageModel } from '../../../schemas/linkage-model.ts'
import { UsageError } from '../../core/errors.ts'
import type { Duckdb } from './open.ts'
import { fieldsOf } from './records.ts'

/** The header must lie within so many bytes. */
const HEADER_BYTES = 65_536

/** Fills `raw`: the column `idHeader` as id, and what the model reads; values are trimmed, empty ones are not told. */
export async function readCsv(db: Duckdb, model: LinkageModel, file: string, idHeader: string): Promise<void> {
  const { delimiter, headers } = await readHeader(file)
  const columnOf = (header: string) => {
    const at = headers.indexOf(header.normalize('NFC').trim())
    if (at >= 0) return `trim(h${at})`
    throw new UsageError(`Tệp CSV không có cột "${header}". Các cột có: ${headers.join(', ')}.`)
  }
  const told = fieldsOf(model).map((field, at) => `nullif(${columnOf(field)}, '') AS f${at}`)
  const types = headers.map((_, at) => `'h${at}': 'VARCHAR'`).join(', ')
  try {
    await db.connection.run(
      `CREATE TABLE raw AS SELECT ${columnOf(idHeader)} AS id, true AS is_new${told.map((sql) => `, ${sql}`).join('')}
       FROM read_csv($1, columns = {${types}}, header = true, auto_detect = false, delim = $2, quote = '"', escape = '"')`,
      [file, delimiter],
    )
  } catch (cause) {
    if (cause instanceof UsageError) throw cause
    const line = /Line:?\s*(\d+)/u.exec(String(cause))?.[1]
    throw new UsageError(
      `Không đọc được tệp CSV${line === undefined ? '' : ` ở dòng ${line}`}: số cột khác dòng tiêu đề, thiếu dấu nháy, hoặc không phải UTF-8. Sửa hoặc lưu lại tệp dạng CSV UTF-8.`,
      { cause },
    )
  }
  await db.connection.run('SET enable_external_access = false')
}

async function readHeader(file: string): Promise<{ delimiter: string; headers: string[] }> {
  const text = await beginningOf(file)
  const line = text.split(/\r?\n/u)[0] ?? ''
  const outside = line.replace(/"[^"]*"/gu, '')
  const count = (sign: string) => outside.split(sign).length
  const delimiter = [',', ';', '\t', '|'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
  const headers = splitLine(line, delimiter).map((cell) => cell.normalize('NFC').trim())
  return { delimiter, headers }
}

function splitLine(line: string, delimiter: string): string[] {
  const cells = ['']
  let isQuoted = false
  for (const sign of line) {
    if (sign === '"') isQuoted = !isQuoted
    else if (sign === delimiter && !isQuoted) cells.push('')
    else cells.push(`${cells.pop() ?? ''}${sign}`)
  }
  return cells
}

async function beginningOf(file: string): Promise<string> {
  try {
    await using handle = await open(file)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0)
    return buffer
      .subarray(0, bytesRead)
      .toString('utf8')
      .replace(/^\uFEFF/u, '')
  } catch (cause) {
    throw new UsageError(`Không mở được tệp CSV ${file}. Kiểm tra đường dẫn và quyền đọc.`, { cause })
  }
}
