// What holds of the rows of every table: nothing told twice, nothing told of later than the paper itself, no half rows.
import { isBefore } from '../core/dates.ts'
import { type TableCode, tableOf } from '../../schemas/index.ts'
import { defineRule, type Hit, inRow } from './rule.ts'

const items = 'Mẫu 2C-BNV/2008, các mục 27, 28, 30, 31'

/** Cells without which a row says nothing. */
const needed = {
  education: ['school', 'award'],
  workHistory: ['start', 'position'],
  family: ['relation', 'name'],
  salaryHistory: ['month', 'rankCode', 'step', 'coefficient'],
} as const satisfies Partial<Record<TableCode, readonly string[]>>
const demanding = ['education', 'workHistory', 'family', 'salaryHistory'] as const

/** Relatives are told twice in their own words (family.ts). */
const repeatable = ['education', 'workHistory', 'salaryHistory'] as const

export const rows = [
  defineRule({
    code: 'table_row_incomplete',
    severity: 'info',
    dimension: 'completeness',
    basis: items,
    basisVerified: false,
    fields: [],
    tables: demanding,
    message: {
      vi: 'Bảng "{table}" có dòng thiếu {cells}. Đối chiếu ảnh; nếu bản giấy cũng trống thì đề nghị khai bổ sung.',
      en: 'The table "{table}" has a row without {cells}. Compare with the image; if the paper is empty too, ask.',
    },
    // A cell whose writing was not understood is a doubt of reading, not a gap.
    check: (_, { rows: tables }) =>
      demanding.flatMap((table) =>
        tables[table].flatMap((row, index): Hit[] => {
          const empty = needed[table].filter((cell) => isEmpty(row.cells[cell]?.outcome.status))
          return empty.length === 0 ? [] : [inRow(table, index, { table, cells: namesOf(table, empty) })]
        }),
      ),
  }),
  defineRule({
    code: 'table_row_told_twice',
    severity: 'warning',
    dimension: 'cleanness',
    basis: items,
    basisVerified: false,
    fields: [],
    tables: repeatable,
    message: {
      vi: 'Bảng "{table}" có hai dòng giống hệt nhau. Đối chiếu ảnh và bỏ dòng trùng.',
      en: 'The table "{table}" has two equal rows. Compare with the image and drop one.',
    },
    check: (values) =>
      repeatable.flatMap((table) => {
        const seen = new Set<string>()
        return values[table].flatMap(({ index, ...cells }): Hit[] => {
          const said = Object.values(cells)
          const key = said.join('\n')
          if (said.length < 2 || !seen.has(key)) {
            seen.add(key)
            return []
          }
          return [inRow(table, index, { table })]
        })
      }),
  }),
  defineRule({
    code: 'row_after_declaration',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Thống kê: bản khai chỉ ghi việc đã có đến ngày khai',
    basisVerified: false,
    fields: ['declarationDate'],
    tables: ['education', 'workHistory', 'salaryHistory'],
    message: {
      vi: 'Bảng "{table}" có mốc {date}, sau ngày khai {declared}. Kiểm tra cả hai ngày.',
      en: 'The table "{table}" has {date}, after the declaration of {declared}. Check both dates.',
    },
    check: ({ declarationDate: declared, education, workHistory, salaryHistory }) =>
      [
        ...education.map(({ index, start }) => ({ table: 'education', index, date: start }) as const),
        ...workHistory.map(({ index, start }) => ({ table: 'workHistory', index, date: start }) as const),
        ...salaryHistory.map(({ index, month }) => ({ table: 'salaryHistory', index, date: month }) as const),
      ].flatMap(({ table, index, date }) =>
        date !== undefined && isBefore(declared, date) ? [inRow(table, index, { table, date, declared })] : [],
      ),
  }),
]

const isEmpty = (status: string | undefined) => status === undefined || status === 'blank' || status === 'missing'
const namesOf = (table: TableCode, cells: readonly string[]): string =>
  cells.map((cell) => `"${tableOf(table).cells[cell]?.vi ?? cell}"`).join(', ')
