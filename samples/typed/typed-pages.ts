// Page texts of a typewritten copy, without picture and engine: every letter of one width, lines broken where the carriage ends.
// It shares nothing with the drawers of the scans but the facts, so that what is measured on it was not learnt from them.
import type { Box, PageText, Word } from '../../schemas/index.ts'
import { chance, pick, type Random } from '../random.ts'
import type { Block, Part } from '../wordings/wording.ts'

const carriage = 96
const linesOnPage = 56
const letter = { left: 0.07, width: 0.0088 } as const
const line = { top: 0.05, height: 0.0163 } as const

interface Sheet {
  readonly words: Word[]
  readonly horizontal: Box[]
  readonly vertical: Box[]
}
interface Machine {
  readonly sheets: Sheet[]
  at: number
  /** Share of words with a wrong letter. */
  readonly damage: number
  readonly random: Random
}

export function typedPages(blocks: readonly Block[], damage: number, random: Random, name = 'D/typed.pdf'): PageText[] {
  const machine: Machine = { sheets: [], at: 0, damage, random }
  turn(machine)
  for (const block of blocks) {
    if (block.kind === 'page') turn(machine)
    else if (block.kind === 'pair') typePair(machine, block)
    else if (block.kind === 'line') typeLine(machine, block)
    else if (block.kind === 'table') typeTable(machine, [block.heads, ...block.rows], columnsOf(block.widths))
    else if (block.kind === 'across') typeAcross(machine, block.rows)
  }
  return machine.sheets
    .filter(({ words }) => words.length > 0)
    .map(({ words, horizontal, vertical }, index) => ({
      pageId: `${name}#${index + 1}`,
      lines: words.map((word) => ({ box: word.box, words: [word] })),
      rulings: { horizontal, vertical },
    }))
}

function turn(machine: Machine): void {
  machine.sheets.push({ words: [], horizontal: [], vertical: [] })
  machine.at = 0
}

const sheetOf = ({ sheets }: Machine): Sheet => sheets.at(-1) ?? { words: [], horizontal: [], vertical: [] }
const x = (column: number): number => letter.left + column * letter.width
const y = (row: number): number => line.top + row * line.height

/** Types a line from a column on; words that are nothing but blanks are none. */
function typeAt(machine: Machine, text: string, column: number, row = machine.at): void {
  for (const found of text.matchAll(/\S+/gu)) {
    const told = damaged(found[0], machine)
    const box: Box = [
      x(column + found.index),
      y(row) + line.height * 0.18,
      found[0].length * letter.width,
      line.height * 0.66,
    ]
    sheetOf(machine).words.push({ ...told, box })
  }
}

function feed(machine: Machine, lines = 1): void {
  machine.at += lines
  if (machine.at >= linesOnPage) turn(machine)
}

const textOf = (parts: readonly Part[]): string =>
  parts.map((part) => ('print' in part ? part.print : part.text === '' ? '........' : part.text)).join('')

function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  const words = text.split(' ').flatMap((word) => (word.length > width ? word.split(/(?<=\/)/u) : word))
  for (const word of words.filter((word) => word !== '')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.length === 0 ? [''] : lines
}

function typeLine(machine: Machine, { look, parts }: Extract<Block, { kind: 'line' }>): void {
  for (const text of wrapped(textOf(parts), carriage)) {
    const isCentred = look === 'title' || look === 'centre'
    typeAt(machine, text, isCentred ? Math.max(0, Math.floor((carriage - text.length) / 2)) : look === 'hint' ? 4 : 0)
    feed(machine)
  }
}

function typePair(machine: Machine, { left, right, isFoot }: Extract<Block, { kind: 'pair' }>): void {
  feed(machine)
  const side = (lines: readonly Part[][], width: number): string[] =>
    lines.flatMap((parts) => wrapped(textOf(parts), width))
  const [a, b] = [side(left, isFoot ? 40 : 46), side(right, 42)]
  const rows = Math.max(a.length, b.length)
  if (machine.at + rows >= linesOnPage) turn(machine)
  for (let row = 0; row < rows; row++) {
    typeAt(machine, a[row] ?? '', 0)
    const text = b[row] ?? ''
    typeAt(machine, text, 52 + Math.floor((44 - text.length) / 2))
    feed(machine)
  }
  feed(machine)
}

/** So many records beside their heads as the carriage holds; the rest in bands below. */
const recordsABand = 5

function typeAcross(machine: Machine, rows: readonly (readonly string[])[]): void {
  const records = Math.max(0, ...rows.map((row) => row.length - 1))
  for (let from = 1; from <= records; from += recordsABand) {
    const band = rows.map(([head = '', ...cells]) => [head, ...cells.slice(from - 1, from - 1 + recordsABand)])
    typeTable(machine, band, columnsOf(Array.from({ length: band[0]?.length ?? 0 }, () => 1)))
  }
}

function columnsOf(widths: readonly number[]): number[] {
  const total = widths.reduce((sum, width) => sum + width, 0)
  return widths.reduce<number[]>(
    (edges, width) => [...edges, (edges.at(-1) ?? 0) + Math.floor((width / total) * carriage)],
    [0],
  )
}

/** A row goes whole to the next page, under lines of its own. */
function typeTable(machine: Machine, rows: readonly (readonly string[])[], edges: readonly number[]): void {
  let isOpen = false
  for (const row of rows) {
    const cells = row.map((text, index) => wrapped(text, (edges[index + 1] ?? 0) - (edges[index] ?? 0) - 2))
    const height = Math.max(...cells.map((cell) => cell.length)) + 1
    if (machine.at + height >= linesOnPage - 1) {
      turn(machine)
      isOpen = false
    }
    if (!isOpen) drawLevel(machine, edges)
    isOpen = true
    const from = machine.at
    cells.forEach((cell, index) =>
      cell.forEach((text, at) => typeAt(machine, text, (edges[index] ?? 0) + 1, from + 0.6 + at)),
    )
    machine.at += height
    drawLevel(machine, edges)
    for (const edge of edges) sheetOf(machine).vertical.push([x(edge), y(from + 0.4), 0.001, height * line.height])
  }
  feed(machine)
}

function drawLevel(machine: Machine, edges: readonly number[]): void {
  const [first = 0, last = 0] = [edges[0], edges.at(-1)]
  sheetOf(machine).horizontal.push([x(first), y(machine.at + 0.4), (last - first) * letter.width, 0.001])
}

/** What an engine does to a word: loses a tone, takes one letter for another, sees a sign that is not there. */
function damaged(word: string, { damage, random }: Machine): { text: string; confidence: number } {
  if (!chance(random, damage) || /^[.\d]+$/u.test(word)) return { text: word, confidence: 0.9 + random() * 0.08 }
  const at = Math.floor(random() * word.length)
  const sign = word[at] ?? ''
  const bare = sign.normalize('NFD').replace(/\p{M}/gu, '')
  const wrong = bare === sign ? pick(random, ['l', 'i', 'o', 'e', 'c', 'n', 'u']) : bare
  return { text: word.slice(0, at) + wrong + word.slice(at + 1), confidence: 0.35 + random() * 0.5 }
}
