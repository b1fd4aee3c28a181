// From pairs to persons: chains over `same`, unless something inside says they are not one; then the chain falls apart.
import type { CandidatePair, Cluster } from '../../../schemas/index.ts'
import { compareIds, idOf } from '../../core/id.ts'

/** A person with more dossiers than this is looked at: chains join strangers. */
const UNREMARKABLE = 3
/** No person has more; a chain this long is a defect of the data, and scoring all its pairs would take for ever. */
const IMPOSSIBLE = 20

const FELL_APART =
  'Nhóm hồ sơ này chứa hai hồ sơ không thể là một người nên không tự gộp. Hãy xem từng cặp và quyết định.'

/**
 * Every dossier in exactly one cluster, whatever the order. The clusters are the components of the `same` pairs given
 * back: where a component holds a pair that cannot be one person, its links are taken back to `review`, all but the
 * steward's own, and these too where a steward said `different` inside.
 */
export function cluster(
  dossiers: readonly string[],
  pairs: readonly CandidatePair[],
): { pairs: CandidatePair[]; clusters: Cluster[] } {
  const components = componentsOf(dossiers, pairs.filter(isSame))
  const at = new Map(components.flatMap((members, index) => members.map((dossier) => [dossier, index])))
  const inside = new Map<number, CandidatePair[]>()
  for (const pair of pairs) {
    const index = at.get(pair.a)
    if (index === undefined || index !== at.get(pair.b)) continue
    const others = inside.get(index)
    if (others) others.push(pair)
    else inside.set(index, [pair])
  }
  const settled = new Map<CandidatePair, CandidatePair>()
  const clusters = components.flatMap((members, index) => settle(members, inside.get(index) ?? [], settled))
  return {
    pairs: pairs.map((pair) => settled.get(pair) ?? pair).sort((x, y) => compareIds(x.a, y.a) || compareIds(x.b, y.b)),
    clusters: clusters.sort((x, y) => compareIds(x.dossiers[0] ?? '', y.dossiers[0] ?? '')),
  }
}

/** The members of each component, sorted; `links` beyond the dossiers are ignored. */
export function componentsOf(dossiers: readonly string[], links: readonly { a: string; b: string }[]): string[][] {
  const parents = new Map(dossiers.map((dossier) => [dossier, dossier]))
  const rootOf = (dossier: string): string => {
    let root = dossier
    for (let above = parents.get(root); above !== undefined && above !== root; above = parents.get(root)) root = above
    parents.set(dossier, root)
    return root
  }
  for (const { a, b } of links) if (parents.has(a) && parents.has(b)) parents.set(rootOf(a), rootOf(b))
  const groups = new Map<string, string[]>()
  for (const dossier of [...parents.keys()].sort(compareIds)) {
    const root = rootOf(dossier)
    const members = groups.get(root)
    if (members) members.push(dossier)
    else groups.set(root, [dossier])
  }
  return [...groups.values()]
}

/** Whether all pairs of a component are to be scored; a longer one falls apart without. */
export const mayBeOnePerson = (members: readonly string[]) => members.length > 1 && members.length <= IMPOSSIBLE

function settle(
  members: readonly string[],
  inside: readonly CandidatePair[],
  settled: Map<CandidatePair, CandidatePair>,
): Cluster[] {
  if (members.length <= IMPOSSIBLE && !inside.some(cannotLink)) {
    const isDoubtful = members.length > UNREMARKABLE || inside.some(({ band }) => band !== 'same')
    return [clusterOf(members, isDoubtful && !inside.every(isDecided))]
  }
  const isOpposed = (group: readonly string[]) =>
    inside.some((pair) => isDecided(pair) && !isSame(pair) && group.includes(pair.a) && group.includes(pair.b))
  const kept = componentsOf(
    members,
    inside.filter((pair) => isSame(pair) && isDecided(pair)),
  ).flatMap((group) => (isOpposed(group) ? group.map((dossier) => [dossier]) : [group]))
  for (const pair of inside.filter(isSame)) {
    if (kept.some((group) => group.includes(pair.a) && group.includes(pair.b))) continue
    settled.set(pair, { ...pair, band: 'review', veto: FELL_APART })
  }
  return kept.map((group) => clusterOf(group, true))
}

const isSame = ({ band }: CandidatePair) => band === 'same'
const isDecided = ({ decisionId }: CandidatePair) => decisionId !== undefined
const cannotLink = ({ band, veto }: CandidatePair) => band === 'distinct' || veto !== undefined

function clusterOf(members: readonly string[], needsReview: boolean): Cluster {
  const dossiers = [...members].sort(compareIds)
  return { clusterId: idOf(dossiers), dossiers, needsReview }
}
