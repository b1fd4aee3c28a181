// Union-find over ids: which records hang together by links.
import { compareIds } from '../id.ts'

/** The members of each component, all sorted; links beyond the ids are ignored. */
export function componentsOf(ids: readonly string[], links: Iterable<{ a: string; b: string }>): string[][] {
  const sorted = [...ids].sort(compareIds)
  const placeOf = new Map(sorted.map((id, place) => [id, place]))
  const parents = Int32Array.from(sorted, (_, place) => place)
  const rootOf = (place: number): number => {
    let root = place
    while (parents[root] !== root) root = parents[root] = parents[parents[root] ?? 0] ?? 0
    return root
  }
  for (const { a, b } of links) {
    const [x, y] = [placeOf.get(a), placeOf.get(b)]
    if (x !== undefined && y !== undefined) parents[rootOf(x)] = rootOf(y)
  }
  const groups = new Map<number, string[]>()
  for (const [place, id] of sorted.entries()) {
    const root = rootOf(place)
    const members = groups.get(root)
    if (members) members.push(id)
    else groups.set(root, [id])
  }
  return [...groups.values()]
}
