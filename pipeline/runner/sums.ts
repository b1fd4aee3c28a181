// Where every page went, in words: the two sums of pages, what waits, and the dossiers closed because of a secret paper.
import { secretMarks } from '../../schemas/index.ts'
import type { Config } from '../core/config.ts'
import type { Status } from '../store/status.ts'

/** How many closed dossiers are told; the rest is counted. */
const closedAtMost = 20

export function sumLines({ pages, fates }: Pick<Status, 'pages' | 'fates'>, lang: Config['lang']): string[] {
  const vi = lang === 'vi'
  const label = vi ? 'Trang: ' : 'Pages: '
  const states = vi
    ? `${pages.recognized} nhận dạng + ${pages.blank} trắng + ${pages.unreadable} không đọc được`
    : `${pages.recognized} recognised + ${pages.blank} blank + ${pages.unreadable} unreadable`
  const went = vi
    ? `${fates.document} thuộc thành phần hồ sơ + ${fates.blank} trắng + ${fates.separator} tờ ngăn + ${fates.orphan} chưa rõ loại + ${fates.unreadable} không đọc được`
    : `${fates.document} in documents + ${fates.blank} blank + ${fates.separator} separators + ${fates.orphan} orphans + ${fates.unreadable} unreadable`
  const waiting = vi ? `Đang chờ: ${pages.pending} trang` : `Waiting: ${pages.pending} pages`
  return [
    `${label}${pages.total} = ${states}`,
    `${' '.repeat(label.length)}${pages.total} = ${went}`,
    ...(pages.pending > 0 ? [waiting] : []),
  ]
}

/** Their pages are counted as unreadable; this says why. */
export function closedLines({ closed }: Pick<Status, 'closed'>, lang: Config['lang']): string[] {
  if (closed.length === 0) return []
  const vi = lang === 'vi'
  const rest = closed.length - closedAtMost
  return [
    vi
      ? `Có dấu mật, đã dừng tiếp nhận và không giữ nội dung nào: ${closed.length} hồ sơ (mọi trang tính là không đọc được). Báo người phụ trách bảo vệ bí mật nhà nước; rút tài liệu mật khỏi bản quét, đặt tờ thay thế rồi giao lại.`
      : `Marked secret, no longer taken in, nothing read is kept: ${closed.length} dossiers (all their pages count as unreadable). Tell the officer in charge of state secrets; take the paper out of the scan, put a substitute sheet in its place, deliver again.`,
    ...closed.slice(0, closedAtMost).map(({ dossier, level, pages }) => {
      const where = pages.length === 0 ? '' : `, ${vi ? 'trang' : 'page'} ${pages.join(', ')}`
      return `  ${dossier}: ${secretMarks[level]}${where}`
    }),
    ...(rest > 0 ? [vi ? `  … và ${rest} hồ sơ nữa` : `  … and ${rest} more`] : []),
  ]
}
