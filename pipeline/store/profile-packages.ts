// Packages made for a receiver and what happened to them. Events are only ever added; what state a package is in follows
// from them, and who may bring about the next one is held here, whatever asks.
import { PackageEvent, type PackageEventKind, ProfilePackage } from '../../schemas/index.ts'
import { UsageError } from '../core/errors.ts'
import { isSamePerson, packageState } from '../core/profile/package-state.ts'
import { appendEntry } from './audit-log.ts'
import type { PrismaClient } from './generated/client.ts'
import type { Database } from './database.ts'
import { checkedBy, fromRow } from './records.ts'

export interface KeptPackage {
  readonly package: ProfilePackage
  /** Absolute path of its bag. */
  readonly folder: string
  /** Oldest first. */
  readonly events: readonly PackageEvent[]
}

/** When it happened, and the key of the audit log it is noted in as well. */
export interface Noting {
  readonly at: Date
  readonly auditKey: Uint8Array
}

/** Made once more, it lies where it was made last; its history goes on. */
export async function keepPackage(database: PrismaClient, made: ProfilePackage, folder: string, noting: Noting) {
  const { packageId, profile, preparedBy } = made
  const row = { profile, folder, preparedBy, body: jsonOf(made) }
  await database.$transaction(async (transaction) => {
    await transaction.profilePackage.upsert({ where: { packageId }, create: { packageId, ...row }, update: row })
    await addEvent(
      transaction,
      { packageId, event: 'prepared', by: preparedBy, facts: { manifestSha256: made.manifestSha256 } },
      noting,
    )
  })
}

const jsonOf = (made: ProfilePackage) => ({ ...made, held: made.held.map((each) => ({ ...each })) })

export async function packageOf(database: Database, packageId: string): Promise<KeptPackage> {
  const rows = await database.profilePackage.findMany({ where: { packageId: { startsWith: packageId } }, take: 2 })
  const [row] = rows
  if (row !== undefined && rows.length === 1) return keptOf(database, row)
  throw new UsageError('Không có đúng một gói mang mã này. Xem các gói bằng `hoso packages`.')
}

export async function packagesOf(database: Database): Promise<KeptPackage[]> {
  const rows = await database.profilePackage.findMany({ orderBy: { packageId: 'asc' } })
  const found = await Promise.all(rows.map((row) => keptOf(database, row)))
  const made = ({ events }: KeptPackage) => events[0]?.at ?? ''
  return found.sort((a, b) => (made(a) < made(b) ? -1 : 1))
}

async function keptOf(database: Database, row: { packageId: string; folder: string; body: unknown }) {
  const rows = await database.packageEvent.findMany({
    where: { packageId: row.packageId },
    orderBy: { rowVersion: 'asc' },
  })
  const events = rows.map(({ packageId, event, by, at, body }) =>
    checkedBy(
      PackageEvent,
      { packageId, event, by, at: at.toISOString(), facts: body },
      'một dòng trong cơ sở dữ liệu',
    ),
  )
  return { package: fromRow({ shape: ProfilePackage }, row), folder: row.folder, events }
}

export interface NewEvent {
  readonly packageId: string
  readonly event: PackageEventKind
  readonly by: string
  readonly facts: PackageEvent['facts']
}

/** Locks the package's row, so that two approvals at once are one after the other. */
export async function appendEvent(database: PrismaClient, event: NewEvent, noting: Noting): Promise<void> {
  await database.$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT 1 FROM "ProfilePackage" WHERE "packageId" = ${event.packageId} FOR UPDATE`
    refuseUnfit(await packageOf(transaction, event.packageId), event)
    if (event.event === 'cancelled' && (await hasLeft(transaction, event.packageId)))
      throw new UsageError(
        'Gói đã gửi hoặc đã có biên nhận nên không hủy được nữa. Chờ trả lời của nơi nhận (`hoso ledger`), rồi gửi bản cập nhật.',
      )
    await addEvent(transaction, event, noting)
  })
}

/** Any record of it was on the line, or the receiver has said anything of it. */
async function hasLeft(database: Database, packageId: string): Promise<boolean> {
  const sent = await database.exchangeEvent.count({ where: { packageId, event: 'sent' } })
  return sent > 0 || (await database.receipt.count({ where: { packageId } })) > 0
}

async function addEvent(
  transaction: Database,
  { packageId, event, by, facts }: NewEvent,
  { at, auditKey }: Noting,
): Promise<void> {
  const checked = checkedBy(PackageEvent, { packageId, event, by, at: at.toISOString(), facts }, 'một sự kiện của gói')
  await transaction.packageEvent.create({ data: { packageId, event, by, at, body: checked.facts } })
  const told: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(facts)) told[name] = typeof value === 'object' ? value.length : value
  const entry = { at, account: `cli:${by}`, action: `package_${event}`, subject: packageId, facts: told }
  await appendEntry(transaction, entry, auditKey)
}

/** Which states an event may follow; anything may be cancelled that has not left. */
const follows: Readonly<Record<PackageEventKind, readonly string[]>> = {
  prepared: ['prepared', 'validated', 'refused', 'approved', 'signed', 'cancelled'],
  validated: ['prepared'],
  refused: ['prepared', 'validated'],
  approved: ['validated'],
  signed: ['approved', 'signed'],
  cancelled: ['prepared', 'validated', 'refused', 'approved', 'signed'],
}

function refuseUnfit(kept: KeptPackage, { event, by }: NewEvent): void {
  const state = packageState(kept.events)
  if (!follows[event].includes(state))
    throw new UsageError(
      `Gói đang ở bước "${stateWords[state]}" nên chưa làm được việc này. Xem \`hoso packages show\`.`,
    )
  if (event === 'approved' && isSamePerson(by, kept.package.preparedBy))
    throw new UsageError('Người duyệt phải khác người lập gói. Chuyển cho người khác duyệt.')
}

export const stateWords: Readonly<Record<PackageEventKind, string>> = {
  prepared: 'đã lập, chưa kiểm tra',
  validated: 'đã kiểm tra, chờ duyệt',
  refused: 'không đạt kiểm tra',
  approved: 'đã duyệt',
  signed: 'đã ký số',
  cancelled: 'đã hủy',
}

/** Checked, approved by somebody else, signed where the receiver asks for it: whoever sends must ask this first. */
export async function mayLeave(database: Database, packageId: string): Promise<boolean> {
  const { package: made, events } = await packageOf(database, packageId)
  const state = packageState(events)
  return state === 'signed' || (state === 'approved' && !made.isSignatureRequired)
}
