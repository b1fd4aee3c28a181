// Other systems that may read, by the hash of their token. Taking a right away keeps the row: the log names it.
import { ApiClient } from '../../schemas/index.ts'
import type { Database } from './database.ts'
import { fromRow, fromRows } from './records.ts'

const kept = { shape: ApiClient }

export async function keepApiClient(database: Database, client: ApiClient, tokenHash: string): Promise<void> {
  const row = { tokenHash, body: { ...client } }
  await database.apiClient.upsert({
    where: { client: client.client },
    create: { client: client.client, ...row },
    update: row,
  })
}

/** False when there is none of that name. */
export async function disableApiClient(database: Database, client: string): Promise<boolean> {
  const row = await database.apiClient.findUnique({ where: { client } })
  if (row === null) return false
  await database.apiClient.update({ where: { client }, data: { body: { ...fromRow(kept, row), isDisabled: true } } })
  return true
}

export async function apiClients(database: Database): Promise<ApiClient[]> {
  return fromRows(kept, await database.apiClient.findMany({ orderBy: { client: 'asc' } }))
}

export async function apiClientBy(database: Database, tokenHash: string): Promise<ApiClient | undefined> {
  const row = await database.apiClient.findUnique({ where: { tokenHash } })
  if (row === null) return undefined
  const client = fromRow(kept, row)
  return client.isDisabled ? undefined : client
}
