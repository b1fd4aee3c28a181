// Blocking: which records share a block, blocks too large split by the next column, and the pairs that come of it, each once.
import type { LinkageModel } from '../../../schemas/linkage-model.ts'
import type { BlockReport } from '../../core/stage.ts'
import { columnNames, isListColumn } from './conditions.ts'
import type { Duckdb } from './open.ts'

type Rules = LinkageModel['blocking']

/**
 * Makes `keys (rule, key, n)`: a block is what has equal rule and key. A block of one finds nobody and is left out. One of
 * more than `maxBlock` is split by the next column of the blocking lists, again and again while it is too large; a missing
 * value is a value there. What no column splits is not compared; the report tells both in pairs.
 */
export async function makeBlocks(db: Duckdb, model: LinkageModel, rules: Rules): Promise<BlockReport> {
  await db.connection.run('CREATE OR REPLACE TABLE keys (rule INTEGER, key UBIGINT, n INTEGER, is_new BOOLEAN)')
  for (const [rule, columns] of rules.entries())
    await db.connection.run(`INSERT INTO keys
      WITH made AS MATERIALIZED (${keysSql(model, columns)}),
           shared AS (SELECT key FROM made GROUP BY key HAVING count(*) > 1)
      SELECT ${rule}, key, n, is_new FROM made SEMI JOIN shared USING (key)`)
  return splitLargeBlocks(db, model)
}

/** A list gives a key for each of its members. */
function keysSql(model: LinkageModel, columns: readonly string[]): string {
  const name = columnNames(model)
  const parts = columns.map((column, at) => (isListColumn(model, column) ? `member${at}.value` : name(column)))
  const members = columns.flatMap((column, at) =>
    isListColumn(model, column) ? [`, unnest(records.${name(column)}) AS member${at}(value)`] : [],
  )
  const told = columns.map((column) => `${name(column)} IS NOT NULL`).join(' AND ')
  return `SELECT DISTINCT n, is_new, hash(${parts.join(', ')}) AS key FROM records ${members.join('')} WHERE ${told}`
}

async function splitLargeBlocks(db: Duckdb, model: LinkageModel): Promise<BlockReport> {
  const name = columnNames(model)
  const findLarge = `CREATE OR REPLACE TABLE large AS
    SELECT rule, key, count(*) AS size FROM keys GROUP BY ALL HAVING count(*) > ${model.maxBlock}`
  const pairsOf = 'coalesce(sum(size * (size - 1) / 2), 0)'
  await db.connection.run(findLarge)
  const [split = 0, records = 0, largest = 0] = (
    (await db.rows('SELECT count(*), coalesce(sum(size), 0), coalesce(max(size), 0) FROM large'))[0] ?? []
  ).map(Number)
  if (split === 0) return { split, records, largest, uncomparedBlocks: 0, uncomparedRecords: 0, pairsLeftOut: 0 }
  const before = await db.number(`SELECT ${pairsOf} FROM large`)
  let after = 0
  for (const column of [...new Set(model.blocking.flat())].filter((one) => !isListColumn(model, one))) {
    if ((await db.number('SELECT count(*) FROM large')) === 0) break
    await db.connection.run(`CREATE OR REPLACE TABLE moved AS
      SELECT rule, hash(key, ${name(column)}) AS key, n, keys.is_new FROM keys JOIN large USING (rule, key) JOIN records USING (n)`)
    await db.connection.run('DELETE FROM keys USING large WHERE keys.rule = large.rule AND keys.key = large.key')
    await db.connection.run('INSERT INTO keys SELECT * FROM moved')
    after += await db.number(
      `SELECT ${pairsOf} FROM (SELECT count(*) AS size FROM moved GROUP BY rule, key) WHERE size <= ${model.maxBlock}`,
    )
    await db.connection.run(findLarge)
  }
  const [uncomparedBlocks = 0, uncomparedRecords = 0] = (
    (await db.rows('SELECT count(*), coalesce(sum(size), 0) FROM large'))[0] ?? []
  ).map(Number)
  await db.connection.run('DELETE FROM keys USING large WHERE keys.rule = large.rule AND keys.key = large.key')
  await db.connection.run('DROP TABLE IF EXISTS moved')
  return { split, records, largest, uncomparedBlocks, uncomparedRecords, pairsLeftOut: before - after }
}

/** Makes `candidates (a, b, rules)`: a < b, `rules` one bit for each blocking list that found the pair. */
export async function makeCandidates(db: Duckdb, model: LinkageModel, onlyNew: boolean): Promise<number> {
  const name = columnNames(model)
  const { neverWithin } = model
  const apart = neverWithin === undefined ? '' : `AND rx.${name(neverWithin)} IS DISTINCT FROM ry.${name(neverWithin)}`
  const records = neverWithin === undefined ? '' : 'JOIN records rx ON rx.n = x.n JOIN records ry ON ry.n = y.n'
  await db.connection.run(`CREATE OR REPLACE TABLE candidates AS
    SELECT x.n AS a, y.n AS b, bit_or(1::BIGINT << x.rule) AS rules
    FROM keys x JOIN keys y ON x.rule = y.rule AND x.key = y.key ${records}
    WHERE x.n < y.n ${onlyNew ? 'AND (x.is_new OR y.is_new)' : ''} ${apart} GROUP BY ALL`)
  return db.number('SELECT count(*) FROM candidates')
}
