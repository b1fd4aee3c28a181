// Draws a paper of any wording as an office prints it: typefaces, leaders, ruled tables, heads and feet in two blocks.
import { qrModules } from '../../pipeline/adapters/zxing.ts'
import type { Block, Part } from '../wordings/wording.ts'
import { flow, heading, hint, label, type Run, slot } from './flow.ts'
import type { Layout } from './layouts.ts'
import { beside, bodyWidth, lastPage, openSheet, paper, type Sheet, turnPage } from './sheet.ts'
import { type Cell, table } from './table.ts'

export async function drawWording(blocks: readonly Block[], layout: Layout): Promise<Sheet> {
  const sheet = await openSheet(layout.type, layout.margins)
  for (const block of blocks) {
    if (block.kind === 'page') turnPage(sheet)
    else if (block.kind === 'pair') drawPair(sheet, block)
    else if (block.kind === 'line') drawLine(sheet, layout, block)
    else if (block.kind === 'table') drawTable(sheet, layout, [block.heads, ...block.rows], block.widths)
    else if (block.kind === 'code') await drawCode(sheet, block.text)
    else drawTable(sheet, layout, block.rows, [1.7, ...(block.rows[0] ?? []).slice(1).map(() => 1)])
  }
  return sheet
}

/** Values keep their leader, print stays as it is. */
const runsOf = (parts: readonly Part[], leader: number): Run[] =>
  parts.map((part) => ('print' in part ? label(part.print) : slot(part.text, part.field, leader)))

function drawLine(sheet: Sheet, { type }: Layout, { look, parts }: Extract<Block, { kind: 'line' }>): void {
  const text = parts.map((part) => ('print' in part ? part.print : part.text)).join('')
  if (look === 'hint')
    return flow(sheet, [hint(text)], { size: type.size - 1, x: sheet.margins.left + 18, width: bodyWidth(sheet) - 18 })
  if (look === 'title') return flow(sheet, [heading(text)], { align: 'center', size: type.size + 2 })
  if (look === 'centre') return flow(sheet, runsOf(parts, 0), { align: 'center' })
  flow(sheet, runsOf(parts, 10))
}

function drawPair(sheet: Sheet, { left, right }: Extract<Block, { kind: 'pair' }>): void {
  const width = bodyWidth(sheet)
  const lines = (sides: readonly Part[][], x: number, share: number): void => {
    for (const parts of sides) {
      const isEmpty = parts.length === 0
      if (isEmpty) sheet.y += sheet.type.lineHeight
      else flow(sheet, runsOf(parts, 0), { x, width: width * share, align: 'center' })
    }
  }
  beside(
    sheet,
    () => lines(left, sheet.margins.left, 0.47),
    () => lines(right, sheet.margins.left + width * 0.51, 0.49),
  )
  sheet.y += 8
}

function drawTable(
  sheet: Sheet,
  { tableSize, spareRows }: Layout,
  rows: readonly (readonly string[])[],
  widths: readonly number[],
): void {
  const spare = Array.from({ length: spareRows }, () => widths.map(() => ''))
  const cells = [...rows, ...spare].map((row, index) =>
    row.map((text): Cell => (index === 0 ? { text, role: 'label', align: 'center' } : { text })),
  )
  table(sheet, cells, { widths, size: Math.min(tableSize, widths.length > 7 ? 9 : 11), leastHeight: 20 })
}

/** Two centimetres wide at the right, as on a card; what is printed goes on beside it. */
async function drawCode(sheet: Sheet, text: string): Promise<void> {
  const modules = await qrModules(text)
  const size = 64 / modules.length
  const left = paper.width - sheet.margins.right - 80
  for (const [row, runs] of modules.entries())
    for (const { start, length } of runs)
      lastPage(sheet).page.drawRectangle({
        x: left + start * size,
        y: paper.height - sheet.y - (row + 1) * size,
        width: length * size,
        height: size,
      })
}
