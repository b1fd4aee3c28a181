// A steward's word in linking: stronger than any weight, in both directions, and never lost in a chain.
import { describe, expect, it } from 'vitest'
import { cluster } from '../../pipeline/stages/link/cluster.ts'
import { decidedPairs, settledBy } from '../../pipeline/stages/link/decide.ts'
import type { CandidatePair, StewardDecision } from '../../schemas/index.ts'

const pair = (a: string, b: string, band: CandidatePair['band'], decisionId?: string): CandidatePair => ({
  a,
  b,
  band,
  weight: 0,
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
    expect(settledBy(decidedPairs([decide('same', '02', 'd1')]), vetoed)).toEqual(pair('A', 'B', 'same', 'd1'))
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
  it('with two inside who cannot be one person falls apart whole, and its pairs go to the steward', () => {
    const pairs = [pair('A', 'B', 'same'), pair('B', 'C', 'same'), pair('A', 'C', 'distinct')]
    expect(membersOf(['A', 'B', 'C', 'D'], pairs)).toEqual([
      ['A', true],
      ['B', true],
      ['C', true],
      ['D', false],
    ])
    expect(cluster(['A', 'B', 'C'], pairs).pairs.map(({ band }) => band)).toEqual(['review', 'distinct', 'review'])
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
    expect(membersOf(['A', 'B', 'C'], pairs)).toEqual([
      ['A', true],
      ['B', true],
      ['C', true],
    ])
  })

  it('of more than three, or with a doubtful pair inside, is looked at; three sure ones are not', () => {
    const three = [pair('A', 'B', 'same'), pair('B', 'C', 'same'), pair('A', 'C', 'same')]
    expect(membersOf(['A', 'B', 'C'], three)).toEqual([['ABC', false]])
    expect(membersOf(['A', 'B', 'C'], [...three.slice(0, 2), pair('A', 'C', 'review')])).toEqual([['ABC', true]])
    expect(membersOf(['A', 'B', 'C', 'D'], [...three, pair('C', 'D', 'same')])).toEqual([['ABCD', true]])
  })

  it('longer than any person has dossiers is not one person', () => {
    const dossiers = Array.from({ length: 30 }, (_, at) => `hs${String(at).padStart(2, '0')}`)
    const pairs = dossiers.slice(1).map((dossier, at) => pair(dossiers[at] ?? '', dossier, 'same'))
    expect(cluster(dossiers, pairs).clusters).toHaveLength(30)
  })
})
