// How pay rose through the years: steps left out, rises too late, what a change of rank may do. Row by row it is
// salary-history.ts.
import { isBefore, monthsBetween } from '../core/dates.ts'
import { compareIds } from '../core/id.ts'
import { perRow, type Row } from './plain.ts'
import { defineRule, inRow } from './rule.ts'
import { PAY_TABLES_FROM, payGroupsOf } from './salary.ts'

const item = 'Mẫu 2C-BNV/2008 mục 31'

/** The first pay row may come after the probation, and a posting elsewhere before it. */
const PROBATION_MONTHS = 24

/** In order of time, each row with the one before it; a row with the same month is a correction, not a rise. */
const rises = perRow((rows: readonly Row<'salaryHistory'>[]) => {
  const dated = rows.flatMap((row) => (row.month === undefined ? [] : [{ ...row, month: row.month }]))
  const inTime = dated.toSorted((a, b) => compareIds(a.month, b.month))
  return inTime.flatMap((row, at) => {
    const previous = inTime[at - 1]
    if (previous === undefined || !isBefore(previous.month, row.month)) return []
    return [{ row, previous, month: row.month, since: previous.month, before: inTime.slice(0, at) }]
  })
})

export const salaryCourse = [
  defineRule({
    code: 'salary_history_step_skipped',
    severity: 'info',
    dimension: 'completeness',
    basis: 'Thống kê: trong cùng ngạch thường lên từng bậc; nhảy bậc hay do sót dòng',
    basisVerified: false,
    fields: [],
    tables: ['salaryHistory'],
    message: {
      vi: 'Tháng {month} lên bậc {step} ngay sau bậc {previous}. Tìm dòng bị đọc sót hoặc quyết định xếp lại lương.',
      en: 'In {month} step {step} follows step {previous}. Look for a missed row, or a decision that set the pay anew.',
    },
    check: ({ salaryHistory }) =>
      rises(salaryHistory).flatMap(({ row: { index, rankCode, step }, previous: last, month, before }) => {
        const steps = before.flatMap((row) => (row.rankCode === rankCode ? (row.step ?? []) : []))
        const previous = Math.max(...steps)
        return step !== undefined && last.rankCode === rankCode && steps.length > 0 && step > previous + 1
          ? [inRow('salaryHistory', index, { month, step, previous })]
          : []
      }),
  }),
  defineRule({
    code: 'salary_history_interval_long',
    severity: 'info',
    dimension: 'consistency',
    basis: 'Thông tư 08/2013/TT-BNV (kéo dài thời gian nâng bậc nhiều nhất 12 tháng mỗi lần)',
    basisVerified: false,
    fields: [],
    tables: ['salaryHistory'],
    message: {
      vi: 'Lên bậc {step} tháng {month} sau {months} tháng, lâu hơn thường lệ. Kiểm tra mốc thời gian hoặc tìm quyết định kỷ luật.',
      en: 'Step {step} in {month} came after {months} months, longer than usual. Check the dates, or look for a penalty.',
    },
    check: ({ salaryHistory }, { knowledge }) =>
      rises(salaryHistory).flatMap(({ row: { index, rankCode, step }, previous, month, since }) => {
        if (rankCode === undefined || step === undefined || rankCode !== previous.rankCode) return []
        const term = Math.max(0, ...payGroupsOf(rankCode, knowledge).map(({ monthsPerStep }) => monthsPerStep))
        const { least } = monthsBetween(since, month)
        return term > 0 && step === (previous.step ?? 0) + 1 && least > 2 * term
          ? [inRow('salaryHistory', index, { month, step, months: least })]
          : []
      }),
  }),
  defineRule({
    code: 'salary_history_coefficient_falls',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Thông tư 02/2007/TT-BNV (chuyển, nâng ngạch được xếp hệ số bằng hoặc cao hơn gần nhất)',
    basisVerified: false,
    fields: [],
    tables: ['salaryHistory'],
    message: {
      vi: 'Tháng {month} đổi ngạch mà hệ số {coefficient} thấp hơn hệ số {previous} trước đó. Đối chiếu quyết định xếp lương.',
      en: 'In {month} the rank changed and the coefficient fell from {previous} to {coefficient}. See the decision.',
    },
    check: ({ salaryHistory }) =>
      rises(salaryHistory).flatMap(({ row: { index, rankCode, coefficient }, previous, month }) =>
        coefficient !== undefined &&
        previous.coefficient !== undefined &&
        rankCode !== previous.rankCode &&
        coefficient < previous.coefficient
          ? [inRow('salaryHistory', index, { month, coefficient, previous: previous.coefficient })]
          : [],
      ),
  }),
  defineRule({
    code: 'salary_history_rank_unknown',
    severity: 'info',
    dimension: 'cleanness',
    basis: 'Danh mục mã ngạch công chức và chức danh nghề nghiệp viên chức (Bộ Nội vụ)',
    basisVerified: false,
    fields: [],
    maybe: ['rankCode'],
    tables: ['salaryHistory'],
    message: {
      vi: 'Diễn biến lương có mã ngạch "{rankCode}" không có trong danh mục. Đối chiếu ảnh hoặc đề nghị bổ sung danh mục.',
      en: 'The table of pay has the rank code "{rankCode}", which is not in the list. See the image, or have it completed.',
    },
    // Of the rank held today salary.ts tells.
    check: ({ salaryHistory, rankCode: present }, { knowledge }) =>
      salaryHistory.flatMap(({ index, rankCode }) =>
        rankCode === undefined || rankCode === present || knowledge.pay.rank(rankCode) !== undefined
          ? []
          : [inRow('salaryHistory', index, { rankCode })],
      ),
  }),
  defineRule({
    code: 'salary_history_before_recruitment',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Thống kê: lương được hưởng sau khi tuyển dụng',
    basisVerified: false,
    fields: ['recruitmentDate'],
    tables: ['salaryHistory'],
    message: {
      vi: 'Diễn biến lương có mốc {month}, trước ngày tuyển dụng {recruited}. Kiểm tra cả hai ngày.',
      en: 'The table of pay has {month}, before the recruitment on {recruited}. Check both dates.',
    },
    check: ({ recruitmentDate: recruited, salaryHistory }) =>
      salaryHistory.flatMap(({ index, month }) =>
        month !== undefined && isBefore(month, recruited) ? [inRow('salaryHistory', index, { month, recruited })] : [],
      ),
  }),
  defineRule({
    code: 'salary_history_starts_late',
    severity: 'info',
    dimension: 'completeness',
    basis: item,
    basisVerified: false,
    fields: ['recruitmentDate'],
    tables: ['salaryHistory'],
    message: {
      vi: 'Tuyển dụng {recruited} nhưng diễn biến lương chỉ ghi từ {month}. Bổ sung các mốc lương đầu tiên.',
      en: 'Recruited on {recruited}, but the table of pay starts only in {month}. Add the first rows.',
    },
    check: ({ recruitmentDate: recruited, salaryHistory }) => {
      const months = salaryHistory.flatMap(({ month }) => month ?? [])
      const first = months.reduce<string | undefined>((a, b) => (a === undefined || isBefore(b, a) ? b : a), undefined)
      return first !== undefined && monthsBetween(recruited, first).least > PROBATION_MONTHS
        ? { recruited, month: first }
        : undefined
    },
  }),
  defineRule({
    code: 'salary_history_rank_before_its_time',
    severity: 'info',
    dimension: 'consistency',
    basis: 'Danh mục mã ngạch và chức danh nghề nghiệp theo thời gian (các thông tư của Bộ Nội vụ và bộ quản lý ngành)',
    basisVerified: false,
    fields: [],
    tables: ['salaryHistory'],
    message: {
      vi: 'Tháng {month} ghi mã {rankCode}, có hiệu lực từ {start}. Kiểm tra mốc thời gian hoặc mã ngạch thời đó.',
      en: 'In {month} the code is {rankCode}, which began on {start}. Check the date, or the code of that time.',
    },
    check: ({ salaryHistory }, { knowledge }) =>
      salaryHistory.flatMap(({ index, month, rankCode }) => {
        const start = rankCode === undefined ? undefined : knowledge.pay.rank(rankCode)?.validFrom
        return month !== undefined && rankCode !== undefined && start !== undefined && isBefore(month, start)
          ? [inRow('salaryHistory', index, { month, rankCode, start })]
          : []
      }),
  }),
  defineRule({
    code: 'salary_history_not_of_former_scale',
    severity: 'info',
    dimension: 'accuracy',
    basis: 'Nghị định 25/CP năm 1993 (thang lương dùng đến tháng 9/2004; mới biết ba ngạch hành chính)',
    basisVerified: false,
    fields: [],
    tables: ['salaryHistory'],
    message: {
      vi: 'Tháng {month}, ngạch {rankCode} ghi hệ số {coefficient}, không có trong thang lương năm 1993. Đối chiếu ảnh và quyết định.',
      en: 'In {month}, rank {rankCode}, the coefficient {coefficient} is not of the scale of 1993. See the image and the decision.',
    },
    check: ({ salaryHistory }, { knowledge: { pay } }) =>
      salaryHistory.flatMap(({ index, month, rankCode, coefficient }) => {
        if (month === undefined || rankCode === undefined || coefficient === undefined) return []
        const { validFrom, validTo, groups } = pay.earlier
        const scale = groups.find(({ name }) => name === pay.rank(rankCode)?.name)
        const isOfThatTime =
          !isBefore(month, validFrom) && isBefore(month, PAY_TABLES_FROM) && !isBefore(validTo, month)
        return isOfThatTime && scale !== undefined && !scale.coefficients.includes(coefficient)
          ? [inRow('salaryHistory', index, { month, rankCode, coefficient })]
          : []
      }),
  }),
]
