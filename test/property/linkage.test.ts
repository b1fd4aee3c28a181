// Laws of the engine: symmetric weights, order and unrelated rows change nothing, and EM finds the numbers it was drawn from.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadLinkageModel } from '../../pipeline/adapters/linkage-model.ts'
import { linkRowOf } from '../../pipeline/core/link-record.ts'
import type { LinkTable, Pattern } from '../../pipeline/core/stage.ts'
import { trainRound } from '../../pipeline/stages/link/em.ts'
import { estimated } from '../../pipeline/stages/link/estimate.ts'
import type { LinkageModel } from '../../schemas/index.ts'
import { province } from '../../samples/province.ts'
import { aTable, type Fields } from '../support/linkage-table.ts'

const shipped = await loadLinkageModel()
const model = { ...shipped, estimation: { ...shipped.estimation, randomPairs: 20_000 } }
const fieldsOf = (persons: number, seed: string) =>
  [...province({ persons, seed })].map(({ record }) => linkRowOf(record).fields)
const aRecord = fc.constantFrom(...fieldsOf(150, 'two'))
const shared = fc.subarray(['fullName', 'birthDate', 'gender', 'citizenId', 'hometown', 'hometownUnits'] as const)
/** Two records that share some values and not others, so that every level turns up. */
const twoRecords = fc
  .tuple(aRecord, aRecord, shared)
  .map(([x, y, same]): [Fields, Fields] => [x, { ...y, ...Object.fromEntries(same.map((one) => [one, x[one] ?? ''])) }])

async function pairsOf(table: LinkTable, by: LinkageModel) {
  const pairs = []
  for await (const pair of table.pairs(by)) pairs.push(pair)
  return pairs
}

describe('the weight of a pair', () => {
  it('is the same whichever record comes first', async () => {
    const many = fc.array(twoRecords, { minLength: 30, maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(many, async (twos) => {
        const rows = twos.flatMap(([x, y], at) => [
          [`${at} x`, x],
          [`${at} y`, y],
          [`${at} other x`, x],
          [`${at} first y`, y],
        ])
        await using table = await aTable(model, Object.fromEntries(rows))
        const weigh = async (first: string, second: string) => {
          const found = await table.score(
            model,
            twos.map((_, at) => [`${at} ${first}`, `${at} ${second}`]),
          )
          return new Map(found.map(({ a, weight, levels }) => [parseInt(a), { weight, levels }]))
        }
        expect(await weigh('x', 'y')).toEqual(await weigh('first y', 'other x'))
      }),
      { numRuns: 5 },
    )
  })
})

describe('an estimate', () => {
  const rows = Object.fromEntries(
    [...province({ persons: 800, seed: '5' })].map(({ record }) => [record.dossier, linkRowOf(record).fields]),
  )

  it('does not depend on the order of rows, nor do the pairs that come of it', async () => {
    const turned = Object.fromEntries(Object.entries(rows).reverse())
    await using one = await aTable(model, rows)
    await using other = await aTable(model, turned)
    const [trained, again] = [await estimated(model, one), await estimated(model, other)]
    expect(again).toEqual(trained)
    const pairs = await pairsOf(one, trained)
    expect(pairs.length).toBeGreaterThan(30)
    expect(await pairsOf(other, again)).toEqual(pairs)
  })

  it('once made is frozen: rows that have nothing to do with a pair do not change its weight', async () => {
    const more = { ...rows, ...Object.fromEntries(fieldsOf(300, 'more').map((fields, at) => [`new ${at}`, fields])) }
    await using one = await aTable(model, rows)
    await using other = await aTable(model, more)
    const isOld = ({ a, b }: { a: string; b: string }) => a in rows && b in rows
    expect((await pairsOf(other, model)).filter(isOld)).toEqual(await pairsOf(one, model))
  })
})

describe('expectation–maximisation', () => {
  const aComparison = fc
    .record({
      exact: fc.double({ min: 0.6, max: 0.9, noNaN: true }),
      chance: fc.double({ min: 0.01, max: 0.15, noNaN: true }),
    })
    .map(({ exact, chance }) => ({ m: [exact, 0.06, 0.94 - exact], u: [chance, 0.05, 0.95 - chance] }))

  it('recovers the m that pairs were drawn from', () => {
    const drawn = fc.record({
      comparisons: fc.array(aComparison, { minLength: 4, maxLength: 5 }),
      share: fc.double({ min: 0.05, max: 0.5, noNaN: true }),
    })
    fc.assert(
      fc.property(drawn, ({ comparisons, share }) => {
        const [m, u] = [comparisons.map((one) => one.m), comparisons.map((one) => one.u)]
        const start = comparisons.map(() => [0.85, 0.1, 0.05])
        const trained = comparisons.map((_, at) => at)
        const found = trainRound(patternsOf(m, u, share), trained, { m: start, u, share: 0.3, mostShare: 0.99 })
        expect(found.share).toBeCloseTo(share, 2)
        for (const [at, levels] of found.m.entries())
          for (const [level, value] of levels.entries()) expect(value).toBeCloseTo(m[at]?.[level] ?? 0, 2)
      }),
      { numRuns: 30 },
    )
  })
})

/** As many pairs of each pattern as the numbers say, out of a million. */
function patternsOf(m: readonly number[][], u: readonly number[][], share: number): Pattern[] {
  const all = m.reduce<number[][]>(
    (made, levels) => made.flatMap((one) => levels.map((_, level) => [...one, level])),
    [[]],
  )
  const chanceOf = (by: readonly number[][], levels: readonly number[]) =>
    levels.reduce((product, level, at) => product * (by[at]?.[level] ?? 0), 1)
  return all.map((levels) => ({
    levels,
    pairs: 1e6 * (share * chanceOf(m, levels) + (1 - share) * chanceOf(u, levels)),
  }))
}
