// What a rule is and how it is declared. What it sees of a record is plain.ts; running many is apply-rules.ts; their words
// for people render.ts.
import {
  type DraftDocument,
  type DraftValue,
  type Evidence,
  type FieldCode,
  type FieldDefinition,
  fieldOf,
  type Judged,
  type ListedPerson,
  type Mark,
  type QualityDimension,
  type Severity,
  type TableCode,
} from '../../schemas/index.ts'
import type { Knowledge } from '../core/knowledge.ts'
import { isAnyDoubtful, isFirm, type Values, valuesOf } from './plain.ts'

/** What a rule may see besides its own fields. */
export interface Context {
  readonly knowledge: Knowledge
  readonly papers: readonly DraftDocument[]
  readonly marks: readonly Mark[]
  /** What lists of HR systems say of the person, the most credible first. */
  readonly listed: readonly ListedPerson[]
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
export type Weight =
  | { readonly severity: 'error'; readonly basisVerified: true }
  | { readonly severity: 'warning' | 'info'; readonly basisVerified: boolean }
export interface Head {
  readonly code: string
  readonly dimension: QualityDimension
  readonly basis: string
  readonly message: { readonly vi: string; readonly en: string }
}
export interface Scope<Field extends FieldCode, Table extends TableCode, Maybe extends FieldCode> {
  readonly fields: readonly Field[]
  readonly tables?: readonly Table[]
  /** Fields the rule looks at where they were read, without being silent where they were not. */
  readonly maybe?: readonly Maybe[]
  /** Fields that must be empty for the rule to be asked: of a pair only one was given. */
  readonly without?: readonly FieldCode[]
}
type Checked<Given> =
  | { readonly isTimed?: false; readonly check: (values: Given, context: Context) => Found }
  | { readonly isTimed: true; readonly check: (values: Given, context: TimedContext) => Found }

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
export function defineRule<
  Field extends FieldCode = never,
  Table extends TableCode = never,
  Maybe extends FieldCode = never,
>(declared: Head & Weight & Scope<Field, Table, Maybe> & Checked<Values<Field, Table, Maybe>>): Rule {
  const { tables = [] } = declared
  const watched = watchedBy(declared)
  return {
    ...headOf(declared),
    fields: watched,
    tables,
    isTimed: declared.isTimed ?? false,
    find: (judged, world) => {
      const values = askedOf(judged, declared)
      if (values === undefined) return []
      const found = declared.check(values, contextOf(judged, world))
      if (found === undefined) return []
      const isDoubtful = isAnyDoubtful(judged, watched)
      return hitsOf(found).map((hit) => ({
        ...hit,
        fields: hit.fields ?? watched,
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
      const context = contextOf(judged, world)
      const hits: Hit[] = []
      for (const field of declared.fields) {
        const found = declared.check({ field, definition: fieldOf(field), value: judged.values[field] }, context)
        if (found !== undefined) hits.push(...hitsOf(found).map((hit) => ({ ...hit, fields: hit.fields ?? [field] })))
      }
      return hits
    },
  }
}

export const watchedBy = ({
  fields,
  maybe = [],
  without = [],
}: Scope<FieldCode, TableCode, FieldCode>): readonly FieldCode[] => [...fields, ...maybe, ...without]

/** The values a rule is asked with; undefined when it has nothing to say of this record. */
export function askedOf<Field extends FieldCode, Table extends TableCode, Maybe extends FieldCode>(
  judged: Judged,
  { fields, without = [] }: Scope<Field, Table, Maybe>,
): Values<Field, Table, Maybe> | undefined {
  return without.every((field) => isEmpty(judged.values[field]))
    ? valuesOf<Field, Table, Maybe>(judged, fields)
    : undefined
}

/** Nothing was written, or no label was found; a writing that was not understood is no absence. */
const isEmpty = ({ outcome }: DraftValue) => outcome.status === 'blank' || outcome.status === 'missing'

function isFirmRow(judged: Judged, row: Hit['row']): boolean {
  const cells = row === undefined ? {} : (judged.tables[row.table][row.index]?.cells ?? {})
  return Object.values(cells).every(isFirm)
}

function headOf({ code, severity, dimension, basis, basisVerified, message }: Head & Weight) {
  return { code, severity, dimension, basis, basisVerified, message }
}

function contextOf(
  { documents, marks, tables, listed = [] }: Judged,
  { knowledge, today }: { readonly knowledge: Knowledge; readonly today: string },
): TimedContext {
  return { papers: documents, marks, listed, rows: tables, knowledge, today }
}

const isHits = (found: Evidence | readonly Hit[]): found is readonly Hit[] => Array.isArray(found)
const hitsOf = (found: Evidence | readonly Hit[]): readonly Hit[] => (isHits(found) ? found : [{ evidence: found }])
