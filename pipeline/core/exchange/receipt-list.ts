// A list of answers as a receiver hands it over in a file: JSON, or a table with headings. What record a line speaks of is
// found in the ledger; a line that speaks of none is told, never dropped.
import { z } from 'zod'
import type { LedgerEntry } from '../../../schemas/index.ts'
import { fold } from '../text.ts'
import type { Columns } from '../worksheet/headings.ts'
import type { ListKind } from '../worksheet/read-list.ts'

const outcomeWords = {
  accepted: ['accepted', 'chap nhan', 'da nhan', 'duoc nhan', 'thanh cong', 'dat'],
  rejected: ['rejected', 'tu choi', 'tra lai', 'khong nhan', 'khong dat', 'loi'],
} as const

const outcomeOf = (text: string) => {
  const folded = fold(text)
  return (['accepted', 'rejected'] as const).find((outcome) => outcomeWords[outcome].some((word) => word === folded))
}

export const ReceiptLine = z.object({
  idempotencyKey: z.string().optional(),
  package: z.string().optional(),
  /** The person's id, or the agency's code. */
  key: z.string().optional(),
  outcome: z.enum(['accepted', 'rejected']),
  codes: z.array(z.string()).default([]),
  reason: z.string().optional(),
})
export type ReceiptLine = z.infer<typeof ReceiptLine>

type Column = 'idempotencyKey' | 'package' | 'key' | 'outcome' | 'codes' | 'reason'
const columns: Columns<Column> = {
  idempotencyKey: {
    vi: 'Mã gửi',
    how: 'Mã gửi của bản ghi (idempotency key).',
    aliases: ['Idempotency key', 'Khóa gửi'],
  },
  package: { vi: 'Mã gói', how: 'Để trống nếu đã có mã gửi.', aliases: ['Package', 'Gói'] },
  key: { vi: 'Mã người', how: 'Hoặc mã đơn vị.', aliases: ['Key', 'Person', 'Mã bản ghi', 'Mã đơn vị'] },
  outcome: { vi: 'Kết quả', how: 'Chấp nhận hoặc Từ chối. Bắt buộc.', aliases: ['Outcome', 'Trạng thái'] },
  codes: { vi: 'Mã lỗi', how: 'Cách nhau bằng dấu phẩy.', aliases: ['Codes', 'Mã lý do'] },
  reason: { vi: 'Lý do', how: 'Lời giải thích của nơi nhận.', aliases: ['Reason', 'Ghi chú'] },
}

export const receiptList: ListKind<Column, ReceiptLine> = {
  columns,
  required: [[['outcome']], [['idempotencyKey'], ['key']]],
  readRow: (cell) => {
    const text = (name: Column) => cell(name).text || undefined
    const outcome = outcomeOf(cell('outcome').text)
    const problems = [
      ...(outcome === undefined ? ['Kết quả phải là "Chấp nhận" hoặc "Từ chối".'] : []),
      ...((text('idempotencyKey') ?? text('key')) ? [] : ['Thiếu mã gửi hoặc mã người.']),
    ]
    if (outcome === undefined || problems.length > 0) return { problems }
    const told = {
      idempotencyKey: text('idempotencyKey'),
      package: text('package'),
      key: text('key'),
      reason: text('reason'),
    }
    return {
      entry: {
        ...told,
        outcome,
        codes: cell('codes')
          .text.split(/[,;\s]+/u)
          .filter(Boolean),
      },
      problems,
    }
  },
}

/** The ledger's record a line speaks of: by its own key, else by package and key, else the newest sent under that key. */
export function recordFinder(ledger: readonly LedgerEntry[]): (line: ReceiptLine) => LedgerEntry | undefined {
  const bySending = new Map(ledger.map((entry) => [entry.idempotencyKey, entry]))
  const byKey = new Map<string, LedgerEntry[]>()
  for (const entry of ledger) byKey.set(entry.key, [...(byKey.get(entry.key) ?? []), entry])
  return ({ idempotencyKey, package: packageId, key }) => {
    if (idempotencyKey !== undefined) return bySending.get(idempotencyKey)
    const own = byKey.get(key ?? '') ?? []
    return own.findLast((entry) => packageId === undefined || entry.package === packageId)
  }
}

export interface Reconciled {
  readonly agreed: number
  /** We have sent it or hold its receipt, and the receiver has not got it. */
  readonly lostThere: readonly LedgerEntry[]
  /** The receiver has it, and our ledger does not know it. */
  readonly lostHere: readonly ReceiptLine[]
  readonly differing: readonly { readonly ours: LedgerEntry; readonly theirs: ReceiptLine['outcome'] }[]
}

/** Ours against the receiver's own list, both ways. Nothing is changed. */
export function reconcile(ledger: readonly LedgerEntry[], theirs: readonly ReceiptLine[]): Reconciled {
  const find = recordFinder(ledger)
  const seen = new Map<string, ReceiptLine>()
  const lostHere: ReceiptLine[] = []
  for (const line of theirs) {
    const found = find(line)
    if (found === undefined) lostHere.push(line)
    else seen.set(found.idempotencyKey, line)
  }
  const told = ledger.filter(({ state }) => state !== 'waiting')
  const differing = ledger.flatMap((ours) => {
    const line = seen.get(ours.idempotencyKey)
    const expected = ours.state === 'accepted' ? 'accepted' : ours.state === 'returned' ? 'rejected' : undefined
    return line === undefined || line.outcome === expected ? [] : [{ ours, theirs: line.outcome }]
  })
  return {
    agreed: seen.size - differing.length,
    lostThere: told.filter(({ idempotencyKey }) => !seen.has(idempotencyKey)),
    lostHere,
    differing,
  }
}
