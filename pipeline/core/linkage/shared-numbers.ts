// One number on several people: a husband's in his wife's dossier, a clerk's filler. Seen from the pairs that share it.
import type { LinkageModel } from '../../../schemas/linkage-model.ts'
import type { ScoredPair } from '../stage.ts'
import { holds, type Standing } from './band.ts'
import { componentsOf } from './components.ts'

/** The levels at which two records have one number. */
const shared = ['same', 'sameOtherName']

/** Counts the names under each number that classes of the model rely on, among these pairs. */
export function namesUnderNumbers(model: LinkageModel, pairs: Iterable<ScoredPair>): Standing['namesUnder'] {
  const numbers = [...new Set(model.sameWhen.flatMap(({ namesAtMost }) => Object.keys(namesAtMost)))]
  const sharing = new Map(numbers.map((number) => [number, Array<ScoredPair>()]))
  for (const pair of pairs)
    for (const number of numbers) if (shared.includes(pair.levels[number] ?? '')) sharing.get(number)?.push(pair)
  const counts = new Map([...sharing].map(([number, those]) => [number, namesIn(model, those)]))
  return ({ a, b, levels }, number) =>
    shared.includes(levels[number] ?? '') ? Math.max(...[a, b].map((id) => counts.get(number)?.get(id) ?? 1)) : 1
}

/** By record: how many different names stand under its number. */
function namesIn(model: LinkageModel, sharing: readonly ScoredPair[]): Map<string, number> {
  const counts = new Map<string, number>()
  const ids = [...new Set(sharing.flatMap(({ a, b }) => [a, b]))]
  const isOneName = (pair: ScoredPair) => !model.otherName || !holds(model.otherName, pair)
  const placeOfName = new Map(
    componentsOf(ids, sharing.filter(isOneName)).flatMap((members, place) => members.map((id) => [id, place] as const)),
  )
  for (const members of componentsOf(ids, sharing)) {
    const names = new Set(members.map((id) => placeOfName.get(id))).size
    for (const id of members) counts.set(id, names)
  }
  return counts
}
