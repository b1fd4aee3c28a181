// Laws of the measures: parts add up to the whole over any tree, order changes nothing, a fault never raises a share.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agencyTree } from '../../pipeline/core/agency-tree.ts'
import { compareRoster, type ReceivedPerson } from '../../pipeline/core/roster/compare-roster.ts'
import { coverageByAgency, expectedIn, totalCoverage } from '../../pipeline/core/roster/coverage.ts'
import { addCards, noCard, scoreDossier } from '../../pipeline/core/scorecard/score-dossier.ts'
import { personCards, reasonCounts, scorecardOf } from '../../pipeline/core/scorecard/scorecard.ts'
import { type Agency, measureNames, QualityDimension, type RosterEntry, Severity } from '../../schemas/index.ts'
import { aMeasured, demanded } from '../support/measured.ts'

/** Each agency stands under an earlier one or is a root: every tree there is. */
const trees = fc.array(fc.nat(), { minLength: 1, maxLength: 8 }).map((parents): Agency[] =>
  parents.map((parent, index) => ({
    code: `c${index}`,
    name: `Đơn vị ${index}`,
    mayHoldSecret: false,
    ...(parent % (index + 1) === index ? {} : { parentCode: `c${parent % (index + 1)}` }),
  })),
)
const findings = fc.array(
  fc.record({
    code: fc.constantFrom('x', 'y', 'z'),
    severity: fc.constantFrom(...Severity.options),
    dimension: fc.constantFrom(...QualityDimension.options),
    about: fc.subarray(['fullName', 'citizenId', 'education', 'hometown', 'nothing']),
    isWaived: fc.boolean(),
  }),
  { maxLength: 6 },
)
const dossiers = fc.array(
  fc.record({
    agency: fc.nat(7),
    batch: fc.nat(2),
    person: fc.nat(5),
    isJudged: fc.boolean(),
    isShared: fc.boolean(),
    findings,
  }),
  { maxLength: 12 },
)
type Drawn = typeof dossiers extends fc.Arbitrary<infer T> ? T : never
const scoresOf = (drawn: Drawn, agencies: readonly Agency[]) =>
  drawn.map(({ agency, batch, person, ...rest }, index) =>
    scoreDossier(
      aMeasured({
        dossier: `d${index}`,
        agency: `c${agency % agencies.length}`,
        batchId: `b${batch}`,
        personId: `p${person}`,
        ...rest,
      }),
      demanded,
    ),
  )

describe('the scorecard', () => {
  it('adds up: agencies, batches and persons each are the whole', () => {
    fc.assert(
      fc.property(trees, dossiers, fc.nat(3), (agencies, drawn, persons) => {
        const tree = agencyTree(agencies)
        const scores = scoresOf(drawn, agencies)
        const {
          total,
          agencies: cards,
          batches,
        } = scorecardOf(scores, { tree, missing: [{ agency: 'c0', persons }], demanded })
        const sum = (all: Iterable<typeof total>) => [...all].reduce(addCards, noCard)
        const roots = [...cards].filter(([code]) => tree.lineage(code).length === 1).map(([, { whole }]) => whole)
        expect(sum([...cards.values()].map(({ own }) => own))).toEqual(total)
        expect(sum(roots)).toEqual(total)
        const received = scores.map(({ card }) => card).reduce(addCards, noCard)
        expect(sum(batches.values())).toEqual(received)
        expect(sum(personCards(scores).values())).toEqual(received)
        expect(total.missing).toBe(persons)
      }),
    )
  })
  it('does not depend on the order of the dossiers', () => {
    fc.assert(
      fc.property(trees, dossiers, (agencies, drawn) => {
        const given = { tree: agencyTree(agencies), missing: [], demanded }
        const scores = scoresOf(drawn, agencies)
        const [one, other] = [scorecardOf(scores, given), scorecardOf([...scores].reverse(), given)]
        expect(other.total).toEqual(one.total)
        expect(new Map(other.agencies)).toEqual(new Map(one.agencies))
        expect(reasonCounts([...scores].reverse())).toEqual(reasonCounts(scores))
      }),
    )
  })
  it('one more fault never raises a share, and what passed is never more than what was asked', () => {
    fc.assert(
      fc.property(findings, fc.nat(5), (all, most) => {
        const [fewer, more] = [all.slice(0, most), all].map(
          (given) => scoreDossier(aMeasured({ findings: given }), demanded).card.measures,
        )
        for (const name of measureNames) {
          expect(more?.[name].passed).toBeLessThanOrEqual(fewer?.[name].passed ?? 0)
          expect(more?.[name].total).toBe(fewer?.[name].total)
          expect(more?.[name].passed).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})

describe('received and expected', () => {
  const names = fc.constantFrom('Nguyễn Văn An', 'Nguyễn Văn Ân', 'Lê Thị Bảy')
  const births = fc.option(fc.constantFrom('1980', '1980-05', '1980-05-12', '1981'), { nil: undefined })
  const numbers = fc.option(fc.constantFrom('008080000001', '008080000002', '070000001'), { nil: undefined })
  const codes = fc.nat(7).map((index) => `c${index}`)
  const entries = fc
    .array(fc.record({ agency: codes, fullName: names, birthDate: births, citizenId: numbers }), { maxLength: 8 })
    .map((all): RosterEntry[] => all.map((entry, index) => ({ entryId: `e${index}`, ...entry })))
  const persons = fc
    .array(
      fc.record({
        agency: codes,
        fullName: fc.option(names, { nil: undefined }),
        birthDate: births,
        citizenId: numbers,
      }),
      { maxLength: 8 },
    )
    .map((all): ReceivedPerson[] =>
      all.map((person, index) => ({ personId: `p${index}`, dossiers: [`d${index}`], ...person })),
    )

  it('tells every expected and every received person exactly once, however they are ordered', () => {
    fc.assert(
      fc.property(trees, entries, persons, (agencies, expected, received) => {
        const tree = agencyTree(agencies)
        const one = compareRoster(expected, received, tree)
        const told = [
          ...one.received.map(({ entry }) => entry),
          ...one.ambiguous.map(({ entry }) => entry),
          ...one.missing,
        ]
        expect(told.map(({ entryId }) => entryId).sort()).toEqual(expected.map(({ entryId }) => entryId).sort())
        const people = [
          ...one.received.map(({ person }) => person),
          ...new Set(one.ambiguous.flatMap((each) => each.persons)),
          ...one.unexpected,
          ...one.unidentified,
        ]
        expect(people.map(({ personId }) => personId).sort()).toEqual(received.map(({ personId }) => personId).sort())
        const other = compareRoster([...expected].reverse(), [...received].reverse(), tree)
        const ids = (all: typeof one) =>
          all.received.map(({ entry, person }) => `${entry.entryId}=${person.personId}`).sort()
        expect(ids(other)).toEqual(ids(one))
      }),
    )
  })
  it('adds up over the tree', () => {
    fc.assert(
      fc.property(trees, entries, persons, (agencies, expected, received) => {
        const tree = agencyTree(agencies)
        const coverage = coverageByAgency(compareRoster(expected, received, tree), tree)
        expect(expectedIn(totalCoverage(coverage))).toBe(expected.length)
        for (const [code, { whole }] of coverage) {
          const parts = [...coverage].filter(([other]) => tree.lineage(other).includes(code))
          expect(whole).toEqual(totalCoverage(new Map(parts)))
        }
      }),
    )
  })
})
