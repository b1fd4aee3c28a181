// Exceptions: the newest word counts, they run out, and of a person only what holds for each of its dossiers.
import { describe, expect, it } from 'vitest'
import { judgedOfDraft } from '../../pipeline/core/judged.ts'
import { inForce, waivedBy, waivedInAll } from '../../pipeline/core/waivers.ts'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { applyRules } from '../../pipeline/rules/apply-rules.ts'
import { rules } from '../../pipeline/rules/index.ts'
import type { StewardDecision } from '../../schemas/index.ts'
import { aDraft } from '../support/a-draft.ts'

const head = { steward: 'Ma Thị Lan', decidedAt: '2026-01-02T03:04:05Z', dossier: 'A', reason: 'Có xác nhận' }
const waive = (rule: string, until?: string): StewardDecision => ({
  ...{ kind: 'waive', decisionId: `${rule} ${until ?? ''}`, ...head, rule },
  ...(until === undefined ? {} : { until }),
})
const takeBack = (rule: string): StewardDecision => ({ kind: 'unwaive', decisionId: `no ${rule}`, ...head, rule })

describe('an exception', () => {
  it('holds until its last day, and then no longer', () => {
    const waived = waivedBy([waive('work_history_gap', '2026-12-31'), waive('several_spouses')])
    expect(inForce(waived, '2026-12-31')).toEqual(['several_spouses', 'work_history_gap'])
    expect(inForce(waived, '2027-01-01')).toEqual(['several_spouses'])
  })

  it('is what was said last: taken back, or given again with another limit', () => {
    expect(waivedBy([waive('several_spouses'), takeBack('several_spouses')])).toEqual({ waived: [] })
    const again = [waive('several_spouses', '2026-01-31'), takeBack('several_spouses'), waive('several_spouses')]
    expect(waivedBy(again)).toEqual({ waived: ['several_spouses'] })
  })

  it('of a person is one of each dossier, and no longer than in any of them', () => {
    const [a, b] = [waivedBy([waive('x', '2026-05-01'), waive('y')]), waivedBy([waive('x', '2026-03-01')])]
    expect(waivedInAll([a, b])).toEqual({ waived: ['x'], waivedUntil: { x: '2026-03-01' } })
  })

  it('that has run out lets the finding stand again', () => {
    const draft = {
      ...aDraft({ values: { citizenId: '003185001234' } }),
      ...waivedBy([waive('citizen_id_unknown_province', '2026-12-31')]),
    }
    const knowledge = loadKnowledge()
    const isWaived = (day: string) => applyRules(rules, judgedOfDraft(draft, day), { knowledge })[0]?.isWaived
    expect([isWaived('2026-12-31'), isWaived('2027-01-01')]).toEqual([true, false])
  })
})
