// What the commands tell people: short lines, Vietnamese first.
import type { OutRecord } from '../../schemas/index.ts'
import type { OutPerson } from '../core/stage.ts'
import type { Status } from '../store/status.ts'

type Language = 'vi' | 'en'

const pick = (lang: Language, vi: string, en: string) => (lang === 'vi' ? vi : en)
const shown = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '—')

/** dd/MM/yyyy for people; a partial date shows what it has. */
export function forPeople(date: unknown): string {
  return typeof date === 'string' && /^\d{4}(-\d\d){0,2}$/u.test(date) ? date.split('-').reverse().join('/') : '—'
}

export function statusLines(status: Status, lang: Language): string[] {
  const { pages, fates, findings, scans } = status
  return [
    pick(
      lang,
      `Hồ sơ: ${status.dossiers} (bị giữ: ${status.held})`,
      `Dossiers: ${status.dossiers} (held: ${status.held})`,
    ),
    pick(
      lang,
      `Tệp quét: ${scans.delivered} (không đọc được: ${scans.unreadable})`,
      `Scans: ${scans.delivered} (unreadable: ${scans.unreadable})`,
    ),
    pick(
      lang,
      `Trang: ${pages.total} = ${pages.recognized} nhận dạng + ${pages.blank} trắng + ${pages.unreadable} không đọc được`,
      `Pages: ${pages.total} = ${pages.recognized} recognised + ${pages.blank} blank + ${pages.unreadable} unreadable`,
    ),
    pick(
      lang,
      `       ${pages.total} = ${fates.document} thuộc thành phần hồ sơ + ${fates.blank} trắng + ${fates.separator} tờ ngăn + ${fates.orphan} chưa rõ loại + ${fates.unreadable} không đọc được`,
      `       ${pages.total} = ${fates.document} in documents + ${fates.blank} blank + ${fates.separator} separators + ${fates.orphan} orphans + ${fates.unreadable} unreadable`,
    ),
    ...(pages.pending > 0 ? [pick(lang, `Đang chờ: ${pages.pending} trang`, `Waiting: ${pages.pending} pages`)] : []),
    pick(
      lang,
      `Phát hiện: ${findings.error} lỗi, ${findings.warning} cảnh báo, ${findings.info} lưu ý`,
      `Findings: ${findings.error} errors, ${findings.warning} warnings, ${findings.info} notes`,
    ),
  ]
}

export function recordLine({ dossier, values, findings, held }: OutRecord, lang: Language): string {
  const errors = findings.filter(({ severity, waived }) => severity === 'error' && !waived).length
  const state = held
    ? pick(lang, `bị giữ (${errors} lỗi)`, `held (${errors} errors)`)
    : pick(lang, 'xuất được', 'may leave')
  return [dossier, shown(values.fullName.value), forPeople(values.birthDate.value), state].join('\t')
}

export function personLine({ personId, values, dossiers, held }: OutPerson, lang: Language): string {
  const state = held ? pick(lang, 'bị giữ', 'held') : pick(lang, 'xuất được', 'may leave')
  return [personId, shown(values.fullName?.value), dossiers.join(', '), state].join('\t')
}
