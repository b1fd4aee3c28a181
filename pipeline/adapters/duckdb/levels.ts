// The levels of pairs: every comparison of the model once a pair, kept as small numbers; and the patterns they form.
import type { LinkageModel } from '../../../schemas/linkage-model.ts'
import type { Pattern, Patterns } from '../../core/stage.ts'
import { columnNames, levelSql } from './conditions.ts'
import type { Duckdb } from './open.ts'

/** Pairs a statement: the two records of each stand beside each other in memory meanwhile. */
const SLICE = 1_000_000

/** From `pairs (a, b, rules)` makes `levels (a, b, rules, l0, l1, …)`. */
export async function makeLevels(db: Duckdb, model: LinkageModel, pairs: string, levels: string): Promise<void> {
  const name = columnNames(model)
  const count = await db.number(`SELECT coalesce(max(rowid) + 1, 0) FROM ${pairs}`)
  const select = (from: number) => `
    SELECT p.a, p.b, p.rules, ${model.comparisons.map((one, at) => `${levelSql(one, name)} AS l${at}`).join(', ')}
    FROM (SELECT * FROM ${pairs} WHERE rowid >= ${from} AND rowid < ${from + SLICE}) p
    JOIN records x ON x.n = p.a JOIN records y ON y.n = p.b`
  await db.connection.run(`CREATE OR REPLACE TABLE ${levels} AS ${select(0)}`)
  for (let from = SLICE; from < count; from += SLICE) await db.connection.run(`INSERT INTO ${levels} ${select(from)}`)
  await db.connection.run(`DROP TABLE ${pairs}`)
}

export const levelNames = ({ comparisons }: LinkageModel) => comparisons.map((_, at) => `l${at}`)

/** Sorted, so that sums over them are the same to the last digit. */
export async function readPatterns(db: Duckdb, model: LinkageModel, table: string): Promise<Pattern[]> {
  const columns = levelNames(model).join(', ')
  const rows = await db.rows(`SELECT ${columns}, count(*) FROM ${table} GROUP BY ALL ORDER BY ALL`)
  return rows.map((row) => ({ levels: row.slice(0, -1).map(Number), pairs: Number(row.at(-1)) }))
}

export async function patternsOf(db: Duckdb, model: LinkageModel, table: string, rules: number): Promise<Patterns> {
  const byRule: Pattern[][] = []
  for (let rule = 0; rule < rules; rule++)
    byRule.push(await readPatterns(db, model, `${table} WHERE (rules >> ${rule}) & 1 = 1`))
  return { all: await readPatterns(db, model, table), byRule }
}
