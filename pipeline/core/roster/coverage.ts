// How many of the expected are received, by agency and summed up the tree.
import type { AgencyTree } from '../agency-tree.ts'
import type { RosterComparison } from './compare-roster.ts'

export const coverageKinds = ['received', 'ambiguous', 'missing', 'unexpected', 'unidentified'] as const
export type CoverageKind = (typeof coverageKinds)[number]
/** `expected` is received + ambiguous + missing; the other two were received and are not of the expected. */
export type Coverage = Readonly<Record<CoverageKind, number>>

export const noCoverage: Coverage = { received: 0, ambiguous: 0, missing: 0, unexpected: 0, unidentified: 0 }
export const expectedIn = ({ received, ambiguous, missing }: Coverage): number => received + ambiguous + missing

export const addCoverage = (a: Coverage, b: Coverage): Coverage => ({
  received: a.received + b.received,
  ambiguous: a.ambiguous + b.ambiguous,
  missing: a.missing + b.missing,
  unexpected: a.unexpected + b.unexpected,
  unidentified: a.unidentified + b.unidentified,
})

export interface AgencyCoverage {
  /** Of the agency alone. */
  readonly own: Coverage
  /** With all agencies under it. */
  readonly whole: Coverage
}

/** Only agencies of which, or under which, somebody is expected or received. The expected count where they are expected. */
export function coverageByAgency(
  comparison: RosterComparison,
  tree: Pick<AgencyTree, 'lineage'>,
): Map<string, AgencyCoverage> {
  const agenciesOf: Readonly<Record<CoverageKind, readonly string[]>> = {
    received: comparison.received.map(({ entry }) => entry.agency),
    ambiguous: comparison.ambiguous.map(({ entry }) => entry.agency),
    missing: comparison.missing.map(({ agency }) => agency),
    unexpected: comparison.unexpected.map(({ agency }) => agency),
    unidentified: comparison.unidentified.map(({ agency }) => agency),
  }
  const own = new Map<string, Coverage>()
  for (const kind of coverageKinds)
    for (const agency of agenciesOf[kind]) {
      const before = own.get(agency) ?? noCoverage
      own.set(agency, { ...before, [kind]: before[kind] + 1 })
    }
  const sums = summedUp(own, tree, noCoverage, addCoverage)
  return new Map([...sums].map(([agency, whole]) => [agency, { own: own.get(agency) ?? noCoverage, whole }]))
}

export const totalCoverage = (agencies: ReadonlyMap<string, AgencyCoverage>): Coverage =>
  [...agencies.values()].reduce<Coverage>((sum, { own }) => addCoverage(sum, own), noCoverage)

/** What each agency has with all under it; an agency that stands in no tree is its own root. */
export function summedUp<T>(
  own: ReadonlyMap<string, T>,
  tree: Pick<AgencyTree, 'lineage'>,
  nothing: T,
  add: (a: T, b: T) => T,
): Map<string, T> {
  const sums = new Map<string, T>()
  for (const [agency, value] of own)
    for (const above of tree.lineage(agency)) sums.set(above, add(sums.get(above) ?? nothing, value))
  return sums
}
