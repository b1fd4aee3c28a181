// Conditions and comparisons of a model as SQL over two records x and y. String distances only look at what the model
// has folded: DuckDB counts bytes, so "hòa" and "hoa" would be two apart.
import type { Comparison, Condition, LinkageModel } from '../../../schemas/linkage-model.ts'
import { columnsOf } from '../../core/linkage/check-model.ts'
import { isList } from '../../core/linkage/standardise.ts'

/** Name of a column in the table of records; its own names could be anything. */
export type ColumnName = (column: string) => string

export const columnNames = ({ columns }: LinkageModel): ColumnName => {
  const at = new Map(Object.keys(columns).map((name, index) => [name, index]))
  return (column) => `c${String(at.get(column))}`
}

export function isListColumn({ columns }: LinkageModel, column: string): boolean {
  const spec = columns[column]
  return spec !== undefined && isList(spec)
}

/** The index of the level as a TINYINT; -1 where a side does not tell what the comparison needs. */
export function levelSql({ needs, levels }: Comparison, name: ColumnName): string {
  const first = levels[0]?.when
  const told = [...new Set(needs ?? (first ? columnsOf(first) : []))].map(name)
  const cases = levels.map(({ when }, index) =>
    when ? `WHEN ${conditionSql(when, name)} THEN ${index}` : `ELSE ${index}`,
  )
  const missing = told.flatMap((column) => [`x.${column} IS NULL`, `y.${column} IS NULL`])
  return `(CASE ${missing.length > 0 ? `WHEN ${missing.join(' OR ')} THEN -1 ` : ''}${cases.join(' ')} END)::TINYINT`
}

/** Columns whose weighted distance is asked for; the records carry them folded as well, for a cheap look first. */
export function toneColumns({ comparisons }: LinkageModel): string[] {
  const inCondition = (condition: Condition): string[] => {
    if ('all' in condition) return condition.all.flatMap(inCondition)
    if ('any' in condition) return condition.any.flatMap(inCondition)
    if ('not' in condition) return inCondition(condition.not)
    return 'toneEdits' in condition ? [condition.toneEdits] : []
  }
  return [
    ...new Set(comparisons.flatMap(({ levels }) => levels.flatMap(({ when }) => (when ? inCondition(when) : [])))),
  ]
}

const both = (column: string, sql: (x: string, y: string) => string) => sql(`x.${column}`, `y.${column}`)
const listed = (columns: string | readonly string[]) => (typeof columns === 'string' ? [columns] : columns)
const joined = (parts: readonly string[], word: 'AND' | 'OR') => `(${parts.join(` ${word} `)})`

export function conditionSql(condition: Condition, name: ColumnName): string {
  const inner = (one: Condition) => conditionSql(one, name)
  if ('all' in condition) return joined(condition.all.map(inner), 'AND')
  if ('any' in condition) return joined(condition.any.map(inner), 'OR')
  if ('not' in condition) return `(NOT ${inner(condition.not)})`
  if ('equal' in condition)
    return joined(
      listed(condition.equal).map((column) => both(name(column), (x, y) => `${x} = ${y}`)),
      'AND',
    )
  if ('known' in condition)
    return joined(
      listed(condition.known).map((column) => both(name(column), (x, y) => `${x} IS NOT NULL AND ${y} IS NOT NULL`)),
      'AND',
    )
  if ('crossed' in condition) {
    const [one, other] = condition.crossed.map(name)
    return `(x.${one} = y.${other} AND x.${other} = y.${one})`
  }
  return distanceSql(condition, name)
}

type Distance = Exclude<
  Condition,
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { equal: string | string[] }
  | { known: string | string[] }
  | { crossed: [string, string] }
>

/** The cheapest look comes first: DuckDB narrows the rows of a CASE condition from left to right. */
function distanceSql(condition: Distance, name: ColumnName): string {
  if ('similar' in condition)
    return both(name(condition.similar), (x, y) => `jaro_winkler_similarity(${x}, ${y}) >= ${condition.jaroWinkler}`)
  if ('edits' in condition) return both(name(condition.edits), (x, y) => editsSql(x, y, condition.atMost))
  if ('damerau' in condition) return both(name(condition.damerau), (x, y) => damerauSql(x, y, condition.atMost))
  if ('oneSignOff' in condition)
    return both(name(condition.oneSignOff), (x, y) => `(length(${x}) = length(${y}) AND ${damerauSql(x, y, 1)})`)
  if ('begins' in condition)
    return both(name(condition.begins), (x, y) => `(starts_with(${x}, ${y}) OR starts_with(${y}, ${x}))`)
  if ('shared' in condition)
    return both(name(condition.shared), (x, y) =>
      condition.atLeast === 1 ? `list_has_any(${x}, ${y})` : `len(list_intersect(${x}, ${y})) >= ${condition.atLeast}`,
    )
  if ('partOf' in condition)
    return both(name(condition.partOf), (x, y) => `(list_has_all(${x}, ${y}) OR list_has_all(${y}, ${x}))`)
  if ('within' in condition)
    return both(
      name(condition.within),
      (x, y) => `abs(TRY_CAST(${x} AS DOUBLE) - TRY_CAST(${y} AS DOUBLE)) <= ${condition.atMost}`,
    )
  const column = name(condition.toneEdits)
  // The dearest edit that folding leaves costs at least a half, so the folded distance is at most twice the weighted.
  const first = both(`${column}_folded`, (x, y) => editsSql(x, y, Math.floor(condition.atMost * 2)))
  return `(${first} AND ${both(column, (x, y) => `tone_distance(${x}, ${y})`)} <= ${condition.atMost})`
}

const editsSql = (x: string, y: string, most: number) =>
  `(abs(strlen(${x}) - strlen(${y})) <= ${most} AND levenshtein(${x}, ${y}) <= ${most})`

/** DuckDB's own Damerau is seven times dearer than Levenshtein, which is at most twice as large. */
const damerauSql = (x: string, y: string, most: number) =>
  `(${editsSql(x, y, most * 2)} AND damerau_levenshtein(${x}, ${y}) <= ${most})`
