// Laws of linking: symmetry of the weight, clusters that ignore order and agree with a plain union-find, cannot-links.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadLinkageModel } from '../../pipeline/adapters/linkage-model.ts'
import { cluster } from '../../pipeline/stages/link/cluster.ts'
import { scorerOf } from '../../pipeline/stages/link/score.ts'
import type { CandidatePair } from '../../schemas/index.ts'
import { aProvince } from '../support/link-records.ts'

const score = scorerOf(await loadLinkageModel())
const { records } = aProvince(150, 11)
const aRecord = fc.constantFrom(...records)
/** Two records that share some values and not others, so that every level turns up. */
const twoRecords = fc
  .tuple(aRecord, aRecord, fc.subarray(['fullName', 'birthDate', 'gender', 'citizenId', 'hometownUnits'] as const))
  .map(([x, y, shared]) => [x, { ...y, ...Object.fromEntries(shared.map((field) => [field, x[field]])) }] as const)

describe('the weight of a pair', () => {
  it('is the same whichever record comes first', () => {
    fc.assert(
      fc.property(twoRecords, ([x, y]) => {
        const other = { ...y, dossier: 'another' }
        expect(score(x, other)).toEqual(score(other, x))
      }),
    )
  })

  it('is the sum of its evidence, to the last thousandth', () => {
    fc.assert(
      fc.property(twoRecords, ([x, y]) => {
        const { weight, evidence } = score(x, y)
        expect(evidence.reduce((sum, part) => sum + part.weight, 0)).toBeCloseTo(weight, 3)
      }),
    )
  })
})

const dossiers = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const aBand = fc.constantFrom('same', 'same', 'review', 'distinct' as const)
const somePairs: fc.Arbitrary<CandidatePair[]> = fc
  .uniqueArray(
    fc.record({ ends: fc.subarray(dossiers, { minLength: 2, maxLength: 2 }), band: aBand, isVetoed: fc.boolean() }),
    { selector: ({ ends }) => ends.join(), maxLength: 14 },
  )
  .map((links) =>
    links.map(({ ends: [a = '', b = ''], band, isVetoed }) => {
      const pair: CandidatePair = { a, b, band, weight: 0, evidence: [] }
      return band === 'review' && isVetoed ? { ...pair, veto: 'Khác giới tính.' } : pair
    }),
  )

/** Ten lines, as naive as can be. */
function unionFind(links: readonly { a: string; b: string }[]): string[][] {
  let groups = dossiers.map((dossier) => [dossier])
  for (const { a, b } of links) {
    const joined = groups.filter((group) => group.includes(a) || group.includes(b)).flat()
    groups = [...groups.filter((group) => !group.includes(a) && !group.includes(b)), joined]
  }
  return groups.map((group) => group.sort()).sort((x, y) => ((x[0] ?? '') < (y[0] ?? '') ? -1 : 1))
}

describe('clusters', () => {
  it('ignore the order of pairs and of dossiers', () => {
    fc.assert(
      fc.property(
        somePairs.chain((pairs) =>
          fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, { minLength: pairs.length })),
        ),
        ([pairs, shuffled]) => {
          expect(cluster([...dossiers].reverse(), shuffled)).toEqual(cluster(dossiers, pairs))
        },
      ),
    )
  })

  it('are the union-find of the pairs that are left the same', () => {
    fc.assert(
      fc.property(somePairs, (given) => {
        const { pairs, clusters } = cluster(dossiers, given)
        expect(clusters.map((one) => one.dossiers)).toEqual(unionFind(pairs.filter(({ band }) => band === 'same')))
      }),
    )
  })

  it('hold every dossier once, and never two that cannot be one person', () => {
    fc.assert(
      fc.property(somePairs, (given) => {
        const { clusters } = cluster(dossiers, given)
        expect(clusters.flatMap((one) => one.dossiers).sort()).toEqual(dossiers)
        for (const { a, b, band, veto } of given) {
          if (band !== 'distinct' && veto === undefined) continue
          expect(clusters.some((one) => one.dossiers.includes(a) && one.dossiers.includes(b))).toBe(false)
        }
      }),
    )
  })

  it('leave a chain without a contradiction whole', () => {
    fc.assert(
      fc.property(somePairs, (given) => {
        const harmless = given.filter(({ band, veto }) => band !== 'distinct' && veto === undefined)
        const same = harmless.filter(({ band }) => band === 'same')
        expect(cluster(dossiers, harmless).clusters.map((one) => one.dossiers)).toEqual(unionFind(same))
      }),
    )
  })
})
