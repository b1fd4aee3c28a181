// The minutes of a package: what it holds, what was held, who prepared and approved it, and by which hashes it is known.
import { type MessageKind, messageKinds, type PackageEvent, type ProfilePackage } from '../../../schemas/index.ts'
import { dateForPeople } from '../dates.ts'
import type { Block, Sheet } from '../sheet.ts'
import { type Letterhead, letterhead, minutesTitle } from './letterhead.ts'

export interface AuditHead {
  readonly sequence: number
  readonly hash: string
}

const messageWords: Readonly<Record<MessageKind, string>> = {
  agencies: 'Cây tổ chức đơn vị',
  dossiers: 'Hồ sơ cán bộ, công chức, viên chức',
}

export function packageMinutes(
  made: ProfilePackage,
  events: readonly PackageEvent[],
  head: Letterhead,
  receiver: string,
  audit: AuditHead | undefined,
): Sheet {
  return {
    footer: `Gói ${made.packageId}`,
    blocks: [
      letterhead(head),
      ...minutesTitle('Về việc lập và bàn giao gói dữ liệu điện tử'),
      text(`Nơi nhận: ${receiver} (cấu hình ${made.profile}, phiên bản ${made.version}).`),
      text(`Gói dữ liệu mã ${made.packageId}, lập ngày ${dateForPeople(made.preparedOn)}, gồm:`),
      countTable(made),
      text(
        `Tổng số tệp: ${made.files}; dung lượng: ${made.bytes} byte. Giá trị không đủ điều kiện nên không gửi: ${made.leftOut}. Bản ghi bị giữ lại: ${made.held.length}.`,
      ),
      { kind: 'heading', text: 'Người lập, người duyệt', level: 2 },
      ...people(made, events),
      { kind: 'heading', text: 'Dấu nhận dạng của gói', level: 2 },
      text(`SHA-256 của bản kê: ${made.manifestSha256}`),
      ...auditBlocks(audit),
      { kind: 'qr', text: qrText(made, audit), sideMm: 32, align: 'left' },
      ...heldBlocks(made),
      text('Biên bản được lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản.'),
      {
        kind: 'signatures',
        places: [
          { title: 'NGƯỜI LẬP', note: '(Ký, ghi rõ họ tên)' },
          { title: 'NGƯỜI NHẬN', note: '(Ký, ghi rõ họ tên)' },
          { title: 'THỦ TRƯỞNG CƠ QUAN', note: '(Ký, ghi rõ họ tên, đóng dấu)' },
        ],
      },
    ],
  }
}

const text = (words: string): Block => ({ kind: 'paragraph', text: words })

function countTable({ counts }: ProfilePackage): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'Nội dung', share: 34 },
      { title: 'Gửi lần đầu', share: 13 },
      { title: 'Cập nhật', share: 13 },
      { title: 'Không đổi', share: 13 },
      { title: 'Chờ biên nhận', share: 14 },
      { title: 'Bị trả lại', share: 13 },
    ],
    rows: messageKinds.map((kind) => {
      const of = counts[kind]
      return [messageWords[kind], ...[of.new, of.update, of.unchanged, of.underway, of.returned].map(String)]
    }),
  }
}

function people({ preparedBy }: ProfilePackage, events: readonly PackageEvent[]): Block[] {
  const approved = events.findLast(({ event }) => event === 'approved')
  return [
    text(`Người lập: ${preparedBy}.`),
    text(
      approved === undefined
        ? 'Người duyệt: chưa duyệt.'
        : `Người duyệt: ${approved.by}, lúc ${momentOf(approved.at)} (giờ UTC).`,
    ),
  ]
}

/** `2026-11-22T14:05:00Z` as 22/11/2026 14:05. */
const momentOf = (at: string): string => `${dateForPeople(at.slice(0, 10))} ${at.slice(11, 16)}`

const auditBlocks = (audit: AuditHead | undefined): Block[] => [
  text(
    audit === undefined
      ? 'Nhật ký kiểm toán: chưa có mục nào.'
      : `Nhật ký kiểm toán: đến mục số ${audit.sequence}, mã băm ${audit.hash}`,
  ),
]

/** Read by a machine that compares the paper with the package. */
const qrText = ({ packageId, manifestSha256 }: ProfilePackage, audit: AuditHead | undefined): string =>
  ['HOSO-GOI', packageId, manifestSha256, audit === undefined ? '' : `${audit.sequence}:${audit.hash}`].join('|')

function heldBlocks({ held }: ProfilePackage): Block[] {
  if (held.length === 0) return [text('Không có bản ghi nào bị giữ lại.')]
  return [
    { kind: 'heading', text: 'Danh sách bị giữ lại', level: 2 },
    {
      kind: 'table',
      columns: [
        { title: 'TT', share: 6 },
        { title: 'Mã hồ sơ', share: 28 },
        { title: 'Lý do', share: 40 },
        { title: 'Việc cần làm', share: 26 },
      ],
      rows: held.map(({ dossiers, reasons, next = '' }, index) => [
        ...[String(index + 1), dossiers.join(', '), reasons.join(' '), next],
      ]),
    },
  ]
}
