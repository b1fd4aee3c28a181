// What of the records goes into a package: the new and the changed, nothing twice. A record is known by its key; what was
// last sent of it, and what the receiver answered, comes from the ledger of packages.
import type { Leaf, ProfileMessage, RecordAction, RecordBody } from '../../../schemas/index.ts'
import { canonicalJson, idOf, sha256 } from '../id.ts'
import { isRows } from './map-record.ts'

/** The newest record of a key in a package that was not cancelled; without `outcome` the receiver has not answered. */
export interface LastSent {
  readonly digest: string
  readonly revision: number
  readonly outcome?: 'accepted' | 'rejected'
  /** Whether any record of the key was ever accepted. */
  readonly wasAccepted: boolean
}

export type Standing = RecordAction | 'unchanged' | 'underway' | 'returned'

export interface Asked {
  /** Also what the receiver has already. */
  readonly all: boolean
  /** Also what it sent back and nobody changed. */
  readonly again: boolean
}

export function standingOf(digest: string, last: LastSent | undefined): Standing {
  if (last === undefined) return 'new'
  if (last.digest !== digest) return last.wasAccepted ? 'update' : 'new'
  if (last.outcome === undefined) return 'underway'
  return last.outcome === 'accepted' ? 'unchanged' : 'returned'
}

export interface Dispatch {
  readonly standing: Standing
  /** Undefined where nothing is sent. */
  readonly sent?: { readonly action: RecordAction; readonly revision: number }
}

/** A record sent again unchanged keeps its revision, and so its key: the receiver knows it. One sent back gets a new one. */
export function dispatchOf(digest: string, last: LastSent | undefined, { all, again }: Asked): Dispatch {
  const standing = standingOf(digest, last)
  const action: RecordAction = last?.wasAccepted === true ? 'update' : 'new'
  const next = (last?.revision ?? 0) + 1
  if (standing === 'new' || standing === 'update') return { standing, sent: { action, revision: next } }
  if (standing === 'returned') return all || again ? { standing, sent: { action, revision: next } } : { standing }
  return all && last !== undefined ? { standing, sent: { action, revision: last.revision } } : { standing }
}

/** Of what a record says and of the papers that go with it. */
export const recordDigest = (body: RecordBody, papers: string): string => sha256(canonicalJson([body, papers]))

export interface Keyed {
  readonly profile: string
  readonly message: string
  readonly key: string
  readonly revision: number
  readonly digest: string
}

/** The receiver that has seen it takes nothing in a second time. */
export const idempotencyKeyOf = ({ profile, message, key, revision, digest }: Keyed): string =>
  idOf('record', profile, message, key, revision, digest)

export interface Change {
  readonly path: string
  readonly vi: string
  readonly before?: Leaf
  readonly after?: Leaf
}

/** What is different, in the order of the profile; a table is told by its rows' numbers. */
export function changesBetween(before: RecordBody, after: RecordBody, message: ProfileMessage): Change[] {
  return message.sections.flatMap((section) => {
    const [old, now] = [before[section.name], after[section.name]]
    const [oldRows, nowRows] = [rowsOf(old), rowsOf(now)]
    const isTable = section.kind === 'table'
    return Array.from({ length: Math.max(oldRows.length, nowRows.length) }, (_, row) =>
      section.elements.flatMap(({ name, vi, from }): Change[] => {
        if (from !== undefined && 'about' in from && from.about !== 'agency' && from.about !== 'agencyName') return []
        const [was, is] = [oldRows[row]?.[name], nowRows[row]?.[name]]
        if (was === is) return []
        const place = isTable
          ? { path: `${section.name}.${row + 1}.${name}`, vi: `${section.vi}, dòng ${row + 1}: ${vi}` }
          : { path: `${section.name}.${name}`, vi }
        return [{ ...place, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }]
      }),
    ).flat()
  })
}

const rowsOf = (told: RecordBody[string] | undefined) => (told === undefined ? [] : isRows(told) ? told : [told])
