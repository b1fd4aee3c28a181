// Faults in rank and pay, and papers that do not agree.
import type { FactRow } from '../invent/declare.ts'
import type { Values } from '../invent/draft.ts'
import type { Value } from '../../schemas/index.ts'
import {
  cellOf,
  changed,
  decides,
  decidesNothingOn,
  type Fault,
  fault,
  inserted,
  later,
  type Move,
  numberOf,
  onlyIf,
  says,
  type Sound,
  tells,
  textOf,
} from './fault.ts'

const lastRow = (change: (row: FactRow) => FactRow) =>
  tells('salaryHistory', (rows) => changed(rows, -1, change(rows.at(-1) ?? {})))
const hasRows = (count: number) => onlyIf(({ form }) => form.tables.salaryHistory.length >= count)
/** The same wrong word in the form, in its table of pay and in the decision: wrong, but of one voice. */
const everywhere = (field: 'rankCode' | 'salaryCoefficient', value: Value): Move[] => [
  says(field, value),
  lastRow(() => (field === 'rankCode' ? { rankCode: value } : { coefficient: value })),
  decides(field === 'rankCode' ? 'decisionRankCode' : 'decisionSalaryCoefficient', value),
]
const isA1 = onlyIf(({ form }) => form.values.rankCode === '01.003' || form.values.rankCode === '16.118')

const standing: readonly Fault[] = [
  fault('a rank nobody has', 'rank_code_unknown', ...everywhere('rankCode', '99.993')),
  fault('the name of another rank', 'rank_name_disagrees_code', says('rankName', 'Kỹ sư cao cấp')),
  fault('a coefficient of no step', 'salary_coefficient_disagrees_step', ...everywhere('salaryCoefficient', 7.77)),
  fault(
    'a seniority allowance too early',
    'seniority_allowance_below_last_step',
    onlyIf((sound) => numberOf(sound, 'salaryStep') < 8),
    says('otherAllowance', 'Vượt khung 5%'),
  ),
  fault(
    'a rank above the diploma',
    'qualification_below_rank',
    isA1,
    says('highestQualification', 'Trung cấp Luật'),
    tells('education', (rows) => changed(rows, 0, { award: 'Trung cấp' })),
  ),
]

const history: readonly Fault[] = [
  fault(
    'no table of pay',
    'expected_table_empty',
    tells('salaryHistory', () => []),
  ),
  fault(
    'two rows out of order',
    'salary_history_disorder',
    hasRows(4),
    tells('salaryHistory', ([a = {}, b = {}, c = {}, ...rows]) => [a, c, b, ...rows]),
  ),
  fault(
    'an older coefficient misread',
    'salary_history_coefficient_disagrees_step',
    hasRows(4),
    tells('salaryHistory', (rows) => changed(rows, 1, { coefficient: Number(rows[1]?.coefficient) + 0.03 })),
  ),
  fault(
    'a rise after eight months',
    'salary_history_interval_short',
    hasRows(4),
    tells('salaryHistory', (rows) => changed(rows, 1, { month: later(cellOf(rows[0], 'month'), 8) })),
    onlyIf(({ form: { tables } }) => tables.salaryHistory[1]?.rankCode === tables.salaryHistory[0]?.rankCode),
  ),
  fault(
    'a step that falls',
    'salary_history_step_falls',
    hasRows(5),
    onlyIf(({ form: { tables } }) => tables.salaryHistory[3]?.rankCode === tables.salaryHistory[0]?.rankCode),
    tells('salaryHistory', (rows) => inserted(rows, 3, { ...rows[1], month: later(cellOf(rows[2], 'month'), 6) })),
  ),
  fault(
    'a step left out',
    'salary_history_step_skipped',
    hasRows(5),
    onlyIf(({ form: { tables } }) => tables.salaryHistory[2]?.rankCode === tables.salaryHistory[0]?.rankCode),
    tells('salaryHistory', (rows) => rows.toSpliced(1, 1)),
  ),
  fault(
    'an older rank nobody knows',
    'salary_history_rank_unknown',
    hasRows(4),
    tells('salaryHistory', (rows) => changed(rows, 1, { rankCode: '99.993' })),
  ),
  fault(
    'pay before the recruitment',
    'salary_history_before_recruitment',
    // Before the tables of 2004 the coefficient would be wrong too.
    onlyIf((sound) => textOf(sound, 'recruitmentDate') > '2005-03'),
    tells('salaryHistory', (rows, sound) =>
      changed(rows, 0, { month: later(textOf(sound, 'recruitmentDate'), -3).slice(0, 7) }),
    ),
  ),
  fault(
    'the first years of pay left out',
    'salary_history_starts_late',
    hasRows(5),
    tells('salaryHistory', (rows) => rows.slice(3)),
  ),
  fault(
    'a lower coefficient in another rank',
    'salary_history_coefficient_falls',
    hasRows(4),
    onlyIf(({ form }) => form.values.rankCode !== '16.119' && form.values.rankCode !== 'V.08.03.07'),
    tells('salaryHistory', (rows) =>
      inserted(rows, 3, { month: later(cellOf(rows[2], 'month'), 6), rankCode: '16.119', step: 1, coefficient: 1.86 }),
    ),
  ),
  fault(
    'the table ends in another rank',
    'salary_history_disagrees_rank',
    isA1,
    lastRow(() => ({ rankCode: '06.031' })),
  ),
  fault(
    'the table ends in another month',
    'salary_history_disagrees_from',
    lastRow((row) => ({ month: later(cellOf(row, 'month'), 1) })),
    onlyIf(
      (sound) => cellOf(sound.form.tables.salaryHistory.at(-1), 'month') < textOf(sound, 'declarationDate').slice(0, 7),
    ),
  ),
]

const decision: readonly Fault[] = [
  fault('no decision', 'paper_missing_pay_decision', (sound) => ({ ...sound, decision: {} })),
  fault('another name', 'decision_disagrees_full_name', decides('decisionFullName', 'Vừ Mí Sính')),
  fault(
    'another birth date',
    'decision_disagrees_birth_date',
    decides('decisionBirthDate', (sound) => later(textOf(sound, 'birthDate'), 2)),
  ),
  fault(
    'another rank',
    'decision_disagrees_rank_code',
    isA1,
    decides('decisionRankCode', '06.031'),
    decides('decisionRankName', 'Kế toán viên'),
  ),
  fault(
    'another step',
    'decision_disagrees_salary_step',
    decides('decisionSalaryStep', (sound) => numberOf(sound, 'salaryStep') + 1),
    decidesNothingOn('decisionSalaryCoefficient'),
  ),
  fault(
    'another coefficient',
    'decision_disagrees_salary_coefficient',
    decides('decisionSalaryCoefficient', (sound) => numberOf(sound, 'salaryCoefficient') + 0.09),
    decidesNothingOn('decisionRankCode'),
  ),
  fault(
    'another day',
    'decision_disagrees_salary_from',
    decides('decisionSalaryFrom', (sound) => later(textOf(sound, 'salaryFrom'), 1)),
  ),
  fault(
    'a former coefficient of no step',
    'decision_former_coefficient_disagrees_step',
    decides('decisionFromCoefficient', 1.11),
  ),
  fault(
    'a rise that is none',
    'decision_step_does_not_rise',
    decides('decisionFromStep', (sound) => numberOf(sound, 'salaryStep')),
    decides('decisionFromCoefficient', (sound) => numberOf(sound, 'salaryCoefficient')),
  ),
  fault('the name of another rank', 'decision_rank_name_disagrees_code', decides('decisionRankName', 'Kỹ sư cao cấp')),
  fault('a number that is none', 'decision_number_malformed', decides('decisionNumber', 'TC-CB')),
]

const other =
  (more: (sound: Sound) => Values): Move =>
  (sound) => ({ ...sound, otherForm: more(sound) })
const papers: readonly Fault[] = [
  fault('a decision filed twice', 'paper_told_twice', (sound) => ({ ...sound, otherDecision: sound.decision })),
  fault(
    'two résumés, two birth dates',
    'documents_disagree_on_identity',
    other((sound) => ({ birthDate: later(textOf(sound, 'birthDate'), 1) })),
  ),
  fault(
    'two résumés, two genders',
    'documents_disagree_on_identity',
    other((sound) => ({ gender: textOf(sound, 'gender') === 'Nam' ? 'Nữ' : 'Nam' })),
  ),
  fault(
    'two résumés, two days of recruitment',
    'documents_disagree',
    other((sound) => ({ recruitmentDate: later(textOf(sound, 'recruitmentDate'), -1) })),
  ),
  fault(
    'two résumés, two peoples',
    'documents_disagree',
    other((sound) => ({ ethnicity: textOf(sound, 'ethnicity') === 'Tày' ? 'Nùng' : 'Tày' })),
  ),
]

export const faultsOfPay = [...standing, ...history, ...decision, ...papers]
