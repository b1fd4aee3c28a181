// What people are told of a pair: one line a summand, the frequency of the name on a line of its own, and the sum.
import { describe, expect, it } from 'vitest'
import { pairLines } from '../../pipeline/commands/pairs.ts'
import { scoredOf } from '../../pipeline/core/linkage/evidence.ts'
import { bitsInVietnamese, explained } from '../../pipeline/core/linkage/explain.ts'
import { linkageLines } from '../../pipeline/core/linkage/report-lines.ts'
import { aLinkRecord } from '../support/link-records.ts'
import { linkageModel as model, weighed } from '../support/linking.ts'

const told = async (fullName: string) => {
  const pair = await weighed(aLinkRecord({ dossier: 'A', fullName }), aLinkRecord({ dossier: 'B', fullName }))
  return { ...pair, evidence: explained(model, pair) }
}

describe('a pair, explained', () => {
  it('says in Vietnamese how common the name is, and every line adds to the sum', async () => {
    const { evidence, weight } = await told('Nguyễn Văn An')
    const at = evidence.findIndex(({ level }) => level === 'termFrequency')
    expect(evidence[at - 1]?.vi).toBe('Họ tên trùng nhau')
    expect(evidence[at]?.vi).toMatch(/^Tên này có khoảng \d\.\d{3} người trong 2,5 triệu$/u)
    expect(evidence.reduce((sum, summand) => sum + summand.weight, 0)).toBeCloseTo(weight, 3)
    expect(evidence.every(({ vi }) => vi.length > 5)).toBe(true)
  })

  it('says of a rare name no more than is known', async () => {
    const { evidence } = await told('Giàng Mí Páo')
    expect(evidence.some(({ vi }) => /Tên này có không quá 25 người/u.test(vi))).toBe(true)
  })

  it('says of what is not told that it is not told', async () => {
    const { evidence } = await told('Nguyễn Văn An')
    const silent = evidence.find(({ comparison }) => comparison === 'partyAdmissionDate')
    expect(silent).toMatchObject({ weight: 0, vi: 'Ngày vào Đảng: ít nhất một hồ sơ không có' })
  })

  it('is printed as a waterfall with its basis or what speaks against it', async () => {
    const lines = pairLines(model, await told('Nông Thị Bích Đào'), 'vi')
    expect(lines[0]).toBe('A — B: một người')
    expect(lines[1]).toMatch(/^ +−18,7 {2}Hai hồ sơ bất kỳ/u)
    expect(lines.at(-1)).toMatch(/^Căn cứ C: Trùng họ tên, ngày sinh và xã quê quán/u)
    const [twin, other] = [aLinkRecord({ dossier: 'A' }), aLinkRecord({ dossier: 'B', fullName: 'Nông Thị Bích Huệ' })]
    const pair = await weighed({ ...twin, recruitmentDate: '2006-09-01' }, { ...other, recruitmentDate: '2006-09-01' })
    expect(explained(model, pair).some(({ vi }) => vi.includes('sinh đôi'))).toBe(true)
  })

  it('is weighed again from what was kept of it', async () => {
    const pair = await weighed(aLinkRecord({ dossier: 'A' }), aLinkRecord({ dossier: 'B', birthDate: '' }))
    const { a, b, weight, levels } = scoredOf(pair)
    expect({ a, b, weight }).toEqual({ a: 'A', b: 'B', weight: pair.weight })
    expect(levels).toMatchObject({ fullName: 'exact', birthDate: 'missing', hometown: 'sameCommune' })
  })
})

it('bits are written as people write numbers', () => {
  expect([8.04, -18.7, 0].map(bitsInVietnamese)).toEqual(['+8,0', '−18,7', '0'])
})

it('a run tells how many merges are likely wrong, and which evidence was not trusted', () => {
  const report = {
    model: 3,
    records: 64_000,
    pairs: { same: 3600, review: 1800 },
    classes: [{ class: 'C', merges: 900, expected: 12.34, isOpen: false }],
    expectedWrong: 0.127,
    splitBlocks: 0,
  }
  expect(linkageLines(report, 'vi')).toEqual([
    'Ghép hồ sơ: 3.600 cặp là một người, ước tính 0,13 cặp gộp nhầm; 1.800 cặp chờ rà soát.',
    '  Loại bằng chứng C không được tự gộp: ước tính nhầm 12,3 trong 900 cặp.',
  ])
})
