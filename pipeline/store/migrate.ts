// Brings a database to the shape this program knows, without the prisma command line, and records it as that would.
import { randomUUID } from 'node:crypto'
import { Client, DatabaseError, escapeIdentifier } from 'pg'
import { EnvironmentError } from '../core/errors.ts'
import { sha256 } from '../core/id.ts'

export interface Migration {
  readonly name: string
  readonly sql: string
}

/** The advisory lock that Prisma Migrate itself takes on PostgreSQL. */
const migrateLock = 72_707_369

const ledger = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`

export async function migrate(url: string, migrations: readonly Migration[]): Promise<void> {
  await ensureDatabase(url)
  await withClient(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [migrateLock])
    await client.query(ledger)
    const { rows } = await client.query<{ migration_name: string; checksum: string }>(
      'SELECT migration_name, checksum FROM "_prisma_migrations" WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL',
    )
    refuseNewer(rows, migrations)
    const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]))
    for (const migration of migrations) await apply(client, migration, applied.get(migration.name))
  })
}

async function apply(client: Client, { name, sql }: Migration, applied: string | undefined): Promise<void> {
  const checksum = sha256(sql)
  if (applied === checksum) return
  if (applied !== undefined)
    throw new EnvironmentError(`Bước nâng cấp ${name} đã bị sửa sau khi áp dụng. Hãy cài lại đúng bản chương trình.`)
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      'INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, applied_steps_count) VALUES ($1, $2, now(), $3, 1)',
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK')
    throw new EnvironmentError(
      `Không nâng cấp được cơ sở dữ liệu (${name}). Dữ liệu chưa bị thay đổi; hãy kiểm tra quyền của tài khoản và dung lượng đĩa.`,
      { cause },
    )
  }
}

function refuseNewer(rows: readonly { migration_name: string }[], migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ name }) => name))
  const unknown = rows.find((row) => !known.has(row.migration_name))
  if (unknown) {
    throw new EnvironmentError(
      `Cơ sở dữ liệu do một bản chương trình mới hơn tạo ra (${unknown.migration_name}). Hãy dùng bản chương trình mới đó.`,
    )
  }
}

/** Makes the database if it is missing, and checks that it can keep Vietnamese. */
async function ensureDatabase(url: string): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1))
  const isThere = await withClient(url, check).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === '3D000') return false
      throw error
    },
  )
  if (isThere) return
  const admin = new URL(url)
  admin.pathname = '/postgres'
  await withClient(admin.toString(), async (client) => {
    await client
      .query(`CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE template0 ENCODING 'UTF8'`)
      .catch((error: unknown) => {
        // Another process made it in the same moment.
        if (codeOf(error) !== '42P04' && codeOf(error) !== '23505') throw error
      })
  })
  await withClient(url, check)
}

async function check(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string }>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding`,
  )
  const [server] = rows
  if (server && server.version >= 150_000 && server.encoding === 'UTF8') return
  throw new EnvironmentError(
    'Máy chủ PostgreSQL phải từ bản 15 và cơ sở dữ liệu phải dùng mã UTF8. Hãy nâng cấp máy chủ, hoặc bỏ DATABASE_URL để dùng bản kèm theo.',
  )
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 15_000 }).on('error', () => undefined)
  try {
    await client.connect()
  } catch (cause) {
    await client.end().catch(() => undefined)
    if (codeOf(cause) === '3D000') throw cause
    throw new EnvironmentError(
      'Không kết nối được cơ sở dữ liệu. Hãy kiểm tra DATABASE_URL, tài khoản và máy chủ PostgreSQL.',
      { cause },
    )
  }
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

const codeOf = (error: unknown) => (error instanceof DatabaseError ? error.code : undefined)
