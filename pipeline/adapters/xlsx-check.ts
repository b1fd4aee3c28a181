// Looks into a workbook's ZIP before anything unpacks it: a small file may hold gigabytes, or one cell a million rows
// away. It reads the directory that the workbook reader will read too; what the cells mean is not looked at.
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { UsageError } from '../core/errors.ts'

/** A list of a whole province (60,000 rows) unpacks to some 60 MB in about twenty files. */
const entriesAtMost = 2000
const bytesAtMost = 200 * 1024 * 1024
/** XML of a list shrinks to a tenth or a thirtieth; the share is looked at only beyond a size worth fearing. */
const ratioAtMost = 200
const ratioFrom = 10 * 1024 * 1024
/** The reader fills every row up to the widest: one lone cell far out would cost gigabytes. */
const cellsAtMost = 20_000_000

export async function checkWorkbook(bytes: Buffer): Promise<void> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true }).catch(brokenWorkbook)
  const entries = await entriesOf(zip).catch(brokenWorkbook)
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  if (total > bytesAtMost || (total > ratioFrom && total > bytes.length * ratioAtMost)) throw tooLarge()
  if (!entries.some(({ fileName }) => fileName === 'xl/workbook.xml')) brokenWorkbook()
  for (const entry of entries) {
    const text = await textOf(zip, entry).catch(brokenWorkbook)
    if (/^xl\/worksheets\/[^/]+\.xml$/u.test(entry.fileName) && extent(text) > cellsAtMost) throw tooLarge()
  }
}

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > entriesAtMost) throw tooLarge()
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) entries.push(entry)
  return entries
}

/** Unpacked once to the end, so that a size that was lied about shows: yauzl stops where it does not hold. */
async function textOf(zip: ZipFile, entry: Entry): Promise<string> {
  const parts: Buffer[] = []
  const stream: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry)
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts).toString('latin1')
}

/** Rows times columns up to the last cell that holds something. */
function extent(sheet: string): number {
  let [rows, columns] = [0, 0]
  for (const match of sheet.matchAll(/<c\s[^>]*\br="(?<column>[A-Z]{1,3})(?<row>\d{1,7})"[^>]*(?<!\/)>/gu)) {
    const { column = '', row = '' } = match.groups ?? {}
    rows = Math.max(rows, Number(row))
    columns = Math.max(
      columns,
      [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0),
    )
  }
  return rows * columns
}

const tooLarge = () =>
  new UsageError(
    'Tệp XLSX bung ra lớn bất thường, có thể là tệp hỏng hoặc cố ý làm tràn bộ nhớ. Sao chép bảng sang một tệp mới, xóa các dòng và cột trống, rồi nạp lại.',
  )

/** Says so for whatever went wrong in there, but for what was already said. */
export function brokenWorkbook(cause?: unknown): never {
  if (cause instanceof UsageError) throw cause
  throw new UsageError(
    'Không mở được tệp XLSX: tệp hỏng, có mật khẩu hoặc không phải bảng tính. Mở bằng Excel, lưu lại dạng .xlsx không mật khẩu (hoặc CSV UTF-8), rồi nạp lại.',
    { cause },
  )
}
