// `hoso export`: writes the package of all that may leave, and says what was held and why.
import { resolve } from 'node:path'
import type { ExportPackage } from '../../schemas/index.ts'
import { makeRoom } from '../adapters/release-folder.ts'
import { UsageError } from '../core/errors.ts'
import { exitCodeOf, reportLines } from '../runner/report.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { newestPackage } from '../store/packages.ts'
import { type Command, json, printJson } from './command.ts'
import { work } from './run.ts'

/** How many held dossiers are told on the terminal; the package lists all. */
const heldAtMost = 20

export const exportPackage: Command = {
  name: 'export',
  vi: 'Xuất gói dữ liệu: JSON, XLSX, PDF tìm kiếm được, bản kê SHA-256.',
  en: 'Write the export package: JSON, XLSX, searchable PDFs, SHA-256 manifest.',
  options: [
    {
      flags: '--out <dir>',
      vi: 'Thư mục của gói: mới, trống, hoặc gói cũ sẽ được thay',
      en: 'Folder of the package: new, empty, or an older package to replace',
    },
    {
      flags: '--profile <name...>',
      vi: 'Lập gói BagIt theo cấu hình nơi nhận (một hoặc nhiều; xem `hoso profiles`), chỉ gồm phần mới và thay đổi',
      en: 'Make a BagIt package for a receiver (one or more; see `hoso profiles`): what is new or changed',
    },
    { flags: '--by <name>', vi: 'Người lập gói', en: 'Who prepares the package' },
    { flags: '--all', vi: 'Gửi cả bản ghi nơi nhận đã có', en: 'Also what the receiver has already' },
    { flags: '--again', vi: 'Gửi lại cả bản ghi bị trả lại mà chưa sửa', en: 'Also what was returned and not changed' },
    {
      flags: '--dry-run',
      vi: 'Chỉ nói sẽ gửi gì và khác gì lần nơi nhận chấp nhận gần nhất; --out ghi thêm tệp XLSX',
      en: 'Only tell what would be sent and how it differs from what was accepted last; --out adds an XLSX file',
    },
    { flags: '--today <YYYY-MM-DD>', vi: 'Ngày lập gói', en: 'The day of the package' },
    json,
  ],
  examples: [
    'hoso export --out ./goi-2026-11',
    'hoso export --out ./goi --json',
    'hoso export --profile tt06-2023 --dry-run --out ./xem-truoc',
    'hoso export --profile tt06-2023 tt06-2023-xlsx --out ./goi --by "Ma Thị Lan"',
  ],
  run: async (call) => {
    const { options, config, terminal } = call
    const names = namesOf(options.profile)
    if (names.length > 0) return await (await import('./export-package.ts')).exportForReceivers(call, names)
    if (typeof options.out !== 'string')
      throw new UsageError('Thiếu thư mục của gói. Ví dụ: hoso export --out ./goi-2026-11.')
    const out = resolve(options.out)
    await makeRoom(out)
    const { release } = await import('../pipeline.ts')
    const report = await work({ config, terminal, folders: [], stages: [release], today: terminal.today, out })
    const code = exitCodeOf(report)
    if (code !== 0) {
      terminal.err(`${reportLines(report, config.lang).join('\n')}\n`)
      return code
    }
    await using store = await openWorkspace(config, terminal.environment)
    const made = await newestPackage(store.database, out)
    if (options.json) printJson(terminal, made)
    else terminal.out(`${packageLines(made, out, config.lang).join('\n')}\n`)
    return code
  },
}

/** Commander gives several words of one flag as a list. */
const namesOf = (given: unknown): string[] =>
  (Array.isArray(given) ? given : [given]).filter((name): name is string => typeof name === 'string')

function packageLines({ packageId, records, held, files }: ExportPackage, out: string, lang: 'vi' | 'en'): string[] {
  const vi = lang === 'vi'
  const more = held.length - heldAtMost
  return [
    vi
      ? `Gói ${packageId}: ${records} hồ sơ, ${files.length} tệp, tại ${out}`
      : `Package ${packageId}: ${records} dossiers, ${files.length} files, in ${out}`,
    vi ? `Bị giữ lại: ${held.length}` : `Held: ${held.length}`,
    ...held.slice(0, heldAtMost).map(({ dossiers, reasons }) => `  ${dossiers.join(', ')}: ${reasons[0] ?? ''}`),
    ...(more > 0 ? [vi ? `  … và ${more} mục nữa (held.json)` : `  … and ${more} more (held.json)`] : []),
    vi ? 'Kiểm tra gói: sha256sum -c manifest-sha256.txt' : 'Verify the package: sha256sum -c manifest-sha256.txt',
  ]
}
