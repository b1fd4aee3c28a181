// What was sent to a receiver and what it answered. Events and receipts are only ever added; where a record stands follows
// from them.
import {
  type ExchangeEventKind,
  LedgerEntry,
  LedgerState,
  type MessageKind,
  type ReceiverAnswer,
  Receipt,
} from '../../schemas/index.ts'
import { canonicalJson, idOf } from '../core/id.ts'
import type { Database } from './database.ts'
import type { PrismaClient } from './generated/client.ts'
import { checkedBy, fromRow, records, toRow } from './records.ts'

export interface RecordName {
  readonly packageId: string
  readonly message: MessageKind
  readonly key: string
}

export async function noteExchange(
  database: Database,
  { packageId, message, key }: RecordName,
  event: ExchangeEventKind,
  facts: Readonly<Record<string, string | number>>,
  at: Date,
): Promise<void> {
  await database.exchangeEvent.create({ data: { packageId, message, key, event, at, body: { ...facts } } })
}

export type Heard = Omit<ReceiverAnswer, 'outcome'> & {
  readonly outcome: 'accepted' | 'rejected'
  readonly source: NonNullable<Receipt['source']>
}

/** False when this is what the newest receipt says already: an answer that comes twice is one answer. */
export async function keepReceipt(
  database: PrismaClient,
  { packageId, message, key }: RecordName,
  heard: Heard,
  at: Date,
): Promise<boolean> {
  const { outcome, codes, reason, idempotencyKey, source } = heard
  return await database.$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${packageId} ${message} ${key}`}, 0))`
    const before = await transaction.receipt.findMany({
      where: { packageId, personId: key },
      orderBy: { rowVersion: 'desc' },
    })
    const own = before
      .map((row) => fromRow(records.receipt, row))
      .filter((each) => (each.message ?? message) === message)
    const said = (each: Pick<Receipt, 'outcome' | 'codes'>) => canonicalJson([each.outcome, each.codes ?? []])
    if (own[0] !== undefined && said(own[0]) === said({ outcome, codes })) return false
    const receipt: Receipt = {
      receiptId: idOf('receipt', packageId, message, key, own.length),
      ...{ packageId, personId: key, outcome, message, idempotencyKey, codes, source },
      ...(reason === undefined ? {} : { reason }),
      receivedAt: at.toISOString(),
    }
    await transaction.receipt.create({ data: toRow(records.receipt, receipt) })
    return true
  })
}

const rowsAtOnce = 1000

/** In the order of packages, messages and keys. Packages that were cancelled have nothing to wait for. */
export async function* ledgerOf(
  database: Database,
  only: { readonly packageId?: string; readonly profile?: string } = {},
): AsyncGenerator<LedgerEntry> {
  const { packageId = null, profile = null } = only
  for (let after = 0n; ;) {
    const rows = await database.$queryRaw<{ rowVersion: bigint; [column: string]: unknown }[]>`
      SELECT r."rowVersion", r."packageId" AS package, r."profile", r."message", r."key", r."revision", r."idempotencyKey",
        r."digest", c."body" AS receipt,
        EXISTS (SELECT 1 FROM "ExchangeEvent" e WHERE e."packageId" = r."packageId" AND e."message" = r."message"
          AND e."key" = r."key" AND e."event" = 'sent') AS "wasSent"
      FROM "PackageRecord" r JOIN "ProfilePackage" p USING ("packageId")
        LEFT JOIN LATERAL (SELECT "body" FROM "Receipt" c WHERE c."packageId" = r."packageId" AND c."personId" = r."key"
          AND coalesce(c."body" ->> 'message', r."message") = r."message" ORDER BY c."rowVersion" DESC LIMIT 1) c ON true
      WHERE r."rowVersion" > ${after} AND (${packageId}::text IS NULL OR r."packageId" = ${packageId})
        AND (${profile}::text IS NULL OR r."profile" = ${profile})
        AND coalesce((SELECT e."event" FROM "PackageEvent" e WHERE e."packageId" = r."packageId"
          ORDER BY e."rowVersion" DESC LIMIT 1), '') <> 'cancelled'
      ORDER BY r."rowVersion" LIMIT ${rowsAtOnce}`
    for (const row of rows) yield entryOf(row)
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.rowVersion
  }
}

function entryOf({ receipt, wasSent, ...row }: Readonly<Record<string, unknown>>): LedgerEntry {
  const answered = receipt === null ? undefined : checkedBy(Receipt, receipt, 'một dòng trong cơ sở dữ liệu')
  const state = answered === undefined ? (wasSent === true ? 'sent' : 'waiting') : stateOf[answered.outcome]
  const told = { codes: answered?.codes ?? [], ...(answered?.reason === undefined ? {} : { reason: answered.reason }) }
  return checkedBy(LedgerEntry, { ...row, state: LedgerState.parse(state), ...told }, 'một dòng trong cơ sở dữ liệu')
}

const stateOf = { accepted: 'accepted', rejected: 'returned' } as const

/** Why a receiver sent back what was last packed for it of the dossier's person; undefined where nothing is to be mended. */
export async function returnedReason(database: Database, dossier: string): Promise<string | undefined> {
  const rows = await database.$queryRaw<{ receipt: unknown }[]>`
    SELECT DISTINCT ON (r."profile") r."profile",
      (SELECT c."body" FROM "Receipt" c WHERE c."packageId" = r."packageId" AND c."personId" = r."key"
        ORDER BY c."rowVersion" DESC LIMIT 1) AS receipt
    FROM "PackageRecord" r JOIN "CurrentMember" m ON m."personId" = r."key" JOIN "ProfilePackage" USING ("packageId")
    WHERE m."dossier" = ${dossier} AND r."message" = 'dossiers' ORDER BY r."profile", r."rowVersion" DESC`
  const reasons = rows.flatMap(({ receipt }) => {
    if (receipt === null) return []
    const { outcome, reason, codes = [] } = checkedBy(Receipt, receipt, 'một dòng trong cơ sở dữ liệu')
    return outcome === 'rejected' ? [(reason ?? codes.join(', ')).replace(/\.$/u, '')] : []
  })
  return reasons.length === 0 ? undefined : [...new Set(reasons)].join('; ')
}
