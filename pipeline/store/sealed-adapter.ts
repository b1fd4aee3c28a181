// The door of the database: marks become sealed words on the way in, sealed words are opened on the way out, in whatever
// statement they stand. Nothing above it knows of keys.
import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlResultSet,
  Transaction,
} from '@prisma/driver-adapter-utils'
import { hasMarks, keyIdOf, mapStrings, markIn } from '../core/sealing.ts'
import { idsIn, openWords, sealWord } from './sealed-words.ts'
import type { Vault } from './vault.ts'

const jsonColumn = 11

interface Asked {
  queryRaw(query: SqlQuery): Promise<SqlResultSet>
  executeRaw(query: SqlQuery): Promise<number>
}

export function sealedAdapter(inner: SqlDriverAdapterFactory, vault: Vault): SqlDriverAdapterFactory {
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    connect: async () => around(await inner.connect(), vault),
  }
}

function around(adapter: SqlDriverAdapter, vault: Vault): SqlDriverAdapter {
  const own = {
    ...guarded(adapter, vault),
    startTransaction: async (level?: Parameters<SqlDriverAdapter['startTransaction']>[0]) => {
      const transaction = await adapter.startTransaction(level)
      return instead<Transaction>(transaction, guarded(transaction, vault))
    },
  }
  return instead(adapter, own)
}

function guarded(inner: Asked, vault: Vault): Asked {
  return {
    queryRaw: async (query) => opened(await inner.queryRaw(await sealed(query, inner, vault)), vault),
    executeRaw: async (query) => inner.executeRaw(await sealed(query, inner, vault)),
  }
}

/** The same object, with some of its methods replaced. */
function instead<T extends object>(object: T, own: object): T {
  return new Proxy(object, {
    get: (target, name): unknown => {
      const replaced: unknown = Reflect.get(own, name)
      if (replaced !== undefined) return replaced
      const found: unknown = Reflect.get(target, name)
      return typeof found === 'function' ? (...given: unknown[]): unknown => Reflect.apply(found, target, given) : found
    },
  })
}

async function sealed(query: SqlQuery, inner: Asked, vault: Vault): Promise<SqlQuery> {
  if (!query.args.some((arg) => typeof arg === 'string' && hasMarks(arg))) return query
  const known = new Map<string, string>()
  const args = []
  for (const arg of query.args)
    args.push(typeof arg === 'string' && hasMarks(arg) ? await sealedJson(arg, { inner, vault, known }) : arg)
  return { ...query, args }
}

interface Place {
  readonly inner: Asked
  readonly vault: Vault
  /** Key ids by owners, for the time of a statement. */
  readonly known: Map<string, string>
}

async function sealedJson(text: string, place: Place): Promise<string> {
  const json: unknown = jsonOf(text)
  if (json === undefined) return text
  const owners = new Set<string>()
  mapStrings(json, (each) => {
    const mark = markIn(each)
    if (mark !== undefined) owners.add(mark.owners.join('\n'))
    return each
  })
  for (const each of owners) if (!place.known.has(each)) place.known.set(each, await idsOf(each.split('\n'), place))
  const keys = await place.vault.wordKeys(place.known.values())
  const changed = mapStrings(json, (each) => {
    const mark = markIn(each)
    const ids = mark === undefined ? undefined : place.known.get(mark.owners.join('\n'))
    const key = ids === undefined ? undefined : keys.get(ids)
    if (mark === undefined || ids === undefined) return each
    if (key === undefined) throw new Error('a row without its key')
    return sealWord(mark.leaf, ids, key)
  })
  return JSON.stringify(changed)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function idsOf(owners: readonly string[], place: Place): Promise<string> {
  const dossiers = new Set<string>()
  for (const owner of owners) for (const dossier of await dossiersOf(owner, place.inner)) dossiers.add(dossier)
  const ids = [...new Set([...dossiers].map(keyIdOf))].sort()
  for (const id of ids) await place.vault.dataKey(id)
  return ids.join('+')
}

/** Asked inside the same transaction, where they may just have been written. */
async function dossiersOf(owner: string, inner: Asked): Promise<string[]> {
  const at = owner.indexOf(' ')
  const [kind, id] = [owner.slice(0, at), owner.slice(at + 1)]
  if (kind === 'dossier') return [id]
  if (kind === 'page') return [await longestDossier(id, inner)]
  if (kind === 'document') return [await longestDossier(id.slice(id.indexOf('@') + 1), inner, id)]
  const found = kind === 'sample' ? await ask(inner, sampled, id) : await ask(inner, members, id)
  return found.length > 0 ? found : [id]
}

const members = `SELECT "dossier" FROM "Dossier" WHERE "dossier" = $1
  UNION SELECT "dossier" FROM "CurrentMember" WHERE "personId" = $1`
const sampled = 'SELECT "dossier" FROM "SampledValue" WHERE "sampleId" = $1'

/** Page ids begin with their dossier and a `/`; a dossier's own name may hold one too. */
async function longestDossier(pageId: string, inner: Asked, documentId?: string): Promise<string> {
  const parts = (documentId ?? pageId).split('/')
  const heads = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
  // "dossier@dossier/…": a document is named by its dossier and its first page.
  const names = documentId === undefined ? heads : heads.map((head) => head.slice(0, (head.length - 1) / 2))
  const [found] = await ask(
    inner,
    'SELECT "dossier" FROM "Dossier" WHERE "dossier" = ANY($1) ORDER BY length("dossier") DESC LIMIT 1',
    names,
  )
  return found ?? names[0] ?? pageId
}

async function ask(inner: Asked, sql: string, arg: string | string[]): Promise<string[]> {
  const arity = typeof arg === 'string' ? 'scalar' : 'list'
  const { rows } = await inner.queryRaw({ sql, args: [arg], argTypes: [{ scalarType: 'string', arity }] })
  return rows.map(([dossier]) => String(dossier))
}

async function opened(result: SqlResultSet, vault: Vault): Promise<SqlResultSet> {
  const ids = new Set<string>()
  for (const row of result.rows)
    for (const cell of row)
      if (typeof cell === 'string' && cell.includes('§')) for (const id of idsIn(cell)) ids.add(id)
  if (ids.size === 0) return result
  const keys = await vault.wordKeys(ids)
  const rows = result.rows.map((row) =>
    row.map((cell, index) =>
      typeof cell === 'string' && cell.includes('§')
        ? openWords(cell, result.columnTypes[index] === jsonColumn, (each) => keys.get(each))
        : cell,
    ),
  )
  return { ...result, rows }
}
