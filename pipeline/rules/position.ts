// The working life: rows of the work history among themselves and against the recruitment. Overlaps are legal.
import { daysOf, isBefore, monthsBetween, yearsBetween } from '../core/dates.ts'
import type { Row } from './plain.ts'
import { defineRule, inRow } from './rule.ts'

const item = 'Mẫu 2C-BNV/2008 mục 28'

/** A hole of less is a change of post, a birth, an illness. */
const GAP_MONTHS = 12

type WorkRow = Row<'workHistory'>

/** In order of their start; rows without one cannot be placed. */
const placed = (rows: readonly WorkRow[]) =>
  rows
    .flatMap((row) =>
      row.start === undefined || daysOf(row.start) === undefined ? [] : [{ ...row, start: row.start }],
    )
    .toSorted((a, b) => ((daysOf(a.start)?.first ?? '') < (daysOf(b.start)?.first ?? '') ? -1 : 1))

/** An end that was not read, or `nay`, may reach as far as any. */
const reach = (row: WorkRow) => (row.end === undefined ? undefined : daysOf(row.end)?.last) ?? '9999-12-31'

export const position = [
  defineRule({
    code: 'work_history_row_reversed',
    severity: 'warning',
    dimension: 'consistency',
    basis: item,
    basisVerified: false,
    fields: [],
    tables: ['workHistory'],
    message: {
      vi: 'Giai đoạn công tác kết thúc {end} trước khi bắt đầu {start}. Kiểm tra hai mốc thời gian.',
      en: 'The period ends in {end}, before it starts in {start}. Check both dates.',
    },
    check: ({ workHistory }) =>
      workHistory.flatMap(({ index, start, end }) =>
        start !== undefined && end !== undefined && isBefore(end, start)
          ? [inRow('workHistory', index, { start, end })]
          : [],
      ),
  }),
  defineRule({
    code: 'work_history_disorder',
    severity: 'info',
    dimension: 'cleanness',
    basis: item,
    basisVerified: false,
    fields: [],
    tables: ['workHistory'],
    message: {
      vi: 'Dòng bắt đầu {start} đứng sau dòng bắt đầu {previous}. Nên kiểm tra mốc thời gian có đọc đúng không.',
      en: 'The row starting in {start} stands after the one starting in {previous}. Check that the dates were read right.',
    },
    check: ({ workHistory }) =>
      workHistory.flatMap(({ index, start }) => {
        const previous = workHistory[index - 1]?.start
        return start !== undefined && previous !== undefined && isBefore(start, previous)
          ? [inRow('workHistory', index, { start, previous })]
          : []
      }),
  }),
  defineRule({
    code: 'work_history_gap',
    severity: 'info',
    dimension: 'completeness',
    basis: 'Thống kê: quá trình công tác thường liên tục',
    basisVerified: false,
    fields: [],
    tables: ['workHistory'],
    message: {
      vi: 'Trống {months} tháng trước giai đoạn bắt đầu {start}. Hỏi người khai hoặc kiểm tra dòng bị đọc sót.',
      en: 'Nothing is told of the {months} months before {start}. Ask the person, or look for a row that was missed.',
    },
    check: ({ workHistory }) => {
      const rows = placed(workHistory)
      return rows.flatMap((row, at) => {
        const before = rows.slice(0, at)
        if (before.length === 0) return []
        const ended = before.map(reach).reduce((a, b) => (a > b ? a : b))
        const { least } = monthsBetween(ended, row.start)
        return least >= GAP_MONTHS ? [inRow('workHistory', row.index, { months: least, start: row.start })] : []
      })
    },
  }),
  defineRule({
    code: 'work_history_starts_late',
    severity: 'warning',
    dimension: 'completeness',
    basis: item,
    basisVerified: false,
    fields: ['recruitmentDate'],
    tables: ['workHistory'],
    message: {
      vi: 'Tuyển dụng {recruitmentDate} nhưng quá trình công tác chỉ ghi từ {start}. Bổ sung giai đoạn còn thiếu.',
      en: 'Recruited on {recruitmentDate}, but the work history starts only in {start}. Add what is missing.',
    },
    check: ({ recruitmentDate, workHistory }) => {
      const start = placed(workHistory)[0]?.start
      if (start === undefined || monthsBetween(recruitmentDate, start).least < GAP_MONTHS) return undefined
      return { recruitmentDate, start }
    },
  }),
  defineRule({
    code: 'work_history_under_age',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Thống kê: quá trình công tác ghi từ khi ít nhất 14 tuổi',
    basisVerified: false,
    fields: ['birthDate'],
    tables: ['workHistory'],
    message: {
      vi: 'Giai đoạn công tác bắt đầu {start}, khi mới {age} tuổi. Kiểm tra mốc thời gian và ngày sinh.',
      en: 'The period starts in {start}, at the age of {age}. Check that date and the birth date.',
    },
    check: ({ birthDate, workHistory }) =>
      workHistory.flatMap(({ index, start }) => {
        if (start === undefined) return []
        const { most } = yearsBetween(birthDate, start)
        return most < 14 ? [inRow('workHistory', index, { start, age: most })] : []
      }),
  }),
  defineRule({
    code: 'work_history_not_current',
    severity: 'info',
    dimension: 'timeliness',
    basis: 'Thống kê: dòng cuối của quá trình công tác thường kéo dài đến ngày khai',
    basisVerified: false,
    fields: ['declarationDate'],
    tables: ['workHistory'],
    message: {
      vi: 'Quá trình công tác chỉ ghi đến {end}, trong khi khai ngày {declarationDate}. Bổ sung giai đoạn gần đây.',
      en: 'The work history ends in {end}, the declaration is of {declarationDate}. Add the recent period.',
    },
    check: ({ declarationDate, workHistory }) => {
      const last = workHistory.reduce<WorkRow | undefined>(
        (far, row) => (far === undefined || reach(row) > reach(far) ? row : far),
        undefined,
      )
      const end = last?.end
      return end !== undefined && monthsBetween(end, declarationDate).least >= GAP_MONTHS
        ? { end, declarationDate }
        : undefined
    },
  }),
]
