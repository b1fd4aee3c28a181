// The order in which a page is read: words into lines by where they stand, head blocks apart, tables row by row.
import type { PageText, Word, Zone } from '../../schemas/index.ts'
import { bottomOf, middleY } from './box.ts'
import { cellsOf, type Grid, gridsOf, isInside } from './grid.ts'
import { linesOf, type TextLine, textOf, usualHeight } from './lines.ts'
import { halvesOf } from './spread.ts'
import { zonesOf } from './zones.ts'

export { linesOf, type TextLine } from './lines.ts'

export interface FlowLine extends TextLine {
  readonly zone: Zone
}

/** The page's lines in reading order: left head, right head, body, left foot, right foot. Tables stay line by line. */
export function flowOf(page: PageText): FlowLine[] {
  if (page.gutter !== undefined) {
    return halvesOf(page).flatMap(({ page: half, onSheet }) =>
      flowOf(half).map((line) => ({
        ...line,
        box: onSheet(line.box),
        words: line.words.map((word) => ({ ...word, box: onSheet(word.box) })),
      })),
    )
  }
  const words = wordsOf(page)
  const zones = zonesOf(words, lastTableEnd(page))
  return zones.flatMap(({ zone, words }) => linesOf(words).map((line) => ({ ...line, zone })))
}

/** Where the lowest table ends; a frame around the whole page is none. */
function lastTableEnd({ rulings }: PageText): number {
  const tables = gridsOf(rulings).filter(({ box, rows }) => rows.length > 2 && box[3] < 0.85)
  return Math.max(0, ...tables.map(({ box }) => bottomOf(box)))
}

/** What the page says, a line a line; in a ruled table a row is one line, its cells from left to right. */
export const readingText = (page: PageText): string => readingLines(page).map(textOf).join('\n')

/** The same as words where they stand: what is copied out of a PDF is then what is printed of the page. */
export function readingLines(page: PageText): (readonly Word[])[] {
  if (page.gutter !== undefined) {
    return halvesOf(page).flatMap(({ page: half, onSheet }) =>
      readingLines(half).map((words) => words.map((word) => ({ ...word, box: onSheet(word.box) }))),
    )
  }
  const words = wordsOf(page)
  const grids = gridsOf(page.rulings).filter((grid) => words.some((word) => isInside(grid, word)))
  const rest = words.filter((word) => !grids.some((grid) => isInside(grid, word)))
  const tables = grids.map((grid) => ({
    top: grid.box[1],
    lines: rowLines(
      grid,
      words.filter((word) => isInside(grid, word)),
    ),
  }))
  const parts = flowOf({ ...page, lines: rest.length > 0 ? [{ words: rest, box: [0, 0, 1, 1] }] : [] })
  const out: (readonly Word[])[] = []
  for (const line of parts) {
    while (tables[0] && tables[0].top < middleY(line.box) && !line.zone.startsWith('head'))
      out.push(...(tables.shift()?.lines ?? []))
    out.push(line.words)
  }
  return [...out, ...tables.flatMap(({ lines }) => lines)]
}

/** A word this much flatter than the page's usual words, and not surely read, is a sliver: dots, a ruling, half a letter. */
const sliver = { height: 0.5, confidence: 0.7 }

/** What wordsOf leaves out: it may be dirt, or the lost half of the word it touches. */
export function sliversOf(page: PageText): Word[] {
  const kept = new Set(wordsOf(page))
  return page.lines.flatMap((line) => line.words).filter((word) => !kept.has(word))
}

function wordsOf(page: PageText): Word[] {
  const words = page.lines.flatMap((line) => line.words)
  const usual = usualHeight(words)
  const isSliver = (word: Word) =>
    word.box[3] < usual * sliver.height && word.confidence < sliver.confidence && /[\p{L}\p{N}]/u.test(word.text)
  return words.filter((word) => !isSliver(word))
}

/** A row between two ruled lines is told cell by cell. Three lines rule off only the head: the records lie line by line. */
function rowLines(grid: Grid, words: readonly Word[]): (readonly Word[])[] {
  if (grid.rows.length <= 3) return linesOf(words).map((line) => line.words)
  return cellsOf(grid, words)
    .map((row) => row.flatMap((cell) => linesOf(cell).flatMap((line) => line.words)))
    .filter((row) => row.length > 0)
}
