// What was reached by learning: levels told by their words, and whether training, schooling and rank bear each other out.
import { isBefore } from '../core/dates.ts'
import { fold } from '../core/text.ts'
import { perRow, type Row } from './plain.ts'
import { defineRule, inRow } from './rule.ts'
import { payGroupsOf } from './salary.ts'

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

export function levelOf(text: string): number | undefined {
  const folded = fold(text)
  return levels.find(([, words, shorthand]) => words.test(folded) || shorthand.test(text))?.[0]
}

/** 0 for an award of another ladder or of no known level. */
export const awardLevel = perRow(({ award = '', major = '' }: Row<'education'>): number =>
  otherAward.test(fold(award)) || otherMajor.test(fold(major)) ? 0 : (levelOf(award) ?? 0),
)

/** Full time ("chính quy"), as students before their first post learn. */
export const isFullTime = perRow(({ mode = '' }: Row<'education'>): boolean => /^(?:he )?chinh quy/u.test(fold(mode)))

/** The level a pay group asks for; 0 where it asks for none. */
const neededBy = (group: string): number => (/^A[123]/u.test(group) ? 4 : group === 'A0' ? 3 : 0)

export const qualification = [
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
  defineRule({
    code: 'qualification_below_rank',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Nghị định 204/2004/NĐ-CP bảng 2, 3 (loại A1 trở lên: đại học; loại A0: cao đẳng)',
    basisVerified: false,
    fields: ['highestQualification', 'rankCode'],
    message: {
      vi: 'Ngạch {rankCode} đòi hỏi trình độ {needed} nhưng trình độ cao nhất ghi "{qualification}". Đối chiếu văn bằng và mã ngạch.',
      en: 'The rank {rankCode} needs {needed}, but the highest qualification is "{qualification}". See the diploma and the code.',
    },
    check: ({ highestQualification, rankCode }, { knowledge }) => {
      const level = levelOf(highestQualification)
      const groups = payGroupsOf(rankCode, knowledge).map(({ group }) => neededBy(group))
      const needed = groups.length === 0 ? 0 : Math.min(...groups)
      if (level === undefined || level >= needed) return undefined
      return { rankCode, needed: needed === 4 ? 'đại học' : 'cao đẳng', qualification: highestQualification }
    },
  }),
  defineRule({
    code: 'higher_award_before_lower',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Luật Giáo dục đại học (thạc sĩ, tiến sĩ sau đại học)',
    basisVerified: false,
    fields: [],
    tables: ['education'],
    message: {
      vi: 'Văn bằng "{award}" học xong {end}, trước văn bằng đại học xong {first}. Kiểm tra thời gian và văn bằng.',
      en: 'The award "{award}" ended in {end}, before the university degree of {first}. Check dates and awards.',
    },
    check: ({ education }) => {
      const first = education
        .flatMap((row) => (awardLevel(row) === 4 && row.end !== undefined ? [row.end] : []))
        .reduce<string | undefined>((a, b) => (a === undefined || isBefore(b, a) ? b : a), undefined)
      if (first === undefined) return []
      return education.flatMap((row) => {
        const { index, end, award = '' } = row
        return awardLevel(row) > 4 && end !== undefined && isBefore(end, first)
          ? [inRow('education', index, { award, end, first })]
          : []
      })
    },
  }),
  defineRule({
    code: 'schooling_short_of_qualification',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Luật Giáo dục đại học (tuyển sinh người đã tốt nghiệp trung học phổ thông)',
    basisVerified: false,
    fields: ['generalEducation', 'highestQualification'],
    message: {
      vi: 'Trình độ phổ thông {schooling} nhưng chuyên môn ghi "{qualification}". Kiểm tra cả hai, đối chiếu bằng tốt nghiệp.',
      en: 'General education is {schooling}, yet the qualification is "{qualification}". Check both with the certificates.',
    },
    check: ({ generalEducation: schooling, highestQualification }) => {
      const { grade, system } = /^(?<grade>\d{1,2})\/(?<system>10|12)(?!\d)/u.exec(schooling)?.groups ?? {}
      if (grade === undefined || Number(grade) >= Number(system)) return undefined
      return (levelOf(highestQualification) ?? 0) >= 3 ? { schooling, qualification: highestQualification } : undefined
    },
  }),
  defineRule({
    code: 'political_theory_without_training',
    severity: 'info',
    dimension: 'completeness',
    basis: 'Mẫu 2C-BNV/2008 mục 15.3 và mục 27',
    basisVerified: false,
    fields: ['politicalTheory'],
    tables: ['education'],
    message: {
      vi: 'Lý luận chính trị ghi "{theory}" nhưng bảng đào tạo không có khóa nào về lý luận chính trị. Bổ sung khóa học hoặc đối chiếu bằng.',
      en: 'Political theory is "{theory}", but the table of training has no such course. Add it or see the diploma.',
    },
    check: ({ politicalTheory, education }) => {
      const isLearnt = education.some(({ major = '', award = '', school = '' }) =>
        /chinh tri|ly luan|llct|truong dang|mac le/u.test(fold(`${major} ${award} ${school}`)),
      )
      return education.length === 0 || isLearnt || !/trung cap|cao cap|cu nhan/u.test(fold(politicalTheory))
        ? undefined
        : { theory: politicalTheory }
    },
  }),
]
