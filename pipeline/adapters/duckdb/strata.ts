// Agreement counted stratum by stratum (those of one sex born in one year): what the estimate of chance merges is made of.
import type { LinkageModel } from '../../../schemas/linkage-model.ts'
import { isList } from '../../core/linkage/standardise.ts'
import type { Stratum } from '../../core/stage.ts'
import { columnNames } from './conditions.ts'
import type { Duckdb } from './open.ts'

/** Two records agree on a list (at most one among the columns) once for each member they share. */
export async function strataOf(
  db: Duckdb,
  model: LinkageModel,
  columns: readonly string[],
  by: readonly string[],
): Promise<Stratum[]> {
  const name = columnNames(model)
  const known = [...columns, ...by].map((column) => `${name(column)} IS NOT NULL`).join(' AND ')
  const stratum =
    by.length === 0 ? "''" : `concat_ws(' ', ${by.map((column) => `${name(column)}::VARCHAR`).join(', ')})`
  const values = columns.map((column, at) => {
    const spec = model.columns[column]
    return `${spec && isList(spec) ? `unnest(${name(column)})` : name(column)} AS v${at}`
  })
  const rows = await db.rows(`
    WITH told AS (SELECT ${stratum} AS stratum, * FROM records WHERE ${known}),
    alike AS (SELECT stratum, count(*)::DOUBLE AS c FROM (SELECT stratum, ${values.join(', ')} FROM told)
      GROUP BY stratum, ${columns.map((_, at) => `v${at}`).join(', ')}),
    agreeing AS (SELECT stratum, sum(c * (c - 1) / 2) AS pairs FROM alike GROUP BY stratum)
    SELECT stratum, count(*)::DOUBLE, any_value(pairs) FROM told JOIN agreeing USING (stratum) GROUP BY stratum ORDER BY stratum`)
  return rows.map(([key, records, pairs]) => ({
    stratum: String(key),
    records: Number(records),
    agreeing: Number(pairs),
  }))
}
