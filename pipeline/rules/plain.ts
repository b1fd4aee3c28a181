// A record as rules see it: plain typed values and rows, made once a record however many rules ask for them.
import {
  type DraftDocument,
  type DraftValue,
  type FieldCode,
  fieldCodes,
  fieldOf,
  type fields,
  type Judged,
  type Place,
  type TableCode,
  tableCodes,
  tableOf,
  type tables,
  type Value,
  type ValueType,
} from '../../schemas/index.ts'

type Plain<Type extends ValueType> = Type extends 'step' | 'decimal' | 'height' | 'weight'
  ? number
  : Type extends 'allowance'
    ? number | string
    : Type extends 'place'
      ? Place
      : string
type Cells<Table extends TableCode> = (typeof tables)[Table]['cells']
type CellValue<Definition> = Definition extends { readonly type: infer Type extends ValueType } ? Plain<Type> : never

export type FieldValue<Field extends FieldCode> = Plain<(typeof fields)[Field]['type']>
/** A row as plain values; a cell that was not read is absent. `index` counts from 0 in the order of the paper. */
export type Row<Table extends TableCode> = { readonly index: number } & {
  readonly [Cell in keyof Cells<Table>]?: CellValue<Cells<Table>[Cell]>
}
export type Values<Field extends FieldCode, Table extends TableCode, Maybe extends FieldCode = never> = {
  readonly [F in Field]: FieldValue<F>
} & { readonly [T in Table]: readonly Row<T>[] } & { readonly [M in Maybe]?: FieldValue<M> }

interface View {
  /** Fields that were read with a value of their type, and all tables. */
  readonly values: Readonly<Record<string, unknown>>
  readonly doubtful: ReadonlySet<string>
}
const views = new WeakMap<Judged, View>()

function viewOf(judged: Judged): View {
  const known = views.get(judged)
  if (known !== undefined) return known
  const values: Record<string, unknown> = {}
  const doubtful = new Set<string>()
  for (const field of fieldCodes) {
    const { outcome } = judged.values[field]
    if (outcome.status === 'read' && isPlain(field, outcome.value)) values[field] = outcome.value
    if (!isFirm(judged.values[field])) doubtful.add(field)
  }
  for (const table of tableCodes)
    values[table] = judged.tables[table].map(({ cells }, index) => rowOf(table, cells, index))
  const view = { values, doubtful }
  views.set(judged, view)
  return view
}

/** Undefined while one of the fields was not read. What else the record holds is there too, but no type tells of it. */
export function valuesOf<Field extends FieldCode, Table extends TableCode, Maybe extends FieldCode>(
  judged: Judged,
  fields: readonly Field[],
): Values<Field, Table, Maybe> | undefined {
  const { values } = viewOf(judged)
  return isWhole<Field, Table, Maybe>(values, fields) ? values : undefined
}

export const isAnyDoubtful = (judged: Judged, fields: readonly FieldCode[]): boolean => {
  const { doubtful } = viewOf(judged)
  return doubtful.size > 0 && fields.some((field) => doubtful.has(field))
}

/** What is told of a row, worked out once however many rules ask. */
export function perRow<R extends object, T>(of: (row: R) => T): (row: R) => T {
  const known = new WeakMap<R, { readonly told: T }>()
  return (row) => {
    const before = known.get(row)
    if (before !== undefined) return before.told
    const told = of(row)
    known.set(row, { told })
    return told
  }
}

/** What one paper says of a field, as a plain value; undefined when it says nothing or it was not understood. */
export function saidIn<Field extends FieldCode>(paper: DraftDocument, field: Field): FieldValue<Field> | undefined {
  const outcome = paper.values[field]?.outcome
  return outcome?.status === 'read' && isPlain(field, outcome.value) ? outcome.value : undefined
}

/** Good, or decided by a steward. */
export function isFirm(value: DraftValue | undefined): boolean {
  return value?.outcome.status !== 'read' || value.grade === 'good' || value.source?.kind === 'steward'
}

/** Each value was put there only with the type of its field, so being there is enough. */
function isWhole<Field extends FieldCode, Table extends TableCode, Maybe extends FieldCode>(
  values: object,
  fields: readonly Field[],
): values is Values<Field, Table, Maybe> {
  return fields.every((field) => field in values)
}

function rowOf(table: TableCode, cells: Readonly<Record<string, DraftValue>>, index: number) {
  const row: Record<string, Value> = { index }
  for (const [cell, definition] of Object.entries(tableOf(table).cells)) {
    const outcome = cells[cell]?.outcome
    if (outcome?.status === 'read' && hasType(definition.type, outcome.value)) row[cell] = outcome.value
  }
  return row
}

function isPlain<Field extends FieldCode>(field: Field, value: Value): value is FieldValue<Field> & Value {
  return hasType(fieldOf(field).type, value)
}

function hasType(type: ValueType, value: Value): boolean {
  if (type === 'place') return typeof value === 'object'
  if (type === 'allowance') return typeof value !== 'object'
  const isNumber = type === 'step' || type === 'decimal' || type === 'height' || type === 'weight'
  return typeof value === (isNumber ? 'number' : 'string')
}
