// All tables as streams, out of one moment of the database and into an empty one: what backup and restore are made of. Plain
// COPY, so that it works from the embedded server to any other, and without the programs of PostgreSQL.
import { Client, escapeIdentifier as quoted } from 'pg'
import { type CopyToStreamQuery, from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { Writable } from 'node:stream'
import type { Counter } from '../../schemas/index.ts'
import { EnvironmentError } from '../core/errors.ts'
import { runLock } from './database.ts'

/** A table, its columns, and the order that makes equal content equal bytes on every server. */
export interface CopiedTable {
  readonly table: string
  readonly columns: readonly string[]
  readonly order: string
}

export interface Snapshot {
  readonly tables: readonly CopiedTable[]
  readonly counters: readonly Counter[]
  readonly migrations: readonly { readonly name: string; readonly sha256: string }[]
  rows(table: CopiedTable): CopyToStreamQuery
}

/** The same text for the same value, whatever the server is set to. */
const settings = `SET TIME ZONE 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET extra_float_digits = 1;
  SET bytea_output = 'hex'; SET search_path = public`

/** Everything as it stood in one moment; others go on writing meanwhile. */
export function readSnapshot<T>(url: string, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  return withClient(url, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const tables = await tablesOf(client)
    const { rows: migrations } = await client.query<{ name: string; sha256: string }>(
      `SELECT migration_name AS name, checksum AS sha256 FROM "_prisma_migrations"
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`,
    )
    return work({ tables, migrations, counters: await countersOf(client), rows: (table) => copyOut(client, table) })
  })
}

export interface EmptyTables {
  /** Of the tables as they are here. */
  readonly tables: readonly CopiedTable[]
  isEmpty(): Promise<boolean>
  fill(table: string, columns: readonly string[]): Writable
  rows(table: CopiedTable): CopyToStreamQuery
  count(counters: readonly Counter[]): Promise<void>
}

/** All of the work is kept, or nothing of it. No trigger fires: the rows they would write come with the others. */
export function fillTables<T>(url: string, work: (tables: EmptyTables) => Promise<T>): Promise<T> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [runLock])
    if (rows[0]?.got !== true)
      throw new EnvironmentError(
        'Một lệnh khác đang chạy trên cơ sở dữ liệu này. Hãy đợi nó xong (xem `hoso status`), rồi chạy lại.',
      )
    await client.query('BEGIN')
    const tables = await tablesOf(client)
    await switchTriggers(client, tables, 'DISABLE')
    const done = await work({
      tables,
      isEmpty: () => areEmpty(client, tables),
      fill: (table, columns) =>
        client.query(copyFrom(`COPY ${quoted(table)} (${columns.map(quoted).join(', ')}) FROM STDIN`)),
      rows: (table) => copyOut(client, table),
      count: (counters) => setCounters(client, counters),
    })
    await switchTriggers(client, tables, 'ENABLE')
    await client.query('COMMIT')
    return done
  })
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 15_000 }).on('error', () => undefined)
  await client.connect()
  try {
    await client.query(settings)
    return await work(client)
  } finally {
    await client.end()
  }
}

const copyOut = (client: Client, { table, columns, order }: CopiedTable): CopyToStreamQuery =>
  client.query(
    copyTo(`COPY (SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(table)} ORDER BY ${order}) TO STDOUT`),
  )

/** Every table after the ones it refers to. */
async function tablesOf(client: Client): Promise<CopiedTable[]> {
  const { rows } = await client.query<{ table: string; columns: string[]; order: string; needs: string[] }>(`
    SELECT c.relname AS table,
      (SELECT json_agg(a.attname ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
      (SELECT string_agg(quote_ident(a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END, ', ' ORDER BY k.place)
        FROM pg_index i, unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, place), pg_attribute a
        WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid AND a.attnum = k.attnum) AS order,
      (SELECT coalesce(json_agg(f.relname), '[]') FROM pg_constraint o JOIN pg_class f ON f.oid = o.confrelid
        WHERE o.conrelid = c.oid AND o.contype = 'f' AND o.confrelid <> c.oid) AS needs
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
    ORDER BY c.relname COLLATE "C"`)
  const placed: typeof rows = []
  const isPlaced = (name: string) => placed.some(({ table }) => table === name)
  while (placed.length < rows.length) {
    const next = rows.find(({ table, needs }) => !isPlaced(table) && needs.every(isPlaced))
    if (next === undefined) throw new Error('tables refer to each other in a ring')
    placed.push(next)
  }
  return placed.map(({ table, columns, order }) => ({ table, columns, order }))
}

async function countersOf(client: Client): Promise<Counter[]> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(sequences)
  const counters: Counter[] = []
  for (const { table, column, sequence } of rows) {
    const { rows: found } = await client.query<{ value: string }>(
      `SELECT CASE WHEN is_called THEN last_value ELSE 0 END::text AS value FROM ${sequence}`,
    )
    counters.push({ table, column, value: found[0]?.value ?? '0' })
  }
  return counters
}

const sequences = `
  SELECT c.relname AS table, a.attname AS column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) AS sequence
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
    AND pg_get_serial_sequence(quote_ident(c.relname), a.attname) IS NOT NULL
  ORDER BY c.relname COLLATE "C", a.attname COLLATE "C"`

async function setCounters(client: Client, counters: readonly Counter[]): Promise<void> {
  for (const { table, column, value } of counters)
    await client.query('SELECT setval(pg_get_serial_sequence($1, $2), greatest($3::bigint, 1), $3::bigint > 0)', [
      quoted(table),
      column,
      value,
    ])
}

async function areEmpty(client: Client, tables: readonly CopiedTable[]): Promise<boolean> {
  const some = tables.map(({ table }) => `EXISTS (SELECT 1 FROM ${quoted(table)})`).join(' OR ')
  const { rows } = await client.query<{ some: boolean }>(`SELECT ${some} AS some`)
  return rows[0]?.some === false
}

async function switchTriggers(client: Client, tables: readonly CopiedTable[], how: 'DISABLE' | 'ENABLE') {
  for (const { table } of tables) await client.query(`ALTER TABLE ${quoted(table)} ${how} TRIGGER USER`)
}
