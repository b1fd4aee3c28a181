// The minutes of handing over a batch of scans (biên bản bàn giao): what was received and how it was found, counted, for two
// signatures. Numbers and ids only; who is missing is in the lists.
import type { Verdict } from './page-verdict.ts'
import { officialHead } from './official-paper.ts'
import type { Block, Sheet } from './sheet.ts'

export interface Handover {
  readonly batch: string
  readonly batchId: string
  readonly agency: string
  /** Cơ quan chủ quản. */
  readonly above: string | undefined
  readonly agencyCode: string
  readonly today: string
  readonly dossiers: number
  readonly scans: number
  /** Files that could not be opened. */
  readonly unreadableScans: number
  readonly pages: Readonly<Record<Verdict, number>>
  readonly fates: Readonly<Record<string, number>>
  /** Undefined where no list of expected persons was taken in. */
  readonly roster:
    | { readonly expected: number; readonly received: number; readonly missing: number; readonly ambiguous: number }
    | undefined
  /** Hash over the hashes of all delivered files: what the signed paper is held against later. */
  readonly digest: string
}

const fateNames: readonly (readonly [fate: string, vi: string])[] = [
  ['document', 'Trang thuộc thành phần hồ sơ'],
  ['blank', 'Trang trắng'],
  ['separator', 'Tờ ngăn'],
  ['orphan', 'Trang chưa rõ loại'],
  ['unreadable', 'Trang không đọc được'],
]

export function handoverMinutes(handover: Handover): Sheet {
  const { batch, batchId, agency, above, agencyCode, today } = handover
  return {
    footer: `Biên bản bàn giao · ${batch} · ${batchId}`,
    blocks: [
      ...officialHead({
        above,
        issuer: agency,
        sign: `BB-${agencyCode}`,
        place: '…………………',
        date: today,
        title: 'Biên bản',
        about: `Bàn giao và kiểm tra bản quét hồ sơ, đợt ${batch}`,
      }),
      ...parties(),
      ...counted(handover),
      ...ending(handover),
    ],
  }
}

const line = (text: string): Block => ({ kind: 'paragraph', text, points: 13 })

const parties = (): Block[] => [
  line('Chúng tôi gồm:'),
  line('1. Bên giao: Ông/Bà …………………………………… Chức vụ: ……………………'),
  line('2. Bên nhận: Ông/Bà …………………………………… Chức vụ: ……………………'),
  line('Cùng bàn giao và kiểm tra bản quét hồ sơ cán bộ, công chức, viên chức, kết quả như sau:'),
]

function counted({ dossiers, scans, unreadableScans, pages, fates, roster }: Handover): Block[] {
  const total = fateNames.reduce((sum, [fate]) => sum + (fates[fate] ?? 0), 0)
  const rows: readonly (readonly [string, number])[] = [
    ...(roster === undefined
      ? []
      : [
          ['Người phải có hồ sơ theo danh sách', roster.expected] as const,
          ['Người đã nhận hồ sơ', roster.received] as const,
          ['Người chưa nhận hồ sơ', roster.missing] as const,
          ['Người cần phân định', roster.ambiguous] as const,
        ]),
    ['Hồ sơ đã nhận', dossiers],
    ['Tệp quét đã nhận', scans],
    ['Tệp không mở được', unreadableScans],
    ['Tổng số trang', total],
    ...fateNames.map(([fate, vi]) => [`– ${vi}`, fates[fate] ?? 0] as const),
    ['Trang đạt chất lượng quét', pages.good],
    ['Trang nên xem lại', pages.usable],
    ['Trang phải quét lại (phiếu kèm theo)', pages.rescan],
  ]
  return [
    { kind: 'heading', level: 2, text: 'I. Số lượng và chất lượng' },
    {
      kind: 'table',
      columns: [
        { title: 'TT', share: 7 },
        { title: 'Nội dung', share: 68 },
        { title: 'Số lượng', share: 25 },
      ],
      rows: rows.map(([name, count], index) => [String(index + 1), name, inPoints(count)]),
    },
    line('Tổng số trang bằng tổng các loại trang nêu trên: không trang nào bị bỏ sót.'),
  ]
}

const inPoints = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/gu, '.')

const ending = ({ digest }: Handover): Block[] => [
  { kind: 'heading', level: 2, text: 'II. Mã kiểm tra' },
  line(`Mã băm SHA-256 của toàn bộ tệp quét đã nhận: ${digest}`),
  { kind: 'heading', level: 2, text: 'III. Ý kiến của các bên' },
  line('……………………………………………………………………………………………………………………'),
  line('Biên bản lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản.'),
  { kind: 'gap', millimetres: 6 },
  {
    kind: 'signatures',
    places: [
      { title: 'ĐẠI DIỆN BÊN GIAO', note: '(Ký, ghi rõ họ tên)' },
      { title: 'ĐẠI DIỆN BÊN NHẬN', note: '(Ký, ghi rõ họ tên)' },
    ],
  },
  { kind: 'paragraph', text: 'Nơi nhận:', weight: 'bold', points: 11 },
  { kind: 'paragraph', text: '- Như thành phần bàn giao;\n- Lưu: VT, hồ sơ đợt số hóa.', points: 11 },
]
