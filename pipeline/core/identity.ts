// Gives persons their ids and keeps them, whoever joins or leaves (design: a personId, once given, is never derived anew).
import { compareCodePoints } from './file-order.ts'
import { idOf } from './id.ts'

/** Persons in the order in which their ids were given: the first is the oldest. */
export interface GivenPerson {
  readonly personId: string
  /** The dossier that founded the person; it holds the id when a person is split. */
  readonly founder: string
}

export interface Identities {
  readonly persons: readonly GivenPerson[]
  /** Whose each dossier is now. */
  readonly members: ReadonlyMap<string, string>
}

/** What has to be added to the history; nothing in it is ever changed. */
export interface Assignment {
  readonly founded: readonly GivenPerson[]
  readonly moved: readonly { dossier: string; personId: string }[]
  readonly aliases: readonly { alias: string; personId: string }[]
}

/**
 * Each cluster is the person founded by one of its dossiers: the oldest such person, and the others become its aliases.
 * A cluster without a founder founds a person by its first dossier.
 */
export function assignPersons(clusters: readonly (readonly string[])[], before: Identities): Assignment {
  const rankOf = new Map(before.persons.map(({ founder }, rank) => [founder, rank]))
  const founded: GivenPerson[] = []
  const moved: { dossier: string; personId: string }[] = []
  const aliases: { alias: string; personId: string }[] = []
  for (const dossiers of sorted(clusters)) {
    const claims = dossiers.flatMap((dossier) => rankOf.get(dossier) ?? []).sort((a, b) => a - b)
    const [oldest, ...others] = claims.flatMap((rank) => before.persons[rank] ?? [])
    const personId = oldest?.personId ?? found(dossiers, founded)
    for (const dossier of dossiers) if (before.members.get(dossier) !== personId) moved.push({ dossier, personId })
    // Told once, when the younger person's own founder leaves it.
    for (const other of others) {
      if (before.members.get(other.founder) !== personId) aliases.push({ alias: other.personId, personId })
    }
  }
  return { founded, moved, aliases }
}

function found(dossiers: readonly string[], founded: GivenPerson[]): string {
  const founder = dossiers[0] ?? ''
  const personId = idOf('person', founder)
  founded.push({ personId, founder })
  return personId
}

function sorted(clusters: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return clusters
    .map((dossiers) => [...dossiers].sort(compareCodePoints))
    .sort(([a = ''], [b = '']) => compareCodePoints(a, b))
}
