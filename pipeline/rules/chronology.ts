// Dates of a life against each other. A rule fires only if it is broken whatever the unknown day or month is.
import { isBefore, yearsBetween } from '../core/dates.ts'
import { saidIn } from './plain.ts'
import { defineReadingRule, defineRule, type Reading } from './rule.ts'

/** Dates that a declaration can only look back on. */
const past = [
  'birthDate',
  'citizenIdDate',
  'recruitmentDate',
  'salaryFrom',
  'partyAdmissionDate',
  'partyOfficialDate',
  'politicalOrganisationDate',
  'enlistmentDate',
  'dischargeDate',
] as const

/** The day as written, if it was read; `nay` and other words are no day. */
export function dateIn({ value: { outcome } }: Reading): string | undefined {
  return outcome.status === 'read' && typeof outcome.value === 'string' ? outcome.value : undefined
}

const work = [
  defineRule({
    code: 'recruited_under_age',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Luật Cán bộ, công chức 2008 Điều 36 (đủ 18 tuổi)',
    basisVerified: false,
    fields: ['birthDate', 'recruitmentDate'],
    message: {
      vi: 'Được tuyển dụng khi mới {age} tuổi, chưa đủ 18. Kiểm tra ngày sinh và ngày tuyển dụng.',
      en: 'Recruited at the age of {age}, under 18. Check the birth date and the date of recruitment.',
    },
    check: ({ birthDate, recruitmentDate }) => {
      const { most } = yearsBetween(birthDate, recruitmentDate)
      return most < 18 ? { age: most } : undefined
    },
  }),
  defineRule({
    code: 'recruited_over_age',
    severity: 'warning',
    dimension: 'accuracy',
    basis: 'Thống kê: hiếm khi tuyển dụng người từ 60 tuổi',
    basisVerified: false,
    fields: ['birthDate', 'recruitmentDate'],
    message: {
      vi: 'Được tuyển dụng khi đã {age} tuổi. Kiểm tra ngày sinh và ngày tuyển dụng.',
      en: 'Recruited at the age of {age}. Check the birth date and the date of recruitment.',
    },
    check: ({ birthDate, recruitmentDate }) => {
      const { least } = yearsBetween(birthDate, recruitmentDate)
      return least >= 60 ? { age: least } : undefined
    },
  }),
  defineRule({
    code: 'salary_before_recruitment',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Thống kê: lương được hưởng sau khi tuyển dụng',
    basisVerified: false,
    fields: ['recruitmentDate', 'salaryFrom'],
    message: {
      vi: 'Hưởng lương hiện tại từ {salaryFrom}, trước ngày tuyển dụng {recruitmentDate}. Kiểm tra cả hai ngày.',
      en: 'The present salary runs from {salaryFrom}, before the recruitment on {recruitmentDate}. Check both dates.',
    },
    check: ({ recruitmentDate, salaryFrom }) =>
      isBefore(salaryFrom, recruitmentDate) ? { salaryFrom, recruitmentDate } : undefined,
  }),
]

const army = [
  defineRule({
    code: 'enlisted_under_age',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Luật Nghĩa vụ quân sự (gọi nhập ngũ từ đủ 18 tuổi; thời chiến nhận từ 17)',
    basisVerified: false,
    fields: ['birthDate', 'enlistmentDate'],
    message: {
      vi: 'Nhập ngũ khi mới {age} tuổi. Kiểm tra ngày sinh và ngày nhập ngũ.',
      en: 'Enlisted at the age of {age}. Check the birth date and the date of enlistment.',
    },
    check: ({ birthDate, enlistmentDate }) => {
      const { most } = yearsBetween(birthDate, enlistmentDate)
      return most < 17 ? { age: most } : undefined
    },
  }),
  defineRule({
    code: 'discharged_before_enlisted',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Mẫu 2C-BNV/2008 mục 18',
    basisVerified: false,
    fields: ['enlistmentDate', 'dischargeDate'],
    message: {
      vi: 'Ngày xuất ngũ {dischargeDate} trước ngày nhập ngũ {enlistmentDate}. Kiểm tra cả hai ngày.',
      en: 'Discharged on {dischargeDate}, before the enlistment on {enlistmentDate}. Check both dates.',
    },
    check: ({ enlistmentDate, dischargeDate }) =>
      isBefore(dischargeDate, enlistmentDate) ? { dischargeDate, enlistmentDate } : undefined,
  }),
]

const paper = [
  defineReadingRule({
    code: 'date_after_declaration',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Thống kê: bản khai chỉ ghi việc đã có đến ngày khai',
    basisVerified: false,
    fields: past,
    message: {
      vi: '"{field}" là {date}, sau ngày khai {declared} của chính bản khai. Kiểm tra cả hai ngày.',
      en: '"{field}" is {date}, after the declaration of {declared} on the same paper. Check both dates.',
    },
    check: (reading, { papers }) => {
      const date = dateIn(reading)
      const { source } = reading.value
      const own = source?.kind === 'reading' ? papers.find((each) => each.documentId === source.documentId) : undefined
      const declared = own === undefined ? undefined : saidIn(own, 'declarationDate')
      if (date === undefined || declared === undefined || !isBefore(declared, date)) return undefined
      return [{ evidence: { field: reading.field, date, declared }, fields: [reading.field, 'declarationDate'] }]
    },
  }),
  defineRule({
    code: 'decision_signed_in_childhood',
    severity: 'warning',
    dimension: 'accuracy',
    basis: 'Thống kê: quyết định về lương của người đã trưởng thành',
    basisVerified: false,
    fields: ['birthDate'],
    message: {
      vi: 'Quyết định ký ngày {decisionDate}, khi người này mới {age} tuổi. Kiểm tra quyết định có đúng của người này không.',
      en: 'The decision of {decisionDate} was signed when the person was {age}. Check that it belongs to this person.',
    },
    check: ({ birthDate }, { papers }) =>
      papers.flatMap((each) => {
        const decisionDate = saidIn(each, 'decisionDate')
        if (decisionDate === undefined) return []
        const { most } = yearsBetween(birthDate, decisionDate)
        return most < 16 ? [{ evidence: { decisionDate, age: most }, documentId: each.documentId }] : []
      }),
  }),
]

export const chronology = [...work, ...army, ...paper]
