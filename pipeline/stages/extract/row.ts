// One row of a table as outcomes: each cell the form prints a column for is present, the constant ones too.
import type { FieldDefinition, Outcome, TableDefinition, TableItem } from '../../../schemas/index.ts'
import { unionOf } from '../../core/box.ts'
import type { Token } from '../../core/form/tokens.ts'
import { gluedOutcomes } from './glued.ts'
import { outcomeOf, type Place, placeOf, type Reader } from './outcome.ts'
import { split } from './split.ts'
import type { Row } from './table.ts'

export interface FoundRow {
  readonly item: TableItem
  readonly definition: TableDefinition
  readonly row: Row
  /** The words of the table's title: the constant cells stand there. */
  readonly title: readonly Token[]
  /** How surely the title is this table's. */
  readonly likeness: number
}

export function rowOutcomes(found: FoundRow, reader: Reader): Record<string, Outcome> {
  const { item, definition, row, title, likeness } = found
  const place = placeOfRow(row, title)
  const written = new Map<string, readonly Token[]>(
    item.columns.flatMap((column, index) => {
      const tokens = row[index] ?? []
      const [first = '', second] = column.cells
      if (second === undefined || column.split === undefined) return [[first, tokens] as const]
      const [before, behind] = split(tokens, column.split)
      return [[first, before] as const, [second, behind] as const]
    }),
  )
  const glued = gluedCells(item, written)
  const apart = new Map(
    glued.flatMap((cells) => gluedOutcomes(cells, written.get(cells[0] ?? '') ?? [], definition, reader)),
  )
  const outcome = (cell: string, of: FieldDefinition): Outcome => {
    const constant = item.constants[cell]
    if (constant !== undefined) return constantOutcome(constant, title, reader)
    const isGlued = glued.some((cells) => cells.includes(cell))
    return apart.get(cell) ?? outcomeOf(of, written.get(cell) ?? [], place, isGlued ? 0 : likeness, reader)
  }
  const printed = Object.entries(definition.cells).filter(([cell]) => cell in item.constants || hasColumn(item, cell))
  return Object.fromEntries(printed.map(([cell, of]) => [cell, outcome(cell, of)]))
}

const hasColumn = ({ columns }: TableItem, cell: string): boolean => columns.some(({ cells }) => cells.includes(cell))

/** The stroke between code and step was not read: what stands there may be both in one, "16.1191", and is never sure. */
function gluedCells(item: TableItem, written: ReadonlyMap<string, readonly Token[]>): string[][] {
  const isEmpty = (cell: string) => (written.get(cell) ?? []).length === 0
  return item.columns
    .filter(({ cells, split }) => split === 'slash' && cells.slice(1).some(isEmpty))
    .map(({ cells }) => cells)
}

/** An empty cell is shown as its whole row. */
function placeOfRow(row: Row, title: readonly Token[]): Place {
  const tokens = row.flat()
  const pageId = tokens[0]?.pageId
  if (pageId === undefined) return placeOf(title)
  const box = unionOf(tokens.filter((token) => token.pageId === pageId).map((token) => token.box))
  return { pageId, box, confidence: placeOf(title).confidence }
}

/** What the table's own title says of all its rows: whose family it is. */
function constantOutcome(value: string, title: readonly Token[], { documentId }: Reader): Outcome {
  const { pageId, box, confidence } = placeOf(title)
  return { status: 'read', raw: value, value, candidates: [], confidence, provenance: { documentId, pageId, box } }
}
