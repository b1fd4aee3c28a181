// Schooling, and the courses of the table of training. What was reached by them is qualification.ts.
import { isBefore, monthsBetween, yearOf, yearsBetween } from '../core/dates.ts'
import { awardLevel, isFullTime } from './qualification.ts'
import { defineRule, inRow } from './rule.ts'

/** By the level of the award (qualification.ts): a doctorate, a master's, a university, a college degree, a secondary one. */
const leastMonths: Readonly<Partial<Record<number, number>>> = { 6: 18, 5: 9, 4: 15, 3: 12, 2: 9 }

/** Whether `day` lies at least a year inside the span: terms begin and end in the same summer. */
const covers = (from: string | undefined, to: string | undefined, day: string | undefined): boolean =>
  from !== undefined &&
  to !== undefined &&
  day !== undefined &&
  !isBefore(day, from) &&
  monthsBetween(day, to).least >= 12

const rows = [
  defineRule({
    code: 'education_row_reversed',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Mẫu 2C-BNV/2008 mục 27',
    basisVerified: false,
    fields: [],
    tables: ['education'],
    message: {
      vi: 'Khóa đào tạo kết thúc {end} trước khi bắt đầu {start}. Kiểm tra hai mốc thời gian.',
      en: 'The course ends in {end}, before it starts in {start}. Check both dates.',
    },
    check: ({ education }) =>
      education.flatMap(({ index, start, end }) =>
        start !== undefined && end !== undefined && isBefore(end, start)
          ? [inRow('education', index, { start, end })]
          : [],
      ),
  }),
  defineRule({
    code: 'education_row_under_age',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Thống kê: đào tạo chuyên môn từ 14 tuổi trở lên',
    basisVerified: false,
    fields: ['birthDate'],
    tables: ['education'],
    message: {
      vi: 'Khóa đào tạo bắt đầu {start}, khi mới {age} tuổi. Kiểm tra mốc thời gian và ngày sinh.',
      en: 'The course starts in {start}, at the age of {age}. Check that date and the birth date.',
    },
    check: ({ birthDate, education }) =>
      education.flatMap(({ index, start }) => {
        if (start === undefined) return []
        const { most } = yearsBetween(birthDate, start)
        return most < 14 ? [inRow('education', index, { start, age: most })] : []
      }),
  }),
  defineRule({
    code: 'education_course_short',
    severity: 'warning',
    dimension: 'accuracy',
    basis: 'Thống kê: thời gian đào tạo ngắn nhất của từng bậc, kể cả liên thông',
    basisVerified: false,
    fields: [],
    tables: ['education'],
    message: {
      vi: 'Văn bằng "{award}" chỉ học {months} tháng, từ {start} đến {end}. Kiểm tra hai mốc thời gian.',
      en: 'The award "{award}" took {months} months only, from {start} to {end}. Check both dates.',
    },
    check: ({ education }) =>
      education.flatMap((row) => {
        const { index, start, end, award = '' } = row
        if (start === undefined || end === undefined) return []
        const { most } = monthsBetween(start, end)
        const least = leastMonths[awardLevel(row)]
        return least !== undefined && most >= 0 && most < least
          ? [inRow('education', index, { award, start, end, months: most })]
          : []
      }),
  }),
  defineRule({
    code: 'education_course_long',
    severity: 'info',
    dimension: 'accuracy',
    basis: 'Thống kê: một khóa đào tạo không quá 8 năm',
    basisVerified: false,
    fields: [],
    tables: ['education'],
    message: {
      vi: 'Khóa đào tạo kéo dài {years} năm, từ {start} đến {end}. Kiểm tra hai mốc thời gian.',
      en: 'The course took {years} years, from {start} to {end}. Check both dates.',
    },
    check: ({ education }) =>
      education.flatMap(({ index, start, end }) => {
        if (start === undefined || end === undefined) return []
        const { least } = yearsBetween(start, end)
        return least > 8 ? [inRow('education', index, { start, end, years: least })] : []
      }),
  }),
  defineRule({
    code: 'education_full_time_overlap',
    severity: 'info',
    dimension: 'consistency',
    basis: 'Thống kê: không học hai khóa chính quy cùng lúc',
    basisVerified: false,
    fields: [],
    tables: ['education'],
    message: {
      vi: 'Khóa chính quy bắt đầu {start} khi khóa chính quy trước đến {end} mới xong. Kiểm tra thời gian và hình thức đào tạo.',
      en: 'A full-time course starts in {start}, while the one before ends only in {end}. Check dates and mode.',
    },
    check: ({ education }) => {
      const full = education.filter(isFullTime)
      return full.flatMap(({ index, start }, at) => {
        const other = full.find(({ start: from, end }, before) => before < at && covers(from, end, start))
        // A course told twice is no second course (rows.ts).
        if (start === undefined || other?.end === undefined || other.start === start) return []
        return [inRow('education', index, { start, end: other.end })]
      })
    },
  }),
]

const schooling = [
  defineRule({
    code: 'schooling_malformed',
    severity: 'info',
    dimension: 'cleanness',
    basis: 'Mẫu 2C-BNV/2008 mục 15.1 (đã tốt nghiệp lớp mấy/thuộc hệ nào)',
    basisVerified: false,
    fields: ['generalEducation'],
    message: {
      vi: 'Trình độ phổ thông "{schooling}" không đúng dạng lớp/hệ (ví dụ 12/12, 10/10). Đối chiếu ảnh.',
      en: 'General education "{schooling}" is not grade/system (such as 12/12 or 10/10). Compare with the image.',
    },
    check: ({ generalEducation: schooling }) => {
      const { grade, system } = /^(?<grade>\d{1,2})\/(?<system>10|12)(?!\d)/u.exec(schooling)?.groups ?? {}
      const isRight = grade !== undefined && Number(grade) >= 1 && Number(grade) <= Number(system)
      return isRight ? undefined : { schooling }
    },
  }),
  defineRule({
    code: 'schooling_system_unusual',
    severity: 'info',
    dimension: 'accuracy',
    basis: 'Thống kê: hệ 10 năm ở miền Bắc kết thúc khoảng năm 1990',
    basisVerified: false,
    fields: ['birthDate', 'generalEducation'],
    message: {
      vi: 'Sinh năm {year} nhưng học hệ 10 năm ({schooling}). Nên đối chiếu bằng tốt nghiệp.',
      en: 'Born in {year} but schooled in the ten-year system ({schooling}). Compare with the certificate.',
    },
    check: ({ birthDate, generalEducation: schooling }) => {
      const year = yearOf(birthDate)
      return year !== undefined && year >= 1980 && /^\d+\/10(?!\d)/u.test(schooling)
        ? { year: String(year), schooling }
        : undefined
    },
  }),
]

export const education = [...schooling, ...rows]
