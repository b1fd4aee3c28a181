// Rank, step and coefficient as they stand. How they came about is salary-history.ts.
import { addMonths, isBefore } from '../core/dates.ts'
import type { Knowledge } from '../core/knowledge.ts'
import { fold } from '../core/text.ts'
import type { PayGroup } from '../../schemas/index.ts'
import { defineRule } from './rule.ts'

/** The tables were compiled, not yet read in the decree itself: nothing here is more than a warning. */
export const payDecree = 'Nghị định 204/2004/NĐ-CP, các bảng lương kèm theo'

/** The tables of 2004 say nothing of the coefficients before (Nghị định 25/CP of 1993). */
export const PAY_TABLES_FROM = '2004-10-01'

/** Several where the group of a rank depended on the time: 01.004 was B and became A0. None for a rank nobody knows. */
export function payGroupsOf(rankCode: string, knowledge: Knowledge): readonly PayGroup[] {
  const known = groupsKnown.get(knowledge) ?? new Map<string, readonly PayGroup[]>()
  groupsKnown.set(knowledge, known)
  const groups = known.get(rankCode) ?? groupsOfCode(rankCode, knowledge)
  known.set(rankCode, groups)
  return groups
}

/** A register asks for the same few hundred codes a million times. */
const groupsKnown = new WeakMap<Knowledge, Map<string, readonly PayGroup[]>>()

function groupsOfCode(rankCode: string, { pay }: Knowledge): PayGroup[] {
  const rank = pay.rank(rankCode)
  return [rank?.group ?? [], rank?.groups ?? []].flat().flatMap((name) => pay.group(name) ?? [])
}

/** What a step is worth in each of the groups that have it. */
export const coefficientsOf = (groups: readonly PayGroup[], step: number): number[] =>
  groups.flatMap(({ coefficients }) => coefficients[step - 1] ?? [])

/** The most steps any of the groups has; 0 when there is none. */
export const stepsOf = (groups: readonly PayGroup[]): number =>
  Math.max(0, ...groups.map((group) => group.coefficients.length))

/** For people: one number, or all that are possible. */
export const anyOf = (numbers: readonly number[]): string | number =>
  numbers.length === 1 ? (numbers[0] ?? '') : numbers.map((number) => String(number).replace('.', ',')).join(' / ')

const rank = [
  defineRule({
    code: 'rank_code_unknown',
    severity: 'warning',
    dimension: 'cleanness',
    basis: 'Danh mục mã ngạch công chức và chức danh nghề nghiệp viên chức (Bộ Nội vụ)',
    basisVerified: false,
    fields: ['rankCode'],
    message: {
      vi: 'Mã ngạch "{rankCode}" không có trong danh mục. Đối chiếu ảnh; nếu đúng như bản giấy thì đề nghị bổ sung danh mục.',
      en: 'The rank code "{rankCode}" is not in the list. Compare with the image; if it is so on paper, have the list completed.',
    },
    check: ({ rankCode }, { knowledge }) => (knowledge.pay.rank(rankCode) === undefined ? { rankCode } : undefined),
  }),
  defineRule({
    code: 'rank_name_disagrees_code',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Danh mục mã ngạch công chức và chức danh nghề nghiệp viên chức (Bộ Nội vụ)',
    basisVerified: false,
    fields: ['rankName', 'rankCode'],
    message: {
      vi: 'Ngạch ghi "{rankName}" nhưng mã {rankCode} là "{expected}". Kiểm tra tên ngạch và mã ngạch.',
      en: 'The rank is "{rankName}", but the code {rankCode} means "{expected}". Check name and code.',
    },
    check: ({ rankName, rankCode }, { knowledge }) => {
      const names = namesOfRank(rankCode, knowledge)
      return names.length === 0 || names.some((name) => isSameRank(rankName, name, rankCode))
        ? undefined
        : { rankName, rankCode, expected: names.join(' / ') }
    },
  }),
  defineRule({
    code: 'rank_code_superseded',
    severity: 'info',
    dimension: 'timeliness',
    basis: 'Danh mục mã ngạch và chức danh nghề nghiệp theo thời gian (các thông tư của Bộ Nội vụ và bộ quản lý ngành)',
    basisVerified: false,
    fields: ['rankCode', 'declarationDate'],
    message: {
      vi: 'Mã {rankCode} hết hiệu lực từ {end}, bản khai ngày {declared} vẫn ghi. Tìm quyết định bổ nhiệm vào chức danh mới.',
      en: 'The code {rankCode} ended on {end}, yet the declaration of {declared} has it. Look for the appointment to the new title.',
    },
    check: ({ rankCode, declarationDate: declared }, { knowledge }) => {
      const end = knowledge.pay.rank(rankCode)?.validTo
      return end !== undefined && isBefore(addMonths(end, TRANSITION_MONTHS), declared)
        ? { rankCode, end, declared }
        : undefined
    },
  }),
]

/** New titles are given by decisions, which took years in some provinces. */
const TRANSITION_MONTHS = 36

/** One code may have had several names; none for a code nobody knows. */
export function namesOfRank(rankCode: string, { pay }: Knowledge): string[] {
  const rank = pay.rank(rankCode)
  return rank === undefined ? [] : [...new Set([rank.name, ...(rank.periods ?? []).map(({ name }) => name)])]
}

/**
 * Names of civil servants' ranks are fixed words, and "chuyên viên" is not "chuyên viên chính"; titles of public employees are
 * written in many ways ("Giáo viên THCS hạng II"), so one that holds the other is taken as the same.
 */
export function isSameRank(written: string, official: string, code: string): boolean {
  if (written === official) return true
  const [a, b] = [rankWords(written), rankWords(official)]
  return a === b || (!code.startsWith('01.') && (a.includes(b) || b.includes(a)))
}

function rankWords(name: string): string {
  return fold(name)
    .replace(/\bthcs\b/u, 'trung hoc co so')
    .replace(/\bthpt\b/u, 'trung hoc pho thong')
    .replace(/\([^)]*\)/gu, '')
    .replace(/[,-]?\s*\bhang (?:[ivx]+|\d)\b/u, '')
    .replace(/^ngach /u, '')
    .trim()
}

const pay = [
  defineRule({
    code: 'salary_step_beyond_group',
    severity: 'warning',
    dimension: 'accuracy',
    basis: payDecree,
    basisVerified: false,
    fields: ['rankCode', 'salaryStep'],
    message: {
      vi: 'Ngạch {rankCode} chỉ có {steps} bậc nhưng ghi bậc {step}. Kiểm tra mã ngạch và bậc lương.',
      en: 'The rank {rankCode} has {steps} steps only, but step {step} is given. Check rank and step.',
    },
    check: ({ rankCode, salaryStep }, { knowledge }) => {
      const steps = stepsOf(payGroupsOf(rankCode, knowledge))
      return steps > 0 && salaryStep > steps ? { rankCode, step: salaryStep, steps } : undefined
    },
  }),
  defineRule({
    code: 'salary_coefficient_disagrees_step',
    severity: 'warning',
    dimension: 'consistency',
    basis: payDecree,
    basisVerified: false,
    fields: ['rankCode', 'salaryStep', 'salaryCoefficient'],
    message: {
      vi: 'Bậc {step} của ngạch {rankCode} có hệ số {expected} nhưng ghi {coefficient}. Đối chiếu quyết định lương gần nhất.',
      en: 'Step {step} of rank {rankCode} has the coefficient {expected}, but {coefficient} is given. See the latest pay decision.',
    },
    check: ({ rankCode, salaryStep, salaryCoefficient }, { knowledge }) => {
      const expected = coefficientsOf(payGroupsOf(rankCode, knowledge), salaryStep)
      if (expected.length === 0 || expected.includes(salaryCoefficient)) return undefined
      return { step: salaryStep, rankCode, expected: anyOf(expected), coefficient: salaryCoefficient }
    },
  }),
  defineRule({
    code: 'salary_coefficient_in_no_table',
    severity: 'warning',
    dimension: 'accuracy',
    basis: payDecree,
    basisVerified: false,
    fields: ['rankCode', 'salaryCoefficient'],
    message: {
      vi: 'Hệ số {coefficient} không có trong bảng lương nào. Đối chiếu ảnh, có thể đọc sót dấu phẩy hoặc chữ số.',
      en: 'The coefficient {coefficient} is in no pay table. Compare with the image; a comma or digit may be misread.',
    },
    // Where the rank's group is known, the rule above says more.
    check: ({ rankCode, salaryCoefficient }, { knowledge }) =>
      payGroupsOf(rankCode, knowledge).length > 0 ||
      knowledge.pay.groups.some(({ coefficients }) => coefficients.includes(salaryCoefficient))
        ? undefined
        : { coefficient: salaryCoefficient },
  }),
  defineRule({
    code: 'seniority_allowance_below_last_step',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Nghị định 204/2004/NĐ-CP (phụ cấp thâm niên vượt khung ở bậc cuối)',
    basisVerified: false,
    fields: ['rankCode', 'salaryStep', 'otherAllowance'],
    message: {
      vi: 'Có phụ cấp thâm niên vượt khung nhưng mới ở bậc {step} trên {steps}. Kiểm tra bậc lương và phụ cấp.',
      en: 'There is a seniority allowance beyond the frame, but the step is {step} of {steps}. Check step and allowance.',
    },
    check: ({ rankCode, salaryStep, otherAllowance }, { knowledge }) => {
      const steps = stepsOf(payGroupsOf(rankCode, knowledge))
      return fold(String(otherAllowance)).includes('vuot khung') && salaryStep < steps
        ? { step: salaryStep, steps }
        : undefined
    },
  }),
  defineRule({
    code: 'seniority_allowance_below_five_percent',
    severity: 'warning',
    dimension: 'accuracy',
    basis: 'Nghị định 204/2004/NĐ-CP (phụ cấp thâm niên vượt khung bắt đầu từ 5 %)',
    basisVerified: false,
    fields: ['otherAllowance'],
    message: {
      vi: 'Phụ cấp thâm niên vượt khung ghi {percent} %, thấp hơn mức đầu 5 %. Đối chiếu quyết định.',
      en: 'The seniority allowance is {percent} %, below the first 5 %. Compare with the decision.',
    },
    check: ({ otherAllowance }) => {
      const { percent } = /vuot khung\D{0,12}(?<percent>\d{1,2})\s*%/u.exec(fold(String(otherAllowance)))?.groups ?? {}
      return percent !== undefined && Number(percent) < 5 ? { percent: Number(percent) } : undefined
    },
  }),
  defineRule({
    code: 'position_allowance_out_of_range',
    severity: 'warning',
    dimension: 'accuracy',
    basis: 'Nghị định 204/2004/NĐ-CP (phụ cấp chức vụ lãnh đạo từ 0,15 đến 1,40)',
    basisVerified: false,
    fields: ['positionAllowance'],
    message: {
      vi: 'Phụ cấp chức vụ {allowance} ngoài khoảng 0,15 đến 1,40. Đối chiếu quyết định bổ nhiệm.',
      en: 'The position allowance {allowance} lies outside 0.15 to 1.40. Compare with the appointment.',
    },
    check: ({ positionAllowance: allowance }) =>
      typeof allowance === 'number' && allowance !== 0 && (allowance < 0.15 || allowance > 1.4)
        ? { allowance }
        : undefined,
  }),
  defineRule({
    code: 'salary_from_before_pay_tables',
    severity: 'info',
    dimension: 'timeliness',
    basis: payDecree,
    basisVerified: false,
    fields: ['salaryFrom'],
    message: {
      vi: 'Ngày hưởng lương {salaryFrom} trước tháng 10/2004, theo thang lương cũ. Tìm quyết định chuyển xếp lương mới.',
      en: 'The salary runs from {salaryFrom}, before October 2004 and its tables. Look for the decision on the new scale.',
    },
    check: ({ salaryFrom }) => (isBefore(salaryFrom, PAY_TABLES_FROM) ? { salaryFrom } : undefined),
  }),
]

export const salary = [...rank, ...pay]
