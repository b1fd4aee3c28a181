// Reads a list of a workbook row by row: every sheet that has its headings, every bad row told. All or nothing is the
// caller's decision; what a row means is `readRow`'s.
import { type Cell, noCell, type Worksheet } from './cell.ts'
import { type Columns, findHeadings, type Headings } from './headings.ts'

/** What is wrong with a row and what to do; it never repeats what the cells hold. */
export interface RowProblem {
  readonly sheet: string
  /** As the spreadsheet numbers it. */
  readonly row: number
  readonly problem: string
}

export interface ReadList<Entry> {
  readonly entries: readonly { readonly entry: Entry; readonly sheet: string; readonly row: number }[]
  readonly problems: readonly RowProblem[]
  /** Worth saying, though nothing is wrong: sheets that were passed over. */
  readonly notes: readonly string[]
}

export interface ListKind<Name extends string, Entry> {
  readonly columns: Columns<Name>
  /** Each group needs all columns of one of its alternatives: full name, or family and given name. */
  readonly required: readonly (readonly (readonly Name[])[])[]
  /** What the row says and what is wrong with it, one sentence a fault; a bad row may still say enough for others to refer to. `has` tells a column that is there and left empty from none. */
  readonly readRow: (
    cell: (name: Name) => Cell,
    has: (name: Name) => boolean,
  ) => { readonly entry?: Entry; readonly problems: readonly string[] }
}

export function readList<Name extends string, Entry>(
  sheets: readonly Worksheet[],
  kind: ListKind<Name, Entry>,
): ReadList<Entry> {
  const lists = sheets.filter(({ rows }) => rows.length > 0).map((sheet) => readSheet(sheet, kind))
  const read = {
    entries: lists.flatMap(({ entries }) => entries),
    problems: lists.flatMap(({ problems }) => problems),
    notes: lists.flatMap(({ notes }) => notes),
  }
  if (read.entries.length > 0 || read.problems.length > 0) return read
  if (lists.some(({ isList }) => isList))
    return { ...read, problems: [at(sheets, 'Danh sách không có dòng nào dưới tiêu đề. Nhập danh sách rồi nạp lại.')] }
  const wanted = Object.values<Columns<Name>[Name]>(kind.columns).flatMap(({ vi, how }) =>
    how === undefined ? [] : [`"${vi}"`],
  )
  return { ...read, problems: [at(sheets, `Không tìm thấy dòng tiêu đề nào. Cần các cột: ${wanted.join(', ')}.`)] }
}

const at = (sheets: readonly Worksheet[], problem: string): RowProblem => ({
  sheet: sheets[0]?.name ?? '',
  row: 1,
  problem,
})

function readSheet<Name extends string, Entry>(
  sheet: Worksheet,
  kind: ListKind<Name, Entry>,
): ReadList<Entry> & { readonly isList: boolean } {
  const headings = findHeadings(sheet, kind.columns)
  if (headings === undefined || headings.at.size < 2)
    return {
      isList: false,
      entries: [],
      problems: [],
      notes: [`Trang tính "${sheet.name}" không có bảng danh sách: bỏ qua.`],
    }
  const wrong = wrongHeadings(headings, kind)
  if (wrong.length > 0)
    return {
      isList: true,
      entries: [],
      problems: wrong.map((problem) => ({ sheet: sheet.name, row: headings.firstRow, problem })),
      notes: [],
    }
  const entries: { entry: Entry; sheet: string; row: number }[] = []
  const problems: RowProblem[] = []
  for (const [index, row] of sheet.rows.entries()) {
    if (index < headings.firstRow || row.every(({ text }) => text === '')) continue
    const read = kind.readRow(
      (name) => row[headings.at.get(name) ?? -1] ?? noCell,
      (name) => headings.at.has(name),
    )
    const where = { sheet: sheet.name, row: index + 1 }
    if (read.entry !== undefined) entries.push({ entry: read.entry, ...where })
    problems.push(...read.problems.map((problem) => ({ ...where, problem })))
  }
  return { isList: true, entries, problems, notes: [] }
}

function wrongHeadings<Name extends string, Entry>(
  { at, found, twice }: Headings<Name>,
  { columns, required }: ListKind<Name, Entry>,
): string[] {
  const told = `Các tiêu đề tìm thấy: ${found.map((heading) => `"${heading}"`).join(', ')}.`
  const missing = required
    .filter((ways) => !ways.some((way) => way.every((name) => at.has(name))))
    .map((ways) => (ways[0] ?? []).map((name) => `"${columns[name].vi}"`).join(' và '))
  return [
    ...missing.map((name) => `Thiếu cột ${name}. ${told} Hãy sửa tiêu đề theo mẫu rồi nạp lại.`),
    ...twice.map((name) => `Có hai cột cùng là "${columns[name].vi}". ${told} Hãy bỏ hoặc đổi tên một cột.`),
  ]
}
