// Examples of the rules of agreement.ts, code-lists.ts, reading.ts and timeliness.ts.
import { blank, decided, read, unparsed } from '../../support/a-draft.ts'
import { cleanValues } from '../../support/clean-person.ts'
import type { RuleExamples } from './example.ts'

const { currentCode: _code, currentName: _name, ...unresolved } = cleanValues.hometown
const candidates = [
  { code: '02215', name: 'Phường Minh Xuân' },
  { code: '02509', name: 'Phường Mỹ Lâm' },
]

export const agreementExamples: RuleExamples = {
  decision_disagrees_full_name: {
    fires: { decision: { decisionFullName: 'Hoàng Thị Mại' } },
    edge: { decision: { decisionFullName: 'HOÀNG THỊ MAI' } },
  },
  decision_disagrees_birth_date: {
    fires: { decision: { decisionBirthDate: '1985-12-04' } },
    edge: { decision: { decisionBirthDate: '1985' } },
  },
  decision_disagrees_rank_code: {
    fires: { decision: { decisionRankCode: '01.002' } },
    edge: { decision: { decisionRankCode: '01.002', decisionDate: '2024-03-16' } },
  },
  decision_disagrees_salary_step: {
    fires: { decision: { decisionSalaryStep: 7 } },
    edge: { decision: { decisionSalaryStep: 7 }, values: { salaryStep: decided(read(6)) } },
  },
  decision_disagrees_salary_coefficient: {
    fires: { decision: { decisionSalaryCoefficient: 4.32 } },
    edge: { decision: { decisionSalaryCoefficient: unparsed('4,,32') } },
  },
  decision_disagrees_salary_from: {
    fires: { decision: { decisionSalaryFrom: '2023-09-01' } },
    edge: { decision: { decisionSalaryFrom: '2023-08' } },
  },
  resume_older_than_decision: {
    fires: { decision: { decisionSalaryStep: 7, decisionDate: '2024-03-16' } },
    edge: { decision: { decisionSalaryStep: 7, decisionDate: '2024-03-15' } },
  },
  documents_disagree_on_identity: {
    fires: { rivals: { citizenId: '008185001235' } },
    edge: { rivals: { citizenId: '070123456' } },
  },
  documents_disagree: {
    fires: { rivals: { recruitmentDate: '2008-09-01' } },
    edge: { rivals: { recruitmentDate: '2008', currentPosition: 'Phó Trưởng phòng' } },
  },
  decision_coefficient_disagrees_step: {
    fires: { decision: { decisionSalaryCoefficient: 3.66 } },
    edge: { decision: { decisionRankCode: '99.999', decisionSalaryCoefficient: 3.66 } },
  },
  decision_step_does_not_rise: {
    fires: { decision: { decisionFromStep: 6 } },
    edge: { decision: { decisionFromStep: 5 } },
  },
}

export const codeListExamples: RuleExamples = {
  value_not_in_code_list: {
    fires: { values: { ethnicity: read('Cao Bồi') } },
    edge: { values: { ethnicity: read('Tày', 'good', '02') } },
  },
  value_outside_code_list: {
    fires: { values: { politicalTheory: read('Đang học cao cấp') } },
    edge: { values: { politicalTheory: read('Cao cấp', 'good', '3') } },
  },
  place_not_resolved: {
    fires: { values: { hometown: unresolved } },
    edge: { values: { hometown: cleanValues.hometown } },
  },
  place_ambiguous: {
    fires: { values: { hometown: { ...unresolved, candidates } } },
    edge: { values: { hometown: { ...cleanValues.hometown, candidates } } },
  },
}

export const readingExamples: RuleExamples = {
  reading_doubtful: {
    fires: { values: { fullName: read('Hoàng Thị Mai', 'doubtful') } },
    edge: { values: { fullName: decided(read('Hoàng Thị Mai', 'doubtful')) } },
  },
  reading_poor: {
    fires: { values: { currentPosition: read('Chuyen vien', 'poor') } },
    edge: { values: { currentPosition: read('Chuyen vien', 'doubtful') } },
  },
  required_reading_poor: {
    fires: { values: { birthDate: read('1985-04-12', 'poor') } },
    edge: { values: { birthDate: read('1985-04-12', 'doubtful') } },
  },
  value_not_understood: {
    fires: { values: { heightCm: unparsed('1m5B') } },
    edge: { values: { heightCm: blank() } },
  },
  blank_doubtful: {
    fires: { values: { bloodGroup: blank('doubtful') } },
    edge: { values: { bloodGroup: blank('good') } },
  },
  table_reading_doubtful: {
    fires: { tables: { workHistory: [{ start: '2008-08', end: 'nay', position: read('Chuyên viên', 'doubtful') }] } },
    edge: { tables: { workHistory: [{ start: '2008-08', end: 'nay', position: read('Chuyên viên') }] } },
  },
  steward_decision_outdated: {
    fires: { marks: [{ kind: 'decision_outdated', subject: 'fullName', problem: 'd1' }] },
    edge: { values: { fullName: decided(read('Hoàng Thị Mai')) } },
  },
  value_is_junk: {
    fires: { values: { mainDuty: 'N/A' } },
    edge: { values: { mainDuty: 'Không' } },
  },
  text_garbled: {
    fires: { values: { mainDuty: 'CÃ´ng tÃ¡c tá»• chá»©c' } },
    edge: { values: { mainDuty: 'ÃO ẢNH Â ÂM' } },
  },
  height_implausible: { fires: { values: { heightCm: 211 } }, edge: { values: { heightCm: 210 } } },
  weight_implausible: { fires: { values: { weightKg: 29 } }, edge: { values: { weightKg: 30 } } },
}

export const timelinessExamples: RuleExamples = {
  // A woman born in May 1969 reaches 57 years, the age of 2026, in May of that year and serves to its last day.
  past_retirement_age: {
    fires: { values: { birthDate: '1969-04-12' } },
    edge: { values: { birthDate: '1969-05-12' } },
    today: '2026-05-31',
  },
  pay_rise_overdue: {
    fires: { values: { salaryFrom: '2023-08-01' } },
    edge: { values: { salaryFrom: '2023-08-02' } },
    today: '2026-09-01',
  },
  declaration_old: {
    fires: { values: { declarationDate: '2024-03-15' } },
    edge: { values: { declarationDate: '2024-03-16' } },
    today: '2025-04-15',
  },
  date_in_future: {
    fires: { values: { declarationDate: '2024-09-02' } },
    edge: { values: { declarationDate: '2024-09-01' } },
    today: '2024-09-01',
  },
  row_date_in_future: {
    fires: { tables: { family: [{ side: 'own', relation: 'Con', name: 'Nông Hoàng Minh', birthYear: '2025' }] } },
    edge: { tables: { family: [{ side: 'own', relation: 'Con', name: 'Nông Hoàng Minh', birthYear: '2024' }] } },
    today: '2024-09-01',
  },
}
