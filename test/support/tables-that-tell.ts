// Which tables of a database would tell a value to anybody who may read them.
import { Client } from 'pg'

export async function tablesThatTell(url: string, isTold: (bytes: Buffer) => boolean): Promise<string[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') ORDER BY 1`,
    )
    const telling: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query(`SELECT t::text FROM ${name} t`)
      if (isTold(Buffer.from(JSON.stringify(rows)))) telling.push(name)
    }
    return telling
  } finally {
    await client.end()
  }
}
