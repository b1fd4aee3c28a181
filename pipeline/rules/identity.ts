// Who the person is: name, birth, insurance. The identity number has a file of its own, citizen-id.ts.
import { yearsBetween } from '../core/dates.ts'
import { defineRule } from './rule.ts'

export const identity = [
  defineRule({
    code: 'birth_date_partial',
    severity: 'warning',
    dimension: 'completeness',
    basis: 'Mẫu 2C-BNV/2008 mục 3 (ngày, tháng, năm)',
    basisVerified: false,
    fields: ['birthDate'],
    message: {
      vi: 'Ngày sinh chỉ ghi {birthDate}, thiếu ngày hoặc tháng. Đối chiếu giấy khai sinh gốc; nếu không có thì giữ nguyên.',
      en: 'The birth date says only {birthDate}. Look at the birth certificate; if there is none, leave it as it is.',
    },
    check: ({ birthDate }) => (birthDate.length < 10 ? { birthDate } : undefined),
  }),
  defineRule({
    code: 'age_at_declaration_implausible',
    severity: 'warning',
    dimension: 'accuracy',
    basis: 'Thống kê: cán bộ, công chức khai lý lịch từ 18 đến 75 tuổi',
    basisVerified: false,
    fields: ['birthDate', 'declarationDate'],
    message: {
      vi: 'Khai lý lịch khi {age} tuổi. Kiểm tra ngày sinh và ngày khai.',
      en: 'The declaration was made at the age of {age}. Check the birth date and the date of declaration.',
    },
    check: ({ birthDate, declarationDate }) => {
      const { least, most } = yearsBetween(birthDate, declarationDate)
      if (most < 18) return { age: most }
      return least > 75 ? { age: least } : undefined
    },
  }),
  defineRule({
    code: 'full_name_has_other_signs',
    severity: 'warning',
    dimension: 'cleanness',
    basis: 'Bộ luật Dân sự 2015 Điều 26 (tên không đặt bằng số, ký tự)',
    basisVerified: false,
    fields: ['fullName'],
    message: {
      vi: 'Họ tên có ký tự không phải chữ cái: {signs}. Đối chiếu ảnh.',
      en: 'The name holds signs that are not letters: {signs}. Compare with the image.',
    },
    // The apostrophe of H'Mông names and of Ê-đê "H'" belongs to a name, and so do hyphens.
    check: ({ fullName }) => {
      const signs = fullName.replace(/[\p{L}\p{M}\s'’-]/gu, '')
      return signs === '' ? undefined : { signs }
    },
  }),
  defineRule({
    code: 'full_name_one_syllable',
    severity: 'warning',
    dimension: 'accuracy',
    basis: 'Thống kê: họ tên có ít nhất hai tiếng',
    basisVerified: false,
    fields: ['fullName'],
    message: {
      vi: 'Họ tên chỉ có {syllables} tiếng, có thể đọc thiếu. Đối chiếu ảnh.',
      en: 'The name has only {syllables} syllable; something may have been missed. Compare with the image.',
    },
    check: ({ fullName }) => (/\s/u.test(fullName.trim()) ? undefined : { syllables: 1 }),
  }),
  defineRule({
    code: 'social_insurance_no_malformed',
    severity: 'warning',
    dimension: 'cleanness',
    basis: 'Quyết định 1035/QĐ-BHXH năm 2015 (mã số BHXH 10 chữ số)',
    basisVerified: false,
    fields: ['socialInsuranceNo'],
    message: {
      vi: 'Số sổ BHXH có {digits} ký tự, không phải 10 chữ số. Đối chiếu với sổ BHXH.',
      en: 'The social insurance number has {digits} characters, not 10 digits. Compare with the insurance book.',
    },
    // Newer papers give the 12-digit identity number in its place.
    check: ({ socialInsuranceNo }) =>
      /^(?:\d{10}|\d{12})$/u.test(socialInsuranceNo) ? undefined : { digits: socialInsuranceNo.length },
  }),
]
