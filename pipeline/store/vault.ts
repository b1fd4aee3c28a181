// The data keys of dossiers: made when first asked for, wrapped by the workspace key, gone when destroyed. On connections of its
// own: a key must be kept even where the transaction that first needed it is not.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { Pool } from 'pg'
import { EnvironmentError } from '../core/errors.ts'
import { type WordKey, wordKey } from './sealed-words.ts'

export interface WorkspaceKey {
  readonly fingerprint: string
  readonly key: Buffer
}

/** Gives the key of that fingerprint, or a new one where there is none yet; kept safe before it is given. */
export type WorkspaceKeys = (fingerprint: string | undefined) => Promise<WorkspaceKey>

export interface Vault extends AsyncDisposable {
  readonly fingerprint: string
  /** Makes the key if there is none; of a destroyed dossier there never is one again. */
  dataKey(keyId: string): Promise<Buffer>
  /** Undefined where it was destroyed or never was. */
  knownKey(keyId: string): Promise<Buffer | undefined>
  /** By the ids joined with `+`. */
  wordKeys(ids: Iterable<string>): Promise<ReadonlyMap<string, WordKey>>
  isDestroyed(keyId: string): Promise<boolean>
  destroy(keyId: string, said: Readonly<Record<string, string>>): Promise<void>
  /** Wraps all keys anew by another workspace key. */
  rewrap(next: WorkspaceKey): Promise<number>
}

const nonceBytes = 12
const tagBytes = 16

function wrap(key: Uint8Array, by: Buffer, keyId: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', by, nonce).setAAD(Buffer.from(keyId, 'utf8'))
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()])
}

function unwrap(wrapped: Buffer, by: Buffer, keyId: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', by, wrapped.subarray(0, nonceBytes))
  decipher.setAAD(Buffer.from(keyId, 'utf8')).setAuthTag(wrapped.subarray(wrapped.length - tagBytes))
  try {
    return Buffer.concat([decipher.update(wrapped.subarray(nonceBytes, wrapped.length - tagBytes)), decipher.final()])
  } catch (cause) {
    throw new EnvironmentError(
      'Khóa của một hồ sơ trong cơ sở dữ liệu không mở được bằng khóa kho. Hãy kiểm tra tệp khóa (HOSO_KEY_FOLDER) hoặc phục hồi từ bản sao lưu.',
      { cause },
    )
  }
}

export async function openVault(url: string, keys: WorkspaceKeys): Promise<Vault> {
  const pool = new Pool({ connectionString: url, max: 2 }).on('error', () => undefined)
  try {
    return vaultOn(pool, await workspaceKeyOf(pool, keys))
  } catch (error) {
    await pool.end()
    throw error
  }
}

/** The key file first, then the row: a power cut between leaves a key that nobody needs, never a need without a key. */
async function workspaceKeyOf(pool: Pool, keys: WorkspaceKeys): Promise<WorkspaceKey> {
  const read = async () =>
    (await pool.query<{ fingerprint: string }>('SELECT "fingerprint" FROM "WorkspaceKey"')).rows[0]?.fingerprint
  const known = await read()
  if (known !== undefined) return keys(known)
  const made = await keys(undefined)
  await pool.query('INSERT INTO "WorkspaceKey" ("fingerprint") VALUES ($1) ON CONFLICT DO NOTHING', [made.fingerprint])
  const kept = await read()
  return kept === made.fingerprint ? made : keys(kept)
}

type Row = { keyId: string; wrapped: Buffer | null }

function vaultOn(pool: Pool, { fingerprint, key: workspaceKey }: WorkspaceKey): Vault {
  const opened = openedKeys(pool, workspaceKey)
  const joined = new Map<string, WordKey>()
  return {
    fingerprint,
    knownKey: async (keyId) => (await opened.load([keyId])).get(keyId),
    dataKey: async (keyId) => {
      const key = (await opened.load([keyId])).get(keyId) ?? (await opened.make(keyId))
      if (key !== undefined) return key
      throw new EnvironmentError('Hồ sơ này đã bị hủy (hoso destroy). Không ghi thêm được gì vào nó.')
    },
    wordKeys: async (all) => {
      const wanted = [...new Set(all)].filter((ids) => !joined.has(ids))
      const found = await opened.load([...new Set(wanted.flatMap((ids) => ids.split('+')))])
      for (const ids of wanted) {
        const keys = ids.split('+').flatMap((id) => found.get(id) ?? [])
        if (keys.length === ids.split('+').length) joined.set(ids, wordKey(keys))
      }
      return joined
    },
    isDestroyed: async (keyId) =>
      (await pool.query('SELECT 1 FROM "DossierKey" WHERE "keyId" = $1 AND "wrapped" IS NULL', [keyId])).rows.length >
      0,
    destroy: async (keyId, said) => {
      await pool.query(
        `INSERT INTO "DossierKey" ("keyId", "destroyed") VALUES ($1, $2)
         ON CONFLICT ("keyId") DO UPDATE SET "wrapped" = NULL, "destroyed" = $2`,
        [keyId, said],
      )
      opened.forget(keyId)
      joined.clear()
    },
    rewrap: (next) => rewrap(pool, workspaceKey, next),
    [Symbol.asyncDispose]: () => pool.end(),
  }
}

/** Keys once opened stay in memory: thirty-two bytes a dossier. */
function openedKeys(pool: Pool, workspaceKey: Buffer) {
  const opened = new Map<string, Buffer>()
  const load = async (ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> => {
    const missing = ids.filter((id) => !opened.has(id))
    if (missing.length === 0) return opened
    const { rows } = await pool.query<Row>('SELECT * FROM "DossierKey" WHERE "keyId" = ANY($1)', [missing])
    for (const { keyId, wrapped } of rows) if (wrapped !== null) opened.set(keyId, unwrap(wrapped, workspaceKey, keyId))
    return opened
  }
  return {
    load,
    make: async (keyId: string) => {
      const wrapped = wrap(randomBytes(32), workspaceKey, keyId)
      const insert = 'INSERT INTO "DossierKey" ("keyId", "wrapped") VALUES ($1, $2) ON CONFLICT DO NOTHING'
      await pool.query(insert, [keyId, wrapped])
      return (await load([keyId])).get(keyId)
    },
    forget: (keyId: string) => opened.delete(keyId),
  }
}

/** All of them or none; destroyed ones are not among them, and what the disk still holds of them the old key no longer opens. */
async function rewrap(pool: Pool, from: Buffer, next: WorkspaceKey): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('LOCK TABLE "DossierKey" IN EXCLUSIVE MODE')
    const { rows } = await client.query<Row>('SELECT * FROM "DossierKey" WHERE "wrapped" IS NOT NULL')
    for (const { keyId, wrapped } of rows) {
      if (wrapped === null) continue
      const again = wrap(unwrap(wrapped, from, keyId), next.key, keyId)
      await client.query('UPDATE "DossierKey" SET "wrapped" = $2 WHERE "keyId" = $1', [keyId, again])
    }
    await client.query('UPDATE "WorkspaceKey" SET "fingerprint" = $1', [next.fingerprint])
    await client.query('COMMIT')
    return rows.length
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}
