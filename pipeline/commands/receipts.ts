// `hoso receipts`: takes in the receiver's answers from files; what it sent back returns to the queue with the reason in words.
import { readReceiptFile } from '../adapters/receipt-file.ts'
import { receiptWords } from '../adapters/receipt-codes.ts'
import { UsageError } from '../core/errors.ts'
import { type ReceiptLine, recordFinder } from '../core/exchange/receipt-list.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { keepReceipt } from '../store/exchange.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'
import { wholeLedger } from './ledger.ts'

export const receipts: Command = {
  name: 'receipts',
  vi: 'Nạp biên nhận của nơi nhận: từng bản ghi được chấp nhận hay bị trả lại, kèm mã và lý do.',
  en: "Take in the receiver's receipts: each record accepted or returned, with codes and reasons.",
  argument: '<files...>',
  options: [json],
  examples: ['hoso receipts ./bien-nhan-2026-11.xlsx', 'hoso receipts ./bien-nhan-1.json ./bien-nhan-2.json --json'],
  manual: {
    vi: 'Tệp: JSON, CSV hoặc XLSX với các cột Mã gửi (hoặc Mã gói và Mã người), Kết quả (Chấp nhận, Từ chối), Mã lỗi, Lý do.\nNạp lại cùng một tệp không thay đổi gì. Bản ghi bị trả lại quay về hàng đợi sau `hoso run` hoặc `hoso rejudge --apply`.',
    en: 'A file: JSON, CSV or XLSX with idempotency key (or package and key), outcome, codes, reason.\nThe same file again changes nothing. What was returned comes back to the queue with the next run.',
  },
  run: async ({ words, options, config, terminal }) => {
    const lines: ReceiptLine[] = []
    for (const file of words) lines.push(...(await readReceiptFile(file)))
    await using store = await openWorkspace(config, terminal.environment)
    const find = recordFinder(await wholeLedger(store))
    const unknown = lines.filter((line) => find(line) === undefined)
    if (lines.length > 0 && unknown.length === lines.length)
      throw new UsageError(
        'Không dòng nào trong tệp nói về bản ghi đã gửi từ đây. Kiểm tra lại tệp và thư mục làm việc.',
      )
    const told = { accepted: 0, returned: 0, known: 0, unknown: unknown.length }
    const now = new Date()
    for (const line of lines) {
      const record = find(line)
      if (record === undefined) continue
      const { package: packageId, message, key, idempotencyKey, digest } = record
      const said = [receiptWords(line.codes, 'vi'), line.reason ?? ''].join(' ').trim()
      const heard = {
        ...line,
        idempotencyKey,
        digest,
        source: 'file' as const,
        ...(said === '' ? {} : { reason: said }),
      }
      if (!(await keepReceipt(store.database, { packageId, message, key }, heard, now))) told.known++
      else if (line.outcome === 'accepted') told.accepted++
      else {
        told.returned++
        terminal.err(`${key}: ${[receiptWords(line.codes, config.lang), line.reason ?? ''].join(' ').trim()}\n`)
      }
    }
    if (options.json) printJson(terminal, told)
    else
      terminal.out(
        config.lang === 'vi'
          ? `Chấp nhận: ${told.accepted}; trả lại: ${told.returned}; đã biết: ${told.known}; không phải của ta: ${told.unknown}\n`
          : `Accepted: ${told.accepted}; returned: ${told.returned}; known: ${told.known}; not ours: ${told.unknown}\n`,
      )
    return unknown.length > 0 ? exitCodes.someFailed : exitCodes.done
  },
}
