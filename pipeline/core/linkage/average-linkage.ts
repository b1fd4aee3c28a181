// Average linkage: joins the two groups whose records weigh most against each other on average, until none is worth it.
// Sums are whole thousandths of a bit and compared as fractions, so that no order of rows can change a result.
import { compareIds } from '../id.ts'
import type { Two } from './two.ts'

/** What a steward said of pairs: `together` from the start, `apart` never in one group, not even over others. */
export interface Ties {
  readonly together: readonly Two[]
  readonly apart: readonly Two[]
}

/** Place in the list of groups is the place of its first member; `toOthers` and `apart` are by such places. */
interface Group {
  readonly place: number
  members: string[]
  readonly toOthers: Float64Array
  readonly apart: Uint8Array
}

/**
 * The members in groups, all sorted. Two groups are joined while their mean weight (bits, of every two records) is above
 * `cut` and nobody of one is to be apart from somebody of the other; the best first, of equals the one with the first
 * ids. Where ties contradict each other `apart` wins.
 */
export function averageLinkage(
  members: readonly string[],
  weightOf: (a: string, b: string) => number,
  ties: Ties = { together: [], apart: [] },
  cut = 0,
): string[][] {
  const ids = [...members].sort(compareIds)
  const groups = singles(ids, weightOf, ties.apart)
  for (const [a, b] of sortedPairs(ties.together)) {
    const [x, y] = [a, b].map((id) => groups.find((group) => group.members.includes(id)))
    if (x && y && x !== y && !x.apart[y.place]) join(groups, x, y)
  }
  const least = Math.round(cut * 1000)
  for (let best = bestOf(groups, least); best; best = bestOf(groups, least)) join(groups, ...best)
  return groups.map((group) => group.members)
}

function singles(ids: readonly string[], weightOf: (a: string, b: string) => number, apart: readonly Two[]): Group[] {
  const groups = ids.map((id, place): Group => ({
    place,
    members: [id],
    toOthers: Float64Array.from(ids, (other) => (other === id ? 0 : Math.round(weightOf(id, other) * 1000))),
    apart: new Uint8Array(ids.length),
  }))
  const byId = new Map(groups.map((group, place) => [ids[place], group]))
  for (const [a, b] of apart) {
    const [x, y] = [byId.get(a), byId.get(b)]
    if (!x || !y) continue
    x.apart[y.place] = 1
    y.apart[x.place] = 1
  }
  return groups
}

function sortedPairs(pairs: readonly Two[]): Two[] {
  return pairs
    .map(([a, b]): Two => (compareIds(a, b) < 0 ? [a, b] : [b, a]))
    .sort(([a, b], [c, d]) => compareIds(a, c) || compareIds(b, d))
}

function bestOf(groups: readonly Group[], least: number): [Group, Group] | undefined {
  let best: { pair: [Group, Group]; sum: number; count: number } | undefined
  for (const [at, x] of groups.entries()) {
    for (const y of groups.slice(at + 1)) {
      const sum = x.toOthers[y.place] ?? 0
      const count = x.members.length * y.members.length
      if (x.apart[y.place] || sum <= least * count) continue
      if (!best || sum * best.count > best.sum * count) best = { pair: [x, y], sum, count }
    }
  }
  return best?.pair
}

/** The second goes into the first, whose first id is the smaller: the list stays sorted. */
function join(groups: Group[], one: Group, other: Group): void {
  const [kept, gone] = one.place < other.place ? [one, other] : [other, one]
  kept.members = [...kept.members, ...gone.members].sort(compareIds)
  groups.splice(groups.indexOf(gone), 1)
  for (const group of groups) {
    if (group === kept) continue
    const sum = (kept.toOthers[group.place] ?? 0) + (gone.toOthers[group.place] ?? 0)
    const isApart = kept.apart[group.place] || gone.apart[group.place] ? 1 : 0
    kept.toOthers[group.place] = group.toOthers[kept.place] = sum
    kept.apart[group.place] = group.apart[kept.place] = isApart
  }
}
