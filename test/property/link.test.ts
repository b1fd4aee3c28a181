// Laws of linking: symmetry of the weight, clusters that ignore order and agree with a naive oracle, cannot-links.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { averageLinkage, type Ties } from '../../pipeline/core/linkage/average-linkage.ts'
import { clustersOf } from '../../pipeline/core/linkage/clusters-of.ts'
import { everyTwo, keyOfTwo, type Two } from '../../pipeline/core/linkage/two.ts'
import { cluster } from '../../pipeline/stages/link/cluster.ts'
import type { CandidatePair } from '../../schemas/index.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
/** Few different weights, so that ties are common. */
const aWeight = fc.constantFrom(-9, -4, -1.5, 0, 2, 6, 6, 13, 20)
const allWeights = fc
  .array(aWeight, { minLength: 28, maxLength: 28 })
  .map((weights) => new Map(everyTwo(ids).map(([a, b], at) => [keyOfTwo(a, b), weights[at] ?? 0])))
const somePairs = (max: number) =>
  fc.uniqueArray(fc.constantFrom(...everyTwo(ids)), { maxLength: max, selector: (two) => two.join() })
const someTies: fc.Arbitrary<Ties> = fc.record({ together: somePairs(3), apart: somePairs(4) })

/** Average linkage as one would say it: score every two groups anew each time, join the best, until none is above 0. */
function naiveGroups(weights: ReadonlyMap<string, number>, { together, apart }: Ties): string[][] {
  let groups = ids.map((id) => [id])
  const join = (x: string[], y: string[]) => {
    groups = [...groups.filter((group) => group !== x && group !== y), [...x, ...y].sort()].sort()
  }
  const between = (x: string[], y: string[]) => x.flatMap((a) => y.map((b): Two => [a, b]))
  const isApart = (x: string[], y: string[]) =>
    between(x, y).some((two) => apart.some((one) => keyOfTwo(...one) === keyOfTwo(...two)))
  const mean = (x: string[], y: string[]) =>
    between(x, y).reduce((sum, two) => sum + (weights.get(keyOfTwo(...two)) ?? 0), 0) / (x.length * y.length)
  for (const [a, b] of [...together].sort((x, y) => (x.join() < y.join() ? -1 : 1))) {
    const [x = [], y = []] = [a, b].map((id) => groups.find((group) => group.includes(id)) ?? [])
    if (x !== y && !isApart(x, y)) join(x, y)
  }
  for (;;) {
    const all = groups.flatMap((x, at) => groups.slice(at + 1).map((y) => ({ x, y, weight: mean(x, y) })))
    const best = all
      .filter(({ x, y, weight }) => weight > 1e-9 && !isApart(x, y))
      .reduce<(typeof all)[number] | undefined>(
        (top, one) => (top && top.weight >= one.weight - 1e-9 ? top : one),
        undefined,
      )
    if (!best) return groups
    join(best.x, best.y)
  }
}

describe('average linkage', () => {
  it('agrees with a naive oracle, whatever the weights and what a steward said', () => {
    fc.assert(
      fc.property(allWeights, someTies, (weights, ties) => {
        const groups = averageLinkage(ids, (a, b) => weights.get(keyOfTwo(a, b)) ?? 0, ties)
        expect(groups).toEqual(naiveGroups(weights, ties))
      }),
      { numRuns: 400 },
    )
  })

  it('ignores the order of members and of ties, and never joins two that are to be apart', () => {
    fc.assert(
      fc.property(allWeights, someTies, fc.shuffledSubarray(ids, { minLength: 8 }), (weights, ties, shuffled) => {
        const weightOf = (a: string, b: string) => weights.get(keyOfTwo(a, b)) ?? 0
        const groups = averageLinkage(ids, weightOf, ties)
        const turned = { together: [...ties.together].reverse(), apart: [...ties.apart].reverse() }
        expect(averageLinkage(shuffled, weightOf, turned)).toEqual(groups)
        for (const [a, b] of ties.apart)
          expect(groups.some((group) => group.includes(a) && group.includes(b))).toBe(false)
      }),
    )
  })

  it('over components gives each id once, and what is not connected does not matter', async () => {
    await fc.assert(
      fc.asyncProperty(allWeights, async (weights) => {
        const weighed = everyTwo(ids).map(([a, b]) => ({ a, b, weight: weights.get(keyOfTwo(a, b)) ?? 0 }))
        const score = (pairs: readonly Two[]) =>
          Promise.resolve(weighed.filter(({ a, b }) => pairs.some((two) => keyOfTwo(...two) === keyOfTwo(a, b))))
        const pairs = weighed.filter(({ weight }) => weight > 0)
        const groups = await clustersOf({ ids, pairs, score, cut: 0 })
        expect(groups.flat().sort()).toEqual(ids)
        const others = [{ a: 'y', b: 'z', weight: 30 }]
        const more = await clustersOf({ ids: ['y', ...ids, 'z'], pairs: [...others, ...pairs], score, cut: 0 })
        expect(more).toEqual([...groups, ['y', 'z']])
      }),
    )
  })
})

const aPair = fc.record({
  ends: fc.constantFrom(...everyTwo(ids)),
  band: fc.constantFrom('same', 'same', 'review', 'distinct' as const),
  isVetoed: fc.boolean(),
  isDecided: fc.boolean(),
})
const candidatePairs: fc.Arbitrary<CandidatePair[]> = fc
  .uniqueArray(aPair, { selector: ({ ends }) => ends.join(), maxLength: 14 })
  .map((links) =>
    links.map(({ ends: [a, b], band, isVetoed, isDecided }) => {
      const weight = { same: 20, review: 6, distinct: -9 }[band]
      const pair: CandidatePair = { a, b, band, weight, evidence: [] }
      if (isDecided && band !== 'review') return { ...pair, decisionId: `${a}${b}` }
      return band === 'review' && isVetoed ? { ...pair, veto: 'Khác giới tính.' } : pair
    }),
  )

describe('persons', () => {
  it('ignore the order of pairs and of dossiers', () => {
    const shuffled = candidatePairs.chain((pairs) =>
      fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, { minLength: pairs.length })),
    )
    fc.assert(
      fc.property(shuffled, ([pairs, turned]) => {
        expect(cluster([...ids].reverse(), turned)).toEqual(cluster(ids, pairs))
      }),
    )
  })

  it('are the components of the pairs that are left the same, and hold every dossier once', () => {
    fc.assert(
      fc.property(candidatePairs, (given) => {
        const { pairs, clusters } = cluster(ids, given)
        let groups = ids.map((id) => [id])
        for (const { a, b } of pairs.filter(({ band }) => band === 'same')) {
          const joined = groups.filter((group) => group.includes(a) || group.includes(b)).flat()
          groups = [...groups.filter((group) => !group.includes(a) && !group.includes(b)), joined]
        }
        expect(clusters.map((one) => one.dossiers)).toEqual(groups.map((group) => group.sort()).sort())
      }),
    )
  })

  it('never hold two that cannot be one, unless a steward joined them over others', () => {
    fc.assert(
      fc.property(candidatePairs, (given) => {
        const { clusters } = cluster(ids, given)
        const joined = clusters.map((one) => one.dossiers)
        const decided = given.filter((pair) => pair.decisionId !== undefined)
        for (const { a, b, band, veto, decisionId } of given) {
          if (band !== 'distinct' && veto === undefined) continue
          const holder = joined.find((group) => group.includes(a) && group.includes(b))
          if (!holder) continue
          expect(decisionId).toBeUndefined()
          const own = decided.filter(
            (pair) => pair.band === 'same' && holder.includes(pair.a) && holder.includes(pair.b),
          )
          expect(cluster(holder, own).clusters).toHaveLength(1)
        }
      }),
    )
  })

  it('are not changed by pairs among others', () => {
    fc.assert(
      fc.property(candidatePairs, (given) => {
        const { clusters } = cluster(ids, given)
        const stranger: CandidatePair = { a: 'y', b: 'z', band: 'same', weight: 20, evidence: [] }
        const among = cluster([...ids, 'y', 'z'], [...given, stranger]).clusters
        expect(among.filter(({ dossiers }) => !dossiers.includes('y'))).toEqual(clusters)
      }),
    )
  })
})
