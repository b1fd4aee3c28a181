// Counts over all records, and random pairs of them: what chance agreement is estimated from.
import type { LinkageModel } from '../../../schemas/linkage-model.ts'
import { columnNames } from './conditions.ts'
import type { Duckdb } from './open.ts'

/** Σ c(c−1)/2 over the values: the number of pairs that agree, without looking at a pair. */
export async function agreeingPairs(
  db: Duckdb,
  model: LinkageModel,
  columns: readonly string[],
  told: readonly string[],
): Promise<number> {
  const name = columnNames(model)
  const known = [...columns, ...told].map((column) => `${name(column)} IS NOT NULL`)
  const groups = columns.length === 0 ? '' : `GROUP BY ${columns.map(name).join(', ')}`
  return db.number(`SELECT coalesce(sum(c * (c - 1) / 2), 0) FROM
    (SELECT count(*)::DOUBLE AS c FROM records ${known.length > 0 ? `WHERE ${known.join(' AND ')}` : ''} ${groups})`)
}

/**
 * Records stand in an order that depends on their ids alone; each is paired with those a few places on. All pairs
 * where these are not many more.
 */
export async function makeRandomPairs(db: Duckdb, records: number, pairs: number): Promise<void> {
  const all = (records * (records - 1)) / 2
  if (all <= pairs * 2)
    return void (await db.connection.run(
      'CREATE OR REPLACE TABLE random_pairs AS SELECT x.n AS a, y.n AS b, 0 AS rules FROM records x JOIN records y ON x.n < y.n',
    ))
  const steps = Math.max(1, Math.round(pairs / records))
  const from = steps > 1 || pairs >= records ? '' : `WHERE n < ${pairs}`
  await db.connection.run(`CREATE OR REPLACE TABLE random_pairs AS
    SELECT n AS a, ((n + step) % ${records})::INTEGER AS b, 0 AS rules
    FROM (SELECT n FROM records ${from}), range(1, ${steps + 1}) steps(step)`)
}

export async function frequenciesOf(
  db: Duckdb,
  model: LinkageModel,
  column: string,
  atLeast: number,
): Promise<{ average: number; told: number; values: Record<string, number> }> {
  const value = columnNames(model)(column)
  const table = `(SELECT ${value}::VARCHAR AS value, count(*)::DOUBLE AS c FROM records WHERE ${value} IS NOT NULL GROUP BY ALL)`
  const [told = 0, agreeing = 0] = (
    (await db.rows(`SELECT coalesce(sum(c), 0), coalesce(sum(c * (c - 1)), 0) FROM ${table}`))[0] ?? []
  ).map(Number)
  const rows = await db.rows(`SELECT value, c FROM ${table} WHERE c >= ${atLeast} ORDER BY value`)
  return {
    average: agreeing / Math.max(1, told * (told - 1)),
    told,
    values: Object.fromEntries(rows.map(([text, count]) => [String(text), Number(count) / told])),
  }
}
