// How far a run is, seen from outside: the number of rows in its ledger, through a connection of our own; and how to make it
// wait inside a transaction, by holding a lock on a table it is about to write to.
import { join } from 'node:path'
import { Client } from 'pg'
import { readConnection } from '../../pipeline/adapters/postgres-cluster.ts'

export interface Ledger {
  /** Undefined while there is no database to ask. */
  readonly rows: () => Promise<number | undefined>
  readonly end: () => Promise<void>
}

export function openLedger(workspace: string): Ledger {
  let client: Client | undefined
  const close = async () => {
    const last = client
    client = undefined
    await last?.end().catch(() => undefined)
  }
  return {
    rows: async () => {
      try {
        client ??= await connect(workspace)
        const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM "StageRun"')
        return rows[0]?.count
      } catch {
        await close()
        return undefined
      }
    },
    end: close,
  }
}

/** Somebody else's work must never hang on us: a question that waits is given up. */
async function connect(workspace: string, database = 'hoso'): Promise<Client> {
  const connection = await readConnection(join(workspace, 'pgdata'))
  if (!connection) throw new Error('no database yet')
  const { user, password, port } = connection
  const client = new Client({ user, password, port, host: '127.0.0.1', database, query_timeout: 5000 })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

export interface Block {
  /** True as soon as somebody waits for the lock. */
  readonly isFelt: () => Promise<boolean>
  readonly release: () => Promise<void>
}

/** Reads go on, the next write waits: whoever writes is then in the middle of a transaction. */
export async function blockTable(workspace: string, table: string): Promise<Block> {
  return blockBy(workspace, `LOCK TABLE "${table}" IN SHARE MODE`)
}

/** A table of this name that is never committed: a migration that makes one waits for our end. */
export async function blockMigration(workspace: string, table: string): Promise<Block> {
  const admin = await connect(workspace, 'postgres')
  await admin.query(`CREATE DATABASE hoso TEMPLATE template0 ENCODING 'UTF8'`)
  await admin.end()
  return blockBy(workspace, `CREATE TABLE "${table}" (id int)`)
}

async function blockBy(workspace: string, sql: string): Promise<Block> {
  const client = await connect(workspace)
  await client.query('BEGIN')
  await client.query(sql)
  return {
    isFelt: async () => {
      const { rows } = await client.query<{ waiting: number }>(
        `SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))`,
      )
      return (rows[0]?.waiting ?? 0) > 0
    },
    release: async () => {
      await client.query('ROLLBACK').catch(() => undefined)
      await client.end().catch(() => undefined)
    },
  }
}
