// The order in which a page is read: words into lines by where they stand, head blocks apart, tables row by row.
import type { PageText, Word, Zone } from '../../schemas/index.ts'
import { middleY } from './box.ts'
import { cellsOf, type Grid, gridsOf, isInside } from './grid.ts'
import { linesOf, type TextLine, textOf } from './lines.ts'
import { zonesOf } from './zones.ts'

export { linesOf, type TextLine } from './lines.ts'

export interface FlowLine extends TextLine {
  readonly zone: Zone
}

/** The page's lines in reading order: left head, right head, body, left foot, right foot. Tables stay line by line. */
export function flowOf(page: PageText): FlowLine[] {
  const words = page.lines.flatMap((line) => line.words)
  const zones = zonesOf(words)
  return zones.flatMap(({ zone, words }) => linesOf(words).map((line) => ({ ...line, zone })))
}

/** What the page says, a line a line; in a ruled table a row is one line, its cells from left to right. */
export function readingText(page: PageText): string {
  const words = page.lines.flatMap((line) => line.words)
  const grids = gridsOf(page.rulings).filter((grid) => words.some((word) => isInside(grid, word)))
  const rest = words.filter((word) => !grids.some((grid) => isInside(grid, word)))
  const tables = grids.map((grid) => ({
    top: grid.box[1],
    texts: rowTexts(
      grid,
      words.filter((word) => isInside(grid, word)),
    ),
  }))
  const parts = flowOf({ ...page, lines: rest.length > 0 ? [{ words: rest, box: [0, 0, 1, 1] }] : [] })
  const out: string[] = []
  for (const line of parts) {
    while (tables[0] && tables[0].top < middleY(line.box) && !line.zone.startsWith('head'))
      out.push(...(tables.shift()?.texts ?? []))
    out.push(textOf(line.words))
  }
  return [...out, ...tables.flatMap(({ texts }) => texts)].join('\n')
}

/** A row between two ruled lines is told cell by cell. Three lines rule off only the head: the records lie line by line. */
function rowTexts(grid: Grid, words: readonly Word[]): string[] {
  if (grid.rows.length <= 3) return linesOf(words).map((line) => textOf(line.words))
  const cellText = (cell: readonly Word[]) =>
    linesOf(cell)
      .map((line) => textOf(line.words))
      .join(' ')
  return cellsOf(grid, words)
    .map((row) =>
      row
        .filter((cell) => cell.length > 0)
        .map(cellText)
        .join(' '),
    )
    .filter((text) => text !== '')
}
