// The measures: what is counted, what fails it, and that a fault moves its own dimension and no other.
import { describe, expect, it } from 'vitest'
import { agencyTree } from '../../pipeline/core/agency-tree.ts'
import { countFigures, figurePlaces } from '../../pipeline/core/scorecard/count-figures.ts'
import type { MeasuredPerson } from '../../pipeline/core/scorecard/figures.ts'
import type { MeasuredDossier } from '../../pipeline/core/scorecard/measured.ts'
import { colourOf, percentOf } from '../../pipeline/core/scorecard/rating.ts'
import { byMeasure, scoreDossier } from '../../pipeline/core/scorecard/score-dossier.ts'
import { reasonCounts, scorecardOf } from '../../pipeline/core/scorecard/scorecard.ts'
import { measureNames } from '../../schemas/index.ts'
import { aFinding, aMeasured, demanded } from '../support/measured.ts'

const failing = (given: Partial<MeasuredDossier>) => {
  const { measures } = scoreDossier(aMeasured(given), demanded).card
  return measureNames.filter((name) => measures[name].passed < measures[name].total)
}
const share = (passed: number, total: number) => ({ passed, total, sound: 0, dossiers: 0 })

describe('a dossier', () => {
  it('of which all is right passes every measure', () => {
    const { card, reasons } = scoreDossier(aMeasured(), demanded)
    expect(failing({})).toEqual([])
    expect(reasons).toEqual([])
    expect(byMeasure((name) => card.measures[name].sound)).toEqual(byMeasure(() => 1))
  })
  it.each(['accuracy', 'completeness', 'cleanness', 'consistency'] as const)(
    'fails in %s alone by a finding of that dimension',
    (dimension) => {
      expect(failing({ findings: [aFinding({ dimension })] })).toEqual([dimension])
    },
  )
  it.each([
    ['a note', { severity: 'info' as const }, []],
    ['an exception that was accepted', { isWaived: true }, []],
    [
      'a note that something is overdue',
      { severity: 'info' as const, dimension: 'timeliness' as const },
      ['timeliness'],
    ],
    ['a doubt about the identity number', { about: ['citizenId'] }, ['accuracy', 'identifiers']],
  ])('with %s', (_what, given, names) => {
    expect(failing({ findings: [aFinding(given)] })).toEqual(names)
  })
  it.each([
    ['no date on any paper', { isDated: false }, ['timeliness'], 'undated'],
    ['a possible duplicate', { isDoubled: true }, ['cleanness'], 'possible_duplicate'],
    ['no receipt', { isShared: false }, ['shareability'], 'not_shared'],
    ['nine digits only', { citizenIdDigits: 9 }, ['identifiers'], 'identifier_old'],
    ['no identity number', { citizenIdDigits: undefined }, ['identifiers'], 'identifier_missing'],
    ['a place without its code', { codedPlaces: [] }, ['identifiers'], 'unit_unknown'],
  ])('with %s', (_what, given, names, reason) => {
    expect(failing(given)).toEqual(names)
    expect(scoreDossier(aMeasured(given), demanded).reasons.map(({ code }) => code)).toEqual([reason])
  })
  it('fails an item once however many findings name it, and as a whole where none is named', () => {
    const { card } = scoreDossier(
      aMeasured({ findings: [aFinding(), aFinding({ code: 'other' }), aFinding({ about: [] })] }),
      demanded,
    )
    const { passed, total } = card.measures.accuracy
    expect(total - passed).toBe(2)
  })
  it('that no rule has seen is in no measure and is told as such', () => {
    const { card } = scoreDossier(aMeasured({ isJudged: false }), demanded)
    expect(card.unjudged).toBe(1)
    expect(measureNames.every((name) => card.measures[name].total === 0)).toBe(true)
  })
  it('of which nothing could be read is not called right', () => {
    const { measures } = scoreDossier(aMeasured({ fields: {}, rows: {} }), demanded).card
    expect(measures.accuracy).toEqual(share(0, 0))
    expect(measures.identifiers.passed).toBe(0)
  })
  it('is held by an open error only', () => {
    const held = (given: object) =>
      scoreDossier(aMeasured({ findings: [aFinding({ severity: 'error', ...given })] }), demanded).card.held
    expect([held({}), held({ isWaived: true }), held({ severity: 'warning' })]).toEqual([1, 0, 0])
  })
})

describe('colours', () => {
  it('turn at 90 and 75 percent, and identifiers only at all', () => {
    const colours = (name: 'accuracy' | 'identifiers') =>
      [share(90, 100), share(899, 1000), share(75, 100), share(749, 1000), share(1, 1), share(0, 0)].map((each) =>
        colourOf(name, each),
      )
    expect(colours('accuracy')).toEqual(['green', 'yellow', 'yellow', 'red', 'green', 'none'])
    expect(colours('identifiers')).toEqual(['red', 'red', 'red', 'red', 'green', 'none'])
  })
  it('never show nearly all as all', () => {
    expect([percentOf(0.99999), percentOf(1), percentOf(0.9)]).toEqual([99.9, 100, 90])
  })
})

describe('a scorecard', () => {
  const tree = agencyTree([
    { code: 'TQ', name: 'Tỉnh', mayHoldSecret: false },
    { code: 'TQ-1', name: 'Sở', parentCode: 'TQ', mayHoldSecret: false },
  ])
  it('counts a person nobody delivered as a dossier of which nothing is there', () => {
    const scores = [scoreDossier(aMeasured({ agency: 'TQ-1' }), demanded)]
    const card = scorecardOf(scores, { tree, missing: [{ agency: 'TQ-1', persons: 1 }], demanded }).agencies.get(
      'TQ',
    )?.whole
    expect(card?.measures.completeness).toEqual({ passed: 5, total: 10, sound: 1, dossiers: 2 })
    expect([card?.missing, card?.dossiers]).toEqual([1, 1])
  })
  it('tells the reason that befell most dossiers first', () => {
    const scores = ['A', 'B'].map((dossier, index) =>
      scoreDossier(
        aMeasured({ dossier, findings: [aFinding(), ...(index === 0 ? [aFinding({ code: 'rare' })] : [])] }),
        demanded,
      ),
    )
    expect(reasonCounts(scores).map(({ code, dossiers }) => [code, dossiers])).toEqual([
      ['some_rule', 2],
      ['rare', 1],
    ])
  })
})

describe('the management figures', () => {
  const person = (values: MeasuredPerson['values']): MeasuredPerson => ({ personId: 'p', agency: 'TQ', values })
  const groups = (values: MeasuredPerson['values']) => figurePlaces(person(values), '2026-11-22').places
  it.each([
    [{ gender: 'Nữ', ethnicity: 'Tày' }, ['women/women', 'ethnicity/minority', 'age/unknown']],
    [{ birthDate: '1986-11-23' }, ['age/under40']],
    [{ birthDate: '1986-11-22' }, ['age/from40']],
    [{ birthDate: '1986' }, ['age/unknown']],
    [{ partyAdmissionDate: '2010-01' }, ['party/member']],
    [{ partyAdmissionDate: null, partyOfficialDate: null }, ['party/none']],
    [{ partyAdmissionDate: null }, ['party/unknown']],
    [{ highestQualification: 'Cử nhân Luật, Thạc sĩ Quản lý công' }, ['qualification/master']],
    [{ highestQualification: 'Cao đẳng Sư phạm, Trường Đại học Tân Trào' }, ['qualification/college']],
    [{ highestQualification: 'Giỏi' }, ['qualification/unknown']],
    [{ assessment: 'Hàng năm được xếp loại hoàn thành tốt nhiệm vụ' }, ['rating/well']],
    [{ assessment: 'hoàn thành tốt nhiệm vụ được giao' }, ['rating/unknown']],
    [{ assessment: 'Xếp loại: Không hoàn thành nhiệm vụ' }, ['rating/failed']],
  ])('put %j where it surely belongs', (values, places) => {
    expect(groups(values)).toEqual(expect.arrayContaining(places))
  })
  it('add up to the persons, the unknown included', () => {
    const people = [{ gender: 'Nữ' }, { gender: 'Nam' }, {}].map((values) => figurePlaces(person(values), '2026-11-22'))
    const { total } = countFigures(people, agencyTree([]))
    expect([
      total.persons,
      total.groups['women/women'],
      total.groups['women/men'],
      total.groups['women/unknown'],
    ]).toEqual([3, 1, 1, 1])
  })
})
