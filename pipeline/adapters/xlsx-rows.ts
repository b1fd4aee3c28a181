// Workbooks row by row: nothing of a sheet is held, so that a province's records take no more memory than one. Every cell is
// text unless it is a number; nothing ever computes. The same rows give the same bytes.
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { RowCell, RowSheet } from '../core/row-sheet.ts'

/** Excel refuses a file with a longer cell, and a sheet with more rows (specification: 32 767 and 1 048 576). */
const longestCell = 32_767
const cutMark = '… [còn tiếp, xem tệp JSON]'
/** The first moment a ZIP can tell; the clock's would make two equal files differ. */
const fixedDate = new Date(1980, 0, 1)
/** Hidden: what the drop-downs choose from. */
const listSheet = 'Danh mục'

export function workbookChunks(sheets: readonly RowSheet[]): AsyncIterable<Uint8Array> {
  const zip = new ZipFile()
  const lists = listsOf(sheets)
  const names = sheetNames([...sheets.map(({ name }) => name), ...(lists.length > 0 ? [listSheet] : [])])
  const add = (name: string, source: Iterable<string> | AsyncIterable<string>) =>
    zip.addReadStreamLazy(name, { mtime: fixedDate, mode: 0o100644, forceDosTimestamp: true }, (done) =>
      done(null, Readable.from(inBlocks(source))),
    )
  add('[Content_Types].xml', [contentTypes(names.length)])
  add('_rels/.rels', [rootRelations])
  add('xl/workbook.xml', [workbookXml(names, sheets, lists.length > 0)])
  add('xl/_rels/workbook.xml.rels', [workbookRelations(names.length)])
  add('xl/styles.xml', [stylesXml])
  for (const [index, sheet] of sheets.entries()) add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, lists))
  if (lists.length > 0) add(`xl/worksheets/sheet${names.length}.xml`, listsXml(lists))
  zip.end()
  return chunksOf(zip)
}

async function* chunksOf(zip: ZipFile): AsyncGenerator<Uint8Array> {
  for await (const chunk of zip.outputStream) if (chunk instanceof Uint8Array) yield chunk
}

const blockSize = 1 << 16

/** A stream of many small texts is slow; they go in blocks. */
async function* inBlocks(texts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Buffer> {
  let block = ''
  for await (const text of texts) {
    block += text
    if (block.length < blockSize) continue
    yield Buffer.from(block)
    block = ''
  }
  if (block !== '') yield Buffer.from(block)
}

/** Each list once, whatever many columns choose from it. */
const listsOf = (sheets: readonly RowSheet[]): (readonly string[])[] => {
  const byText = new Map<string, readonly string[]>()
  for (const { columns } of sheets)
    for (const { choices } of columns) if (choices !== undefined) byText.set(choices.join('\n'), choices)
  return [...byText.values()]
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'

async function* sheetXml({ columns, rows }: RowSheet, lists: readonly (readonly string[])[]): AsyncGenerator<string> {
  yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
  const widths = columns.map(({ title, width }) => Math.min(Math.max(width ?? title.length + 4, 6), 60))
  if (columns.length > 0)
    yield `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" style="1" customWidth="1"/>`).join('')}</cols>`
  const titles = columns.map(({ title }) => title)
  yield `<sheetData>${rowXml(titles, 1, 2)}`
  let last = 1
  for await (const row of rows) {
    last += 1
    yield rowXml(row, last, 1)
  }
  yield '</sheetData>'
  if (columns.length > 0) yield `<autoFilter ref="A1:${columnName(columns.length - 1)}${last}"/>`
  yield validations(columns, lists, Math.max(last, 1000))
  yield '</worksheet>'
}

/** A drop-down refuses what is not in its list, also in rows typed in later. */
function validations(columns: RowSheet['columns'], lists: readonly (readonly string[])[], last: number): string {
  const rules = columns.flatMap(({ choices }, index) => {
    if (choices === undefined) return []
    const list = lists.findIndex((each) => each.join('\n') === choices.join('\n'))
    const range = `'${listSheet}'!$${columnName(list)}$1:$${columnName(list)}$${choices.length}`
    const cells = `${columnName(index)}2:${columnName(index)}${last}`
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${cells}"><formula1>${range}</formula1></dataValidation>`
  })
  return rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
}

function* listsXml(lists: readonly (readonly string[])[]): Generator<string> {
  yield `${head}<worksheet xmlns="${main}"><sheetData>`
  const longest = Math.max(...lists.map(({ length }) => length))
  for (let row = 0; row < longest; row += 1) {
    const cells = lists.map((list) => list[row])
    yield rowXml(cells, row + 1, 1)
  }
  yield '</sheetData></worksheet>'
}

/** Style 1: text, wrapped; 2: text, bold; 3: a number. */
function rowXml(cells: readonly RowCell[], row: number, style: number): string {
  return `<row r="${row}">${cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row}`, style)).join('')}</row>`
}

function cellXml(value: RowCell, at: string, style: number): string {
  if (value === undefined || value === '') return ''
  if (typeof value === 'number' && Number.isFinite(value)) return `<c r="${at}" s="3"><v>${value}</v></c>`
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${textXml(String(value))}</t></is></c>`
}

/** Not allowed in XML 1.0: such a letter is told by its number, as Excel itself does (ISO/IEC 29500-1, 22.9.2.19). */
const control = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/gu
const hex = (letter: string) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

function textXml(given: string): string {
  const text = given.normalize('NFC').replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
  const cut = text.length <= longestCell ? text : text.slice(0, longestCell - cutMark.length) + cutMark
  return cut
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
    .replace(control, hex)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** 0 is A, 26 is AA. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

/** What Excel allows: 31 letters, none of seven, no name twice. */
function sheetNames(given: readonly string[]): string[] {
  const names: string[] = []
  for (const each of given) {
    const fit = each
      .replace(/[*?:\\/[\]]/g, ' ')
      .slice(0, 31)
      .trim()
    const isTaken = names.some((name) => name.toLowerCase() === fit.toLowerCase())
    names.push(isTaken ? `${fit.slice(0, 27).trim()} ${names.length + 1}` : fit)
  }
  return names
}

const contentTypes = (sheets: number): string =>
  `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${Array.from({ length: sheets }, (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`

const rootRelations = `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

const workbookXml = (names: readonly string[], sheets: readonly RowSheet[], hasLists: boolean): string =>
  `${head}<workbook xmlns="${main}" xmlns:r="${officeRelations}"><sheets>${names
    .map((name, index) => {
      const hidden = hasLists && index === sheets.length ? ' state="hidden"' : ''
      return `<sheet name="${textXml(name).replaceAll('"', '&quot;')}" sheetId="${index + 1}"${hidden} r:id="rId${index + 1}"/>`
    })
    .join('')}</sheets></workbook>`

const workbookRelations = (sheets: number): string =>
  `${head}<Relationships xmlns="${packageRelations}">${Array.from({ length: sheets }, (_, index) => `<Relationship Id="rId${index + 1}" Type="${officeRelations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets + 1}" Type="${officeRelations}/styles" Target="styles.xml"/></Relationships>`

/** 49 is Excel's own format "Text": leading zeros stay, and `=1+1` stays four letters even when somebody edits the cell. */
const alignment = '<alignment vertical="top" wrapText="1"/>'
const stylesXml = `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${alignment}</xf><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1">${alignment}</xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">${alignment}</xf></cellXfs></styleSheet>`
