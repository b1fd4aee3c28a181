// The identity number: its digits must agree with gender and birth year, and its date of issue with the life of the holder.
import { isBefore, yearOf, yearsBetween } from '../core/dates.ts'
import type { Knowledge } from '../core/knowledge.ts'
import { fold } from '../core/text.ts'
import { defineReadingRule, defineRule } from './rule.ts'

/** 3 digits of the province of registration, 1 of century and gender, 2 of the birth year, 6 at random; no check digit. */
const structure = 'Nghị định 137/2015/NĐ-CP Điều 13; Luật Căn cước 2023 Điều 12'
const isPersonal = (number: string) => /^\d{12}$/u.test(number)
const genderOf = (number: string) => (Number(number[3]) % 2 === 0 ? 'Nam' : 'Nữ')
const birthYearOf = (number: string) => 1900 + Math.floor(Number(number[3]) / 2) * 100 + Number(number.slice(4, 6))

const number = [
  defineReadingRule({
    code: 'citizen_id_malformed',
    severity: 'error',
    dimension: 'cleanness',
    basis: structure,
    basisVerified: true,
    fields: ['citizenId'],
    message: {
      vi: 'Số định danh ghi "{number}" không phải 12 chữ số (hay 9 chữ số của chứng minh nhân dân cũ). Đối chiếu ảnh và nhập lại.',
      en: 'The identity number "{number}" has neither 12 digits nor the 9 of an old card. Compare with the image and key it in.',
    },
    check: ({ value: { outcome } }) => {
      // Words run into the number are a doubt about the reading, not a fault of the number.
      if (outcome.status === 'unparsed') return /^[\d\s.]+$/u.test(outcome.raw) ? { number: outcome.raw } : undefined
      if (outcome.status !== 'read' || typeof outcome.value !== 'string') return undefined
      return /^(?:\d{9}|\d{12})$/u.test(outcome.value) ? undefined : { number: outcome.value }
    },
  }),
  defineRule({
    code: 'citizen_id_unknown_province',
    severity: 'error',
    dimension: 'accuracy',
    basis: structure,
    basisVerified: true,
    fields: ['citizenId'],
    message: {
      vi: 'Ba số đầu {province} của số định danh không phải mã tỉnh nào. Đối chiếu với thẻ căn cước.',
      en: 'The first three digits {province} of the identity number are no province. Compare with the identity card.',
    },
    check: ({ citizenId }, { knowledge }) => {
      const province = citizenId.slice(0, 3)
      // From 100 on the codes are of foreign countries of registration: another rule.
      if (!isPersonal(citizenId) || Number(province) >= 100) return undefined
      return knowledge.citizenPlaces.province(province) === undefined ? { province } : undefined
    },
  }),
  defineRule({
    code: 'citizen_id_registered_abroad',
    severity: 'warning',
    dimension: 'accuracy',
    basis: 'Thông tư 07/2016/TT-BCA (mã nước đăng ký khai sinh)',
    basisVerified: false,
    fields: ['citizenId'],
    message: {
      vi: 'Ba số đầu {province} của số định danh là mã đăng ký khai sinh ở nước ngoài. Đối chiếu với thẻ căn cước.',
      en: 'The first three digits {province} of the identity number mean a birth registered abroad. Compare with the card.',
    },
    check: ({ citizenId }) => {
      const province = citizenId.slice(0, 3)
      return isPersonal(citizenId) && Number(province) >= 100 ? { province } : undefined
    },
  }),
  defineRule({
    code: 'citizen_id_disagrees_gender',
    severity: 'error',
    dimension: 'consistency',
    basis: structure,
    basisVerified: true,
    fields: ['citizenId', 'gender'],
    message: {
      vi: 'Chữ số thứ tư của số định danh là của giới tính {expected}, nhưng giới tính ghi là {gender}. Kiểm tra cả hai.',
      en: 'The fourth digit of the identity number means {expected}, but the gender given is {gender}. Check both.',
    },
    check: ({ citizenId, gender }) => {
      if (!isPersonal(citizenId) || genderOf(citizenId) === gender) return undefined
      return { expected: genderOf(citizenId), gender }
    },
  }),
  defineRule({
    code: 'citizen_id_disagrees_birth_year',
    severity: 'error',
    dimension: 'consistency',
    basis: structure,
    basisVerified: true,
    fields: ['citizenId', 'birthDate'],
    message: {
      vi: 'Số định danh cho năm sinh {expected}, nhưng ngày sinh ghi {birthDate}. Kiểm tra cả hai.',
      en: 'The identity number tells the birth year {expected}, but the birth date given is {birthDate}. Check both.',
    },
    check: ({ citizenId, birthDate }) => {
      const year = yearOf(birthDate)
      if (!isPersonal(citizenId) || year === undefined || year === birthYearOf(citizenId)) return undefined
      return { expected: String(birthYearOf(citizenId)), birthDate }
    },
  }),
  defineRule({
    code: 'citizen_id_old_number',
    severity: 'warning',
    dimension: 'shareability',
    basis: 'Nghị định 27/2026/NĐ-CP (số định danh cá nhân là khóa của bản ghi)',
    basisVerified: false,
    fields: ['citizenId'],
    message: {
      vi: 'Hồ sơ ghi số chứng minh nhân dân {digits} chữ số. Bổ sung số định danh cá nhân 12 chữ số trước khi đồng bộ.',
      en: 'The dossier gives an old identity card number of {digits} digits. Add the 12-digit number before sending.',
    },
    check: ({ citizenId }) => (/^\d{9}$/u.test(citizenId) ? { digits: citizenId.length } : undefined),
  }),
  defineRule({
    code: 'citizen_id_province_differs_birthplace',
    severity: 'info',
    dimension: 'consistency',
    basis: 'Thống kê: phần lớn đăng ký khai sinh tại nơi sinh',
    basisVerified: false,
    fields: ['citizenId', 'birthplace'],
    message: {
      vi: 'Số định danh đăng ký tại {registered}, nơi sinh ghi tỉnh {province}. Có thể đúng, nên đối chiếu giấy khai sinh.',
      en: 'The identity number was registered in {registered}, the birthplace is in {province}. Possible; see the birth certificate.',
    },
    check: ({ citizenId, birthplace }, { knowledge }) => {
      const registered = isPersonal(citizenId) ? knowledge.citizenPlaces.province(citizenId.slice(0, 3)) : undefined
      const { province, district } = birthplace
      // A province that is no more (Hà Tuyên) has no number, and a place told without its district is told by today's map.
      if (registered === undefined || province === undefined || district === undefined) return undefined
      if (bareProvince(registered) === bareProvince(province)) return undefined
      const isNumbered = provinceNames(knowledge).some((name) => bareProvince(name) === bareProvince(province))
      return isNumbered ? { registered, province } : undefined
    },
  }),
]

/** The provinces that ever had a number. */
const provinceNames = ({ citizenPlaces }: Knowledge) =>
  Array.from({ length: 100 }, (_, code) => citizenPlaces.province(String(code).padStart(3, '0')) ?? '')

const bareProvince = (name: string) => fold(name).replace(/^(?:tinh|thanh pho|tp\.?) /u, '')

const issue = [
  defineRule({
    code: 'citizen_id_issued_under_age',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Luật Căn cước 2023 Điều 19 (cấp thẻ từ đủ 14 tuổi)',
    basisVerified: false,
    fields: ['birthDate', 'citizenIdDate'],
    message: {
      vi: 'Ngày cấp {citizenIdDate} khi mới {age} tuổi, chưa đủ 14. Kiểm tra ngày cấp và ngày sinh.',
      en: 'Issued on {citizenIdDate} at the age of {age}, under 14. Check the date of issue and the birth date.',
    },
    check: ({ birthDate, citizenIdDate }) => {
      const { most } = yearsBetween(birthDate, citizenIdDate)
      return most < 14 ? { citizenIdDate, age: most } : undefined
    },
  }),
  defineRule({
    code: 'citizen_id_before_twelve_digits',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Thông tư 27/2012/TT-BCA (chứng minh nhân dân 12 số, từ năm 2012)',
    basisVerified: false,
    fields: ['citizenId', 'citizenIdDate'],
    message: {
      vi: 'Số định danh 12 chữ số nhưng ngày cấp {citizenIdDate}, trước khi có loại số này. Kiểm tra ngày cấp.',
      en: 'A 12-digit number with the date of issue {citizenIdDate}, before such numbers existed. Check the date.',
    },
    check: ({ citizenId, citizenIdDate }) =>
      isPersonal(citizenId) && isBefore(citizenIdDate, '2012-01-01') ? { citizenIdDate } : undefined,
  }),
]

export const citizenId = [...number, ...issue]
