// `hoso check`: whether every original is still what was taken in, a part at a time on a schedule.
import { UsageError } from '../core/errors.ts'
import { checkOriginals } from '../runner/check-originals.ts'
import { openFiles } from '../runner/open-files.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { fixityState } from '../store/fixity.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'

const dayMillis = 86_400_000

export const check: Command = {
  name: 'check',
  vi: 'Đọc lại các bản quét gốc và đối chiếu với mã băm lúc nhận; chỉ đọc những tệp đã đến hạn.',
  en: 'Read the originals again and compare each with its hash from intake; only those that are due.',
  options: [
    {
      flags: '--older-than <days>',
      vi: 'Đến hạn khi lần đọc trước đã quá số ngày này (mặc định 30; 0 là đọc tất cả)',
      en: 'Due when last read more than so many days ago (30 if not told; 0 reads all)',
    },
    { flags: '--list', vi: 'Chỉ cho biết còn bao nhiêu tệp đến hạn, không đọc', en: 'Only tell how many are due' },
    json,
  ],
  examples: ['hoso check', 'hoso check --older-than 90', 'hoso check --list --json'],
  run: async ({ options, config, terminal }) => {
    const days = options.olderThan === undefined ? 30 : Number(options.olderThan)
    if (!Number.isInteger(days) || days < 0)
      throw new UsageError('--older-than phải là số ngày, từ 0 trở lên. Ví dụ: hoso check --older-than 90.')
    await using store = await openWorkspace(config, terminal.environment)
    const now = new Date()
    const before = new Date(now.getTime() - days * dayMillis)
    const damaged: { original: string; dossier: string }[] = []
    if (options.list !== true)
      for await (const { original, dossier } of checkOriginals(store, openFiles(config, store), {
        ...{ before, now, signal: terminal.signal },
      })) {
        damaged.push({ original, dossier })
        if (options.json !== true) terminal.out(`${dossier}\t${original}\n`)
      }
    const state = await fixityState(store.database, before)
    if (options.json) printJson(terminal, { ...state, damaged })
    else terminal.err(`${wordsOf(state, damaged.length)[config.lang]}\n`)
    return damaged.length === 0 ? exitCodes.done : exitCodes.someFailed
  },
}

function wordsOf({ originals, due, unread }: Awaited<ReturnType<typeof fixityState>>, damaged: number) {
  return {
    vi: `${originals} bản gốc, ${due} đến hạn, ${unread} chưa đọc lại lần nào, ${damaged} hỏng hoặc mất (phục hồi từ bản sao lưu).`,
    en: `${originals} originals, ${due} due, ${unread} never read again, ${damaged} damaged or missing (restore them from a backup).`,
  }
}
