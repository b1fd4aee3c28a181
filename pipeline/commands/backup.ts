// `hoso backup` and `hoso restore`: a workspace out into a folder, and back into an empty one.
import { resolve } from 'node:path'
import { keptBackup } from '../adapters/backup-folder.ts'
import type { BackupManifest } from '../../schemas/index.ts'
import { UsageError } from '../core/errors.ts'
import { backUp } from '../runner/backup.ts'
import { restore as restoreFrom } from '../runner/restore.ts'
import { type Command, exitCodes, json, printJson, type Terminal } from './command.ts'

export const backup: Command = {
  name: 'backup',
  vi: 'Sao lưu toàn bộ (cơ sở dữ liệu và mọi tệp) vào một thư mục mới; đang chạy công việc khác vẫn được.',
  en: 'Back up everything (database and all files) into a new folder; other work may go on.',
  options: [
    { flags: '--out <folder>', vi: 'Thư mục mới để ghi bản sao lưu', en: 'New folder for the backup' },
    {
      flags: '--check <folder>',
      vi: 'Không sao lưu: đọc lại từng byte của một bản sao lưu và báo tệp hỏng',
      en: 'No backup: read every byte of a backup again and tell what is damaged',
    },
    json,
  ],
  examples: ['hoso backup --out E:/sao-luu/2026-11-29', 'hoso backup --check E:/sao-luu/2026-11-29'],
  run: async ({ options, config, terminal }) => {
    if (typeof options.check === 'string') return check(resolve(options.check), terminal, config.lang)
    if (typeof options.out !== 'string')
      throw new UsageError('Thiếu --out. Ví dụ: hoso backup --out E:/sao-luu/2026-11-29.')
    const folder = resolve(options.out)
    if (`${folder}/`.startsWith(`${resolve(config.workspace)}/`))
      throw new UsageError('Bản sao lưu phải nằm ngoài thư mục làm việc, tốt nhất trên ổ đĩa khác. Hãy đổi --out.')
    const made = await backUp(config, terminal.environment, { folder, at: new Date().toISOString() })
    tell(made, terminal, {
      json: options.json === true,
      lang: config.lang,
      verb: { vi: 'Đã sao lưu', en: 'Backed up' },
    })
    terminal.err(`${reach[config.lang]}\n`)
    return exitCodes.done
  },
}

export const restore: Command = {
  name: 'restore',
  vi: 'Phục hồi một bản sao lưu vào thư mục làm việc còn trống (và máy chủ còn trống, nếu đặt DATABASE_URL).',
  en: 'Restore a backup into an empty workspace (and an empty server database, where DATABASE_URL is set).',
  argument: '<folder...>',
  options: [json],
  examples: [
    'hoso restore E:/sao-luu/2026-11-29 --workspace D:/hoso',
    'hoso restore /mnt/sao-luu/2026-11-29 --database-url postgresql://hoso@may-chu/hoso?sslmode=verify-full',
  ],
  run: async ({ words, options, config, terminal }) => {
    const [folder] = words
    if (folder === undefined)
      throw new UsageError('Thiếu thư mục bản sao lưu. Ví dụ: hoso restore E:/sao-luu/2026-11-29.')
    const made = await restoreFrom(config, terminal.environment, resolve(folder))
    const verb = { vi: 'Đã phục hồi và đối chiếu', en: 'Restored and compared' }
    tell(made, terminal, { json: options.json === true, lang: config.lang, verb })
    return exitCodes.done
  },
}

/** What the destruction of a dossier cannot reach. */
const reach = {
  vi: 'Lưu ý: hủy một hồ sơ về sau không xóa được nó trong bản sao lưu này; hãy giữ bản sao lưu theo chế độ mật.',
  en: 'Note: destroying a dossier later does not reach into this backup; keep the backup as secret as the papers.',
}

async function check(folder: string, terminal: Terminal, lang: 'vi' | 'en'): Promise<number> {
  const kept = await keptBackup(folder)
  let damaged = 0
  for await (const path of kept.damaged()) {
    damaged += 1
    terminal.out(`${path}\n`)
  }
  const whole = { vi: 'Bản sao lưu nguyên vẹn.', en: 'The backup is whole.' }
  const spoilt = { vi: `Có ${damaged} tệp hỏng hoặc thiếu.`, en: `${damaged} files are damaged or missing.` }
  terminal.err(`${(damaged === 0 ? whole : spoilt)[lang]}\n`)
  return damaged === 0 ? exitCodes.done : exitCodes.someFailed
}

function tell(
  { tables, files, bytes, at, list }: BackupManifest,
  terminal: Terminal,
  how: { json: boolean; lang: 'vi' | 'en'; verb: { vi: string; en: string } },
): void {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  if (how.json) return printJson(terminal, { at, tables: tables.length, rows, files, bytes, list })
  const told = {
    vi: `${how.verb.vi}: ${tables.length} bảng, ${rows} dòng, ${files} tệp (${bytes} byte); mã bản sao lưu ${list.slice(0, 16)}.`,
    en: `${how.verb.en}: ${tables.length} tables, ${rows} rows, ${files} files (${bytes} bytes); backup ${list.slice(0, 16)}.`,
  }
  terminal.out(`${told[how.lang]}\n`)
}
