// Who sits at the station: an account with its grants spread over the tree of agencies as it is now.
import type { Agency, Grant } from '../../schemas/index.ts'
import { agencyTree } from '../core/agency-tree.ts'
import { agenciesWith, type Right, rights } from '../core/rights.ts'

export interface Seat {
  readonly account: string
  readonly name: string
  readonly csrf: string
  readonly tokenHash: string
  readonly startedAt: Date
  /** In all of these agencies; without agencies: in at least one. */
  may(right: Right, ...agencies: readonly string[]): boolean
  agencies(right: Right): readonly string[] | 'all'
}

type Person = Pick<Seat, 'account' | 'name' | 'csrf' | 'tokenHash' | 'startedAt'>

export function seatOf(person: Person, grants: readonly Grant[], agencies: readonly Agency[]): Seat {
  const tree = agencyTree(agencies)
  const within = new Map(rights.map((right) => [right, agenciesWith(grants, right, (code) => tree.under(code))]))
  const setOf = (right: Right) => within.get(right) ?? new Set<string>()
  return {
    ...person,
    may: (right, ...asked) => {
      const set = setOf(right)
      if (set === 'all') return true
      return asked.length === 0 ? set.size > 0 : asked.every((agency) => set.has(agency))
    },
    agencies: (right) => {
      const set = setOf(right)
      return set === 'all' ? set : [...set].sort()
    },
  }
}
