// What the export operator is told of a package: what leaves, what is held and why, and the one thing to do next.
import { type HeldRecord, type MessageKind, messageKinds, type ProfilePackage } from '../../schemas/index.ts'
import { packageState } from '../core/profile/package-state.ts'
import type { RecordChange } from '../runner/package/make-package.ts'
import type { KeptPackage } from '../store/profile-packages.ts'

type Language = 'vi' | 'en'

const messageNames: Readonly<Record<MessageKind, { readonly vi: string; readonly en: string }>> = {
  agencies: { vi: 'Đơn vị', en: 'Agencies' },
  dossiers: { vi: 'Hồ sơ', en: 'Dossiers' },
}
const countNames = {
  new: { vi: 'gửi lần đầu', en: 'new' },
  update: { vi: 'gửi cập nhật', en: 'changed' },
  unchanged: { vi: 'nơi nhận đã có, không đổi', en: 'unchanged' },
  underway: { vi: 'đã lập gói, chờ biên nhận', en: 'awaiting receipt' },
  returned: { vi: 'bị trả lại, chưa sửa', en: 'returned, not mended' },
  gone: { vi: 'đã gửi trước đây, nay không còn', en: 'sent before, gone now' },
} as const
const counted = ['new', 'update', 'unchanged', 'underway', 'returned', 'gone'] as const

/** How much of a list is told on the terminal; the workbook or the package has all. */
const linesAtMost = 10

/** Zeros are left out, but for what leaves. */
export function countLines({ counts, leftOut }: Pick<ProfilePackage, 'counts' | 'leftOut'>, lang: Language): string[] {
  const vi = lang === 'vi'
  const lines = messageKinds.map((kind) => {
    const parts = counted
      .filter((name) => name === 'new' || counts[kind][name] > 0)
      .map((name) => `${counts[kind][name]} ${countNames[name][lang]}`)
    return `  ${messageNames[kind][lang]}: ${parts.join('; ')}`
  })
  const away = vi
    ? `  Giá trị chưa đủ điều kiện nên không gửi kèm: ${leftOut}`
    : `  Values that stay away because they are not fit to leave: ${leftOut}`
  return leftOut > 0 ? [...lines, away] : lines
}

export function heldLines(held: readonly HeldRecord[], lang: Language): string[] {
  const vi = lang === 'vi'
  const told = held.slice(0, linesAtMost).map(({ dossiers, personId = '', reasons, next }) => {
    const more = reasons.length - 1
    const others = more > 0 ? (vi ? ` (và ${more} lý do nữa)` : ` (and ${more} more)`) : ''
    const step = next === undefined || next === '' ? '' : ` → ${next}`
    return `    ${dossiers.join(', ') || personId}: ${reasons[0] ?? ''}${others}${step}`
  })
  const rest = held.length - told.length
  return [
    vi ? `  Bị giữ lại, không gửi: ${held.length}` : `  Held, not sent: ${held.length}`,
    ...told,
    ...(rest > 0 ? [vi ? `    … và ${rest} mục nữa: xem \`hoso held\`` : `    … and ${rest} more: see \`hoso held\``] : []),
  ]
}

export function changeLines(records: readonly RecordChange[], lang: Language): string[] {
  const vi = lang === 'vi'
  const told = records.slice(0, linesAtMost).flatMap(({ message, key, dossiers, action, changes }) => [
    `    ${messageNames[message][lang]} ${[key, dossiers.join(', ')].filter(Boolean).join(' · ')}: ${countNames[action][lang]}`,
    ...changes.map((each) => `      ${each.vi}: ${String(each.before ?? '—')} → ${String(each.after ?? '—')}`),
  ])
  const rest = records.length - linesAtMost
  return [
    vi ? `  Sẽ gửi: ${records.length}` : `  To be sent: ${records.length}`,
    ...told,
    ...(rest > 0
      ? [vi ? `    … và ${rest} bản ghi nữa: thêm --out để ghi tệp XLSX` : `    … and ${rest} more: --out writes an XLSX file`]
      : []),
  ]
}

/** Of a package in this state. */
export function nextStep({ package: made, events }: KeptPackage, lang: Language): string {
  const vi = lang === 'vi'
  const id = made.packageId
  switch (packageState(events)) {
    case 'prepared':
    case 'refused':
      return vi
        ? 'Chưa được gửi: sửa chỗ sai rồi lập lại bằng `hoso export`.'
        : 'Not fit to leave: mend it and make it again with `hoso export`.'
    case 'validated':
      return vi
        ? `Chờ người khác duyệt: hoso packages approve ${id} --by "Họ và tên"`
        : `To be approved by another person: hoso packages approve ${id} --by "Name"`
    case 'approved':
      if (!made.isSignatureRequired) return sendWords(id, vi)
      return vi
        ? `Nơi nhận bắt buộc ký số. Lấy tệp đem ký: hoso packages sign ${id} --out ./cho-ky; có tệp đã ký: hoso packages sign ${id} --take TỆP --chain CHỨNG-THƯ --by "Họ và tên"`
        : `The receiver wants a signature: hoso packages sign ${id} --out DIR, then hoso packages sign ${id} --take FILE --chain PEM --by "Name"`
    case 'signed':
      return sendWords(id, vi)
    case 'cancelled':
      return vi ? 'Đã hủy; lập gói khác bằng `hoso export`.' : 'Cancelled; make another with `hoso export`.'
  }
}

const sendWords = (id: string, vi: boolean): string =>
  vi
    ? `Được phép gửi: hoso send --package ${id} --to ĐỊA-CHỈ; hoặc chép cả thư mục gói, rồi nạp biên nhận bằng \`hoso receipts\`.`
    : `May leave: hoso send --package ${id} --to URL; or copy the folder, and take the receipts in with \`hoso receipts\`.`
