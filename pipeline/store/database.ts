// Opens the database, brings it up to date, closes it. Where it runs is decided by the caller.
import { PrismaPg } from '@prisma/adapter-pg'
import { Client } from 'pg'
import { EnvironmentError } from '../core/errors.ts'
import { PrismaClient, type Prisma } from './generated/client.ts'
import { type Migration, migrate } from './migrate.ts'
import { sealedAdapter } from './sealed-adapter.ts'
import { openVault, type Vault, type WorkspaceKeys } from './vault.ts'

/** What queries run on: the database itself, or one transaction of it. */
export type Database = Prisma.TransactionClient

export interface Store extends AsyncDisposable {
  readonly database: PrismaClient
  /** For connections of their own: a worker's presence, the queue. */
  readonly url: string
  /** The keys of the dossiers: rows go through it unasked. */
  readonly vault: Vault
  /** One run at a time; a second one is told so. The server gives the turn back by itself if we die. */
  runAlone<T>(work: () => Promise<T>): Promise<T>
  /** Beside workers and others that only add work, never beside a run. */
  runBeside<T>(work: () => Promise<T>): Promise<T>
}

/** Any number of our own; told apart from the locks of the launcher and of Prisma Migrate. */
export const runLock = 7_465_727

/** Prisma's own limits (2 s, 5 s) are short for a busy PC; the register's transaction writes all pairs and persons. */
const transactionOptions = { maxWait: 30_000, timeout: 600_000 }

export async function openStore(
  url: string,
  migrations: readonly Migration[],
  workspaceKeys: WorkspaceKeys,
): Promise<Store> {
  await migrate(url, migrations)
  const vault = await openVault(url, workspaceKeys)
  const adapter = sealedAdapter(new PrismaPg({ connectionString: url, max: 10 }), vault)
  const database = new PrismaClient({ adapter, transactionOptions })
  return {
    database,
    vault,
    url,
    ...turns(url),
    [Symbol.asyncDispose]: async () => {
      await database.$disconnect()
      await vault[Symbol.asyncDispose]()
    },
  }
}

const turns = (url: string): Pick<Store, 'runAlone' | 'runBeside'> => ({
  runAlone: (work) => inTurn(url, 'pg_try_advisory_lock', work),
  runBeside: (work) => inTurn(url, 'pg_try_advisory_lock_shared', work),
})

async function inTurn<T>(
  url: string,
  ask: 'pg_try_advisory_lock' | 'pg_try_advisory_lock_shared',
  work: () => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: url }).on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<{ got: boolean }>(`SELECT ${ask}($1) AS got`, [runLock])
    if (rows[0]?.got) return await work()
  } finally {
    await client.end()
  }
  throw new EnvironmentError(
    'Một lệnh khác hoặc một máy xử lý (hoso worker) đang chạy các công đoạn trên thư mục làm việc này. Hãy đợi nó xong (xem `hoso status`), rồi chạy lại.',
  )
}
