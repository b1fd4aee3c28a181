// From pairs to persons: average linkage inside chains of `same`; a group that is doubtful as a whole goes to a steward.
import type { CandidatePair, Cluster } from '../../../schemas/index.ts'
import { compareIds, idOf } from '../../core/id.ts'
import { averageLinkage, type Ties } from '../../core/linkage/average-linkage.ts'
import { componentsOf } from '../../core/linkage/components.ts'
import { everyTwo, keyOfTwo, type Two } from '../../core/linkage/two.ts'

/** A person with more dossiers than this is looked at, though joined. */
const UNREMARKABLE = 3
/** More dossiers than this are not joined without a person: chains join strangers. */
const LARGE = 6
/** No person has more; a chain this long is a defect of the data and not worth the scoring of all its pairs. */
const IMPOSSIBLE = 50

const FELL_APART =
  'Nhóm hồ sơ này quá lớn, chỉ nối nhau qua một hồ sơ, hoặc có hai hồ sơ không thể là một người nên không tự gộp. Hãy xem từng cặp và quyết định.'
const OTHER_GROUP = 'Xét cả nhóm, mỗi hồ sơ của cặp này gần với hồ sơ khác hơn. Hãy xem từng cặp và quyết định.'

/** The chains of `same` of which every pair is to be weighed; longer ones fall apart without. */
export function chainsOf(pairs: readonly CandidatePair[]): string[][] {
  const same = pairs.filter(isSame)
  const linked = [...new Set(same.flatMap(({ a, b }) => [a, b]))]
  return componentsOf(linked, same).filter(({ length }) => length > 1 && length <= IMPOSSIBLE)
}

/**
 * Every dossier in exactly one cluster, whatever the order. The clusters are the components of the `same` pairs given
 * back: a `same` pair whose dossiers end in two clusters is taken back to `review`, all but the steward's own, and these
 * too where a steward said `different` inside.
 */
export function cluster(
  dossiers: readonly string[],
  pairs: readonly CandidatePair[],
): { pairs: CandidatePair[]; clusters: Cluster[] } {
  const components = componentsOf(dossiers, pairs.filter(isSame))
  const at = new Map(components.flatMap((members, index) => members.map((dossier) => [dossier, index])))
  const inside = new Map<number, Map<string, CandidatePair>>()
  for (const pair of pairs) {
    const index = at.get(pair.a)
    if (index === undefined || index !== at.get(pair.b)) continue
    const others = inside.get(index)
    if (others) others.set(keyOfTwo(pair.a, pair.b), pair)
    else inside.set(index, new Map([[keyOfTwo(pair.a, pair.b), pair]]))
  }
  const settled = new Map<CandidatePair, CandidatePair>()
  const clusters = components.flatMap((members, index) => settle(members, inside.get(index) ?? new Map(), settled))
  return {
    pairs: pairs.map((pair) => settled.get(pair) ?? pair).sort((x, y) => compareIds(x.a, y.a) || compareIds(x.b, y.b)),
    clusters: clusters.sort((x, y) => compareIds(x.dossiers[0] ?? '', y.dossiers[0] ?? '')),
  }
}

type Inside = ReadonlyMap<string, CandidatePair>

function settle(members: readonly string[], inside: Inside, settled: Map<CandidatePair, CandidatePair>): Cluster[] {
  if (members.length === 1) return [clusterOf(members, false)]
  const pairs = [...inside.values()]
  const groups = members.length > IMPOSSIBLE ? [members] : groupsOf(members, inside)
  const clusters = groups.flatMap((group) => {
    const own = pairsWithin(group, inside)
    if (isSound(group, own)) return [clusterOf(group, !own.every(isDecided) && needsLook(group, own))]
    return decidedParts(group, own).map((part) => clusterOf(part, true))
  })
  const placeOf = new Map(clusters.flatMap(({ dossiers }, place) => dossiers.map((dossier) => [dossier, place])))
  const groupOf = new Map(groups.flatMap((group, place) => group.map((dossier) => [dossier, place])))
  for (const pair of pairs.filter(isSame)) {
    if (placeOf.get(pair.a) === placeOf.get(pair.b)) continue
    const veto = groupOf.get(pair.a) === groupOf.get(pair.b) ? FELL_APART : OTHER_GROUP
    settled.set(pair, { ...pair, band: 'review', veto })
  }
  return clusters.map((one) => ({ ...one, needsReview: one.needsReview || groups.length > 1 }))
}

function groupsOf(members: readonly string[], inside: Inside): string[][] {
  const decided = [...inside.values()].filter(isDecided)
  const two = ({ a, b }: CandidatePair): Two => [a, b]
  const ties: Ties = {
    together: decided.filter(isSame).map(two),
    apart: decided.filter((pair) => !isSame(pair)).map(two),
  }
  return averageLinkage(members, (a, b) => inside.get(keyOfTwo(a, b))?.weight ?? 0, ties)
}

/** Joined without a person: nobody inside who cannot be the same, not large, and no single record holding it together. */
function isSound(group: readonly string[], own: readonly CandidatePair[]): boolean {
  if (own.some(cannotLink) || group.length > IMPOSSIBLE) return false
  const same = own.filter(isSame)
  if (componentsOf(group, same).length > 1) return false
  if (own.every(isDecided) || group.length === 2) return true
  return group.length <= LARGE && !hasBridge(group, own)
}

/** Whether the group falls in two when one pair is taken away: of those a person joined, none counts. */
function hasBridge(group: readonly string[], own: readonly CandidatePair[]): boolean {
  const close = own.filter(({ band }) => band !== 'distinct')
  return close.some((bridge) => {
    const rest = close.filter((pair) => pair !== bridge)
    return !isDecided(bridge) && componentsOf(group, rest).length > 1
  })
}

const needsLook = (group: readonly string[], own: readonly CandidatePair[]) =>
  group.length > UNREMARKABLE || own.some(({ band }) => band !== 'same')

/** What a steward joined stays joined, unless he parted it too. */
function decidedParts(group: readonly string[], own: readonly CandidatePair[]): string[][] {
  const isOpposed = (part: readonly string[]) =>
    own.some((pair) => isDecided(pair) && !isSame(pair) && part.includes(pair.a) && part.includes(pair.b))
  return componentsOf(
    group,
    own.filter((pair) => isSame(pair) && isDecided(pair)),
  ).flatMap((part) => (isOpposed(part) ? part.map((dossier) => [dossier]) : [part]))
}

const pairsWithin = (group: readonly string[], inside: Inside): CandidatePair[] =>
  everyTwo(group).flatMap(([a, b]) => inside.get(keyOfTwo(a, b)) ?? [])

const isSame = ({ band }: CandidatePair) => band === 'same'
const isDecided = ({ decisionId }: CandidatePair) => decisionId !== undefined
const cannotLink = ({ band, veto }: CandidatePair) => band === 'distinct' || veto !== undefined

function clusterOf(members: readonly string[], needsReview: boolean): Cluster {
  const dossiers = [...members].sort(compareIds)
  return { clusterId: idOf(dossiers), dossiers, needsReview }
}
