// From rows as delivered to the table of standard records: each distinct value is standardised once, each record gets a
// number that depends on its id alone, so that the order of rows changes nothing.
import { VARCHAR } from '@duckdb/node-api'
import type { LinkageModel, LinkColumn } from '../../../schemas/linkage-model.ts'
import { UsageError } from '../../core/errors.ts'
import { isList, standardiserOf } from '../../core/linkage/standardise.ts'
import type { LinkRow } from '../../core/stage.ts'
import { columnNames, toneColumns } from './conditions.ts'
import { type Duckdb, registerFunction } from './open.ts'

/** The headers or fields that the model reads, in a fixed order; the table `raw` holds them as f0, f1, … beside `id`. */
export function fieldsOf({ columns }: LinkageModel): string[] {
  return [...new Set(Object.values(columns).flatMap(({ from }) => from))]
}

/** Rows per flush of the appender: what stands in JavaScript memory at most. */
const CHUNK = 10_000

export async function appendRows(db: Duckdb, model: LinkageModel, rows: AsyncIterable<LinkRow>): Promise<void> {
  const fields = fieldsOf(model)
  await db.connection.run(
    `CREATE TABLE raw (id VARCHAR, is_new BOOLEAN${fields.map((_, at) => `, f${at} VARCHAR`).join('')})`,
  )
  const appender = await db.connection.createAppender('raw')
  let count = 0
  for await (const { id, isNew, fields: told } of rows) {
    appender.appendVarchar(id)
    appender.appendBoolean(isNew ?? true)
    for (const field of fields) {
      const value = told[field] ?? ''
      if (value === '') appender.appendNull()
      else appender.appendVarchar(value)
    }
    appender.endRow()
    if (++count % CHUNK === 0) appender.flushSync()
  }
  appender.closeSync()
}

/** A value of several members, and several columns of one source, travel as one text; no text holds these signs. */
const [BETWEEN_COLUMNS, BETWEEN_MEMBERS] = ['\u001F', '\u001E']

interface Source {
  /** SQL of the source in `raw`, NULL when nothing is told. */
  readonly sql: string
  readonly columns: readonly { readonly name: string; readonly spec: LinkColumn }[]
}

/** Makes `records` out of `raw`, and takes `raw` away. */
export async function standardiseRecords(db: Duckdb, model: LinkageModel): Promise<number> {
  await refuseBadIds(db)
  await db.connection.run(`CREATE TABLE ranked AS
    SELECT rowid AS row, (row_number() OVER (ORDER BY md5(id), id) - 1)::INTEGER AS n FROM raw`)
  const sources = sourcesOf(model)
  const parts: string[] = []
  for (const [at, source] of sources.entries()) parts.push(await standardisedSql(db, at, source))
  const columns = sources.flatMap(({ columns: made }, at) =>
    made.map(({ name, spec }, index) => `${partSql(`s${at}`, index, isList(spec))} AS ${name}`),
  )
  await db.connection.run(`CREATE TABLE records AS
    SELECT n, id, is_new, ${columns.join(', ')}
    FROM (SELECT raw.*, n, ${parts.map((sql, at) => `${sql} AS s${at}`).join(', ')}
          FROM raw JOIN ranked ON raw.rowid = ranked.row ${sources.map((source, at) => joinSql(source, at, parts[at]?.startsWith('dictionary') ?? false)).join(' ')})`)
  for (const table of ['raw', 'ranked', ...sources.map((_, at) => `dictionary${at}`)])
    await db.connection.run(`DROP TABLE IF EXISTS ${table}`)
  return db.number('SELECT count(*) FROM records')
}

async function refuseBadIds(db: Duckdb): Promise<void> {
  const empty = await db.number("SELECT count(*) FROM raw WHERE coalesce(id, '') = ''")
  if (empty > 0) throw new UsageError(`Có ${empty} dòng không có mã định danh. Chọn cột --id có giá trị ở mọi dòng.`)
  const twice = await db.number('SELECT count(*) - count(DISTINCT id) FROM raw')
  if (twice > 0)
    throw new UsageError(`Có ${twice} dòng trùng mã định danh. Chọn cột --id có giá trị khác nhau ở mọi dòng.`)
}

/** Columns made from the same headers are made together, in one pass over the distinct values. */
function sourcesOf(model: LinkageModel): Source[] {
  const fields = fieldsOf(model)
  const name = columnNames(model)
  const isToneColumn = new Set(toneColumns(model))
  const keyOf = ({ from }: LinkColumn) => JSON.stringify([from].flat())
  const keys = new Set(Object.values(model.columns).map(keyOf))
  return [...keys].map((key) => {
    const entries = Object.entries(model.columns).filter(([, column]) => keyOf(column) === key)
    const from = [entries[0]?.[1].from ?? []].flat().map((field) => `f${fields.indexOf(field)}`)
    const columns = entries.flatMap(([column, spec]) => {
      const folded: LinkColumn = { ...spec, as: [...spec.as, 'fold'] }
      const made = { name: name(column), spec }
      return isToneColumn.has(column) ? [made, { name: `${made.name}_folded`, spec: folded }] : [made]
    })
    return { sql: from.length === 1 ? (from[0] ?? '') : `nullif(concat_ws(' ', ${from.join(', ')}), '')`, columns }
  })
}

/** Values that repeat go through a dictionary; where most differ, as numbers do, it would cost more than it saves. */
async function standardisedSql(db: Duckdb, at: number, { sql, columns }: Source): Promise<string> {
  const standardise = standardiserOf(columns.map(({ spec }) => spec))
  registerFunction(db.connection, {
    name: `standard${at}`,
    parameters: [VARCHAR],
    returns: VARCHAR,
    call: (raw) =>
      standardise(raw.replaceAll(BETWEEN_COLUMNS, ' ').replaceAll(BETWEEN_MEMBERS, ' '))
        .map((members) => members.join(BETWEEN_MEMBERS))
        .join(BETWEEN_COLUMNS),
  })
  const [distinct, all] =
    (await db.rows(`SELECT approx_count_distinct(${sql}), count(*) FROM raw`))[0]?.map(Number) ?? []
  const repeats = (distinct ?? 0) * 2 < (all ?? 0)
  if (!repeats) return `standard${at}(${sql})`
  await db.connection.run(`CREATE TABLE dictionary${at} AS
    SELECT value, standard${at}(value) AS standard FROM (SELECT DISTINCT ${sql} AS value FROM raw) WHERE value IS NOT NULL`)
  return `dictionary${at}.standard`
}

const joinSql = ({ sql }: Source, at: number, isDictionary: boolean) =>
  isDictionary ? `LEFT JOIN dictionary${at} ON dictionary${at}.value = ${sql}` : ''

function partSql(text: string, index: number, asList: boolean): string {
  const part = `nullif(split_part(${text}, '${BETWEEN_COLUMNS}', ${index + 1}), '')`
  return asList ? `string_split(${part}, '${BETWEEN_MEMBERS}')` : part
}
