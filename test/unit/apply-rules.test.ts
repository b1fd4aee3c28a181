// How findings come about: severity over doubtful values, waivers, today, persons; and the stage that runs them.
import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { judgedOfDraft, judgedOfPerson } from '../../pipeline/core/judged.ts'
import { applyRules } from '../../pipeline/rules/apply-rules.ts'
import { rules } from '../../pipeline/rules/index.ts'
import { defineRule, inRow } from '../../pipeline/rules/rule.ts'
import { tellFinding } from '../../pipeline/rules/render.ts'
import { retirementDay } from '../../pipeline/rules/due.ts'
import { revalidate, validate } from '../../pipeline/stages/validate.ts'
import { byTable } from '../../schemas/index.ts'
import { aDraft, decided, type DraftChange, missing, read, unparsed } from '../support/a-draft.ts'
import { cleanToday } from '../support/clean-person.ts'
import { toolsWith } from '../support/tools.ts'

const knowledge = loadKnowledge()
const found = (code: string, change: DraftChange, today?: string) =>
  applyRules(rules, judgedOfDraft(aDraft(change)), { knowledge, today }).find((finding) => finding.code === code)

describe('an error', () => {
  const wrongGender = '008085001234'

  it('holds a record whose values were read well', () => {
    expect(found('citizen_id_disagrees_gender', { values: { citizenId: wrongGender } })?.severity).toBe('error')
  })

  it('over a doubtful reading is only a reason to look', () => {
    const doubtful = { values: { citizenId: read(wrongGender, 'doubtful') } }
    expect(found('citizen_id_disagrees_gender', doubtful)?.severity).toBe('warning')
  })

  it('stands again once a steward has confirmed the reading', () => {
    const confirmed = { values: { citizenId: decided(read(wrongGender, 'doubtful')) } }
    expect(found('citizen_id_disagrees_gender', confirmed)?.severity).toBe('error')
  })

  it('is never softened for what is missing, malformed or unreadable', () => {
    expect(found('required_field_missing', { values: { citizenId: missing } })?.severity).toBe('error')
    expect(found('citizen_id_malformed', { values: { citizenId: unparsed('0081850') } })?.severity).toBe('error')
    expect(found('required_reading_poor', { values: { fullName: read('Hoang', 'poor') } })?.severity).toBe('error')
  })

  it('over a row is only a reason to look while a cell of that row was read badly', () => {
    const everyRow = defineRule({
      code: 'every_row',
      severity: 'error',
      dimension: 'accuracy',
      basis: 'Chỉ để thử',
      basisVerified: true,
      fields: [],
      tables: ['family'],
      message: { vi: '', en: '' },
      check: ({ family }) => family.map(({ index }) => inRow('family', index, {})),
    })
    const judged = judgedOfDraft(aDraft({ tables: { family: [{ name: 'Hà' }, { name: read('Hà', 'doubtful') }] } }))
    const severities = applyRules([everyRow], judged, { knowledge }).map(({ severity }) => severity)
    expect(severities).toEqual(['error', 'warning'])
  })

  it('between two papers is only a reason to look while one of them was read badly', () => {
    const said = (sureness: 'good' | 'doubtful') => ({
      decision: { decisionFullName: read('Hoàng Thị Mại', sureness) },
    })
    expect(found('decision_disagrees_full_name', said('good'))?.severity).toBe('error')
    expect(found('decision_disagrees_full_name', said('doubtful'))?.severity).toBe('warning')
  })

  it('between form and decision is only a reason to look while nobody knows which is older', () => {
    const undated = { decision: { decisionSalaryStep: 7 }, values: { declarationDate: missing } }
    expect(found('decision_disagrees_salary_step', undated)?.severity).toBe('warning')
  })
})

describe('a finding', () => {
  it('names the rows, papers and fields it is about', () => {
    const late = found('work_history_row_reversed', {
      tables: { workHistory: [{}, { start: '2008-08', end: '2008-07' }] },
    })
    expect(late?.row).toEqual({ table: 'workHistory', index: 1 })
    const disagreement = found('decision_disagrees_birth_date', { decision: { decisionBirthDate: '1985-12-04' } })
    expect(disagreement?.fields).toEqual(['birthDate', 'decisionBirthDate'])
    expect(disagreement?.documentId).toBe('A@A/a.pdf#5')
  })

  it('tells dates and numbers as the reader writes them', () => {
    const finding = found('citizen_id_disagrees_birth_year', { values: { birthDate: '1986-04-12' } })
    if (finding === undefined) throw new Error('the example must fire')
    expect(tellFinding(finding, 'vi')).toContain('12/04/1986')
    const coefficient = found('salary_coefficient_disagrees_step', { values: { salaryCoefficient: 3.66 } })
    if (coefficient === undefined) throw new Error('the example must fire')
    expect(tellFinding(coefficient, 'vi')).toContain('3,66')
    expect(tellFinding(coefficient, 'en')).toContain('3.66')
    expect(tellFinding({ code: 'gone_rule', evidence: {} }, 'vi')).toBe('gone_rule')
  })

  it('tells fields and tables by their names', () => {
    const finding = found('required_field_missing', { values: { gender: missing } })
    if (finding === undefined) throw new Error('the example must fire')
    expect(tellFinding(finding, 'vi')).toContain('Giới tính')
  })

  it('that a steward waived stays and says so', () => {
    const waived = { values: { religion: missing }, waived: ['required_field_missing'] }
    expect(found('required_field_missing', waived)).toMatchObject({ severity: 'error', isWaived: true })
  })

  it('has an id of its own for every place where a rule is broken', () => {
    const marks = ['A/b.pdf', 'A/c.pdf'].map(
      (subject) => ({ kind: 'scan_unreadable', subject, problem: 'thử' }) as const,
    )
    const draft = aDraft({ marks, values: { gender: missing, religion: missing } })
    const ids = applyRules(rules, judgedOfDraft(draft), { knowledge }).map(({ findingId }) => findingId)
    expect(ids.length).toBeGreaterThanOrEqual(4)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('a person', () => {
  const personOf = (change: DraftChange) => {
    const { dossier, agency, values, tables } = aDraft(change)
    const own = <Row extends object>(rows: readonly Row[]) => rows.map((row) => ({ ...row, dossier }))
    return judgedOfPerson({
      personId: 'p1',
      agency,
      dossiers: [dossier],
      values,
      tables: byTable((table) => own(tables[table])),
    })
  }
  const codes = (change: DraftChange) => applyRules(rules, personOf(change), { knowledge }).map(({ code }) => code)

  it('is not asked for papers that were judged with its dossiers', () => {
    expect(personOf({}).subject).toBe('p1')
    expect(codes({ decision: 'none', values: { currentPosition: missing }, tables: { family: [] } })).toEqual([])
  })

  it('is not asked which of its papers on pay is newer, but is held when they name two persons', () => {
    expect(codes({ decision: { decisionSalaryStep: 7, decisionFullName: 'Lý Thị Hoa' } })).toEqual([
      'decision_disagrees_full_name',
    ])
  })

  it('is held when its dossiers disagree on who it is', () => {
    expect(codes({ rivals: { birthDate: '1985-12-04' } })).toEqual(['documents_disagree_on_identity'])
  })
})

describe('the stages', () => {
  const tools = toolsWith({ knowledge })
  const judged = judgedOfDraft(aDraft({ values: { birthDate: '1960-04-12', citizenId: '008160001234' } }))

  it('ask without a day only what is timeless, and with it only what the calendar tells', async () => {
    const timeless = await validate.run({ judged }, tools)
    const timed = await validate.run({ judged, today: cleanToday }, tools)
    expect(timeless.findings.map(({ code }) => code)).not.toContain('past_retirement_age')
    expect(timed.findings.map(({ code }) => code)).toEqual(['past_retirement_age'])
  })

  it('hold drafts and persons to the same rules', async () => {
    expect(await revalidate.run({ judged }, tools)).toEqual(await validate.run({ judged }, tools))
  })

  it('give findings of their shape', async () => {
    const output = await validate.run({ judged: judgedOfDraft(aDraft({ resume: 'none' })) }, tools)
    expect(validate.output.parse(output)).toEqual(output)
  })
})

describe('the age of retirement', () => {
  it('follows the roadmap of 2021 to its ends', () => {
    expect(retirementDay('1961-01-01', 'Nam', knowledge)).toBe('2021-04-01')
    expect(retirementDay('1966-04-10', 'Nam', knowledge)).toBe('2028-04-10')
    expect(retirementDay('1990-04-10', 'Nam', knowledge)).toBe('2052-04-10')
    expect(retirementDay('1966-01-01', 'Nữ', knowledge)).toBe('2021-05-01')
    expect(retirementDay('1985-04-10', 'Nữ', knowledge)).toBe('2045-04-10')
  })

  it('counts from 1 January when only the year of birth is known', () => {
    expect(retirementDay('1985', 'Nữ', knowledge)).toBe('2045-01-01')
    expect(retirementDay('1985-06', 'Nữ', knowledge)).toBe('2045-06-01')
    expect(retirementDay('1985', 'không rõ', knowledge)).toBeUndefined()
  })
})
