// Clusters of any records by weight alone: components, every pair inside scored, average linkage. No steward, no persons.
import { compareIds } from '../id.ts'
import { averageLinkage } from './average-linkage.ts'
import { componentsOf } from './components.ts'
import { everyTwo, keyOfTwo, type Two } from './two.ts'

export interface Weighed {
  readonly a: string
  readonly b: string
  readonly weight: number
}

/** All pairs of a larger component are too many to score; its weakest edges are taken out first, a bit at a time. */
const largestComponent = 500

/**
 * Every id in one cluster, all sorted. `pairs` are those blocking found, `score` gives the others inside a component.
 * A pair that cannot be scored counts as `cut`: it neither joins nor parts.
 */
export async function clustersOf(given: {
  readonly ids: Iterable<string>
  readonly pairs: readonly Weighed[]
  readonly score: (pairs: readonly Two[]) => Promise<readonly Weighed[]>
  readonly cut: number
}): Promise<string[][]> {
  const { cut } = given
  const linked = componentsWithin([...given.pairs], cut)
  const weights = new Map(given.pairs.map((pair) => [keyOfTwo(pair.a, pair.b), pair.weight]))
  const unknown = linked.flatMap((members) => everyTwo(members).filter(([a, b]) => !weights.has(keyOfTwo(a, b))))
  for (const { a, b, weight } of await given.score(unknown)) weights.set(keyOfTwo(a, b), weight)
  const groups = linked.flatMap((members) =>
    averageLinkage(members, (a, b) => weights.get(keyOfTwo(a, b)) ?? cut, undefined, cut),
  )
  const held = new Set(groups.flat())
  const alone = [...given.ids].filter((id) => !held.has(id)).map((id) => [id])
  return [...groups, ...alone].sort(([a = ''], [b = '']) => compareIds(a, b))
}

/** Components over the pairs above `cut`, two members or more. */
function componentsWithin(pairs: readonly Weighed[], cut: number): string[][] {
  const edges = pairs.filter(({ weight }) => weight > cut)
  const ids = [...new Set(edges.flatMap(({ a, b }) => [a, b]))]
  return componentsOf(ids, edges).flatMap((members) => {
    if (members.length <= largestComponent) return [members]
    const inside = new Set(members)
    return componentsWithin(
      edges.filter(({ a }) => inside.has(a)),
      cut + 1,
    )
  })
}
