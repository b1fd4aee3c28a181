// Received held against expected. A person is told as received only on a number, or on a name and birth date that fit one
// alone; whatever leaves a choice is told as such, never chosen.
import type { RosterEntry } from '../../../schemas/index.ts'
import type { AgencyTree } from '../agency-tree.ts'
import { mayBeSame } from '../dates.ts'
import { editDistance, fold } from '../text.ts'

/** What of a golden record the roster can be held against; absent what was not read. */
export interface ReceivedPerson {
  readonly personId: string
  readonly agency: string
  readonly dossiers: readonly string[]
  readonly fullName?: string | undefined
  readonly birthDate?: string | undefined
  readonly citizenId?: string | undefined
}

export type Ambiguity =
  /** Several received persons fit the one expected. */
  | 'several_received'
  /** Several expected persons fit the one received. */
  | 'several_expected'
  /** Name and birth date agree, the identity numbers do not. */
  | 'number_differs'
  /** The identity number agrees, neither name nor birth date does. */
  | 'only_number_agrees'
  /** Name and birth date agree, but the dossier came under an agency that is neither above nor below. */
  | 'other_agency'

export interface RosterComparison {
  readonly received: readonly { readonly entry: RosterEntry; readonly person: ReceivedPerson }[]
  readonly ambiguous: readonly {
    readonly entry: RosterEntry
    readonly persons: readonly ReceivedPerson[]
    readonly why: Ambiguity
  }[]
  readonly missing: readonly RosterEntry[]
  /** Received, of nobody expected. */
  readonly unexpected: readonly ReceivedPerson[]
  /** Received, but neither number nor name with birth date was read: nothing to compare by. */
  readonly unidentified: readonly ReceivedPerson[]
}

interface Fit {
  readonly entry: RosterEntry
  readonly person: ReceivedPerson
  readonly by: 'number' | 'name' | Ambiguity
}

/** The number is asked first; who was found by it is out of the question by name. */
export function compareRoster(
  expected: readonly RosterEntry[],
  persons: readonly ReceivedPerson[],
  tree: Pick<AgencyTree, 'lineage'>,
): RosterComparison {
  const fits = fitsOf(expected, persons, tree)
  const received: RosterComparison['received'][number][] = []
  const ambiguous: RosterComparison['ambiguous'][number][] = []
  const done = new Set<RosterEntry | ReceivedPerson>()
  const settle = (wanted: (fit: Fit) => boolean) => {
    const open = fits.filter((fit) => wanted(fit) && !done.has(fit.entry) && !done.has(fit.person))
    const [ofEntry, ofPerson] = [grouped(open, ({ entry }) => entry), grouped(open, ({ person }) => person)]
    for (const [entry, own] of ofEntry) {
      const found = own.map(({ person }) => person)
      const rivals = Math.max(...found.map((person) => ofPerson.get(person)?.length ?? 0))
      const why = own.length > 1 ? 'several_received' : rivals > 1 ? 'several_expected' : own[0]?.by
      if (why === 'number' || why === 'name') received.push(...own)
      else if (why !== undefined) ambiguous.push({ entry, persons: found, why })
    }
    for (const { entry, person } of open) done.add(entry).add(person)
  }
  settle(({ by }) => by === 'number')
  settle(({ by }) => by === 'name')
  settle(({ by }) => by !== 'number' && by !== 'name')
  const left = persons.filter((person) => !done.has(person))
  return {
    received: received.map(({ entry, person }) => ({ entry, person })),
    ambiguous,
    missing: expected.filter((entry) => !done.has(entry)),
    unexpected: left.filter(isComparable),
    unidentified: left.filter((person) => !isComparable(person)),
  }
}

function fitsOf(
  expected: readonly RosterEntry[],
  persons: readonly ReceivedPerson[],
  tree: Pick<AgencyTree, 'lineage'>,
): Fit[] {
  const byNumber = grouped(persons, ({ citizenId }) => citizenId)
  const byName = grouped(persons, ({ fullName }) => (fullName === undefined ? undefined : fold(fullName)))
  return expected.flatMap((entry) => {
    const numbered = entry.citizenId === undefined ? [] : (byNumber.get(entry.citizenId) ?? [])
    const named = (byName.get(fold(entry.fullName)) ?? []).filter(
      (person) => !numbered.includes(person) && agree(entry.birthDate, person.birthDate, mayBeSame) === true,
    )
    return [
      ...numbered.map((person): Fit => ({
        entry,
        person,
        by: isOtherwiseAnother(entry, person) ? 'only_number_agrees' : 'number',
      })),
      ...named.map((person): Fit => ({ entry, person, by: byNameOf(entry, person, tree) })),
    ]
  })
}

/** A number can be copied into the wrong row: where both name and birth date speak against it, it is no proof. */
function isOtherwiseAnother(entry: RosterEntry, person: ReceivedPerson): boolean {
  const name = agree(entry.fullName, person.fullName, (a, b) => editDistance(fold(a), fold(b), 2) <= 2)
  const birth = agree(entry.birthDate, person.birthDate, mayBeSame)
  return name !== true && birth !== true && (name === false || birth === false)
}

function byNameOf(entry: RosterEntry, person: ReceivedPerson, { lineage }: Pick<AgencyTree, 'lineage'>): Fit['by'] {
  const sameKind = entry.citizenId?.length === person.citizenId?.length
  if (sameKind && agree(entry.citizenId, person.citizenId, (a, b) => a === b) === false) return 'number_differs'
  const isRelated = lineage(entry.agency).includes(person.agency) || lineage(person.agency).includes(entry.agency)
  return isRelated ? 'name' : 'other_agency'
}

/** Undefined where one of them says nothing. */
function agree(a: string | undefined, b: string | undefined, isSame: (a: string, b: string) => boolean) {
  return a === undefined || b === undefined ? undefined : isSame(a, b)
}

const isComparable = ({ fullName, birthDate, citizenId }: ReceivedPerson) =>
  citizenId !== undefined || (fullName !== undefined && birthDate !== undefined)

function grouped<T, Key>(all: readonly T[], keyOf: (each: T) => Key | undefined): Map<Key, T[]> {
  const groups = new Map<Key, T[]>()
  for (const each of all) {
    const key = keyOf(each)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [each])
    else group.push(each)
  }
  return groups
}

/**
 * What of a comparison is these agencies' business. Compare over the whole register first: who was received under
 * another agency must not look missing.
 */
export function within(all: RosterComparison, agencies: ReadonlySet<string>): RosterComparison {
  return {
    received: all.received.filter(({ entry }) => agencies.has(entry.agency)),
    ambiguous: all.ambiguous.filter(({ entry }) => agencies.has(entry.agency)),
    missing: all.missing.filter(({ agency }) => agencies.has(agency)),
    unexpected: all.unexpected.filter(({ agency }) => agencies.has(agency)),
    unidentified: all.unidentified.filter(({ agency }) => agencies.has(agency)),
  }
}
