// A ruled table: column heads, wrapping cells, rows that move to the next page whole.
import { bodyWidth, lastPage, makeRoom, mark, paper, put, type Role, rule, type Sheet, widthOf, wrap } from './sheet.ts'

export interface Cell {
  readonly text: string
  readonly role?: Role
  readonly box?: string | undefined
  readonly align?: 'left' | 'center'
}

export interface TableLook {
  /** Shares of the width; they need not sum to one. */
  readonly widths: readonly number[]
  readonly size: number
  readonly padding?: number
  readonly thickness?: number
  readonly leastHeight?: number
}

export function table(sheet: Sheet, rows: readonly (readonly Cell[])[], look: TableLook): void {
  const total = look.widths.reduce((sum, width) => sum + width, 0)
  const widths = look.widths.map((width) => (width / total) * bodyWidth(sheet))
  // The heads never stand alone at the foot of a page.
  makeRoom(sheet, look.size * 1.2 * 6)
  rows.forEach((row, index) => {
    drawRow(sheet, row, widths, look, index === 0)
  })
  sheet.y += sheet.type.lineHeight * 0.35
}

function drawRow(
  sheet: Sheet,
  row: readonly Cell[],
  widths: readonly number[],
  look: TableLook,
  isFirst: boolean,
): void {
  const { size, padding = 3, thickness = 0.6 } = look
  const lineHeight = size * 1.2
  const texts = row.map((cell, index) =>
    wrap(sheet, cell.text, cell.role ?? 'value', size, (widths[index] ?? 0) - 2 * padding),
  )
  const lines = Math.max(1, ...texts.map((lines) => lines.length))
  const height = Math.max(look.leastHeight ?? 0, lines * lineHeight + 2 * padding)
  const pages = sheet.pages.length
  const isSpare = row.every((cell) => cell.text === '')
  if (isSpare && sheet.y + height > paper.height - sheet.margins.bottom) return
  makeRoom(sheet, height)
  const rules = { widths, height, thickness, hasTop: isFirst || sheet.pages.length > pages }
  const xs = drawRules(sheet, rules)
  row.forEach((cell, index) => {
    const [left, width, top] = [xs[index] ?? 0, widths[index] ?? 0, sheet.y]
    const place = { left: left + padding, width: width - 2 * padding, top: top + padding, size, lineHeight }
    write(sheet, cell, texts[index] ?? [], place)
  })
  const words = row.map((cell) => cell.text).filter((text) => text !== '')
  lastPage(sheet).text.push(words.join(' '))
  sheet.y += height
}

interface Rules {
  readonly widths: readonly number[]
  readonly height: number
  readonly thickness: number
  readonly hasTop: boolean
}

/** The lines around a row; returns where the columns begin and the table ends. */
function drawRules(sheet: Sheet, { widths, height, thickness, hasTop }: Rules): number[] {
  const { left } = sheet.margins
  const xs = widths.reduce<number[]>((xs, width) => [...xs, (xs.at(-1) ?? 0) + width], [left])
  const [top, bottom, right] = [sheet.y, sheet.y + height, xs.at(-1) ?? 0]
  if (hasTop) rule(sheet, [left, top], [right, top], thickness)
  for (const x of xs) rule(sheet, [x, top], [x, bottom], thickness)
  rule(sheet, [left, bottom], [right, bottom], thickness)
  return xs
}

interface Place {
  readonly left: number
  readonly width: number
  readonly top: number
  readonly size: number
  readonly lineHeight: number
}

function write(
  sheet: Sheet,
  cell: Cell,
  lines: readonly string[],
  { left, width, top, size, lineHeight }: Place,
): void {
  const role = cell.role ?? 'value'
  lines.forEach((line, index) => {
    const lineWidth = widthOf(sheet, line, role, size)
    const x = left + (cell.align === 'center' ? Math.max(0, (width - lineWidth) / 2) : 0)
    const y = top + index * lineHeight
    put(sheet, line, x, y + size * 0.95, role, size)
    if (cell.box !== undefined) mark(lastPage(sheet), cell.box, [x, y, x + lineWidth, y + lineHeight])
  })
}
