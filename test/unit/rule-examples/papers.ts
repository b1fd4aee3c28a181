// Examples of the rules of agreement.ts, code-lists.ts, reading.ts and timeliness.ts.
import { blank, decided, read, unparsed } from '../../support/a-draft.ts'
import { cleanValues } from '../../support/clean-person.ts'
import type { RuleExamples } from './example.ts'

const { currentCode: _code, currentName: _name, ...unresolved } = cleanValues.hometown
const pay = (month: string) => ({ month, rankCode: '01.003', step: 5, coefficient: 3.66 })
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

export const decisionExamples: RuleExamples = {
  decision_former_coefficient_disagrees_step: {
    fires: { decision: { decisionFromCoefficient: 3.33 } },
    edge: { decision: { decisionFromCoefficient: 3.66 } },
  },
  decision_rank_name_disagrees_code: {
    fires: { decision: { decisionRankName: 'Chuyên viên chính' } },
    edge: { decision: { decisionRankName: 'CHUYÊN VIÊN' } },
  },
  decision_number_malformed: {
    fires: { decision: { decisionNumber: 'QĐ-UBND' } },
    edge: { decision: { decisionNumber: '812/2023/QĐ-UBND' } },
  },
  decision_not_in_salary_history: {
    fires: { tables: { salaryHistory: [pay('2020-08')] } },
    edge: { tables: { salaryHistory: [pay('2020-08')] }, decision: { decisionDate: '2024-03-15' } },
  },
  paper_told_twice: {
    fires: { secondDecision: {} },
    edge: { secondDecision: { decisionNumber: '813/QĐ-UBND' } },
  },
}

const whole = { school: 'Trường A', award: 'Cử nhân Luật', start: '2003-09', end: '2007-06' }

export const rowExamples: RuleExamples = {
  table_row_incomplete: {
    fires: { tables: { family: [{ side: 'own', relation: 'Cha' }] } },
    edge: { tables: { family: [{ side: 'own', relation: 'Cha', name: unparsed('H0àng V. S') }] } },
  },
  table_row_told_twice: {
    fires: { tables: { education: [whole, whole] } },
    edge: { tables: { education: [whole, { ...whole, end: '2007-07' }] } },
  },
  row_after_declaration: {
    fires: { tables: { education: [{ ...whole, start: '2024-04', end: '2026-06' }] } },
    edge: { tables: { education: [{ ...whole, start: '2024', end: '2026-06' }] } },
  },
}

export const codeListExamples: RuleExamples = {
  place_without_commune: {
    fires: { values: { hometown: { text: 'Yên Sơn, Tuyên Quang', district: 'Yên Sơn', province: 'Tuyên Quang' } } },
    edge: { values: { hometown: unresolved } },
  },
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
  weight_disagrees_height: {
    fires: { values: { weightKg: 32 } },
    edge: { values: { weightKg: 33 } },
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
  // Twelve months ahead the office begins; in the month of the age itself the other rule is not yet due.
  retirement_within_a_year: {
    fires: { values: { birthDate: '1969-05-12' } },
    edge: { values: { birthDate: '1970-02-01' } },
    today: '2026-05-31',
  },
  seniority_allowance_overdue: {
    fires: { values: { salaryStep: 9, salaryFrom: '2023-08-01' } },
    edge: { values: { salaryStep: 9, salaryFrom: '2023-08-01', otherAllowance: 'Vượt khung 5%' } },
    today: '2026-09-01',
  },
  party_official_overdue: {
    fires: { values: { partyAdmissionDate: '2023-08-01', partyOfficialDate: blank() } },
    edge: { values: { partyAdmissionDate: '2023-08-02', partyOfficialDate: blank() } },
    today: '2024-09-01',
  },
  term_of_post_ended: {
    fires: { tables: { workHistory: [{ start: '2019-09', end: 'nay', position: 'Trưởng phòng Nội vụ' }] } },
    edge: { tables: { workHistory: [{ start: '2019-10', end: 'nay', position: 'Trưởng phòng Nội vụ' }] } },
    today: '2024-09-01',
  },
  yearly_supplement_missing: {
    fires: { values: { declarationDate: '2024-03-15' } },
    edge: { values: { declarationDate: '2025-01-02' } },
    today: '2025-01-16',
  },
  // Forty years on 12 April 2025; a card of the two years before it counts as the renewed one.
  identity_card_outdated: {
    fires: { values: { citizenIdDate: '2023-04-11' } },
    edge: { values: { citizenIdDate: '2023-04-12' } },
    today: '2025-04-12',
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
