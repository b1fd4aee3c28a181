// The frame of an official paper as NĐ 30/2020/NĐ-CP, Phụ lục I has it: issuer, national motto, number, place and date, title.
// What stands under it is the paper's own business.
import type { Block } from './sheet.ts'

export interface PaperHead {
  /** Cơ quan chủ quản; absent where there is none. */
  readonly above?: string | undefined
  readonly issuer: string
  /** What stands after the slash of the number: "BB-SNV". The number itself is written by hand. */
  readonly sign: string
  readonly place: string
  /** ISO date. */
  readonly date: string
  readonly title: string
  readonly about: string
}

const centred = (text: string, weight: 'regular' | 'bold', points = 12): Block => ({
  kind: 'paragraph',
  text,
  weight,
  align: 'centre',
  points,
})

export function officialHead({ above, issuer, sign, place, date, title, about }: PaperHead): Block[] {
  const [year, month, day] = date.split('-')
  return [
    {
      kind: 'columns',
      columns: [
        {
          share: 5,
          blocks: [
            ...(above === undefined ? [] : [centred(above.toLocaleUpperCase('vi'), 'regular')]),
            centred(issuer.toLocaleUpperCase('vi'), 'bold'),
            centred('_____________', 'regular', 8),
            centred(`Số:        /${sign}`, 'regular', 13),
          ],
        },
        {
          share: 7,
          blocks: [
            centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'bold'),
            centred('Độc lập - Tự do - Hạnh phúc', 'bold', 13),
            centred('______________________________', 'regular', 8),
            centred(`${place}, ngày ${day} tháng ${month} năm ${year}`, 'regular', 13),
          ],
        },
      ],
    },
    { kind: 'gap', millimetres: 6 },
    { kind: 'heading', text: title.toLocaleUpperCase('vi') },
    centred(about, 'bold', 13),
    { kind: 'gap', millimetres: 4 },
  ]
}
