// What only a calendar can tell. These rules alone know today, so only they run again when the day changes.
import { addMonths, isBefore } from '../core/dates.ts'
import { dateIn } from './chronology.ts'
import {
  type Due,
  type DueOn,
  hitOfDue,
  identityCard,
  partyOfficial,
  payRise,
  retirement,
  retirementDay,
  seniorityAllowance,
  termOfPost,
  yearlySupplement,
} from './due.ts'
import { isFirm } from './plain.ts'
import { defineReadingRule, defineRule, type Head, inRow, type Rule } from './rule.ts'

interface Overdue extends Pick<Head, 'code' | 'message'> {
  readonly severity: 'warning' | 'info'
  /** Months that a decision takes to be signed and to reach the dossier. */
  readonly graceMonths?: number
  readonly isPast?: (due: DueOn, today: string) => boolean
}

/** What fell due and is not known to have been done. */
function overdue(due: Due, { code, message, severity, graceMonths = 0, isPast }: Overdue): Rule {
  const { basis, basisVerified, fields, tables } = due
  const passed = isPast ?? (({ date }, today) => addMonths(date, graceMonths) <= today)
  return {
    ...{ code, message, severity, basis, basisVerified, fields, tables },
    dimension: 'timeliness',
    isTimed: true,
    find: (judged, { knowledge, today }) =>
      due
        .find(judged, knowledge)
        .filter((on) => passed(on, today))
        .map((on) => hitOfDue(due, on)),
  }
}

const person = [
  overdue(retirement, {
    code: 'past_retirement_age',
    severity: 'warning',
    message: {
      vi: 'Đã đủ tuổi nghỉ hưu từ {day}. Kiểm tra người này còn công tác không; nếu được kéo dài thì cần quyết định.',
      en: 'Retirement age was reached on {day}. Check whether the person still serves; an extension needs a decision.',
    },
    // Service ends with the last day of the month in which the age is reached.
    isPast: ({ date }, today) => date.slice(0, 7) < today.slice(0, 7),
  }),
  defineRule({
    code: 'retirement_within_a_year',
    severity: 'info',
    dimension: 'timeliness',
    basis: 'Thông tư 07/2019/TT-BNV Điều 12 khoản 6 (còn 12 tháng thì không sửa hồ sơ gốc của viên chức)',
    basisVerified: true,
    isTimed: true,
    fields: ['birthDate', 'gender'],
    message: {
      vi: 'Đủ tuổi nghỉ hưu ngày {day}, còn không quá 12 tháng. Chuẩn bị hồ sơ nghỉ hưu; hồ sơ gốc của viên chức không sửa nữa.',
      en: 'Retirement age on {day}, within 12 months. Prepare the papers; a public employee’s dossier is no longer corrected.',
    },
    check: ({ birthDate, gender }, { knowledge, today }) => {
      const day = retirementDay(birthDate, gender, knowledge)
      if (day === undefined || day.slice(0, 7) < today.slice(0, 7) || addMonths(day, -12) > today) return undefined
      return { day }
    },
  }),
  overdue(payRise, {
    code: 'pay_rise_overdue',
    severity: 'info',
    graceMonths: 1,
    message: {
      vi: 'Đang hưởng bậc {step}, đến hạn nâng bậc từ {day}. Tìm quyết định nâng bậc mới hơn hoặc xét nâng bậc.',
      en: 'On step {step}, a rise was due on {day}. Look for a newer decision, or consider the rise.',
    },
  }),
  overdue(seniorityAllowance, {
    code: 'seniority_allowance_overdue',
    severity: 'info',
    graceMonths: 1,
    message: {
      vi: 'Ở bậc cuối {step} và đủ thời gian xét thâm niên vượt khung từ {day}. Tìm quyết định hưởng phụ cấp hoặc xét hưởng.',
      en: 'On the last step {step}; the seniority allowance was due on {day}. Look for the decision, or consider it.',
    },
  }),
  overdue(partyOfficial, {
    code: 'party_official_overdue',
    severity: 'warning',
    graceMonths: 1,
    message: {
      vi: 'Vào Đảng {admission}, hết 12 tháng dự bị từ {day} mà chưa có ngày chính thức. Tìm quyết định công nhận chính thức.',
      en: 'Admitted to the Party on {admission}; probation ended on {day}, but no full membership is told. Find the decision.',
    },
  }),
  overdue(termOfPost, {
    code: 'term_of_post_ended',
    severity: 'info',
    message: {
      vi: 'Giữ chức vụ từ {start}, hết thời hạn bổ nhiệm 5 năm từ {day}. Tìm quyết định bổ nhiệm lại hoặc kéo dài.',
      en: 'In the post since {start}; its term of five years ended on {day}. Look for the decision on another term.',
    },
  }),
  overdue(yearlySupplement, {
    code: 'yearly_supplement_missing',
    severity: 'info',
    isPast: ({ date }, today) => date < today,
    message: {
      vi: 'Lý lịch khai ngày {declared}, thiếu phiếu bổ sung phải có trước {day}. Thu và quét phiếu bổ sung lý lịch.',
      en: 'The résumé is of {declared}; the supplement due by {day} is missing. Collect and scan it.',
    },
  }),
  overdue(identityCard, {
    code: 'identity_card_outdated',
    severity: 'info',
    message: {
      vi: 'Thẻ căn cước cấp {issued}, phải đổi từ {day} do đến tuổi. Bổ sung ngày cấp của thẻ mới.',
      en: 'The identity card of {issued} had to be renewed by {day}. Add the date of the new card.',
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
