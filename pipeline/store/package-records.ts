// What packages hold, record by record: written aside while a package is made, then under its name. Also the last of each
// record that was sent, by which the next package tells what is new.
import { LeftOut, MessageKind, ProfilePackage, RecordAction, RecordBody } from '../../schemas/index.ts'
import { z } from 'zod'
import type { LastSent } from '../core/profile/delta.ts'
import { isRows } from '../core/profile/map-record.ts'
import type { Database } from './database.ts'
import { Prisma } from './generated/client.ts'
import { checkedBy } from './records.ts'

/** As it leaves; the body is absent where its dossier was closed since. */
export interface PackageRecord {
  readonly message: MessageKind
  readonly key: string
  readonly action: RecordAction
  readonly revision: number
  readonly digest: string
  readonly idempotencyKey: string
  readonly dossiers: readonly string[]
  readonly leftOut: readonly LeftOut[]
  readonly body?: RecordBody | undefined
}

const pendingOf = (profile: string) => `pending-${profile}`
const rowsAtOnce = 100

/** What an earlier run left behind, cut short, is nobody's. */
export async function clearPending(database: Database, profile: string): Promise<void> {
  await database.packageRecord.deleteMany({ where: { packageId: pendingOf(profile) } })
}

export async function addPending(database: Database, profile: string, rows: readonly PackageRecord[]): Promise<void> {
  await database.packageRecord.createMany({
    data: rows.map(({ dossiers, leftOut, body, ...row }) => ({
      ...row,
      ...{ packageId: pendingOf(profile), profile, dossiers: [...dossiers] },
      leftOut: leftOut.map((each) => ({ ...each })),
      body: body === undefined ? Prisma.DbNull : jsonOf(body),
    })),
  })
}

const jsonOf = (body: RecordBody): Prisma.InputJsonObject =>
  Object.fromEntries(
    Object.entries(body).map(([name, told]) => [
      name,
      isRows(told) ? told.map((cells) => ({ ...cells })) : { ...told },
    ]),
  )

/** Of the records to be packed, in order: what the id of the package is made of. */
export async function pendingKeys(database: Database, profile: string): Promise<string[]> {
  const rows = await database.packageRecord.findMany({
    where: { packageId: pendingOf(profile) },
    orderBy: [{ message: 'asc' }, { key: 'asc' }],
    select: { idempotencyKey: true },
  })
  return rows.map(({ idempotencyKey }) => idempotencyKey)
}

/** The package has them from now on; where it has them already (made once more), those stay. */
export async function settlePending(database: Database, profile: string, packageId: string): Promise<void> {
  const isThere = (await database.packageRecord.count({ where: { packageId } })) > 0
  if (isThere) await clearPending(database, profile)
  else await database.packageRecord.updateMany({ where: { packageId: pendingOf(profile) }, data: { packageId } })
}

/** What of a record is read: its body is by far the largest part of it, and not every pass over a package needs it. */
export interface Reading {
  readonly message?: MessageKind
  readonly without?: 'body' | 'body and leftOut'
}

/** Agencies before dossiers, each in the order of keys, whatever order they came in. */
export async function* recordsOf(
  database: Database,
  packageId: string,
  { message, without }: Reading = {},
): AsyncGenerator<PackageRecord> {
  const omit = { body: without !== undefined, leftOut: without === 'body and leftOut' }
  for (let after = { message: '', key: '' }; ;) {
    const rows = await database.packageRecord.findMany({
      omit,
      where: {
        packageId,
        ...(message === undefined ? {} : { message }),
        OR: [{ message: { gt: after.message } }, { message: after.message, key: { gt: after.key } }],
      },
      orderBy: [{ message: 'asc' }, { key: 'asc' }],
      take: without === undefined ? rowsAtOnce : rowsAtOnce * 10,
    })
    for (const row of rows) yield recordOf(row)
    const last = rows.at(-1)
    if (!last) return
    after = last
  }
}

export const pendingRecords = (database: Database, profile: string): AsyncGenerator<PackageRecord> =>
  recordsOf(database, pendingOf(profile))

const Kept = z.object({
  message: MessageKind,
  action: RecordAction,
  leftOut: z
    .array(LeftOut)
    .nullish()
    .transform((all) => all ?? []),
  body: RecordBody.nullish().transform((body) => body ?? undefined),
})

function recordOf(row: {
  message: string
  key: string
  action: string
  revision: number
  digest: string
  idempotencyKey: string
  dossiers: string[]
  leftOut?: unknown
  body?: unknown
}): PackageRecord {
  const { key, revision, digest, idempotencyKey, dossiers } = row
  return { key, revision, digest, idempotencyKey, dossiers, ...checkedBy(Kept, row, 'một dòng trong cơ sở dữ liệu') }
}

/** Of all keys of a profile's message. Packages that were cancelled, or never finished, count for nothing. */
export async function lastSentOf(
  database: Database,
  profile: string,
  message: MessageKind,
): Promise<Map<string, LastSent>> {
  const rows = await database.$queryRaw<
    { key: string; digest: string; revision: number; outcome: string | null; wasAccepted: boolean }[]
  >`
    WITH sent AS (
      SELECT r."key", r."digest", r."revision", r."rowVersion", r."packageId",
        (SELECT c."body" ->> 'outcome' FROM "Receipt" c WHERE c."packageId" = r."packageId" AND c."personId" = r."key"
         ORDER BY c."rowVersion" DESC LIMIT 1) AS outcome
      FROM "PackageRecord" r JOIN "ProfilePackage" p USING ("packageId")
      WHERE r."profile" = ${profile} AND r."message" = ${message} AND NOT ${isCancelled})
    SELECT DISTINCT ON ("key") "key", "digest", max("revision") OVER w AS revision, outcome,
      coalesce(bool_or(outcome = 'accepted') OVER w, false) AS "wasAccepted"
    FROM sent WINDOW w AS (PARTITION BY "key") ORDER BY "key", "rowVersion" DESC`
  return new Map(
    rows.map(({ key, digest, revision, outcome, wasAccepted }) => [
      key,
      { digest, revision, wasAccepted, ...(outcome === 'accepted' || outcome === 'rejected' ? { outcome } : {}) },
    ]),
  )
}

/** A package that failed its check never left either. */
const isCancelled = Prisma.sql`coalesce((SELECT e."event" <> 'prepared' FROM "PackageEvent" e
  WHERE e."packageId" = r."packageId" AND e."event" IN ('prepared', 'refused', 'cancelled')
  ORDER BY e."rowVersion" DESC LIMIT 1), false)`

/** What the receiver has of these keys now, as far as it said so: the newest record it accepted. */
export async function lastAccepted(
  database: Database,
  profile: string,
  message: MessageKind,
  keys: readonly string[],
): Promise<Map<string, RecordBody>> {
  const rows = await database.$queryRaw<{ key: string; body: unknown }[]>`
    SELECT DISTINCT ON (r."key") r."key", r."body" FROM "PackageRecord" r JOIN "ProfilePackage" USING ("packageId")
    WHERE r."profile" = ${profile} AND r."message" = ${message} AND r."key" = ANY(${[...keys]}) AND r."body" IS NOT NULL
      AND (SELECT c."body" ->> 'outcome' FROM "Receipt" c WHERE c."packageId" = r."packageId" AND c."personId" = r."key"
           ORDER BY c."rowVersion" DESC LIMIT 1) = 'accepted'
    ORDER BY r."key", r."rowVersion" DESC`
  return new Map(rows.map(({ key, body }) => [key, checkedBy(RecordBody, body, 'một dòng trong cơ sở dữ liệu')]))
}

/** A closed dossier's words stay nowhere: what of it was sent is forgotten here, that it was sent is not. */
export async function forgetBodies(transaction: Database, dossier: string): Promise<void> {
  await transaction.packageRecord.updateMany({
    where: { dossiers: { has: dossier } },
    data: { body: Prisma.DbNull, leftOut: Prisma.DbNull },
  })
  // Why it was held may quote what was read.
  const holding = JSON.stringify({ held: [{ dossiers: [dossier] }] })
  const rows = await transaction.$queryRaw<{ packageId: string; body: unknown }[]>`
    SELECT "packageId", "body" FROM "ProfilePackage" WHERE "body" @> ${holding}::jsonb`
  for (const { packageId, body } of rows) {
    const made = checkedBy(ProfilePackage, body, 'một dòng trong cơ sở dữ liệu')
    const held = made.held.map((each) =>
      each.dossiers.includes(dossier) ? { ...each, reasons: ['Hồ sơ đã đóng.'] } : each,
    )
    await transaction.profilePackage.update({ where: { packageId }, data: { body: { ...made, held } } })
  }
}
