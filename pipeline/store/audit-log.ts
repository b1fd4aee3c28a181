// The audit log: entries chained by a keyed hash, only ever added. Ids, counts, codes and hashes; never a value of a person.
import { createHmac } from 'node:crypto'
import { AuditEntry, type AuditFacts } from '../../schemas/index.ts'
import { canonicalJson } from '../core/id.ts'
import type { Database } from './database.ts'
import { checkedBy } from './records.ts'

/** One entry at a time: each is chained to the last. Told apart from the locks of runs and identities. */
const auditLock = 7_465_729
export const chainStart = '0'.repeat(64)

export interface Event {
  readonly at: Date
  readonly account: string
  readonly action: string
  readonly subject: string
  readonly facts: AuditFacts
}

/** `key` is kept outside the database: who holds only the database cannot write a chain that fits. */
export const entryHash = (entry: Omit<AuditEntry, 'hash'>, key: Uint8Array): string =>
  createHmac('sha256', key).update(canonicalJson(entry)).digest('hex')

/** Inside the transaction of what it tells of, so that neither is without the other. */
export async function appendEntry(transaction: Database, event: Event, key: Uint8Array): Promise<AuditEntry> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${auditLock}::bigint)`
  const last = await lastEntry(transaction)
  const { at, account, action, subject, facts } = event
  const said = {
    sequence: (last?.sequence ?? 0) + 1,
    at: at.toISOString(),
    account,
    action,
    subject,
    facts,
    previous: last?.hash ?? chainStart,
  }
  const entry = checkedBy(AuditEntry, { ...said, hash: entryHash(said, key) }, 'nhật ký')
  await transaction.auditEntry.create({
    data: { sequence: entry.sequence, at, account, action, subject, body: { ...entry, facts: { ...facts } } },
  })
  return entry
}

export async function lastEntry(database: Database): Promise<AuditEntry | undefined> {
  const [row] = await database.auditEntry.findMany({ orderBy: { sequence: 'desc' }, take: 1 })
  return row === undefined ? undefined : entryOf(row)
}

const entryOf = (row: { body: unknown }) => checkedBy(AuditEntry, row.body, 'nhật ký')

export interface AuditFilter {
  readonly subject?: string | undefined
  readonly account?: string | undefined
  readonly before?: number | undefined
}

/** Newest first. */
export async function auditEntries(
  database: Database,
  { subject, account, before }: AuditFilter,
  take: number,
): Promise<AuditEntry[]> {
  const rows = await database.auditEntry.findMany({
    where: {
      ...(subject === undefined ? {} : { subject }),
      ...(account === undefined ? {} : { account }),
      ...(before === undefined ? {} : { sequence: { lt: before } }),
    },
    orderBy: { sequence: 'desc' },
    take,
  })
  return rows.map(entryOf)
}

export interface AuditRow {
  readonly sequence: number
  /** The columns as they stand beside the entry: they must say the same. */
  readonly columns: { readonly at: string; readonly account: string; readonly action: string; readonly subject: string }
  readonly body: unknown
}

const rowsAtOnce = 2000

/** All, oldest first, as they stand: nothing is checked here. */
export async function* auditRows(database: Database): AsyncGenerator<AuditRow> {
  for (let after = 0n; ;) {
    const rows = await database.auditEntry.findMany({
      where: { sequence: { gt: after } },
      orderBy: { sequence: 'asc' },
      take: rowsAtOnce,
    })
    for (const { sequence, at, account, action, subject, body } of rows)
      yield { sequence: Number(sequence), columns: { at: at.toISOString(), account, action, subject }, body }
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.sequence
  }
}

/** Whether that account was told to have done that to that subject since then. */
export async function hasDone(
  database: Database,
  event: { readonly account: string; readonly action: string; readonly subject: string; readonly since: Date },
): Promise<boolean> {
  const { account, action, subject, since } = event
  const found = await database.auditEntry.findFirst({
    where: { account, action, subject, at: { gte: since } },
    select: { sequence: true },
  })
  return found !== null
}
