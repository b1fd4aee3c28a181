// The table of pay (2C item 31): its rows among themselves, and its last row against the salary as it stands.
import { daysOf, isBefore, mayBeSame, monthsBetween } from '../core/dates.ts'
import type { Knowledge } from '../core/knowledge.ts'
import type { Row } from './plain.ts'
import { defineRule, inRow } from './rule.ts'
import { anyOf, coefficientsOf, PAY_TABLES_FROM, payDecree, payGroupsOf, stepsOf } from './salary.ts'

type PayRow = Row<'salaryHistory'>
const item = 'Mẫu 2C-BNV/2008 mục 31 và mục 14'

/** The newest row, wherever it stands in the table. */
function lastOf(rows: readonly PayRow[]): PayRow | undefined {
  const first = ({ month }: PayRow) => (month === undefined ? '' : (daysOf(month)?.first ?? ''))
  return rows.reduce<PayRow | undefined>(
    (last, row) => (last === undefined || first(row) >= first(last) ? row : last),
    undefined,
  )
}

/** None before the tables of 2004, and none for a rank whose group is not known. */
function groupsOfRow({ month, rankCode }: PayRow, knowledge: Knowledge) {
  if (month === undefined || rankCode === undefined || isBefore(month, PAY_TABLES_FROM)) return []
  return payGroupsOf(rankCode, knowledge)
}

/** The pay held today, told once more: what is wrong with it salary.ts says. */
const isPresent = (row: PayRow, { rankCode, salaryStep, salaryCoefficient }: Present) =>
  row.rankCode === rankCode && row.step === salaryStep && row.coefficient === salaryCoefficient
interface Present {
  readonly rankCode?: string
  readonly salaryStep?: number
  readonly salaryCoefficient?: number
}
const present = ['rankCode', 'salaryStep', 'salaryCoefficient'] as const

/** Each row with the one before it on the paper. */
const pairs = (rows: readonly PayRow[]) =>
  rows.flatMap((row, at) => (at === 0 ? [] : [{ row, previous: rows[at - 1] }]))

const rowByRow = [
  defineRule({
    code: 'salary_history_disorder',
    severity: 'warning',
    dimension: 'cleanness',
    basis: item,
    basisVerified: false,
    fields: [],
    tables: ['salaryHistory'],
    message: {
      vi: 'Mốc lương {month} đứng sau mốc {previous}. Kiểm tra tháng, năm có đọc đúng không.',
      en: 'The pay of {month} stands after that of {previous}. Check that the dates were read right.',
    },
    check: ({ salaryHistory }) =>
      pairs(salaryHistory).flatMap(({ row: { index, month }, previous }) =>
        month !== undefined && previous?.month !== undefined && isBefore(month, previous.month)
          ? [inRow('salaryHistory', index, { month, previous: previous.month })]
          : [],
      ),
  }),
  defineRule({
    code: 'salary_history_coefficient_disagrees_step',
    severity: 'warning',
    dimension: 'consistency',
    basis: payDecree,
    basisVerified: false,
    fields: [],
    maybe: present,
    tables: ['salaryHistory'],
    message: {
      vi: 'Mốc {month}: bậc {step} của ngạch {rankCode} có hệ số {expected} nhưng ghi {coefficient}. Đối chiếu quyết định lương.',
      en: 'In {month}: step {step} of rank {rankCode} has the coefficient {expected}, but {coefficient} is given. See the decision.',
    },
    check: ({ salaryHistory, ...now }, { knowledge }) =>
      salaryHistory.flatMap((row) => {
        if (isPresent(row, now)) return []
        const { index, month = '', rankCode = '', step, coefficient } = row
        const expected = step === undefined ? [] : coefficientsOf(groupsOfRow(row, knowledge), step)
        if (step === undefined || coefficient === undefined) return []
        if (expected.length === 0 || expected.includes(coefficient)) return []
        return [inRow('salaryHistory', index, { month, step, rankCode, expected: anyOf(expected), coefficient })]
      }),
  }),
  defineRule({
    code: 'salary_history_step_beyond_group',
    severity: 'warning',
    dimension: 'accuracy',
    basis: payDecree,
    basisVerified: false,
    fields: [],
    maybe: present,
    tables: ['salaryHistory'],
    message: {
      vi: 'Mốc {month}: ngạch {rankCode} chỉ có {steps} bậc nhưng ghi bậc {step}. Kiểm tra mã ngạch và bậc.',
      en: 'In {month}: the rank {rankCode} has {steps} steps only, but step {step} is given. Check rank and step.',
    },
    check: ({ salaryHistory, ...now }, { knowledge }) =>
      salaryHistory.flatMap((row) => {
        if (isPresent(row, now)) return []
        const { index, month = '', rankCode = '', step } = row
        const steps = stepsOf(groupsOfRow(row, knowledge))
        return step !== undefined && steps > 0 && (step < 1 || step > steps)
          ? [inRow('salaryHistory', index, { month, rankCode, step, steps })]
          : []
      }),
  }),
  defineRule({
    code: 'salary_history_interval_short',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Thông tư 08/2013/TT-BNV (nâng bậc sau 36 hoặc 24 tháng, trước thời hạn nhiều nhất 12 tháng)',
    basisVerified: false,
    fields: [],
    tables: ['salaryHistory'],
    message: {
      vi: 'Lên bậc {step} tháng {month} chỉ sau {months} tháng, ít hơn {least} tháng. Kiểm tra mốc thời gian và bậc.',
      en: 'Step {step} in {month} came after {months} months only, less than {least}. Check date and step.',
    },
    check: ({ salaryHistory }, { knowledge }) =>
      pairs(salaryHistory).flatMap(({ row, previous }) => {
        const { index, month, rankCode, step } = row
        const terms = groupsOfRow(row, knowledge).map(({ monthsPerStep }) => monthsPerStep)
        if (month === undefined || step === undefined || terms.length === 0 || previous?.month === undefined) return []
        if (previous.rankCode !== rankCode || previous.step !== step - 1) return []
        const [{ most }, least] = [monthsBetween(previous.month, month), Math.min(...terms) - 12]
        return most >= 0 && most < least ? [inRow('salaryHistory', index, { step, month, months: most, least })] : []
      }),
  }),
  defineRule({
    code: 'salary_history_step_falls',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Thống kê: trong cùng ngạch bậc lương chỉ tăng, trừ khi bị kỷ luật hạ bậc',
    basisVerified: false,
    fields: [],
    tables: ['salaryHistory'],
    message: {
      vi: 'Mốc {month} ghi bậc {step}, thấp hơn bậc {previous} trước đó trong cùng ngạch. Kiểm tra bậc hoặc tìm quyết định kỷ luật.',
      en: 'In {month} the step is {step}, below the {previous} before it in the same rank. Check the step or look for a penalty.',
    },
    check: ({ salaryHistory }) =>
      pairs(salaryHistory).flatMap(({ row: { index, month = '', rankCode, step }, previous }) =>
        step !== undefined &&
        previous?.step !== undefined &&
        rankCode === previous.rankCode &&
        step < previous.step &&
        // Rows out of order are told by their own rule.
        !isBefore(month, previous.month ?? '')
          ? [inRow('salaryHistory', index, { month, step, previous: previous.step })]
          : [],
      ),
  }),
]

/** The last row against the salary as it stands: one rule a field, all in the same words. */
const lastRow = {
  severity: 'warning',
  dimension: 'consistency',
  basis: item,
  basisVerified: false,
  tables: ['salaryHistory'],
  message: {
    vi: 'Diễn biến lương kết thúc ở {last} nhưng lương hiện hưởng ghi {now}. Đối chiếu quyết định lương gần nhất.',
    en: 'The table of pay ends with {last}, but the present salary says {now}. See the latest pay decision.',
  },
} as const

const differs = <V extends string | number>(last: V | undefined, now: V, isSame = last === now) =>
  last === undefined || isSame ? undefined : { last, now }

const againstNow = [
  defineRule({
    ...lastRow,
    code: 'salary_history_disagrees_rank',
    fields: ['rankCode'],
    check: ({ rankCode, salaryHistory }) => differs(lastOf(salaryHistory)?.rankCode, rankCode),
  }),
  defineRule({
    ...lastRow,
    code: 'salary_history_disagrees_step',
    fields: ['salaryStep'],
    check: ({ salaryStep, salaryHistory }) => differs(lastOf(salaryHistory)?.step, salaryStep),
  }),
  defineRule({
    ...lastRow,
    code: 'salary_history_disagrees_coefficient',
    fields: ['salaryCoefficient'],
    check: ({ salaryCoefficient, salaryHistory }) => differs(lastOf(salaryHistory)?.coefficient, salaryCoefficient),
  }),
  defineRule({
    ...lastRow,
    code: 'salary_history_disagrees_from',
    fields: ['salaryFrom'],
    check: ({ salaryFrom, salaryHistory }) => {
      const month = lastOf(salaryHistory)?.month
      return differs(month, salaryFrom, month !== undefined && mayBeSame(month, salaryFrom))
    },
  }),
]

export const salaryHistory = [...rowByRow, ...againstNow]
