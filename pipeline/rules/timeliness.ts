// What only a calendar can tell. These rules alone know today, so only they run again when the day changes.
import { addMonths, daysOf, isBefore, monthsBetween } from '../core/dates.ts'
import { dateIn } from './chronology.ts'
import { payGroupsOf, stepsOf } from './salary.ts'
import { defineReadingRule, defineRule, inRow, isFirm } from './rule.ts'

/** Months of age in the year 2021, months added each year since, and where that ends (Nghị định 135/2020/NĐ-CP Điều 4). */
const roadmap: Readonly<Record<string, { readonly start: number; readonly perYear: number; readonly end: number }>> = {
  Nam: { start: 60 * 12 + 3, perYear: 3, end: 62 * 12 },
  Nữ: { start: 55 * 12 + 4, perYear: 4, end: 60 * 12 },
}

/** The first day on which the age of that very year is reached; of a year alone its 1 January counts (Điều 3.3). */
export function retirementDay(birthDate: string, gender: string): string | undefined {
  const [steps, days] = [roadmap[gender], daysOf(birthDate)]
  if (steps === undefined || days === undefined) return undefined
  for (let year = 2021; ; year += 1) {
    const months = Math.min(steps.start + (year - 2021) * steps.perYear, steps.end)
    const day = addMonths(days.first, months)
    if (Number(day.slice(0, 4)) <= year) return day
  }
}

const person = [
  defineRule({
    code: 'past_retirement_age',
    severity: 'warning',
    dimension: 'timeliness',
    basis: 'Nghị định 135/2020/NĐ-CP Điều 4',
    basisVerified: true,
    isTimed: true,
    fields: ['birthDate', 'gender'],
    message: {
      vi: 'Đã đủ tuổi nghỉ hưu từ {day}. Kiểm tra người này còn công tác không; nếu được kéo dài thì cần quyết định.',
      en: 'Retirement age was reached on {day}. Check whether the person still serves; an extension needs a decision.',
    },
    // Service ends with the last day of the month in which the age is reached.
    check: ({ birthDate, gender }, { today }) => {
      const day = retirementDay(birthDate, gender)
      return day !== undefined && day.slice(0, 7) < today.slice(0, 7) ? { day } : undefined
    },
  }),
  defineRule({
    code: 'pay_rise_overdue',
    severity: 'info',
    dimension: 'timeliness',
    basis: 'Thông tư 08/2013/TT-BNV (nâng bậc sau 36 hoặc 24 tháng)',
    basisVerified: false,
    isTimed: true,
    fields: ['rankCode', 'salaryStep', 'salaryFrom'],
    message: {
      vi: 'Giữ bậc {step} đã {months} tháng, quá {due} tháng của một bậc. Tìm quyết định nâng bậc mới hơn.',
      en: 'On step {step} for {months} months, more than the {due} of a step. Look for a newer decision.',
    },
    check: ({ rankCode, salaryStep, salaryFrom }, { knowledge, today }) => {
      const groups = payGroupsOf(rankCode, knowledge)
      const due = Math.max(...groups.map(({ monthsPerStep }) => monthsPerStep))
      const { least } = monthsBetween(salaryFrom, today)
      return salaryStep < stepsOf(groups) && least > due ? { step: salaryStep, months: least, due } : undefined
    },
  }),
  defineRule({
    code: 'declaration_old',
    severity: 'info',
    dimension: 'timeliness',
    basis: 'Thông tư 11/2012/TT-BNV Điều 11 khoản 1 (bổ sung lý lịch hằng năm)',
    basisVerified: true,
    isTimed: true,
    fields: ['declarationDate'],
    message: {
      vi: 'Lý lịch khai ngày {declarationDate}, đã {months} tháng. Tìm phiếu bổ sung lý lịch mới hơn.',
      en: 'The résumé was declared on {declarationDate}, {months} months ago. Look for a newer supplement.',
    },
    check: ({ declarationDate }, { today }) => {
      const { least } = monthsBetween(declarationDate, today)
      return least > 12 ? { declarationDate, months: least } : undefined
    },
  }),
]

/** A salary or a decision may well run from a day to come; what is told of the past may not. */
const future = [
  defineReadingRule({
    code: 'date_in_future',
    severity: 'error',
    dimension: 'accuracy',
    // Needs no text to be read: what has not happened cannot be on paper.
    basis: 'Lẽ đương nhiên: hồ sơ chỉ ghi việc đã xảy ra',
    basisVerified: true,
    isTimed: true,
    fields: [
      'birthDate',
      'citizenIdDate',
      'recruitmentDate',
      'partyAdmissionDate',
      'partyOfficialDate',
      'politicalOrganisationDate',
      'enlistmentDate',
      'dischargeDate',
      'declarationDate',
      'decisionDate',
    ],
    message: {
      vi: '"{field}" là {date}, một ngày chưa đến. Đối chiếu ảnh và sửa lại.',
      en: '"{field}" is {date}, a day yet to come. Compare with the image and correct it.',
    },
    check: (reading, { today }) => {
      const date = dateIn(reading)
      if (date === undefined || !isBefore(today, date)) return undefined
      return [{ evidence: { field: reading.field, date }, isDoubtful: !isFirm(reading.value) }]
    },
  }),
  defineRule({
    code: 'row_date_in_future',
    severity: 'warning',
    dimension: 'accuracy',
    basis: 'Thống kê: các bảng của lý lịch ghi việc đã xảy ra',
    basisVerified: false,
    isTimed: true,
    fields: [],
    tables: ['education', 'workHistory', 'family', 'salaryHistory'],
    message: {
      vi: 'Bảng "{table}" có mốc {date}, một ngày chưa đến. Đối chiếu ảnh.',
      en: 'The table "{table}" has {date}, a day yet to come. Compare with the image.',
    },
    check: ({ education, workHistory, family, salaryHistory }, { today }) =>
      [
        ...education.map(({ index, start }) => ({ table: 'education', index, date: start }) as const),
        ...workHistory.map(({ index, start }) => ({ table: 'workHistory', index, date: start }) as const),
        ...family.map(({ index, birthYear }) => ({ table: 'family', index, date: birthYear }) as const),
        ...salaryHistory.map(({ index, month }) => ({ table: 'salaryHistory', index, date: month }) as const),
      ].flatMap(({ table, index, date }) =>
        date !== undefined && isBefore(today, date) ? [inRow(table, index, { table, date })] : [],
      ),
  }),
]

export const timeliness = [...person, ...future]
