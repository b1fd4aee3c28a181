// CSV as RFC 4180 has it: quoted fields may hold separators, quotes and line ends. Excel's `;` and tab are known too.
import { textCell, type Worksheet } from './cell.ts'

const separators = [',', ';', '\t'] as const

/** The separator that parts the file into most fields is the one it was written with: texts hold the others now and then. */
export function csvWorksheet(name: string, text: string): Worksheet {
  const [first = [], ...others] = separators.map((separator) => csvRows(text.replace(/^\uFEFF/u, ''), separator))
  const fields = (rows: string[][]) => rows.reduce((sum, row) => sum + row.length, 0)
  const rows = others.reduce((best, next) => (fields(next) > fields(best) ? next : best), first)
  return { name, rows: rows.map((row) => row.map(textCell)) }
}

/** All fields as they stand, where the separator is known. */
export function csvRows(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (let at = 0; at < text.length;) {
    const { field, end } = text[at] === '"' ? quoted(text, at, separator) : plain(text, at, separator)
    row.push(field)
    at = end + 1
    if (text[end] === separator && at < text.length) continue
    if (text[end] === separator) row.push('')
    if (text[end] === '\r' && text[at] === '\n') at += 1
    rows.push(row)
    row = []
  }
  return rows
}

function plain(text: string, from: number, separator: string): { field: string; end: number } {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { field: text.slice(from, end), end }
}

/** A doubled quote is a quote; what stands between the closing quote and the separator belongs to the field. */
function quoted(text: string, from: number, separator: string): { field: string; end: number } {
  let field = ''
  let at = from + 1
  for (;;) {
    const close = text.indexOf('"', at)
    if (close < 0) return { field: field + text.slice(at), end: text.length }
    field += text.slice(at, close)
    if (text[close + 1] !== '"') {
      const rest = plain(text, close + 1, separator)
      return { field: field + rest.field, end: rest.end }
    }
    field += '"'
    at = close + 2
  }
}
