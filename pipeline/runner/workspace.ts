// Opens a workspace for a command: its database, embedded or a server, brought up to date.
import { migrationFiles } from '../adapters/migration-files.ts'
import { type EmbeddedPostgres, embeddedPostgres } from '../adapters/postgres.ts'
import { keyPlace, makeKey, readKey } from '../adapters/workspace-key.ts'
import type { Config } from '../core/config.ts'
import { openStore, type Store } from '../store/database.ts'
import type { WorkspaceKeys } from '../store/vault.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** The server as it is; the embedded one stops when the last command that uses it is disposed of. */
export async function openServer(config: Config, environment: Environment): Promise<EmbeddedPostgres> {
  if (config.databaseUrl === undefined) return embeddedPostgres(config.workspace, environment)
  return { url: config.databaseUrl, [Symbol.asyncDispose]: () => Promise.resolve() }
}

export async function openWorkspace(config: Config, environment: Environment): Promise<Store> {
  const migrations = await migrationFiles()
  const server = await openServer(config, environment)
  try {
    const store = await openStore(server.url, migrations, workspaceKeys(environment))
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

export function workspaceKeys(environment: Environment): WorkspaceKeys {
  const place = keyPlace(environment)
  return (fingerprint) => (fingerprint === undefined ? makeKey(place) : readKey(place, fingerprint))
}
