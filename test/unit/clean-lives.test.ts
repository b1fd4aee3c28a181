// Five hundred invented people whose papers are in order: the rules accuse none of them, and are quick about it.
import { describe, expect, it } from 'vitest'
import { inventPapers } from '../../samples/invent/draft.ts'
import { dayAfterPapers, draftOf, judge, judgeMany } from '../../samples/judge.ts'

const people = 500
/** True of papers of before the personal number: a warning that is right. */
const deserved = 'citizen_id_old_number'

/** How often each rule speaks, as `severity code`. */
function counts(): Map<string, number> {
  const found = new Map<string, number>()
  for (let index = 0; index < people; index++) {
    const papers = inventPapers(`clean-${index}`, index % 10 === 0 ? { moves: true } : {})
    for (const { severity, code } of judge(draftOf(`D${index}`, papers), dayAfterPapers(papers)))
      found.set(`${severity} ${code}`, (found.get(`${severity} ${code}`) ?? 0) + 1)
  }
  return found
}

describe('five hundred people whose papers are in order', () => {
  const found = counts()
  const of = (severity: string) => [...found].filter(([key]) => key.startsWith(`${severity} `))

  it('are held for nothing', () => {
    expect(of('error')).toEqual([])
  })

  it('are looked at for next to nothing but the old card', () => {
    const warnings = of('warning').filter(([key]) => !key.endsWith(deserved))
    expect(warnings.reduce((sum, [, count]) => sum + count, 0)).toBeLessThanOrEqual(people / 100)
  })
})

describe('judging', () => {
  it('takes less than two milliseconds of one processor for a record, by all rules', () => {
    const judgeSome = judgeMany(50, 'quick')
    judgeSome(200)
    const before = process.cpuUsage()
    judgeSome(1000)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(2000)
  })
})
