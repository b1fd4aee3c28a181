// Membership of the Party and of the socio-political organisations. Older cohorts and readmission differ: never an error.
import { isBefore, monthsBetween, yearsBetween } from '../core/dates.ts'
import { defineRule } from './rule.ts'

const charter = 'Điều lệ Đảng Cộng sản Việt Nam'

export const party = [
  defineRule({
    code: 'party_joined_under_age',
    severity: 'warning',
    dimension: 'consistency',
    basis: `${charter}, Điều 1`,
    basisVerified: false,
    fields: ['birthDate', 'partyAdmissionDate'],
    message: {
      vi: 'Vào Đảng khi mới {age} tuổi, chưa đủ 18. Đối chiếu lý lịch đảng viên.',
      en: 'Joined the Party aged {age}, under 18. Compare with the Party member’s file.',
    },
    check: ({ birthDate, partyAdmissionDate }) => {
      const { most } = yearsBetween(birthDate, partyAdmissionDate)
      return most < 18 ? { age: most } : undefined
    },
  }),
  defineRule({
    code: 'party_official_before_admission',
    severity: 'warning',
    dimension: 'consistency',
    basis: `${charter}, Điều 5`,
    basisVerified: false,
    fields: ['partyAdmissionDate', 'partyOfficialDate'],
    message: {
      vi: 'Ngày chính thức {official} trước ngày vào Đảng {admission}. Kiểm tra hai ngày có bị đổi chỗ không.',
      en: 'Full member on {official}, before the admission on {admission}. Check whether the two were swapped.',
    },
    check: ({ partyAdmissionDate: admission, partyOfficialDate: official }) =>
      isBefore(official, admission) ? { official, admission } : undefined,
  }),
  defineRule({
    code: 'party_probation_short',
    severity: 'warning',
    dimension: 'consistency',
    basis: `${charter}, Điều 5 (dự bị mười hai tháng)`,
    basisVerified: false,
    fields: ['partyAdmissionDate', 'partyOfficialDate'],
    message: {
      vi: 'Thời gian dự bị chỉ {months} tháng, chưa đủ 12. Đối chiếu quyết định kết nạp và công nhận chính thức.',
      en: 'Probation lasted only {months} months, not 12. Compare with the two decisions.',
    },
    check: ({ partyAdmissionDate, partyOfficialDate }) => {
      const { most } = monthsBetween(partyAdmissionDate, partyOfficialDate)
      return most < 12 && !isBefore(partyOfficialDate, partyAdmissionDate) ? { months: most } : undefined
    },
  }),
  defineRule({
    code: 'party_probation_long',
    severity: 'info',
    dimension: 'consistency',
    basis: 'Thống kê: thường công nhận chính thức trong vòng hai năm',
    basisVerified: false,
    fields: ['partyAdmissionDate', 'partyOfficialDate'],
    message: {
      vi: 'Thời gian dự bị {months} tháng, dài hơn thông thường. Nên đối chiếu hai quyết định.',
      en: 'Probation lasted {months} months, longer than usual. Compare with the two decisions.',
    },
    check: ({ partyAdmissionDate, partyOfficialDate }) => {
      const { least } = monthsBetween(partyAdmissionDate, partyOfficialDate)
      return least > 24 ? { months: least } : undefined
    },
  }),
  defineRule({
    code: 'organisation_joined_under_age',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Điều lệ Đoàn TNCS Hồ Chí Minh (trước đây từ 15, nay từ 16 tuổi)',
    basisVerified: false,
    fields: ['birthDate', 'politicalOrganisationDate'],
    message: {
      vi: 'Tham gia tổ chức chính trị - xã hội khi mới {age} tuổi, chưa đủ 15. Kiểm tra lại ngày.',
      en: 'Joined a socio-political organisation aged {age}, under 15. Check the date.',
    },
    check: ({ birthDate, politicalOrganisationDate }) => {
      const { most } = yearsBetween(birthDate, politicalOrganisationDate)
      return most < 15 ? { age: most } : undefined
    },
  }),
  defineRule({
    code: 'party_joined_before_organisation',
    severity: 'info',
    dimension: 'consistency',
    basis: 'Thống kê: phần lớn vào Đoàn trước khi vào Đảng',
    basisVerified: false,
    fields: ['partyAdmissionDate', 'politicalOrganisationDate'],
    message: {
      vi: 'Vào Đảng {admission}, trước khi tham gia tổ chức chính trị - xã hội {organisation}. Nên kiểm tra lại.',
      en: 'Joined the Party on {admission}, before the organisation on {organisation}. Worth a look.',
    },
    check: ({ partyAdmissionDate: admission, politicalOrganisationDate: organisation }) =>
      isBefore(admission, organisation) ? { admission, organisation } : undefined,
  }),
  defineRule({
    code: 'party_admission_missing',
    severity: 'warning',
    dimension: 'completeness',
    basis: 'Mẫu 2C-BNV/2008 mục 16 (ngày vào Đảng, ngày chính thức)',
    basisVerified: false,
    fields: ['partyOfficialDate'],
    without: ['partyAdmissionDate'],
    message: {
      vi: 'Có ngày chính thức {official} nhưng không có ngày vào Đảng. Kiểm tra ảnh, đối chiếu quyết định kết nạp.',
      en: 'Full Party member on {official}, but no admission is told. See the image and the decision on admission.',
    },
    check: ({ partyOfficialDate: official }) => ({ official }),
  }),
  defineRule({
    code: 'party_joined_over_age',
    severity: 'info',
    dimension: 'accuracy',
    basis: 'Quy định 24-QĐ/TW năm 2021 (kết nạp người trên 60 tuổi là trường hợp đặc biệt)',
    basisVerified: false,
    fields: ['birthDate', 'partyAdmissionDate'],
    message: {
      vi: 'Vào Đảng khi đã {age} tuổi. Kiểm tra ngày sinh và ngày vào Đảng.',
      en: 'Joined the Party at the age of {age}. Check the birth date and the date of admission.',
    },
    check: ({ birthDate, partyAdmissionDate }) => {
      const { least } = yearsBetween(birthDate, partyAdmissionDate)
      return least > 60 ? { age: least } : undefined
    },
  }),
]
