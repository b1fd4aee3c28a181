// What passes between this program and a receiver over HTTP, record by record, and what each side writes down of it.
import { z } from 'zod'
import { MessageKind } from './profile.ts'
import { RecordAction, RecordBody } from './profile-package.ts'

/** A paper that goes with a record; its bytes are sent apart, known by their hash. */
export const ShippedPaper = z.object({ path: z.string(), bytes: z.int().nonnegative(), sha256: z.string().length(64) })
export type ShippedPaper = z.infer<typeof ShippedPaper>

/** One record on its way. The same record sent again has the same key, and is taken in once. */
export const Shipment = z.object({
  idempotencyKey: z.string().min(1),
  package: z.string(),
  profile: z.string(),
  message: MessageKind,
  key: z.string(),
  action: RecordAction,
  revision: z.int().positive(),
  digest: z.string(),
  body: RecordBody,
  papers: z.array(ShippedPaper),
})
export type Shipment = Readonly<Omit<z.infer<typeof Shipment>, 'body'> & { body: RecordBody }>

/** What the receiver says of a record; `pending` is no answer yet. */
export const ReceiverAnswer = z.object({
  idempotencyKey: z.string(),
  digest: z.string(),
  outcome: z.enum(['accepted', 'rejected', 'pending']),
  codes: z.array(z.string()).default([]),
  reason: z.string().optional(),
})
export type ReceiverAnswer = z.infer<typeof ReceiverAnswer>

/** A line of the receiver's own book. */
export const BookEntry = ReceiverAnswer.extend({ package: z.string(), message: MessageKind, key: z.string() })
export type BookEntry = z.infer<typeof BookEntry>

/** `next` asks for the rest; absent on the last page. */
export const BookPage = z.object({ entries: z.array(BookEntry), next: z.string().optional() })
export type BookPage = z.infer<typeof BookPage>

/** Append-only: what was done and heard, in the order it happened. */
export const ExchangeEventKind = z.enum(['sent', 'answered', 'unclear', 'unavailable', 'reconciled'])
export type ExchangeEventKind = z.infer<typeof ExchangeEventKind>

/** Where a record stands between us and the receiver. */
export const LedgerState = z.enum(['waiting', 'sent', 'accepted', 'returned'])
export type LedgerState = z.infer<typeof LedgerState>

export const LedgerEntry = z.object({
  package: z.string(),
  profile: z.string(),
  message: MessageKind,
  key: z.string(),
  revision: z.int(),
  idempotencyKey: z.string(),
  digest: z.string(),
  state: LedgerState,
  codes: z.array(z.string()),
  reason: z.string().optional(),
})
export type LedgerEntry = z.infer<typeof LedgerEntry>
