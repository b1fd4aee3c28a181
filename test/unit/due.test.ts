// What falls due, on which day, and what judging again would change.
import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { judgedOfDraft } from '../../pipeline/core/judged.ts'
import { changesByRule, rejudged } from '../../pipeline/core/rejudged.ts'
import { applyRules } from '../../pipeline/rules/apply-rules.ts'
import { dues } from '../../pipeline/rules/due.ts'
import { rules } from '../../pipeline/rules/index.ts'
import { aDraft, blank, type DraftChange } from '../support/a-draft.ts'

const knowledge = loadKnowledge()
const due = (change: DraftChange = {}) =>
  Object.fromEntries(
    dues.flatMap((each) => each.find(judgedOfDraft(aDraft(change)), knowledge).map(({ date }) => [each.kind, date])),
  )

describe('what falls due for the clean official', () => {
  it('are her next rise, her supplement, her card and, far off, her retirement', () => {
    expect(due()).toEqual({
      pay_rise: '2026-08-01',
      yearly_supplement: '2025-01-15',
      identity_card: '2025-04-12',
      retirement: '2045-04-12',
    })
  })

  it('on the last step is no rise but the allowance beyond the frame', () => {
    const last = due({ values: { salaryStep: 9 } })
    expect([last.pay_rise, last.seniority_allowance]).toEqual([undefined, '2026-08-01'])
  })

  it('after the admission is the full membership, twelve months later', () => {
    const admitted = { partyAdmissionDate: '2024-02-03', partyOfficialDate: blank() }
    expect(due({ values: admitted }).party_official).toBe('2025-02-03')
  })

  it('in a post of five years is its end, of a head by appointment only', () => {
    const post = (position: string) => due({ tables: { workHistory: [{ start: '2021-03', end: 'nay', position }] } })
    expect(post('Trưởng phòng Nội vụ').term_of_post).toBe('2026-03-01')
    expect(post('Chủ tịch Hội Nông dân xã').term_of_post).toBeUndefined()
  })
})

describe('judging again', () => {
  const judged = judgedOfDraft(aDraft({ values: { citizenId: '003185001234' } }))
  const now = applyRules(rules, judged, { knowledge })
  const record = { subject: 'A', kind: 'dossier' } as const

  it('tells what was valid and no longer is under a rule that came, without writing anything', () => {
    const book = rules.filter(({ code }) => code !== 'citizen_id_unknown_province')
    const before = applyRules(book, judged, { knowledge })
    expect(before).toEqual([])
    const change = rejudged(record, before, now)
    expect(change).toMatchObject({ change: 'lost', gone: [], came: [{ code: 'citizen_id_unknown_province' }] })
    expect(changesByRule([change ?? []].flat())).toEqual([{ code: 'citizen_id_unknown_province', came: 1, gone: 0 }])
  })

  it('tells what a longer list sets free', () => {
    const longer = { ...knowledge, citizenPlaces: { province: () => 'Tuyên Quang' } }
    const after = applyRules(rules, judged, { knowledge: longer })
    expect(rejudged(record, now, after)).toMatchObject({ change: 'won', came: [] })
    expect(rejudged(record, now, now)).toBeUndefined()
  })
})
