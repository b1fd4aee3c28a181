// What a new list changes in an agency's roster: who is new, told otherwise, gone. Nothing is decided about persons here.
import type { RosterEntry } from '../../../schemas/index.ts'
import { canonicalJson } from '../id.ts'
import { fold } from '../text.ts'

export interface RosterChanges {
  readonly agency: string
  readonly added: number
  readonly changed: number
  readonly gone: number
  readonly unchanged: number
}

/** Agencies in the order of the file. An entry whose number was added or mended is the same person told otherwise. */
export function rosterChanges(before: readonly RosterEntry[], after: readonly RosterEntry[]): RosterChanges[] {
  return [...new Set(after.map(({ agency }) => agency))].map((agency) =>
    changesOf(
      agency,
      before.filter((entry) => entry.agency === agency),
      after.filter((entry) => entry.agency === agency),
    ),
  )
}

function changesOf(agency: string, before: readonly RosterEntry[], after: readonly RosterEntry[]): RosterChanges {
  const told = new Map(before.map((entry) => [entry.entryId, entry]))
  const kept = after.filter(({ entryId }) => told.has(entryId))
  const unchanged = kept.filter((entry) => canonicalJson(entry) === canonicalJson(told.get(entry.entryId))).length
  const ids = new Set(after.map(({ entryId }) => entryId))
  const left = before.filter(({ entryId }) => !ids.has(entryId)).map(personKey)
  const fresh = after.filter(({ entryId }) => !told.has(entryId)).map(personKey)
  const again = fresh.filter((key) => once(key, left) && once(key, fresh)).length
  return {
    agency,
    added: fresh.length - again,
    changed: kept.length - unchanged + again,
    gone: left.length - again,
    unchanged,
  }
}

const personKey = ({ fullName, birthDate }: RosterEntry) => `${fold(fullName)}|${birthDate ?? ''}`
const once = (key: string, keys: readonly string[]) => keys.filter((other) => other === key).length === 1
