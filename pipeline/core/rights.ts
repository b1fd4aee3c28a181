// Who may do what: the rights of each role, as data. What is not named here nobody may do.
import type { Grant, Role } from '../../schemas/index.ts'

/** `see` opens dossiers; `decide` settles values; `join` pairs of dossiers; the rest says itself. */
export const rights = ['see', 'decide', 'join', 'waive', 'approve', 'export', 'audit', 'administer'] as const
export type Right = (typeof rights)[number]

/** Who administers accounts sees no dossier, and who keys in does not approve. */
const rightsOf: Readonly<Record<Role, readonly Right[]>> = {
  entry: ['see', 'decide'],
  check: ['see', 'decide', 'join', 'waive'],
  approve: ['see', 'waive', 'approve', 'export'],
  administer: ['audit', 'administer'],
}

export const everyAgency = '*'

/** Agencies in which the grants give that right, `all` where no agency is left out. */
export function agenciesWith(
  grants: readonly Grant[],
  right: Right,
  under: (agency: string) => Iterable<string>,
): ReadonlySet<string> | 'all' {
  const fitting = grants.filter(({ role }) => rightsOf[role].includes(right))
  if (fitting.some(({ agency }) => agency === everyAgency)) return 'all'
  return new Set(fitting.flatMap(({ agency }) => [...under(agency)]))
}
