// Page texts by hand: lines of text as they stand on paper, one letter one space wide. Tables are drawn with | and +---+.
import type { Box, PageText, Word } from '../../schemas/index.ts'

interface Options {
  readonly pageId?: string
  readonly confidence?: number
  /** Lets the text fall to the right, as a badly straightened page does: share of the height over the whole width. */
  readonly fall?: number
  /** What the engine makes of a word. */
  readonly misread?: (word: string, index: number) => string
}

/** 100 letters across, 60 lines down: about what 12 points give on A4. */
const letterWidth = 0.0095
const lineHeight = 0.0165
const left = 0.03
const top = 0.03

export function pageText(drawing: string, options: Options = {}): PageText {
  const rows = drawing.replace(/^\n/u, '').split('\n')
  const words = rows.flatMap((row, line) => wordsOfRow(row, line, options))
  const told = words
    .map((word, index) => ({ ...word, text: options.misread?.(word.text, index) ?? word.text }))
    .filter(({ text }) => text !== '')
  return {
    pageId: options.pageId ?? 'D/scan.pdf#1',
    lines: told.map((word) => ({ box: word.box, words: [word] })),
    rulings: { horizontal: rows.flatMap(horizontals), vertical: verticals(rows) },
  }
}

const isRule = (row: string): boolean => /^[\s+-]*\+[\s+-]*$/u.test(row)
const x = (column: number): number => left + column * letterWidth
const y = (line: number): number => top + line * lineHeight

function wordsOfRow(row: string, line: number, { confidence = 0.95, fall = 0 }: Options): Word[] {
  if (isRule(row)) return []
  return [...row.matchAll(/[^\s|]+/gu)].map((found) => {
    const from = x(found.index)
    const box: Box = [from, y(line) + lineHeight * 0.15 + fall * from, found[0].length * letterWidth, lineHeight * 0.7]
    return { text: found[0], box, confidence }
  })
}

function horizontals(row: string, line: number): Box[] {
  if (!isRule(row)) return []
  return [[x(row.indexOf('+') + 0.5), y(line + 0.5), (row.lastIndexOf('+') - row.indexOf('+')) * letterWidth, 0.001]]
}

/** A column of | and + without a gap is one ruling. */
function verticals(rows: readonly string[]): Box[] {
  const width = Math.max(...rows.map((row) => row.length))
  return Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    const lines = rows.flatMap((row, line) =>
      row[column] === '|' || (isRule(row) && row[column] === '+') ? [line] : [],
    )
    const starts = lines.filter((line) => !lines.includes(line - 1))
    return starts.map((from): Box => {
      const to = lines.findLast((line, at) => line - from === at - lines.indexOf(from)) ?? from
      return [x(column + 0.5), y(from + 0.5), 0.001, Math.max(0.001, (to - from) * lineHeight)]
    })
  })
}
