// A steward's word over a table: cells settled, rows added and taken away. As with fields, it holds only while what was read
// is what was looked at.
import type { DraftRow, DraftValue, Mark, StewardDecision, TableCode } from '../../schemas/index.ts'
import { tableOf } from '../../schemas/index.ts'
import { idOf } from './id.ts'
import { type CellSteering, seenHash, steered } from './steer.ts'

/** A row that can be spoken of: by its number as read, or by the decision that added it. */
interface KeyedRow {
  readonly key: string
  readonly row: DraftRow
}

type RowDecision = Extract<StewardDecision, { table: TableCode }>
type Added = Extract<StewardDecision, { kind: 'addRow' }>

/** What a steward looked at who takes a row away: the readings under its cells. */
export const seenRow = (seenOfCells: Readonly<Record<string, string>>): string => idOf(seenOfCells)

const seenCells = ({ cells }: DraftRow): Record<string, string> =>
  Object.fromEntries(Object.entries(cells).map(([cell, value]) => [cell, seenHash(value)]))

/** By its key, or by its place in a table nobody has added to or taken from. */
export const keyOfRow = ({ key }: DraftRow, index: number): string => key ?? String(index)

export interface SteeredTable {
  readonly rows: readonly DraftRow[]
  readonly marks: readonly Mark[]
}

/** `read` are the rows of the paper the table is taken from, in order; `decisions` are oldest first. */
export function steerRows(
  read: readonly DraftRow[],
  table: TableCode,
  decisions: readonly StewardDecision[],
): SteeredTable {
  const own = decisions.filter((decision): decision is RowDecision => 'table' in decision && decision.table === table)
  const isReshaped = own.some(({ kind }) => kind === 'addRow' || kind === 'removeRow')
  const rows = withAdded(keyedRows(read), own, read[0]?.documentId ?? '')
  const marks: Mark[] = []
  const steeredRows = rows.flatMap((keyed) => {
    const removal = own.findLast((decision) => decision.kind === 'removeRow' && decision.row === keyed.key)
    if (removal?.kind === 'removeRow') {
      if (removal.seen === seenRow(seenCells(keyed.row))) return []
      marks.push(outdated(table, removal))
    }
    const cells = cellsOf(keyed, table, own, marks)
    return [{ ...keyed.row, cells, ...(isReshaped ? { key: keyed.key } : {}) }]
  })
  const keys = new Set(rows.map(({ key }) => key))
  for (const decision of own) if ('row' in decision && !keys.has(decision.row)) marks.push(outdated(table, decision))
  return { rows: steeredRows, marks }
}

const outdated = (table: TableCode, { decisionId }: StewardDecision): Mark => ({
  kind: 'decision_outdated',
  subject: table,
  problem: decisionId,
})

const keyedRows = (rows: readonly DraftRow[]): KeyedRow[] => rows.map((row, index) => ({ key: String(index), row }))

function cellsOf(
  { key, row }: KeyedRow,
  table: TableCode,
  own: readonly RowDecision[],
  marks: Mark[],
): Record<string, DraftValue> {
  return Object.fromEntries(
    Object.entries(row.cells).map(([cell, value]) => {
      const decision = newestOnCell(key, cell, own)
      if (decision === undefined) return [cell, value]
      if (decision.seen === seenHash(value)) return [cell, steered(value, decision)]
      marks.push(outdated(table, decision))
      return [cell, value]
    }),
  )
}

function newestOnCell(row: string, cell: string, decisions: readonly StewardDecision[]): CellSteering | undefined {
  return decisions
    .filter((decision): decision is CellSteering => 'cell' in decision)
    .findLast((decision) => decision.row === row && decision.cell === cell)
}

function withAdded(rows: readonly KeyedRow[], own: readonly RowDecision[], documentId: string): KeyedRow[] {
  const all = [...rows]
  for (const decision of own)
    if (decision.kind === 'addRow') {
      const before = decision.after === undefined ? -1 : all.findIndex(({ key }) => key === decision.after)
      const at = decision.after !== undefined && before === -1 ? all.length : before + 1
      all.splice(at, 0, { key: decision.decisionId, row: emptyRow(decision, documentId) })
    }
  return all
}

function emptyRow({ table, decisionId }: Added, documentId: string): DraftRow {
  const empty: DraftValue = {
    outcome: { status: 'missing' },
    grade: 'good',
    source: { kind: 'steward', decisionId },
    rivals: [],
  }
  return { documentId, cells: Object.fromEntries(Object.keys(tableOf(table).cells).map((cell) => [cell, empty])) }
}
