// The head and foot of minutes (biên bản) as Nghị định 30/2020/NĐ-CP, Phụ lục I and Phụ lục III (Mẫu 1.9), has them.
import type { Block } from '../sheet.ts'

export interface Letterhead {
  /** Who the agency reports to; absent where it is not told. */
  readonly above?: string | undefined
  readonly agency: string
  /** `12/BB-SNV`; dots where a hand fills it in. */
  readonly number?: string | undefined
  readonly place?: string | undefined
  /** ISO. */
  readonly day: string
}

const dots = '………'

/** Left the agency and the number, right the state's title and motto, the place and day. */
export function letterhead({ above, agency, number, place, day }: Letterhead): Block {
  const [year = '', month = '', date = ''] = day.split('-')
  const line = (text: string, weight: 'regular' | 'bold', points = 11): Block => ({
    kind: 'paragraph',
    text,
    weight,
    points,
    align: 'centre',
  })
  return {
    kind: 'columns',
    columns: [
      {
        share: 42,
        blocks: [
          ...(above === undefined ? [] : [line(above.toUpperCase(), 'regular')]),
          line(agency.toUpperCase(), 'bold'),
          line('––––––––', 'regular', 9),
          line(`Số: ${number ?? `${dots}/BB-${dots}`}`, 'regular'),
        ],
      },
      {
        share: 58,
        blocks: [
          line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'bold'),
          line('Độc lập - Tự do - Hạnh phúc', 'bold', 12),
          line('––––––––––––––––––', 'regular', 9),
          line(`${place ?? dots}, ngày ${date} tháng ${month} năm ${year}`, 'regular'),
        ],
      },
    ],
  }
}

export const minutesTitle = (about: string): Block[] => [
  { kind: 'gap', millimetres: 3 },
  { kind: 'heading', text: 'BIÊN BẢN', level: 1, align: 'centre' },
  { kind: 'paragraph', text: about, weight: 'bold', align: 'centre', points: 12 },
  { kind: 'gap', millimetres: 3 },
]
