// Schooling and qualifications, and whether the table of training bears out what item 15 says.
import { isBefore, yearOf, yearsBetween } from '../core/dates.ts'
import { fold } from '../core/text.ts'
import { defineRule, inRow, type Row } from './rule.ts'

/** Highest first; words without tones. `shorthand` counts only as a whole word in capitals: "TS", "ThS", "ĐH". */
const levels: readonly (readonly [level: number, words: RegExp, shorthand: RegExp])[] = [
  [6, /tien si/u, /(?<!\p{L})(?:TSKH|TS)(?!\p{L})/u],
  [5, /thac si|cao hoc|chuyen khoa (?:cap )?(?:i|1|2)/u, /(?<!\p{L})(?:Th\.?[sS]|CK ?I{1,2})(?!\p{L})/u],
  [4, /dai hoc|cu nhan|ky su|bac si|duoc si/u, /(?<!\p{L})(?:ĐH|KS|BS)(?!\p{L})/u],
  [3, /cao dang/u, /(?<!\p{L})CĐ(?!\p{L})/u],
  [2, /trung cap|trung hoc chuyen nghiep|y si/u, /(?<!\p{L})(?:TC|THCN)(?!\p{L})/u],
  [1, /so cap/u, /(?<!\p{L})SC(?!\p{L})/u],
]

/** Certificates, and the theory of the Party, climb other ladders with the same words. */
const otherAward = /chung chi|chung nhan|ly luan|llct|boi duong/u
const otherMajor = /ly luan chinh tri/u

function levelOf(text: string): number | undefined {
  return levels.find(([, words, shorthand]) => words.test(fold(text)) || shorthand.test(text))?.[0]
}

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
]

/** 0 for an award of another ladder or of no known level. */
function awardLevel({ award = '', major = '' }: Row<'education'>): number {
  return otherAward.test(fold(award)) || otherMajor.test(fold(major)) ? 0 : (levelOf(award) ?? 0)
}

const qualification = [
  defineRule({
    code: 'qualification_without_training',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Mẫu 2C-BNV/2008 mục 15.2 và mục 27',
    basisVerified: false,
    fields: ['highestQualification'],
    tables: ['education'],
    message: {
      vi: 'Trình độ cao nhất ghi "{qualification}" nhưng bảng đào tạo không có văn bằng bậc này. Đối chiếu văn bằng.',
      en: 'The highest qualification is "{qualification}", but the table of training has no award of that level. See the diploma.',
    },
    check: ({ highestQualification, education }) => {
      const level = levelOf(highestQualification)
      const highest = Math.max(0, ...education.map(awardLevel))
      // Without any award that was understood there is nothing to compare with.
      return level !== undefined && highest > 0 && highest < level ? { qualification: highestQualification } : undefined
    },
  }),
  defineRule({
    code: 'qualification_below_training',
    severity: 'warning',
    dimension: 'timeliness',
    basis: 'Mẫu 2C-BNV/2008 mục 15.2 và mục 27',
    basisVerified: false,
    fields: ['highestQualification'],
    tables: ['education'],
    message: {
      vi: 'Bảng đào tạo có văn bằng "{award}", cao hơn trình độ cao nhất "{qualification}". Cập nhật trình độ hoặc kiểm tra văn bằng.',
      en: 'The table of training has "{award}", above the highest qualification "{qualification}". Update it or check the award.',
    },
    check: ({ highestQualification, education }) => {
      const level = levelOf(highestQualification)
      const above = education.find((row) => level !== undefined && awardLevel(row) > level)
      return above?.award === undefined ? undefined : { award: above.award, qualification: highestQualification }
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

export const education = [...schooling, ...qualification, ...rows]
