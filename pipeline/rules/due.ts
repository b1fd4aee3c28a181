// What falls due in a person's service, and when: one declaration each, for the lists of what comes (`hoso due`) and for the
// rules that say what has passed (timeliness.ts).
import { addMonths, daysOf, isBefore, yearOf } from '../core/dates.ts'
import type { Knowledge } from '../core/knowledge.ts'
import { fold } from '../core/text.ts'
import type { Evidence, FieldCode, Judged, TableCode } from '../../schemas/index.ts'
import { payGroupsOf, stepsOf } from './salary.ts'
import type { Values } from './plain.ts'
import { askedOf, inRow, type Hit, type Scope, watchedBy } from './rule.ts'

/** `date` is a full ISO date; the hit says where it comes from. */
export interface DueOn {
  readonly date: string
  readonly evidence: Evidence
  readonly row?: { readonly table: TableCode; readonly index: number }
}
export interface Due {
  readonly kind: string
  readonly name: { readonly vi: string; readonly en: string }
  readonly todo: { readonly vi: string; readonly en: string }
  readonly basis: string
  readonly basisVerified: boolean
  readonly fields: readonly FieldCode[]
  readonly tables: readonly TableCode[]
  readonly find: (judged: Judged, knowledge: Knowledge) => readonly DueOn[]
}

function defineDue<Field extends FieldCode = never, Table extends TableCode = never, Maybe extends FieldCode = never>(
  declared: Omit<Due, 'find' | 'fields' | 'tables'> &
    Scope<Field, Table, Maybe> & {
      readonly on: (values: Values<Field, Table, Maybe>, knowledge: Knowledge) => readonly DueOn[]
    },
): Due {
  const { kind, name, todo, basis, basisVerified, tables = [], on } = declared
  const find: Due['find'] = (judged, knowledge) => {
    const values = askedOf(judged, declared)
    return values === undefined ? [] : on(values, knowledge)
  }
  return { kind, name, todo, basis, basisVerified, tables, fields: watchedBy(declared), find }
}

export const hitOfDue = ({ fields }: Due, { evidence, row }: DueOn): Hit =>
  row === undefined ? { evidence, fields } : { ...inRow(row.table, row.index, evidence), fields }

/** Pay runs from the first of a month; of a year alone nothing can be reckoned. */
const reckoned = (date: string, months: number): string | undefined => {
  const days = date.length < 7 ? undefined : daysOf(date)
  return days === undefined ? undefined : addMonths(days.first, months)
}

const on = (date: string | undefined, evidence: (date: string) => Evidence): DueOn[] =>
  date === undefined ? [] : [{ date, evidence: evidence(date) }]

/** The first day on which the age of that very year is reached; of a year alone its 1 January counts (Điều 3 khoản 3). */
export function retirementDay(birthDate: string, gender: string, { retirementAge }: Knowledge): string | undefined {
  const days = daysOf(birthDate)
  if (days === undefined) return undefined
  // Nobody goes before 55: no earlier year can be the one.
  for (let year = Math.max(2021, Number(days.first.slice(0, 4)) + 55); ; year += 1) {
    const months = retirementAge(gender, year)
    if (months === undefined) return undefined
    const day = addMonths(days.first, months)
    if (Number(day.slice(0, 4)) <= year) return day
  }
}

/** Longest time on a step over the groups a rank may be of. */
const monthsPerStep = (rankCode: string, knowledge: Knowledge) =>
  Math.max(0, ...payGroupsOf(rankCode, knowledge).map((group) => group.monthsPerStep))

export const payRise = defineDue({
  kind: 'pay_rise',
  name: { vi: 'Nâng bậc lương thường xuyên', en: 'Regular pay rise' },
  todo: {
    vi: 'Lập danh sách xét nâng bậc; nếu đã có quyết định thì quét bổ sung.',
    en: 'Put the person on the list for the rise; if it was decided, scan the decision.',
  },
  basis: 'Thông tư 08/2013/TT-BNV (nâng bậc sau 36 hoặc 24 tháng)',
  basisVerified: false,
  fields: ['rankCode', 'salaryStep', 'salaryFrom'],
  on: ({ rankCode, salaryStep, salaryFrom }, knowledge) =>
    salaryStep < stepsOf(payGroupsOf(rankCode, knowledge))
      ? on(reckoned(salaryFrom, monthsPerStep(rankCode, knowledge)), (day) => ({ step: salaryStep, day }))
      : [],
})

export const seniorityAllowance = defineDue({
  kind: 'seniority_allowance',
  name: { vi: 'Xét phụ cấp thâm niên vượt khung', en: 'Seniority allowance beyond the frame' },
  todo: {
    vi: 'Xét hưởng phụ cấp thâm niên vượt khung; nếu đã có quyết định thì quét bổ sung.',
    en: 'Consider the allowance; if it was decided, scan the decision.',
  },
  basis: 'Nghị định 204/2004/NĐ-CP (5 % sau đủ 36 hoặc 24 tháng ở bậc cuối)',
  basisVerified: false,
  fields: ['rankCode', 'salaryStep', 'salaryFrom'],
  maybe: ['otherAllowance'],
  on: ({ rankCode, salaryStep, salaryFrom, otherAllowance = '' }, knowledge) => {
    const steps = stepsOf(payGroupsOf(rankCode, knowledge))
    if (steps === 0 || salaryStep !== steps || fold(String(otherAllowance)).includes('vuot khung')) return []
    return on(reckoned(salaryFrom, monthsPerStep(rankCode, knowledge)), (day) => ({ step: salaryStep, day }))
  },
})

export const partyOfficial = defineDue({
  kind: 'party_official',
  name: { vi: 'Xét công nhận đảng viên chính thức', en: 'Full Party membership' },
  todo: {
    vi: 'Tìm quyết định công nhận đảng viên chính thức và bổ sung ngày chính thức.',
    en: 'Find the decision on full membership and add its date.',
  },
  basis: 'Điều lệ Đảng Cộng sản Việt Nam, Điều 5 (dự bị mười hai tháng)',
  basisVerified: false,
  fields: ['partyAdmissionDate'],
  without: ['partyOfficialDate'],
  on: ({ partyAdmissionDate: admission }) => on(reckoned(admission, 12), (day) => ({ admission, day })),
})

/** Posts one is appointed to for five years; elected ones follow the term of their council, heads of teams the school year. */
const appointed =
  /\b(?:truong (?:phong|khoa|ban|tram)|giam doc|hieu truong|chanh (?:van phong|thanh tra)|(?:chi )?cuc truong|tram truong|ke toan truong)\b/u
const TERM_MONTHS = 60

export const termOfPost = defineDue({
  kind: 'term_of_post',
  name: { vi: 'Hết thời hạn giữ chức vụ', en: 'Term of a post ends' },
  todo: {
    vi: 'Xét bổ nhiệm lại hoặc kéo dài; nếu đã có quyết định thì quét bổ sung.',
    en: 'Consider another term; if it was decided, scan the decision.',
  },
  basis: 'Nghị định 138/2020/NĐ-CP Điều 28; Nghị định 115/2020/NĐ-CP Điều 44 (thời hạn bổ nhiệm 5 năm)',
  basisVerified: false,
  fields: [],
  tables: ['workHistory'],
  on: ({ workHistory }) =>
    workHistory.flatMap(({ index, start, end, position = '' }) => {
      if (start === undefined || end !== 'nay' || !appointed.test(fold(position))) return []
      return on(reckoned(start, TERM_MONTHS), (day) => ({ start, day })).map((due) => ({
        ...due,
        row: { table: 'workHistory' as const, index },
      }))
    }),
})

export const retirement = defineDue({
  kind: 'retirement',
  name: { vi: 'Đủ tuổi nghỉ hưu', en: 'Age of retirement' },
  todo: {
    vi: 'Ra thông báo và quyết định nghỉ hưu theo thời hạn, hoặc quyết định kéo dài.',
    en: 'Give notice and decide on the retirement in time, or on an extension.',
  },
  basis: 'Nghị định 135/2020/NĐ-CP Điều 4',
  basisVerified: true,
  fields: ['birthDate', 'gender'],
  on: ({ birthDate, gender }, knowledge) => on(retirementDay(birthDate, gender, knowledge), (day) => ({ day })),
})

export const yearlySupplement = defineDue({
  kind: 'yearly_supplement',
  name: { vi: 'Phiếu bổ sung lý lịch hằng năm', en: 'Yearly supplement of the résumé' },
  todo: {
    vi: 'Thu phiếu bổ sung lý lịch của năm và quét bổ sung.',
    en: 'Collect the supplement of the year and scan it.',
  },
  basis: 'Thông tư 11/2012/TT-BNV Điều 11 khoản 1 (trước ngày 15 tháng 01 của năm sau)',
  basisVerified: true,
  fields: ['declarationDate'],
  // Public employees hand it in by 31 December already: the later day accuses nobody too early.
  on: ({ declarationDate: declared }) => {
    const year = yearOf(declared)
    return on(year === undefined ? undefined : `${year + 1}-01-15`, (day) => ({ declared, day }))
  },
})

/** Ages at which the card is renewed; one issued within two years before counts as renewed (Điều 21 khoản 2). */
const RENEWALS = [25, 40, 60] as const

export const identityCard = defineDue({
  kind: 'identity_card',
  name: { vi: 'Đổi thẻ căn cước', en: 'Renewal of the identity card' },
  todo: { vi: 'Đề nghị đổi thẻ rồi bổ sung ngày cấp mới.', en: 'Ask for a new card and add its date of issue.' },
  basis: 'Luật Căn cước 2023 Điều 21 (đổi thẻ khi đủ 25, 40, 60 tuổi)',
  basisVerified: false,
  fields: ['birthDate', 'citizenId', 'citizenIdDate'],
  on: ({ birthDate, citizenId, citizenIdDate: issued }) => {
    // Cards with a chip or a code, since 2016; the identity cards before were valid for fifteen years.
    if (citizenId.length !== 12 || birthDate.length < 10 || isBefore(issued, '2016-01-01')) return []
    const day = RENEWALS.map((age) => addMonths(birthDate, age * 12)).find((renewal) =>
      isBefore(issued, addMonths(renewal, -24)),
    )
    return on(day, (at) => ({ issued, day: at }))
  },
})

/** In the order in which a personnel office works them off. */
export const dues: readonly Due[] = [
  retirement,
  partyOfficial,
  payRise,
  seniorityAllowance,
  termOfPost,
  yearlySupplement,
  identityCard,
]
