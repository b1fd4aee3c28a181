// What a rule is and how it is declared. Running them over a record is apply-rules.ts; their words for people render.ts.
import {
  type DraftDocument,
  type DraftValue,
  type Evidence,
  type FieldCode,
  type FieldDefinition,
  fieldOf,
  type fields,
  type Judged,
  type Mark,
  type Place,
  type QualityDimension,
  type Severity,
  type TableCode,
  type tables,
  tableOf,
  type Value,
  type ValueType,
} from '../../schemas/index.ts'
import type { Knowledge } from '../core/knowledge.ts'

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
type Values<Field extends FieldCode, Table extends TableCode> = { readonly [F in Field]: FieldValue<F> } & {
  readonly [T in Table]: readonly Row<T>[]
}

/** What a rule may see besides its own fields. */
export interface Context {
  readonly knowledge: Knowledge
  readonly papers: readonly DraftDocument[]
  readonly marks: readonly Mark[]
  /** The rows with their readings, for rules about how well they were read. */
  readonly rows: Judged['tables']
}
export interface TimedContext extends Context {
  readonly today: string
}

/** One place where a rule is broken. `fields` are the rule's unless said; `about` tells apart hits of equal place. */
export interface Hit {
  readonly evidence: Evidence
  readonly fields?: readonly string[] | undefined
  readonly row?: { readonly table: TableCode; readonly index: number } | undefined
  readonly documentId?: string | undefined
  readonly about?: string | undefined
  /** It rests on a reading that is neither good nor confirmed: an error is then only a reason to look. */
  readonly isDoubtful?: boolean | undefined
}
export const inRow = (table: TableCode, index: number, evidence: Evidence): Hit => ({ evidence, row: { table, index } })

/** Evidence or nothing; a rule over rows or papers may be broken several times. */
type Found = Evidence | readonly Hit[] | undefined

/** An unverified basis makes at most a warning. */
type Weight =
  | { readonly severity: 'error'; readonly basisVerified: true }
  | { readonly severity: 'warning' | 'info'; readonly basisVerified: boolean }
export interface Head {
  readonly code: string
  readonly dimension: QualityDimension
  readonly basis: string
  readonly message: { readonly vi: string; readonly en: string }
}
interface Scope<Field extends FieldCode, Table extends TableCode> {
  readonly fields: readonly Field[]
  readonly tables?: readonly Table[]
}
type Checked<Field extends FieldCode, Table extends TableCode> =
  | { readonly isTimed?: false; readonly check: (values: Values<Field, Table>, context: Context) => Found }
  | { readonly isTimed: true; readonly check: (values: Values<Field, Table>, context: TimedContext) => Found }

/** What was read for one field, whatever its status. */
export interface Reading {
  readonly field: FieldCode
  readonly definition: FieldDefinition
  readonly value: DraftValue
}
type ReadingChecked =
  | { readonly isTimed?: false; readonly check: (reading: Reading, context: Context) => Found }
  | { readonly isTimed: true; readonly check: (reading: Reading, context: TimedContext) => Found }

export interface Rule extends Head {
  readonly severity: Severity
  readonly basisVerified: boolean
  readonly fields: readonly FieldCode[]
  readonly tables: readonly TableCode[]
  readonly isTimed: boolean
  readonly find: (judged: Judged, world: { readonly knowledge: Knowledge; readonly today: string }) => readonly Hit[]
}

/** A rule about values: silent while one of its fields is absent, for absence is the business of completeness.ts. */
export function defineRule<Field extends FieldCode = never, Table extends TableCode = never>(
  declared: Head & Weight & Scope<Field, Table> & Checked<Field, Table>,
): Rule {
  const { fields, tables = [] } = declared
  return {
    ...headOf(declared),
    fields,
    tables,
    isTimed: declared.isTimed ?? false,
    find: (judged, world) => {
      const values = valuesOf(judged, fields, tables)
      if (values === undefined) return []
      const isDoubtful = fields.some((field) => !isFirm(judged.values[field]))
      return hitsOf(declared.check(values, { ...contextOf(judged), ...world })).map((hit) => ({
        ...hit,
        fields: hit.fields ?? fields,
        isDoubtful: hit.isDoubtful || isDoubtful || !isFirmRow(judged, hit.row),
      }))
    },
  }
}

/** A rule about the reading of one field, asked of each of `fields` in turn. */
export function defineReadingRule(
  declared: Head & Weight & { readonly fields: readonly FieldCode[] } & ReadingChecked,
): Rule {
  return {
    ...headOf(declared),
    fields: declared.fields,
    tables: [],
    isTimed: declared.isTimed ?? false,
    find: (judged, world) => {
      const context = { ...contextOf(judged), ...world }
      return declared.fields.flatMap((field) => {
        const found = hitsOf(
          declared.check({ field, definition: fieldOf(field), value: judged.values[field] }, context),
        )
        return found.map((hit) => ({ ...hit, fields: hit.fields ?? [field] }))
      })
    },
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

function isFirmRow(judged: Judged, row: Hit['row']): boolean {
  const cells = row === undefined ? {} : (judged.tables[row.table][row.index]?.cells ?? {})
  return Object.values(cells).every(isFirm)
}

function valuesOf<Field extends FieldCode, Table extends TableCode>(
  judged: Judged,
  fields: readonly Field[],
  tables: readonly Table[],
): Values<Field, Table> | undefined {
  const values: Record<string, unknown> = {}
  for (const field of fields) {
    const { outcome } = judged.values[field]
    if (outcome.status === 'read' && isPlain(field, outcome.value)) values[field] = outcome.value
  }
  for (const table of tables) values[table] = judged.tables[table].map(({ cells }, index) => rowOf(table, cells, index))
  return isWhole(values, fields, tables) ? values : undefined
}

/** Each value was put there only with the type of its field, so being there is enough. */
function isWhole<Field extends FieldCode, Table extends TableCode>(
  values: object,
  fields: readonly Field[],
  tables: readonly Table[],
): values is Values<Field, Table> {
  return [...fields, ...tables].every((code) => Object.hasOwn(values, code))
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

function headOf({ code, severity, dimension, basis, basisVerified, message }: Head & Weight) {
  return { code, severity, dimension, basis, basisVerified, message }
}

function contextOf({ documents, marks, tables }: Judged): Omit<Context, 'knowledge'> {
  return { papers: documents, marks, rows: tables }
}

const isHits = (found: Evidence | readonly Hit[]): found is readonly Hit[] => Array.isArray(found)

function hitsOf(found: Found): readonly Hit[] {
  if (found === undefined) return []
  return isHits(found) ? found : [{ evidence: found }]
}
