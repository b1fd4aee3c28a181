// The only writer of workbooks: every cell is text unless it is a number, and nothing ever computes. The same sheets give
// the same bytes. What stands in the cells is the caller's business.
import ExcelJS from 'exceljs'
import type { WorkbookWriter } from '../core/stage.ts'

type Sheet = Parameters<WorkbookWriter['write']>[0][number]
type Cell = string | number

/** Excel's own format "Text": leading zeros stay, and `=1+1` stays four letters even when somebody edits the cell. */
const textFormat = '@'
const narrowest = 6
const widest = 60
/** Excel refuses a file with a longer cell (specification: 32 767). */
const longestCell = 32_767
const cutMark = '… [còn tiếp, xem tệp JSON]'
/** The library wants some date; the clock's would make two equal packages differ. */
const fixedDate = new Date(Date.UTC(1980, 0, 1))

export function createWorkbookWriter(): WorkbookWriter {
  return {
    write: async (sheets) => {
      const workbook = new ExcelJS.Workbook()
      workbook.creator = 'hoso'
      workbook.lastModifiedBy = 'hoso'
      workbook.created = fixedDate
      workbook.modified = fixedDate
      for (const sheet of sheets) addSheet(workbook, sheet)
      return withFixedTimes(new Uint8Array(await workbook.xlsx.writeBuffer()))
    },
  }
}

function addSheet(workbook: ExcelJS.Workbook, { name, columns, rows }: Sheet): void {
  const sheet = workbook.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: 1 }] })
  const head = addRow(sheet, columns)
  head.font = { bold: true }
  for (const row of rows) addRow(sheet, row)
  columns.forEach((column, index) => {
    const longest = rows.reduce((most, row) => Math.max(most, longestLine(row[index] ?? '')), longestLine(column))
    sheet.getColumn(index + 1).width = Math.min(Math.max(longest + 2, narrowest), widest)
    // Nothing but a head is a template: what people will type into it is text too.
    if (rows.length === 0) sheet.getColumn(index + 1).numFmt = textFormat
  })
  if (columns.length > 0)
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } }
}

/** An empty text is an empty cell. */
function addRow(sheet: ExcelJS.Worksheet, values: readonly Cell[]): ExcelJS.Row {
  const row = sheet.addRow(values.map((value) => (value === '' ? undefined : cellValue(value))))
  row.eachCell((cell) => {
    cell.alignment = { vertical: 'top', wrapText: true }
    if (typeof cell.value === 'string') cell.numFmt = textFormat
  })
  return row
}

/** Not a finite number: told as text, for a cell has no word for it. */
function cellValue(value: Cell): Cell {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  const text = escaped(value.normalize('NFC'))
  return text.length <= longestCell ? text : text.slice(0, longestCell - cutMark.length) + cutMark
}

/** `_x000D_` is a control character to Excel; its own escape keeps the seven letters (ISO/IEC 29500-1, 22.9.2.19). */
const escaped = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

const longestLine = (value: Cell): number =>
  Math.max(
    ...String(value)
      .split('\n')
      .map((line) => line.length),
  )

/** What Excel allows: 31 letters, none of seven. */
const sheetName = (name: string): string =>
  name
    .replace(/[*?:\\/[\]]/g, ' ')
    .slice(0, 31)
    .trim()

const centralEntry = 0x02014b50
const endOfCentral = 0x06054b50
/** 1980-01-01 00:00, the first moment a ZIP can tell: date word, time word 0. */
const firstDosDate = (1 << 5) | 1

/** The ZIP writer stamps each entry with the clock, in its own header and again in the directory (APPNOTE 4.3.7, 4.3.12). */
function withFixedTimes(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = lastIndexOf(view, endOfCentral)
  let entry = view.getUint32(end + 16, true)
  while (view.getUint32(entry, true) === centralEntry) {
    stamp(view, entry + 12)
    stamp(view, view.getUint32(entry + 42, true) + 10)
    entry += 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true)
  }
  return zip
}

function stamp(view: DataView, at: number): void {
  view.setUint16(at, 0, true)
  view.setUint16(at + 2, firstDosDate, true)
}

function lastIndexOf(view: DataView, signature: number): number {
  let at = view.byteLength - 22
  while (view.getUint32(at, true) !== signature) at -= 1
  return at
}
