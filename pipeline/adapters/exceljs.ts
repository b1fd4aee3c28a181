// The only writer of workbooks: every cell is text unless it is a number, and nothing ever computes. The same sheets give
// the same bytes. What stands in the cells is the caller's business. Sheets that come back are locked but for what may be edited.
import ExcelJS from 'exceljs'
import type { WorkbookWriter } from '../core/stage.ts'
import type { EditableSheet, Editing } from '../core/worksheet/editable.ts'
import { workbookChunks } from './xlsx-rows.ts'

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
/** Pale yellow, as forms mark what is to be filled in. */
const openColour = 'FFFFF8DC'
const notOfList = { errorTitle: 'Ngoài danh mục', error: 'Hãy chọn một giá trị trong danh sách thả xuống.' }

export function createWorkbookWriter(): WorkbookWriter {
  return {
    write: async (sheets) => {
      if (isLarge(sheets)) return inRows(sheets)
      const workbook = new ExcelJS.Workbook()
      workbook.creator = 'hoso'
      workbook.lastModifiedBy = 'hoso'
      workbook.created = fixedDate
      workbook.modified = fixedDate
      for (const sheet of sheets) await addSheet(workbook, sheet)
      return withFixedTimes(new Uint8Array(await workbook.xlsx.writeBuffer()))
    },
  }
}

/** Above this the library's own picture of the cells takes more memory than an office machine has (760 MB for 400,000). */
const cellsAtMost = 200_000

const isLarge = (sheets: readonly EditableSheet[]): boolean =>
  sheets.every(({ editing, isHidden }) => editing === undefined && isHidden !== true) &&
  sheets.reduce((sum, { columns, rows }) => sum + columns.length * rows.length, 0) > cellsAtMost

/** The same cells, written row by row. */
async function inRows(sheets: readonly EditableSheet[]): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  const told = sheets.map(({ name, columns, rows }) => ({ name, columns: columns.map((title) => ({ title })), rows }))
  for await (const part of workbookChunks(told)) parts.push(part)
  return new Uint8Array(Buffer.concat(parts))
}

async function addSheet(workbook: ExcelJS.Workbook, sheetData: EditableSheet): Promise<void> {
  const { name, columns, rows, editing, isHidden } = sheetData
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
  if (isHidden) sheet.state = 'hidden'
  if (editing) await lock(sheet, editing, rows.length)
}

/** Excel counts from 1, and a row more stands above: the headings. */
async function lock(sheet: ExcelJS.Worksheet, editing: Editing, rows: number): Promise<void> {
  const { hidden, open, isLocked, choicesOf } = editing
  for (const column of hidden) sheet.getColumn(column + 1).hidden = true
  for (let row = 0; row < rows; row += 1)
    for (const column of open) {
      const cell = sheet.getCell(row + 2, column + 1)
      cell.protection = { locked: isLocked?.(row, column) ?? false }
      cell.alignment = { vertical: 'top', wrapText: true }
      cell.numFmt = textFormat
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: openColour } }
      const range = choicesOf?.(row, column)
      if (range !== undefined)
        cell.dataValidation = {
          type: 'list',
          allowBlank: true,
          formulae: [range],
          showErrorMessage: true,
          ...notOfList,
        }
    }
  // Without a password: it guards against slips, not against people. Sorting needs open cells, so whoever sorts lifts it.
  await sheet.protect('', { autoFilter: true, sort: true, formatColumns: true, formatRows: true })
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
