// The rescan list on paper: one slip a page with what is wrong and what to do, and the same as a workbook. What stands on the
// list is decided in page-verdict.ts.
import type { PageVerdict } from './page-verdict.ts'
import type { Block, Sheet } from './sheet.ts'

export interface RescanEntry {
  /** Names the page, or the file that could not be opened. */
  readonly code: string
  readonly dossier: string
  /** File of the delivery, inside its dossier. */
  readonly path: string
  /** Counts through the dossier; absent for a file without pages. */
  readonly page?: number
  /** How often it was scanned again already. */
  readonly replaced: number
  readonly verdict: PageVerdict['verdict']
  readonly reasons: PageVerdict['reasons']
  readonly scannedDpi?: number
}

type Row = readonly (string | number)[]
interface Worksheet {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}

const columns = [
  'Mã phiếu',
  'Hồ sơ',
  'Trang',
  'Tệp',
  'Vì sao',
  'Việc cần làm',
  'Độ phân giải (dpi)',
  'Đã quét lại (lần)',
] as const

/** What must be scanned again, and apart what is worth a look. */
export function rescanWorksheets(entries: readonly RescanEntry[]): Worksheet[] {
  const of = (verdict: RescanEntry['verdict']) => entries.filter((entry) => entry.verdict === verdict).map(rowOf)
  return [
    { name: 'Quét lại', columns, rows: of('rescan') },
    { name: 'Nên xem', columns, rows: of('usable') },
  ]
}

function rowOf({ code, dossier, page, path, reasons, scannedDpi, replaced }: RescanEntry): Row {
  const lines = (part: 'vi' | 'remedy') => reasons.map((reason) => reason[part]).join('\n')
  return [code, dossier, page ?? '', path, lines('vi'), lines('remedy'), scannedDpi ?? '', replaced]
}

/** `thumbnail` shows the page as it is now; a page that could not be opened has none. */
export function rescanSlip(entry: RescanEntry, thumbnail: Uint8Array | undefined): Sheet {
  const { code, dossier, page } = entry
  const where = page === undefined ? `Hồ sơ ${dossier}` : `Hồ sơ ${dossier}, trang ${page}`
  return {
    footer: `${code} · ${where}`,
    blocks: [
      { kind: 'heading', text: 'PHIẾU QUÉT LẠI' },
      {
        kind: 'columns',
        columns: [
          { share: 5, blocks: picture(thumbnail) },
          { share: 6, blocks: identity(entry) },
        ],
      },
      { kind: 'heading', level: 2, text: 'Vì sao phải quét lại' },
      ...entry.reasons.map(({ vi }): Block => ({ kind: 'paragraph', text: `– ${vi}` })),
      { kind: 'heading', level: 2, text: 'Việc cần làm' },
      ...entry.reasons.map(({ remedy }): Block => ({ kind: 'paragraph', text: `– ${remedy}` })),
      ...howToReturn(entry),
      { kind: 'gap', millimetres: 5 },
      {
        kind: 'signatures',
        places: [
          { title: 'Người yêu cầu', note: '(Ký, ghi rõ họ tên)' },
          { title: 'Người quét lại', note: '(Ký, ghi rõ họ tên, ngày quét)' },
        ],
      },
    ],
  }
}

const picture = (jpeg: Uint8Array | undefined): Block[] =>
  jpeg === undefined
    ? [{ kind: 'paragraph', text: '(Không có ảnh: trang chưa mở được.)' }]
    : [{ kind: 'picture', jpeg, widthMm: 70, heightMm: 99 }]

function identity({ code, dossier, page, path, replaced }: RescanEntry): Block[] {
  return [
    { kind: 'paragraph', text: `Hồ sơ: ${dossier}`, weight: 'bold', points: 13 },
    ...(page === undefined ? [] : [{ kind: 'paragraph', text: `Trang: ${page}`, weight: 'bold', points: 13 } as const]),
    { kind: 'paragraph', text: `Tệp: ${path}` },
    ...(replaced === 0 ? [] : [{ kind: 'paragraph', text: `Đã quét lại ${replaced} lần, vẫn chưa đạt.` } as const]),
    { kind: 'gap', millimetres: 3 },
    { kind: 'qr', text: code, sideMm: 38 },
    { kind: 'paragraph', text: `Mã phiếu: ${code}`, weight: 'bold', points: 12 },
  ]
}

function howToReturn({ code, page, path }: RescanEntry): Block[] {
  const text =
    page === undefined
      ? `Giao lại cả tệp đúng tên cũ (${path}) vào thư mục đã giao, rồi chạy lại lệnh hoso run.`
      : `Quét riêng trang này thành một tệp một trang, đặt tên theo mã phiếu (ví dụ ${code}.jpg); hoặc đặt phiếu này ngay trước trang rồi quét cả xấp thành một tệp PDF. Sau đó chạy: hoso rescan take <thư mục>. Chỉ trang này được thay; bản quét cũ vẫn được giữ.`
  return [
    { kind: 'heading', level: 2, text: 'Cách giao lại' },
    { kind: 'paragraph', text },
  ]
}
