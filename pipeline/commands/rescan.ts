// `hoso rescan`: which pages have to be scanned again and why, slips to print, and taking the new pages in.
import { UsageError } from '../core/errors.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { replacementsOf } from '../store/replacements.ts'
import { pageNumbers } from '../store/page-order.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'
import { wordOf } from './list-file.ts'
import { listRescans } from './rescan-list.ts'
import { takeRescans } from './rescan-take.ts'

export type Call = Parameters<Command['run']>[0]

export const rescan: Command = {
  name: 'rescan',
  vi: 'Trang phải quét lại: lập danh sách và in phiếu (list), nhận trang đã quét lại (take), xem đã thay những trang nào (history).',
  en: 'Pages to scan again: list them and print slips (list), take the new pages (take), tell what was replaced (history).',
  argument: '[words...]',
  options: [
    { flags: '--batch <name>', vi: 'list: chỉ đợt số hóa này (tên hoặc mã)', en: 'list: this batch only (name or id)' },
    { flags: '--dossier <id>', vi: 'Chỉ hồ sơ này', en: 'This dossier only' },
    {
      flags: '--page <n>',
      vi: 'take: trang mà tệp thay cho (đếm từ 1)',
      en: 'take: the page the file stands for (from 1)',
    },
    {
      flags: '--out <dir>',
      vi: 'list: thư mục ghi phieu-quet-lai.pdf và danh-sach-quet-lai.xlsx',
      en: 'list: folder for the slips (PDF) and the list (XLSX)',
    },
    json,
  ],
  examples: [
    'hoso rescan list',
    'hoso rescan list --batch dot-01 --out ./quet-lai',
    'hoso rescan take ./da-quet-lai',
    'hoso rescan take trang-moi.jpg --dossier 001-clean --page 3',
    'hoso rescan history --dossier 001-clean',
  ],
  run: async (call) => {
    const word = wordOf(call.words, ['list', 'take', 'history'])
    if (word === 'list') return listRescans(call)
    if (word === 'take') return takeRescans(call)
    if (word === 'history') return history(call)
    throw new UsageError('Thiếu việc cần làm: list, take hoặc history. Xem `hoso rescan --help`.')
  },
}

async function history({ options, config, terminal }: Call): Promise<number> {
  if (typeof options.dossier !== 'string')
    throw new UsageError('Thiếu mã hồ sơ. Ví dụ: hoso rescan history --dossier 001-clean.')
  const dossier = options.dossier.normalize('NFC')
  await using store = await openWorkspace(config, terminal.environment)
  const numbers = await pageNumbers(store.database, [dossier])
  const told = (await replacementsOf(store.database, dossier)).map(({ pageId, original, takenOn }) => ({
    page: numbers.get(pageId),
    takenOn,
    original,
  }))
  if (options.json) printJson(terminal, told)
  else
    for (const { page, takenOn, original } of told)
      terminal.out(`${page ?? '—'}\t${takenOn.split('-').reverse().join('/')}\t${original}\n`)
  return exitCodes.done
}
