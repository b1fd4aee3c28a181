// The second looks as a sheet of the report's workbook: every group, complete.
import { fieldOf } from '../../schemas/index.ts'
import type { Rated, SamplingOfKind } from '../core/sampling/sampling-report.ts'
import type { EditableSheet } from '../core/worksheet/editable.ts'
import { samplingKinds } from './sampling.ts'

const percent = (share: number): number => Math.round(share * 1000) / 10

export function samplingSheet(sampling: readonly SamplingOfKind[]): EditableSheet[] {
  if (sampling.length === 0) return []
  return [
    {
      name: 'Kiểm tra mẫu',
      columns: [
        'Loại giá trị',
        'Nhóm',
        'Đã xem',
        'Sai',
        'Tỷ lệ sai (%)',
        'Cận dưới (%)',
        'Cận trên (%)',
        'Chờ phân định',
        'Không đọc được',
        'Chờ xem',
      ],
      rows: sampling.flatMap(({ kind, total, fields, agencies }) => [
        line(samplingKinds[kind], 'Tất cả', total),
        ...agencies.map(([agency, rated]) => line(samplingKinds[kind], `Đơn vị ${agency}`, rated)),
        ...fields.map(([field, rated]) => line(samplingKinds[kind], fieldOf(field).vi, rated)),
      ]),
    },
  ]
}

function line(kind: string, group: string, { checked, wrong, lower, upper, open, unreadable, waiting }: Rated) {
  const rate = checked === 0 ? '' : percent(wrong / checked)
  return [kind, group, checked, wrong, rate, percent(lower), percent(upper), open, unreadable, waiting]
}
