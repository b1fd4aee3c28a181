// A steward's word in linking: stronger than any weight, in both directions, and never lost in a chain.
import { describe, expect, it } from 'vitest'
import { everyTwo } from '../../pipeline/core/linkage/two.ts'
import { cluster } from '../../pipeline/stages/link/cluster.ts'
import { decidedPairs, settledBy } from '../../pipeline/stages/link/decide.ts'
import type { CandidatePair, StewardDecision } from '../../schemas/index.ts'

const pair = (a: string, b: string, band: CandidatePair['band'], decisionId?: string): CandidatePair => ({
  a,
  b,
  band,
  weight: { same: 20, review: 6, distinct: -9 }[band],
  evidence: [],
  ...(decisionId === undefined ? {} : { decisionId }),
})
const decide = (kind: 'same' | 'different', day: string, decisionId: string): StewardDecision => ({
  kind,
  decisionId,
  dossier: 'B',
  other: 'A',
  steward: 'cán bộ 1',
  decidedAt: `2026-01-${day}T08:00:00Z`,
})
const membersOf = (dossiers: string[], pairs: CandidatePair[]) =>
  cluster(dossiers, pairs).clusters.map(({ dossiers, needsReview }) => [dossiers.join(''), needsReview])

describe("a steward's decision on a pair", () => {
  it('overrules the weight in both directions and takes the veto away', () => {
    const vetoed = { ...pair('A', 'B', 'review'), veto: 'Khác giới tính.' }
    expect(settledBy(decidedPairs([decide('same', '02', 'd1')]), vetoed)).toEqual({
      ...pair('A', 'B', 'same', 'd1'),
      weight: 6,
    })
    expect(settledBy(decidedPairs([decide('different', '02', 'd1')]), pair('A', 'B', 'same')).band).toBe('distinct')
  })

  it('counts in its newest form, whatever order they come in', () => {
    const [first, second] = [decide('same', '02', 'd1'), decide('different', '03', 'd2')]
    for (const decisions of [
      [first, second],
      [second, first],
    ])
      expect(settledBy(decidedPairs(decisions), pair('A', 'B', 'review')).band).toBe('distinct')
  })
})

describe('a chain', () => {
  const whole = [pair('A', 'B', 'same'), pair('B', 'C', 'same'), pair('A', 'C', 'same')]

  it('with two inside who may not be one person falls apart whole, and its pairs go to the steward', () => {
    const vetoed = { ...pair('A', 'C', 'review'), veto: 'Khác giới tính.' }
    const pairs = [pair('A', 'B', 'same'), pair('B', 'C', 'same'), vetoed]
    expect(membersOf(['A', 'B', 'C', 'D'], pairs)).toEqual([
      ['A', true],
      ['B', true],
      ['C', true],
      ['D', false],
    ])
    expect(cluster(['A', 'B', 'C'], pairs).pairs.map(({ band }) => band)).toEqual(['review', 'review', 'review'])
  })

  it('in which one record is near to one and far from all others keeps the near ones together', () => {
    const far = (a: string, b: string) => ({ ...pair(a, b, 'distinct'), weight: -30 })
    const pairs = [...whole, { ...pair('C', 'D', 'same'), weight: 15 }, far('A', 'D'), far('B', 'D')]
    expect(membersOf(['A', 'B', 'C', 'D'], pairs)).toEqual([
      ['ABC', true],
      ['D', true],
    ])
    const [back] = cluster(['A', 'B', 'C', 'D'], pairs)
      .pairs.filter(({ b }) => b === 'D')
      .slice(2)
    expect(back).toMatchObject({ a: 'C', band: 'review' })
    expect(back?.veto).toContain('gần với hồ sơ khác hơn')
  })

  it('that falls apart keeps what the steward joined', () => {
    const pairs = [pair('A', 'B', 'same', 'd1'), pair('B', 'C', 'same'), pair('A', 'C', 'distinct')]
    expect(membersOf(['A', 'B', 'C'], pairs)).toEqual([
      ['AB', true],
      ['C', true],
    ])
  })

  it('in which the steward contradicts himself falls apart altogether', () => {
    const pairs = [pair('A', 'B', 'same', 'd1'), pair('B', 'C', 'same', 'd2'), pair('A', 'C', 'distinct', 'd3')]
    const joined = membersOf(['A', 'B', 'C'], pairs)
    expect(joined.some(([members]) => String(members).includes('A') && String(members).includes('C'))).toBe(false)
    expect(joined.every(([, needsReview]) => needsReview)).toBe(true)
  })

  it('of more than three, or with a doubtful pair inside, is looked at; three sure ones are not', () => {
    expect(membersOf(['A', 'B', 'C'], whole)).toEqual([['ABC', false]])
    expect(membersOf(['A', 'B', 'C'], [...whole.slice(0, 2), pair('A', 'C', 'review')])).toEqual([['ABC', true]])
    const fourth = ['A', 'B', 'C'].map((id) => pair(id, 'D', 'same'))
    expect(membersOf(['A', 'B', 'C', 'D'], [...whole, ...fourth])).toEqual([['ABCD', true]])
  })

  it('held together by one pair alone, or of more than six, is not joined without a steward', () => {
    const weak = ['A', 'B'].map((id) => ({ ...pair(id, 'D', 'distinct'), weight: -1 }))
    const bridged = [...whole, pair('C', 'D', 'same'), ...weak.map((one) => ({ ...one, band: 'distinct' as const }))]
    expect(membersOf(['A', 'B', 'C', 'D'], bridged)).toHaveLength(4)
    const ids = ['A', 'B', 'C', 'D', 'E', 'F', 'G']
    const all = everyTwo(ids).map(([a, b]) => pair(a, b, 'same'))
    expect(membersOf(ids, all)).toHaveLength(7)
    expect(
      membersOf(
        ids,
        all.map((one, at) => ({ ...one, decisionId: `d${at}` })),
      ),
    ).toEqual([['ABCDEFG', false]])
  })

  it('longer than any person has dossiers is not one person', () => {
    const dossiers = Array.from({ length: 60 }, (_, at) => `hs${String(at).padStart(2, '0')}`)
    const pairs = dossiers.slice(1).map((dossier, at) => pair(dossiers[at] ?? '', dossier, 'same'))
    expect(cluster(dossiers, pairs).clusters).toHaveLength(60)
  })
})
