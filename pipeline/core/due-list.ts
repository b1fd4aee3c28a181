// The list of what falls due, as a sheet for an office: by date, then by given name. What falls due is rules/due.ts.
import { dateForPeople } from './dates.ts'
import { compareIds } from './id.ts'
import type { WorkbookWriter } from './stage.ts'
import { compareByGivenName } from './text.ts'

/** One line of the list; `days` from the day asked for, negative when it is past. */
export interface DueLine {
  readonly kind: string
  readonly what: string
  readonly todo: string
  readonly basis: string
  readonly date: string
  readonly days: number
  readonly personId: string
  readonly dossiers: readonly string[]
  readonly agency: string
  readonly fullName: string
  /** Read badly somewhere: look at the image before acting. */
  readonly isDoubtful: boolean
}

export const byDate = (a: DueLine, b: DueLine): number =>
  compareIds(a.date, b.date) || compareByGivenName(a.fullName, b.fullName) || compareIds(a.personId, b.personId)

type Sheets = Parameters<WorkbookWriter['write']>[0]

export const dueSheets = (lines: readonly DueLine[], day: string, days: number): Sheets => [
  {
    name: 'Việc đến hạn',
    columns: [
      ...['Ngày đến hạn', 'Còn (ngày)', 'Việc', 'Họ và tên', 'Mã đơn vị', 'Mã hồ sơ', 'Mã người'],
      ...['Cần làm', 'Căn cứ', 'Độ tin cậy'],
    ],
    rows: lines.map((line) => [
      ...[
        dateForPeople(line.date),
        line.days,
        line.what,
        line.fullName,
        line.agency,
        line.dossiers.join(', '),
        line.personId,
      ],
      ...[line.todo, line.basis, line.isDoubtful ? 'Đối chiếu ảnh trước khi dùng' : ''],
    ]),
  },
  {
    name: 'Tổng hợp',
    columns: ['Việc', 'Số người'],
    rows: [
      ...[...new Set(lines.map(({ what }) => what))].map((what) => [
        what,
        lines.filter((each) => each.what === what).length,
      ]),
      [`Từ ${dateForPeople(day)}, trong ${days} ngày và các việc đã quá hạn`, lines.length],
    ],
  },
]
