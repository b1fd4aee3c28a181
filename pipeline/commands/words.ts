// What the commands tell people: short lines, Vietnamese first.
import type { OutRecord } from '../../schemas/index.ts'
import { gate } from '../core/gate.ts'
import type { OutPerson } from '../core/stage.ts'
import { closedLines, sumLines } from '../runner/sums.ts'
import type { Status } from '../store/status.ts'

type Language = 'vi' | 'en'

const pick = (lang: Language, vi: string, en: string) => (lang === 'vi' ? vi : en)
const shown = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '—')

/** dd/MM/yyyy for people; a partial date shows what it has. */
export function forPeople(date: unknown): string {
  return typeof date === 'string' && /^\d{4}(-\d\d){0,2}$/u.test(date) ? date.split('-').reverse().join('/') : '—'
}

export function statusLines(status: Status, lang: Language): string[] {
  const { findings, scans } = status
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
    ...sumLines(status, lang),
    ...closedLines(status, lang),
    pick(
      lang,
      `Phát hiện: ${findings.error} lỗi, ${findings.warning} cảnh báo, ${findings.info} lưu ý; ngoại lệ đã chấp nhận: ${status.waived}`,
      `Findings: ${findings.error} errors, ${findings.warning} warnings, ${findings.info} notes; accepted exceptions: ${status.waived}`,
    ),
  ]
}

export function recordLine({ dossier, values, findings, held }: OutRecord, lang: Language): string {
  const { next = '' } = gate(findings, lang)
  const state = held ? `${pick(lang, 'bị giữ', 'held')}\t${next}` : pick(lang, 'xuất được', 'may leave')
  return [dossier, shown(values.fullName.value), forPeople(values.birthDate.value), state].join('\t')
}

export function personLine({ personId, values, dossiers, held }: OutPerson, lang: Language): string {
  const state = held ? pick(lang, 'bị giữ', 'held') : pick(lang, 'xuất được', 'may leave')
  return [personId, shown(values.fullName?.value), dossiers.join(', '), state].join('\t')
}
