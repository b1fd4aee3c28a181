// The files that `hoso link` leaves in a folder: pairs, clusters, the trained model. CSV as RFC 4180, UTF-8, CRLF.
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EnvironmentError } from '../core/errors.ts'

export interface LinkResults extends AsyncDisposable {
  /** For what does not fit into memory meanwhile; gone when the results are disposed of. */
  readonly spillFolder: string
  /** Rows as they come; the file is there when all have come, or not at all. */
  writeCsv(name: string, header: readonly string[], rows: AsyncIterable<readonly string[]>): Promise<void>
  writeJson(name: string, value: unknown): Promise<void>
}

export async function openResults(folder: string): Promise<LinkResults> {
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw new EnvironmentError(`Không tạo được thư mục ${folder}. Chọn thư mục ghi được cho --out.`, { cause })
  })
  const settle = async (name: string, write: (part: string) => Promise<void>) => {
    const part = join(folder, `${name}.part`)
    try {
      await write(part)
      await rename(part, join(folder, name))
    } catch (error) {
      await rm(part, { force: true })
      throw error
    }
  }
  const spillFolder = join(folder, 'spill')
  return {
    spillFolder,
    writeCsv: (name, header, rows) => settle(name, (part) => streamCsv(part, header, rows)),
    writeJson: (name, value) => settle(name, (part) => writeFile(part, `${JSON.stringify(value, undefined, 2)}\n`)),
    [Symbol.asyncDispose]: () => rm(spillFolder, { recursive: true, force: true }),
  }
}

async function streamCsv(
  file: string,
  header: readonly string[],
  rows: AsyncIterable<readonly string[]>,
): Promise<void> {
  const stream = createWriteStream(file)
  const failed = once(stream, 'error').then(([cause]) => {
    throw new EnvironmentError(`Không ghi được ${file}. Kiểm tra chỗ trống và quyền ghi của thư mục.`, { cause })
  })
  const write = async () => {
    stream.write(csvLine(header))
    for await (const row of rows) if (!stream.write(csvLine(row))) await once(stream, 'drain')
    stream.end()
    await once(stream, 'finish')
  }
  await Promise.race([write(), failed])
}

const csvLine = (cells: readonly string[]) => `${cells.map(csvCell).join(',')}\r\n`
const csvCell = (cell: string) => (/[",\r\n]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
