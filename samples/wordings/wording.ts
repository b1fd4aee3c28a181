// The printed words of a paper with the places its values stand in, as text files beside this: `{field}` a value, `{field^}` in
// capitals, `{date.day}` a part of it, `{$place}` the place of signing. What they look like on paper is left to the drawers.
import { readFileSync } from 'node:fs'
import { FieldCode, fieldOf, TableCode } from '../../schemas/index.ts'
import { written, writtenCell, type Hand } from '../draw/written.ts'
import { machineLines, qrOf } from '../invent/card-codes.ts'
import type { FactRow, Facts } from '../invent/declare.ts'

export type Part = { readonly print: string } | { readonly field: FieldCode; readonly text: string }

interface Sides {
  readonly left: Part[][]
  readonly right: Part[][]
}

export type Block =
  | ({ readonly kind: 'pair'; readonly isFoot: boolean } & Sides)
  | { readonly kind: 'line'; readonly look: 'body' | 'title' | 'centre' | 'hint'; readonly parts: readonly Part[] }
  | {
      readonly kind: 'table'
      readonly widths: readonly number[]
      readonly heads: readonly string[]
      readonly rows: readonly string[][]
    }
  | { readonly kind: 'across'; readonly rows: readonly string[][] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'page' }

const place = 'Na Hang'

export function wordingOf(name: string, facts: Facts, hand: Hand): Block[] {
  const lines = readFileSync(new URL(`${name}.txt`, import.meta.url), 'utf8').split('\n')
  const blocks: Block[] = []
  let isFoot = false
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line === '') continue
    const [command = '', ...rest] = line.startsWith('@') ? line.split(' ') : ['']
    const text = rest.join(' ')
    const parts = (writing: string): Part[] => partsOf(writing, facts, hand)
    if (command === '@foot') isFoot = true
    else if (command === '@page') blocks.push({ kind: 'page' })
    else if (command === '@code') blocks.push({ kind: 'code', text: qrOf(facts) })
    else if (command === '@left' || command === '@right')
      pairOf(blocks, isFoot)[command === '@left' ? 'left' : 'right'].push(parts(text))
    else if (command === '@table') blocks.push(tableOf(rest, lines[++at] ?? '', lines[++at] ?? '', { facts, hand }))
    else if (command === '@across') {
      const rows: string[] = []
      while (/^[^@].* \| /u.test(lines[at + 1] ?? '')) rows.push(lines[++at] ?? '')
      blocks.push(acrossOf(text, rows, { facts, hand }))
    } else {
      const look =
        command === '@title' ? 'title' : command === '@center' ? 'centre' : command === '@hint' ? 'hint' : 'body'
      blocks.push({ kind: 'line', look, parts: parts(command === '' ? line : text) })
    }
  }
  return blocks
}

/** The sides of the block that is being written, or of a new one. */
function pairOf(blocks: Block[], isFoot: boolean): Sides {
  const last = blocks.at(-1)
  if (last?.kind === 'pair' && last.isFoot === isFoot) return last
  const pair: Extract<Block, { kind: 'pair' }> = { kind: 'pair', isFoot, left: [], right: [] }
  blocks.push(pair)
  return pair
}

const slot = /\{(\$?[A-Za-z]+)(?:\.([a-z]+))?(\^)?\}/gu

function partsOf(writing: string, facts: Facts, hand: Hand): Part[] {
  const parts: Part[] = []
  let from = 0
  for (const found of writing.matchAll(slot)) {
    parts.push({ print: writing.slice(from, found.index) })
    const [, name = '', of, capitals] = found
    if (name.startsWith('$')) parts.push({ print: given(name, of, facts) })
    else {
      const field = FieldCode.parse(name)
      const text = partOf(field, of, facts, hand)
      parts.push({ field, text: capitals ? text.toLocaleUpperCase('vi') : text })
    }
    from = found.index + found[0].length
  }
  parts.push({ print: writing.slice(from) })
  return parts.filter((part) => 'field' in part || part.print !== '')
}

/** What is no value of the catalogue: where it was signed, the machine's lines of a card. */
function given(name: string, of: string | undefined, facts: Facts): string {
  if (name === '$mrz') return machineLines(facts)[of === 'b' ? 1 : of === 'c' ? 2 : 0]
  return name === '$place' ? place : ''
}

function partOf(field: FieldCode, of: string | undefined, facts: Facts, hand: Hand): string {
  const value = facts.values[field]
  if (of === undefined || value === undefined) return written(facts, field, hand)
  if (typeof value === 'object')
    return (of === 'commune' ? value.commune : of === 'district' ? value.district : value.province) ?? ''
  if (fieldOf(field).type !== 'date') return String(value)
  const [year = '', month = '', day = ''] = String(value).split('-')
  if (of === 'short') return `${month}/${year}`
  return of === 'day' ? day : of === 'month' ? month : year
}

interface Writer {
  readonly facts: Facts
  readonly hand: Hand
}

const cellsIn = (line: string): string[] => line.split('|').map((cell) => cell.trim())

function rowsOf(table: string, where: string | undefined, { facts }: Writer): readonly FactRow[] {
  if (table === 'none') return []
  const [cell, value] = where?.split('=') ?? []
  const rows = facts.tables[TableCode.parse(table)] ?? []
  return cell === undefined || cell === 'group' ? rows : rows.filter((row) => row[cell] === value)
}

function tableOf([table = '', ...rest]: string[], heads: string, cells: string, writer: Writer): Block {
  const widths = rest.map(Number).filter((width) => !Number.isNaN(width))
  const where = rest.find((word) => word.includes('='))
  const rows = rowsOf(table, where, writer).map((row, index) =>
    cellsIn(cells).map((cell) => (cell === '#' ? String(index + 1) : cellText(row, table, cell, writer))),
  )
  return { kind: 'table', widths, heads: cellsIn(heads), rows }
}

function acrossOf(table: string, lines: readonly string[], writer: Writer): Block {
  const rows = rowsOf(table, undefined, writer)
  return {
    kind: 'across',
    rows: lines
      .map(cellsIn)
      .map(([head = '', cell = '']) => [head, ...rows.map((row) => cellText(row, table, cell, writer))]),
  }
}

/** `start-end` and `rankCode/step` stand in one column. */
function cellText(row: FactRow, table: string, cell: string, { hand }: Writer): string {
  const separator = cell.includes('/') ? '/' : '-'
  const code = TableCode.parse(table)
  return cell
    .split(separator)
    .map((name) => writtenCell(row, code, name, hand))
    .filter((text) => text !== '')
    .join(separator === '-' ? ' - ' : separator)
}
