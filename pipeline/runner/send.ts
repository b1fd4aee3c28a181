// Sends a package record by record and hears what the receiver says, whatever the line does: late, twice, wrongly, not at
// all. Each step is written down before the next; cut short anywhere, the next run goes on. At the end the receiver's own
// book is asked, and where it says otherwise its word counts.
import type { BookEntry, LedgerEntry, ReceiverAnswer, ShippedPaper } from '../../schemas/index.ts'
import type { Receiver, Reply } from '../adapters/national-database.ts'
import { receiptWords } from '../adapters/receipt-codes.ts'
import { TargetFailure } from '../core/errors.ts'
import type { Log } from '../core/stage.ts'
import type { Store } from '../store/database.ts'
import { type Heard, keepReceipt, ledgerOf, noteExchange, type RecordName } from '../store/exchange.ts'
import { type PackageRecord, recordsOf } from '../store/package-records.ts'

export interface Sending {
  readonly store: Store
  readonly receiver: Receiver
  readonly packageId: string
  readonly profile: string
  /** The papers of a record as they lie in the package. */
  readonly papersOf: (
    record: PackageRecord,
  ) => Promise<readonly (ShippedPaper & { readonly read: () => Promise<Uint8Array> })[]>
  readonly clock: () => Date
  readonly sleep: (millis: number) => Promise<void>
  readonly patience: Patience
  readonly log: Log
  readonly signal: AbortSignal
}

export interface Patience {
  /** Times one request is made again before the record waits for the next run. */
  readonly attempts: number
  readonly firstWaitMillis: number
  readonly longestWaitMillis: number
  /** So many records in a row without any answer, and the receiver is down. */
  readonly silentRecords: number
}

export const usualPatience: Patience = {
  attempts: 6,
  firstWaitMillis: 500,
  longestWaitMillis: 30_000,
  silentRecords: 3,
}

export interface Sent {
  readonly accepted: number
  readonly returned: number
  /** Not sent yet, or sent and not answered: run again. */
  readonly unanswered: number
  /** Whether the receiver's book was read to its end and agrees with ours. */
  readonly isReconciled: boolean
}

export async function sendPackage(sending: Sending): Promise<Sent> {
  const { store, packageId, patience, signal } = sending
  const settled = new Set<string>()
  for await (const { message, key, state } of ledgerOf(store.database, { packageId }))
    if (state === 'accepted' || state === 'returned') settled.add(`${message} ${key}`)
  let [silent, closed] = [0, 0]
  for await (const record of recordsOf(store.database, packageId)) {
    signal.throwIfAborted()
    if (settled.has(`${record.message} ${record.key}`)) continue
    // A dossier closed since: nothing of it leaves any more.
    if (record.body === undefined) closed++
    if (record.body === undefined) continue
    const end = await shipRecord(record, sending)
    silent = end === 'silent' ? silent + 1 : 0
    if (silent >= patience.silentRecords) throw noAnswer()
  }
  const isReconciled = await reconcileWithBook(sending)
  const states: LedgerEntry['state'][] = []
  for await (const { state } of ledgerOf(store.database, { packageId })) states.push(state)
  const count = (wanted: LedgerEntry['state']) => states.filter((state) => state === wanted).length
  const unanswered = Math.max(0, count('sent') + count('waiting') - closed)
  return { accepted: count('accepted'), returned: count('returned'), unanswered, isReconciled }
}

const noAnswer = () =>
  new TargetFailure(
    'Nơi nhận không trả lời. Gói vẫn còn nguyên, những gì đã gửi đã được ghi; kiểm tra đường truyền rồi chạy lại lệnh cũ.',
  )

/** `silent`: nothing was heard at all. */
async function shipRecord(record: PackageRecord, sending: Sending): Promise<'heard' | 'silent'> {
  const { receiver, packageId, profile } = sending
  const { message, key, action, revision, digest, idempotencyKey, body = {} } = record
  const papers = await sending.papersOf(record)
  for (const { sha256, read } of papers) {
    const kept = await patiently(sending, record, () => receiver.paper(sha256, read))
    if (kept === undefined) return 'silent'
  }
  const shipment = {
    ...{ idempotencyKey, package: packageId, profile, message, key, action, revision, digest, body },
    papers: papers.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
  }
  const told = await patiently(sending, record, async () => {
    await note(sending, record, 'sent', {})
    const reply = await receiver.ship(shipment)
    // It came and was not understood: what the receiver made of it is asked, before it is sent again.
    if (reply.kind !== 'unclear') return reply
    await note(sending, record, 'unclear', { why: reply.why })
    return await receiver.ask(shipment)
  })
  if (told === undefined) return 'silent'
  await hear(sending, record, told, 'answer')
  return 'heard'
}

/** Again after an ever longer while; undefined when patience is at its end. */
async function patiently<T>(
  sending: Sending,
  record: PackageRecord | undefined,
  request: () => Promise<Reply<T>>,
): Promise<T | undefined> {
  const { patience, sleep, signal } = sending
  for (let attempt = 0; attempt < patience.attempts; attempt++) {
    const reply = await request()
    signal.throwIfAborted()
    if (reply.kind === 'answer') return reply.answer
    if (reply.kind === 'refused') throw refused(reply.status)
    if (record !== undefined)
      await note(sending, record, 'unavailable', { why: reply.kind === 'unknown' ? 'unknown' : reply.why })
    const usual = Math.min(patience.firstWaitMillis * 2 ** attempt, patience.longestWaitMillis)
    const asked = reply.kind === 'unavailable' ? reply.waitMillis : undefined
    if (attempt + 1 < patience.attempts) await sleep(Math.min(asked ?? usual, patience.longestWaitMillis))
  }
  return undefined
}

const refused = (status: number) =>
  new TargetFailure(`Nơi nhận từ chối kết nối (${status}). Kiểm tra địa chỉ và mã truy cập rồi chạy lại lệnh cũ.`)

const nameOf = ({ packageId }: Sending, { message, key }: Pick<PackageRecord, 'message' | 'key'>): RecordName => ({
  packageId,
  message,
  key,
})

const note = (
  sending: Sending,
  record: Pick<PackageRecord, 'message' | 'key'>,
  event: Parameters<typeof noteExchange>[2],
  facts: Parameters<typeof noteExchange>[3],
) => noteExchange(sending.store.database, nameOf(sending, record), event, facts, sending.clock())

/** A record that is still being worked on there has no receipt yet. */
async function hear(
  sending: Sending,
  record: Pick<PackageRecord, 'message' | 'key'>,
  answer: ReceiverAnswer,
  source: Heard['source'],
): Promise<void> {
  const { outcome } = answer
  if (outcome === 'pending') return
  const name = nameOf(sending, record)
  const reason = answer.reason ?? (outcome === 'rejected' ? receiptWords(answer.codes, 'vi') : undefined)
  const heard = { ...answer, outcome, source, ...(reason === undefined ? {} : { reason }) }
  const isNew = await keepReceipt(sending.store.database, name, heard, sending.clock())
  if (isNew) await note(sending, record, source === 'book' ? 'reconciled' : 'answered', { outcome })
}

/** False when the book could not be read to its end, or lacks what it should have. */
async function reconcileWithBook(sending: Sending): Promise<boolean> {
  const { store, packageId, log } = sending
  const book = await readBook(sending)
  if (book === undefined) return false
  let isWhole = true
  for await (const entry of ledgerOf(store.database, { packageId })) {
    const there = book.get(entry.idempotencyKey)
    if (there !== undefined && there.digest === entry.digest) await hear(sending, entry, there, 'book')
    else if (entry.state === 'accepted' || there !== undefined) {
      // We hold a receipt for what the book does not have: told, and left for people to settle.
      isWhole = false
      log.warn('receipt without a record in the book', { packageId, message: entry.message })
    }
  }
  return isWhole
}

async function readBook(sending: Sending): Promise<Map<string, BookEntry> | undefined> {
  const { receiver, packageId } = sending
  const entries = new Map<string, BookEntry>()
  for (let after: string | undefined; ;) {
    const page = await patiently(sending, undefined, () => receiver.book(packageId, after))
    if (page === undefined) return undefined
    for (const entry of page.entries) entries.set(entry.idempotencyKey, entry)
    if (page.next === undefined || page.next === after) return entries
    after = page.next
  }
}
