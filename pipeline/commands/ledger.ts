// `hoso ledger`: where each record stands between us and the receivers; held to a receiver's own list, what either side lost.
import type { LedgerEntry } from '../../schemas/index.ts'
import { receiptWords } from '../adapters/receipt-codes.ts'
import { readReceiptFile } from '../adapters/receipt-file.ts'
import { reconcile } from '../core/exchange/receipt-list.ts'
import { openWorkspace } from '../runner/workspace.ts'
import type { Store } from '../store/database.ts'
import { ledgerOf } from '../store/exchange.ts'
import { packageOf } from '../store/profile-packages.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'

export const ledger: Command = {
  name: 'ledger',
  vi: 'Sổ gửi: bản ghi nào đang chờ, đã gửi, được chấp nhận, bị trả lại; đối soát với sổ của nơi nhận.',
  en: "Export ledger: what waits, was sent, accepted, returned; held to the receiver's own list.",
  options: [
    { flags: '--package <id>', vi: 'Chỉ gói này', en: 'Only this package' },
    { flags: '--profile <name>', vi: 'Chỉ nơi nhận này', en: 'Only this receiver' },
    {
      flags: '--reconcile <file>',
      vi: 'Đối soát với danh sách của nơi nhận (JSON, CSV, XLSX)',
      en: "Hold it to the receiver's list (JSON, CSV, XLSX)",
    },
    json,
  ],
  examples: ['hoso ledger', 'hoso ledger --package 4f1c2b --json', 'hoso ledger --reconcile ./so-noi-nhan.xlsx'],
  run: async (call) => {
    const { options, config, terminal } = call
    await using store = await openWorkspace(config, terminal.environment)
    const wanted = typeof options.package === 'string' ? await packageOf(store.database, options.package) : undefined
    const entries = await wholeLedger(store, {
      ...(wanted && { packageId: wanted.package.packageId }),
      ...(typeof options.profile === 'string' && { profile: options.profile }),
    })
    if (typeof options.reconcile === 'string') return await compared(entries, options.reconcile, call)
    if (options.json) printJson(terminal, entries)
    else {
      for (const entry of entries.filter(({ state }) => state !== 'accepted'))
        terminal.out(`${lineOf(entry, config.lang)}\n`)
      terminal.out(`${sumsOf(entries, config.lang)}\n`)
    }
    return exitCodes.done
  },
}

export async function wholeLedger(store: Store, only: Parameters<typeof ledgerOf>[1] = {}): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = []
  for await (const entry of ledgerOf(store.database, only)) entries.push(entry)
  return entries
}

const stateWords = {
  waiting: { vi: 'chờ gửi', en: 'waiting' },
  sent: { vi: 'đã gửi, chưa có trả lời', en: 'sent, not answered' },
  accepted: { vi: 'được chấp nhận', en: 'accepted' },
  returned: { vi: 'bị trả lại', en: 'returned' },
} as const

const lineOf = (
  { package: packageId, key, revision, state, codes, reason = '' }: LedgerEntry,
  lang: 'vi' | 'en',
): string =>
  [packageId, key, `${revision}`, stateWords[state][lang], `${receiptWords(codes, lang)} ${reason}`.trim()].join('\t')

function sumsOf(entries: readonly LedgerEntry[], lang: 'vi' | 'en'): string {
  const states = ['waiting', 'sent', 'accepted', 'returned'] as const
  return states
    .map((state) => `${stateWords[state][lang]}: ${entries.filter((entry) => entry.state === state).length}`)
    .join('; ')
}

async function compared(
  entries: readonly LedgerEntry[],
  file: string,
  { options, config, terminal }: Parameters<Command['run']>[0],
): Promise<number> {
  const vi = config.lang === 'vi'
  const { agreed, lostThere, lostHere, differing } = reconcile(entries, await readReceiptFile(file))
  if (options.json) printJson(terminal, { agreed, lostThere, lostHere, differing })
  else {
    const head = (count: number, viText: string, enText: string) => `${vi ? viText : enText}: ${count}\n`
    terminal.out(head(agreed, 'Khớp', 'Agreed'))
    terminal.out(head(lostThere.length, 'Đã gửi mà nơi nhận không có', 'Sent, and the receiver lacks it'))
    for (const entry of lostThere) terminal.out(`  ${lineOf(entry, config.lang)}\n`)
    terminal.out(head(lostHere.length, 'Nơi nhận có mà sổ này không có', 'The receiver has it, our ledger lacks it'))
    for (const { idempotencyKey, package: packageId, key } of lostHere)
      terminal.out(`  ${[packageId, key, idempotencyKey].filter(Boolean).join('\t')}\n`)
    terminal.out(head(differing.length, 'Kết quả khác nhau', 'Outcomes differ'))
    for (const { ours, theirs } of differing) terminal.out(`  ${lineOf(ours, config.lang)} ≠ ${theirs}\n`)
  }
  return lostThere.length + lostHere.length + differing.length > 0 ? exitCodes.someFailed : exitCodes.done
}
