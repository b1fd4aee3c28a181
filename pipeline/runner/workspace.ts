// Opens a workspace for a command: its database, embedded or a server, brought up to date.
import { migrationFiles } from '../adapters/migration-files.ts'
import { embeddedPostgres } from '../adapters/postgres.ts'
import type { Config } from '../core/config.ts'
import { openStore, type Store } from '../store/database.ts'

/** The embedded server stops when the last command that uses it is disposed of. */
export async function openWorkspace(
  config: Config,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Store> {
  const migrations = await migrationFiles()
  if (config.databaseUrl !== undefined) return openStore(config.databaseUrl, migrations)
  const server = await embeddedPostgres(config.workspace, environment)
  try {
    const store = await openStore(server.url, migrations)
    return {
      ...store,
      [Symbol.asyncDispose]: async () => {
        await store[Symbol.asyncDispose]()
        await server[Symbol.asyncDispose]()
      },
    }
  } catch (error) {
    await server[Symbol.asyncDispose]()
    throw error
  }
}
