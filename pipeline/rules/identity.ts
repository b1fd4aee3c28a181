// Who the person is: name, birth, insurance. The identity number has a file of its own, citizen-id.ts.
import { yearsBetween } from '../core/dates.ts'
import { fold } from '../core/text.ts'
import { defineReadingRule, defineRule } from './rule.ts'

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
  defineReadingRule({
    code: 'number_is_a_placeholder',
    severity: 'warning',
    dimension: 'cleanness',
    basis: 'Công văn 4856/BCA-TTDLQG năm 2026, Phụ lục 3 (nhóm lỗi dữ liệu rác)',
    basisVerified: false,
    fields: ['citizenId', 'socialInsuranceNo', 'staffNumber'],
    message: {
      vi: 'Mục "{field}" ghi {number}, giống số điền tạm. Đối chiếu giấy tờ gốc và nhập số thật.',
      en: '"{field}" says {number}, which looks like a placeholder. See the original paper and key in the real number.',
    },
    check: ({ field, value: { outcome } }) => {
      const number = outcome.status === 'read' && typeof outcome.value === 'string' ? outcome.value : ''
      const last = number.replace(/\D/gu, '').slice(-6)
      return last.length === 6 && (/^(?<digit>\d)\k<digit>+$/u.test(last) || '0123456789876543210'.includes(last))
        ? { field, number }
        : undefined
    },
  }),
  defineRule({
    code: 'other_name_same_as_full_name',
    severity: 'info',
    dimension: 'cleanness',
    basis: 'Mẫu 2C-BNV/2008 mục 2 (tên gọi khác)',
    basisVerified: false,
    fields: ['fullName', 'otherName'],
    message: {
      vi: 'Tên gọi khác "{otherName}" trùng với họ và tên. Đối chiếu ảnh; nếu không có tên khác thì ghi "Không".',
      en: 'The other name "{otherName}" is the full name itself. Compare with the image; if there is none, write "Không".',
    },
    check: ({ fullName, otherName }) =>
      fold(fullName) === fold(otherName) && fullName.toLowerCase() === otherName.toLowerCase()
        ? { otherName }
        : undefined,
  }),
  defineRule({
    code: 'gender_disagrees_name',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Thống kê: chữ đệm "Thị" hầu như chỉ của nữ, "Văn" hầu như chỉ của nam',
    basisVerified: false,
    fields: ['fullName', 'gender'],
    message: {
      vi: 'Tên đệm "{middle}" nhưng giới tính ghi {gender}. Kiểm tra mục giới tính, nhất là khi phải gạch bỏ chữ in sẵn.',
      en: 'The middle name is "{middle}", but the gender given is {gender}. Check it, above all where a word was struck out.',
    },
    check: ({ fullName, gender }) => {
      const middle = fullName.split(' ').slice(1, -1)[0]
      const told = middle === 'Thị' ? 'Nữ' : middle === 'Văn' ? 'Nam' : gender
      return told === gender || middle === undefined ? undefined : { middle, gender }
    },
  }),
  defineRule({
    code: 'birth_date_new_years_day',
    severity: 'info',
    dimension: 'accuracy',
    basis: 'Thống kê: ngày 01/01 thường do chỉ biết năm sinh',
    basisVerified: false,
    fields: ['birthDate'],
    message: {
      vi: 'Ngày sinh ghi {birthDate}, có thể chỉ biết năm sinh. Đối chiếu giấy khai sinh gốc.',
      en: 'The birth date is {birthDate}; perhaps only the year was known. Compare with the birth certificate.',
    },
    check: ({ birthDate }) => (birthDate.endsWith('-01-01') ? { birthDate } : undefined),
  }),
]
