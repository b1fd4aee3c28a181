// Items 27 to 32 of the form 2C-BNV/2008: the four tables, the statements, the assessment, the signatures.
import type { TableCode } from '../../schemas/index.ts'
import { flow, heading, label, slot } from './flow.ts'
import type { Pen } from './form-2c.ts'
import { heads, history, titles } from './items.ts'
import { drawSignatures } from './signatures.ts'
import { bodyWidth, makeRoom, turnPage, widthOf } from './sheet.ts'
import { type Cell, table } from './table.ts'
import { written, writtenCell } from './written.ts'

export function drawTables(pen: Pen, signedAt: string): void {
  const { layout, facts } = pen
  const { widths } = layout
  drawTitle(pen, 27)
  grid(pen, heads.education, widths.education, educationRows(pen))
  if (layout.hints)
    note(
      pen,
      'Ghi chú: Hình thức đào tạo: Chính quy, tại chức, chuyên tu, bồi dưỡng …/ Văn bằng: TSKH, TS, Ths, Cử nhân, Kỹ sư …',
    )
  drawTitle(pen, 28)
  grid(pen, heads.work, widths.work, workRows(pen))
  drawTitle(pen, 29)
  drawStatements(pen)
  drawTitle(pen, 30)
  note(pen, 'a) Về bản thân: Cha, Mẹ, Vợ (hoặc chồng), các con, anh chị em ruột')
  grid(pen, heads.family, widths.family, familyRows(pen, 'own'))
  note(pen, 'b) Về bên vợ (hoặc chồng): Cha, Mẹ, anh chị em ruột')
  grid(pen, heads.family, widths.family, familyRows(pen, 'spouse'))
  drawTitle(pen, 31)
  drawPay(pen)
  drawTitle(pen, 32)
  flow(pen.sheet, [slot(written(facts, 'assessment', layout.hand), 'assessment', 20)])
  if (facts.values.assessment === undefined) flow(pen.sheet, [slot('', 'assessment', 20)])
  drawSignatures(pen, signedAt)
}

function drawTitle({ sheet, layout }: Pen, item: keyof typeof titles): void {
  if (layout.breaks.includes(item)) turnPage(sheet)
  makeRoom(sheet, layout.type.lineHeight * 7)
  const title = layout.capitals ? titles[item].toLocaleUpperCase('vi') : titles[item]
  flow(sheet, [heading(`${item}${layout.number} ${title}`)])
  sheet.y += 2
}

function note({ sheet, layout }: Pen, text: string): void {
  makeRoom(sheet, layout.type.lineHeight * 3)
  flow(sheet, [label(text)], { size: layout.type.size - 0.5 })
}

/** A table under its printed heads, with the empty rows the form leaves. */
function grid(
  { sheet, layout }: Pen,
  head: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly Cell[])[],
): void {
  const spare = Array.from({ length: layout.spareRows }, () => widths.map((): Cell => ({ text: '' })))
  const top = head.map((text): Cell => ({ text, role: 'label', align: 'center' }))
  table(sheet, [top, ...rows, ...spare], { widths, size: layout.tableSize, leastHeight: layout.tableSize * 1.9 })
}

/** The box of a cell is kept under "table.row.cell". */
export const cellKey = (table: TableCode, row: number, cell: string): string => `${table}.${row}.${cell}`

function cell({ facts, layout }: Pen, table: TableCode, row: number, name: string): Cell {
  return {
    text: writtenCell(facts.tables[table]?.[row] ?? {}, table, name, layout.hand),
    box: cellKey(table, row, name),
  }
}

function educationRows(pen: Pen): Cell[][] {
  return pen.facts.tables.education.map((_, row) => [
    cell(pen, 'education', row, 'school'),
    cell(pen, 'education', row, 'major'),
    span(pen, 'education', row),
    cell(pen, 'education', row, 'mode'),
    cell(pen, 'education', row, 'award'),
  ])
}

const workRows = (pen: Pen): Cell[][] =>
  pen.facts.tables.workHistory.map((_, row) => [
    span(pen, 'workHistory', row),
    cell(pen, 'workHistory', row, 'position'),
  ])

/** "9/2003 - 6/2007", or "Từ … đến …" in the offices that write dates plainly. */
function span({ facts, layout }: Pen, table: 'education' | 'workHistory', row: number): Cell {
  const fact = facts.tables[table][row] ?? {}
  const [from, to] = [writtenCell(fact, table, 'start', layout.hand), writtenCell(fact, table, 'end', layout.hand)]
  return {
    text: layout.hand.dates === 'plain' ? `Từ ${from} đến ${to}` : `${from} - ${to}`,
    box: cellKey(table, row, 'start'),
    align: 'center',
  }
}

function familyRows(pen: Pen, side: 'own' | 'spouse'): Cell[][] {
  return pen.facts.tables.family.flatMap((relative, row) =>
    relative['side'] === side
      ? [
          [
            cell(pen, 'family', row, 'relation'),
            cell(pen, 'family', row, 'name'),
            { ...cell(pen, 'family', row, 'birthYear'), align: 'center' },
            cell(pen, 'family', row, 'detail'),
          ],
        ]
      : [],
  )
}

function drawStatements({ sheet, facts, layout }: Pen): void {
  const answers = [
    slot(written(facts, 'personalHistory', layout.hand), 'personalHistory', 20),
    slot(written(facts, 'foreignRelations', layout.hand), 'foreignRelations', 20),
    slot(written(facts, 'foreignRelations', layout.hand), 'foreignRelations', 20),
  ]
  history.forEach((prompt, index) => {
    flow(sheet, [label(prompt)])
    const answer = answers[index]
    if (answer !== undefined) flow(sheet, [answer])
  })
}

/** Time runs from left to right: a column a step, the heads at the left. */
function drawPay(pen: Pen): void {
  const { sheet, facts, layout } = pen
  const rows = facts.tables.salaryHistory
  const textOf = (row: number, name: string): string => writtenCell(rows[row] ?? {}, 'salaryHistory', name, layout.hand)
  const codes = rows.map((_, row) => textOf(row, 'rankCode'))
  const isLong = codes.some((code) => code.length > 8)
  const columns = Math.max(rows.length, layout.spareRows === 0 || isLong ? 3 : 8)
  const line = (head: string, name: string, text: (row: number) => string): Cell[] => [
    { text: head, role: 'label' },
    ...rows.map((_, row): Cell => ({ text: text(row), box: cellKey('salaryHistory', row, name), align: 'center' })),
    ...Array.from({ length: columns - rows.length }, (): Cell => ({ text: '' })),
  ]
  const lines = [
    line('Tháng/năm', 'month', (row) => textOf(row, 'month')),
    line('Mã ngạch/bậc', 'rankCode', (row) => `${codes[row] ?? ''}/${textOf(row, 'step')}`),
    line('Hệ số lương', 'coefficient', (row) => textOf(row, 'coefficient')),
  ]
  const widths = [isLong ? 1.3 : 1.7, ...Array.from({ length: columns }, () => 1)]
  table(sheet, lines, { widths, size: sizeFor(pen, codes, columns + 1.7), padding: 2, leastHeight: 20 })
}

/** The largest size in which a code and its stroke fit their column. */
function sizeFor({ sheet, layout }: Pen, codes: readonly string[], shares: number): number {
  const room = bodyWidth(sheet) / shares - 4
  const sizes = [Math.min(layout.tableSize, 10), 9, 8.5, 8, 7.5, 7]
  return sizes.find((size) => codes.every((code) => widthOf(sheet, `${code}/`, 'value', size) <= room)) ?? 7
}
