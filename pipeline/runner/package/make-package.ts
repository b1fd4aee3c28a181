// Makes the package of a receiver: what is new or changed is cut to the profile, written, held to its schema by independent
// readers, and noted in the ledger. Sending is not done here; what fails its check may not leave.
import { join } from 'node:path'
import { type MessageKind, messageKinds, type Profile, type ProfilePackage } from '../../../schemas/index.ts'
import { idOf } from '../../core/id.ts'
import type { Tell } from '../../core/outward.ts'
import { type Asked, type Change, changesBetween } from '../../core/profile/delta.ts'
import type { Lists } from '../../core/profile/fit-value.ts'
import type { Store } from '../../store/database.ts'
import {
  clearPending,
  lastAccepted,
  type PackageRecord,
  pendingKeys,
  pendingRecords,
  type Reading,
  recordsOf,
  settlePending,
} from '../../store/package-records.ts'
import { appendEvent, keepPackage } from '../../store/profile-packages.ts'
import { lastSnapshots } from '../../store/scorecards.ts'
import { checkPackage } from './check-package.ts'
import { type Prepared, prepareRecords } from './prepare-records.ts'
import { type EDossier, writePackage } from './write-package.ts'

export interface PackageRequest {
  readonly store: Store
  readonly profile: Profile
  readonly lists: Lists
  readonly tell: Tell
  readonly asked: Asked
  /** The folder the package's own folder is made in. */
  readonly out: string
  readonly by: string
  readonly today: string
  readonly clock: () => Date
  readonly auditKey: Uint8Array
  readonly eDossier: EDossier
  readonly signal: AbortSignal
}

export interface MadePackage {
  readonly prepared: Prepared
  /** Undefined when there is nothing to send. */
  readonly package?: ProfilePackage
  readonly folder?: string
  /** Why it may not leave; empty when it may be approved. */
  readonly flaws: readonly string[]
}

/** One package at a time: what is laid aside and the last state must not change under it. */
export const makePackage = (request: PackageRequest): Promise<MadePackage> =>
  request.store.runAlone(() => make(request))

async function make(request: PackageRequest): Promise<MadePackage> {
  const { store, profile, lists, eDossier, signal } = request
  const prepared = await prepareRecords(request)
  const keys = await pendingKeys(store.database, profile.profile)
  if (keys.length === 0) return { prepared, flaws: [] }
  const packageId = idOf('package', profile.profile, profile.version, keys)
  const folder = join(request.out, `${profile.profile}-${packageId}`)
  await settlePending(store.database, profile.profile, packageId)
  const records = (reading?: Reading) => recordsOf(store.database, packageId, reading)
  const [kept] = await lastSnapshots(store.database, 1)
  const sealed = await writePackage({
    ...{ folder, packageId, profile, lists, records, eDossier, signal },
    held: prepared.held,
    scorecard: kept?.snapshot,
  })
  const made: ProfilePackage = {
    ...{ packageId, profile: profile.profile, version: profile.version, format: profile.format },
    ...{ preparedBy: request.by, preparedOn: request.today, counts: prepared.counts, leftOut: prepared.leftOut },
    ...{ held: [...prepared.held], ...sealed, isSignatureRequired: profile.signature === 'required' },
  }
  const noting = () => ({ at: request.clock(), auditKey: request.auditKey })
  await keepPackage(store.database, made, folder, noting())
  const flaws = await checkPackage({ folder, profile, lists, records })
  const event = flaws.length === 0 ? 'validated' : 'refused'
  await appendEvent(store.database, { packageId, event, by: 'hoso', facts: { flaws } }, noting())
  return { prepared, package: made, folder, flaws }
}

export interface RecordChange {
  readonly message: MessageKind
  readonly key: string
  readonly action: PackageRecord['action']
  readonly dossiers: readonly string[]
  /** Against what the receiver accepted last; of a new record nothing is told but that it is new. */
  readonly changes: readonly Change[]
}

export interface DryRun {
  readonly prepared: Prepared
  readonly changes: readonly RecordChange[]
}

/** The same up to the records laid aside, and what they would change; nothing is written. */
export const tryPackage = (request: Omit<PackageRequest, 'out' | 'by' | 'eDossier' | 'auditKey'>): Promise<DryRun> =>
  request.store.runAlone(async () => {
    const { store, profile } = request
    const prepared = await prepareRecords(request)
    const changes: RecordChange[] = []
    for await (const record of pendingRecords(store.database, profile.profile))
      changes.push(await changeOf(record, request))
    await clearPending(store.database, profile.profile)
    return { prepared, changes }
  })

/** What a package changes at the receiver, told from the ledger. */
export async function changesOfPackage(store: Store, profile: Profile, packageId: string): Promise<RecordChange[]> {
  const changes: RecordChange[] = []
  for await (const record of recordsOf(store.database, packageId))
    changes.push(await changeOf(record, { store, profile }))
  return changes
}

async function changeOf(
  { message, key, action, dossiers, body }: PackageRecord,
  { store, profile }: Pick<PackageRequest, 'store' | 'profile'>,
): Promise<RecordChange> {
  const accepted = action === 'new' ? undefined : await lastAccepted(store.database, profile.profile, message, [key])
  const before = accepted?.get(key)
  const changes =
    before === undefined || body === undefined ? [] : changesBetween(before, body, profile.messages[message])
  return { message, key, action, dossiers, changes }
}

export const sentCount = ({ counts }: Prepared): number =>
  messageKinds.reduce((sum, kind) => sum + counts[kind].new + counts[kind].update, 0)
