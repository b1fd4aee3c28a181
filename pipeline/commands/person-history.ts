// The history of persons in words: who was founded by which dossier, who joined, who left, who was merged.
import type { Config } from '../core/config.ts'
import type { PersonEvent } from '../store/person-history.ts'

/** People read their own time, whatever the machine's. */
const time = new Intl.DateTimeFormat('vi-VN', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Asia/Ho_Chi_Minh',
})

export function historyLine({ personId, at, event, dossier = '', other }: PersonEvent, lang: Config['lang']): string {
  return [personId, time.format(at), lang === 'vi' ? inVietnamese() : inEnglish()].join('\t')

  function inVietnamese(): string {
    if (event === 'founded') return `lập từ hồ sơ ${dossier}`
    if (event === 'merged') return `gộp vào người ${other}`
    if (event === 'left') return `hồ sơ ${dossier} chuyển sang người ${other}`
    return other === undefined ? `nhận hồ sơ ${dossier}` : `nhận hồ sơ ${dossier} từ người ${other}`
  }

  function inEnglish(): string {
    if (event === 'founded') return `founded by dossier ${dossier}`
    if (event === 'merged') return `merged into person ${other}`
    if (event === 'left') return `dossier ${dossier} went to person ${other}`
    return other === undefined ? `dossier ${dossier} joined` : `dossier ${dossier} joined from person ${other}`
  }
}
