// Cuts what may leave to the receiver's profile and lays aside what is new or changed. Nothing is written outside yet.
import {
  type Agency,
  type HeldRecord,
  type MessageCounts,
  type MessageKind,
  messageKinds,
  type Profile,
} from '../../../schemas/index.ts'
import { sha256 } from '../../core/id.ts'
import { outPerson, type Tell } from '../../core/outward.ts'
import { type Asked, dispatchOf, idempotencyKeyOf, type LastSent, recordDigest } from '../../core/profile/delta.ts'
import type { Lists } from '../../core/profile/fit-value.ts'
import { heldByProfile } from '../../core/profile/held-by-profile.ts'
import { mapRecord, stamped, type Subject } from '../../core/profile/map-record.ts'
import { agencySubject, personSubject } from '../../core/profile/subject.ts'
import { allAgencies } from '../../store/agencies.ts'
import type { Store } from '../../store/database.ts'
import { goldenOf, heldRecords, leavingPersons } from '../../store/leaving.ts'
import { addPending, clearPending, lastSentOf, type PackageRecord } from '../../store/package-records.ts'
import { papersDigests } from '../../store/papers.ts'

export interface Preparing {
  readonly store: Store
  readonly profile: Profile
  readonly lists: Lists
  readonly tell: Tell
  readonly asked: Asked
  readonly signal: AbortSignal
}

export interface Prepared {
  readonly counts: Readonly<Record<MessageKind, MessageCounts>>
  readonly held: readonly HeldRecord[]
  /** Values that stayed away in what is packed. */
  readonly leftOut: number
  /** Sent before, and no record any more: merged, moved away, or held now. Of the messages' keys. */
  readonly gone: Readonly<Record<MessageKind, readonly string[]>>
}

type Tally = { -readonly [Name in keyof MessageCounts]: number }

interface Desk {
  readonly given: Preparing
  readonly kind: MessageKind
  readonly last: ReadonlyMap<string, LastSent>
  readonly tally: Tally
  readonly seen: Set<string>
  readonly held: HeldRecord[]
  leftOut: number
}

export async function prepareRecords(given: Preparing): Promise<Prepared> {
  const { store, profile, tell } = given
  await clearPending(store.database, profile.profile)
  const agencies = await deskOf(given, 'agencies')
  const all = await allAgencies(store.database)
  await lay(
    agencies,
    all.map((agency) => ({ key: agency.code, subject: agencySubject(agency), dossiers: [], papers: '' })),
  )
  const dossiers = await deskOf(given, 'dossiers')
  for await (const leaving of leavingPersons(store.database)) {
    for (let start = 0; start < leaving.length; start += recordsAtOnce) {
      given.signal.throwIfAborted()
      await lay(dossiers, await personsOf(given, leaving.slice(start, start + recordsAtOnce), all))
    }
  }
  const held = [...(await heldRecords(store.database, tell)), ...agencies.held, ...dossiers.held]
  const desks = { agencies, dossiers }
  const gone = (kind: MessageKind) => [...desks[kind].last.keys()].filter((key) => !desks[kind].seen.has(key)).sort()
  return {
    counts: {
      agencies: { ...agencies.tally, gone: gone('agencies').length },
      dossiers: { ...dossiers.tally, gone: gone('dossiers').length },
    },
    held,
    leftOut: messageKinds.reduce((sum, kind) => sum + desks[kind].leftOut, 0),
    gone: { agencies: gone('agencies'), dossiers: gone('dossiers') },
  }
}

const deskOf = async (given: Preparing, kind: MessageKind): Promise<Desk> => ({
  ...{ given, kind, last: await lastSentOf(given.store.database, given.profile.profile, kind) },
  tally: { new: 0, update: 0, unchanged: 0, underway: 0, returned: 0, gone: 0 },
  ...{ seen: new Set(), held: [], leftOut: 0 },
})

interface Candidate {
  readonly key: string
  readonly subject: Subject
  readonly dossiers: readonly string[]
  /** Hash of the papers that go with it. */
  readonly papers: string
}

async function personsOf(
  { store, profile, tell }: Preparing,
  leaving: readonly { readonly personId: string; readonly dossiers: readonly string[] }[],
  agencies: readonly Agency[],
): Promise<Candidate[]> {
  const golden = await goldenOf(store.database, leaving)
  const papers =
    profile.eDossier === undefined
      ? new Map<string, string>()
      : await papersDigests(
          store.database,
          leaving.flatMap(({ dossiers }) => dossiers),
        )
  return leaving.flatMap(({ personId, dossiers }) => {
    const found = golden.get(personId)
    if (found === undefined) return []
    const person = outPerson({ golden: found, findings: [], pageNumbers: new Map() }, tell)
    const name = agencies.find(({ code }) => code === person.agency)?.name ?? person.agency
    const digest = sha256(dossiers.map((dossier) => papers.get(dossier) ?? '').join(' '))
    return [{ key: personId, subject: personSubject(person, dossiers, name), dossiers, papers: digest }]
  })
}

/** Whole golden records are large; of these few are held at once. */
const recordsAtOnce = 25

/** Some at a time: what is new or changed is kept aside, the rest counted. */
async function lay(desk: Desk, candidates: readonly Candidate[]): Promise<void> {
  const rows = candidates.flatMap((candidate) => rowOf(desk, candidate) ?? [])
  if (rows.length > 0) await addPending(desk.given.store.database, desk.given.profile.profile, rows)
}

function rowOf(desk: Desk, { key, subject, dossiers, papers }: Candidate): PackageRecord | undefined {
  const { given, kind, last, tally } = desk
  const { profile, lists, asked } = given
  const message = profile.messages[kind]
  const { body, lacking, leftOut } = mapRecord(subject, message, profile, lists)
  desk.seen.add(key)
  if (lacking.length > 0) {
    desk.held.push(heldByProfile(kind, key, dossiers, lacking))
    return undefined
  }
  const digest = recordDigest(body, papers)
  const { standing, sent } = dispatchOf(digest, last.get(key), asked)
  tally[standing] += 1
  if (sent === undefined) return undefined
  desk.leftOut += leftOut.length
  const keyed = { profile: profile.profile, message: kind, key, revision: sent.revision, digest }
  const idempotencyKey = idempotencyKeyOf(keyed)
  const stampedBody = stamped(body, message, { revision: sent.revision, idempotencyKey })
  return { message: kind, key, ...sent, digest, idempotencyKey, dossiers, leftOut, body: stampedBody }
}
