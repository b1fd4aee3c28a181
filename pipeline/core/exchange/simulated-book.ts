// What a receiver does with records: checks them, answers, and writes each into its book once, whatever is sent again. Pure;
// the line it hangs on and the disk it lies on are the adapter's.
import { BookEntry, type ReceiverAnswer, Shipment } from '../../../schemas/index.ts'

/** Codes of what is wrong with a record, none when it is sound. */
export type Check = (shipment: Shipment) => readonly string[]

export interface SimulatedBook {
  /** In the order they came in. */
  readonly entries: () => readonly BookEntry[]
  take(sent: unknown): { readonly status: number; readonly answer: ReceiverAnswer | { readonly error: string } }
  find(idempotencyKey: string): BookEntry | undefined
  /** How often a record was taken in anew: never more than once a key. */
  readonly timesTaken: (idempotencyKey: string) => number
}

export function createSimulatedBook(
  check: Check,
  hasPaper: (sha256: string) => boolean,
  keep: (entry: BookEntry) => void,
  before: readonly BookEntry[] = [],
): SimulatedBook {
  const entries = new Map(before.map((entry) => [entry.idempotencyKey, entry]))
  const taken = new Map<string, number>()
  return {
    entries: () => [...entries.values()],
    find: (key) => entries.get(key),
    timesTaken: (key) => taken.get(key) ?? 0,
    take: (sent) => {
      const parsed = Shipment.safeParse(sent)
      if (!parsed.success) return { status: 400, answer: { error: 'shape' } }
      const shipment = parsed.data
      const known = entries.get(shipment.idempotencyKey)
      if (known !== undefined)
        return known.digest === shipment.digest
          ? { status: 200, answer: answerOf(known) }
          : { status: 409, answer: { error: 'same key, other record' } }
      const codes = [...check(shipment)]
      if (shipment.papers.some(({ sha256 }) => !hasPaper(sha256))) codes.push('paper_missing')
      const { idempotencyKey, digest, package: packageId, message, key } = shipment
      const outcome = codes.length === 0 ? 'accepted' : 'rejected'
      const entry = BookEntry.parse({ idempotencyKey, digest, outcome, codes, package: packageId, message, key })
      entries.set(idempotencyKey, entry)
      taken.set(idempotencyKey, (taken.get(idempotencyKey) ?? 0) + 1)
      keep(entry)
      return { status: outcome === 'accepted' ? 200 : 422, answer: answerOf(entry) }
    },
  }
}

export function answerOf({ idempotencyKey, digest, outcome, codes, reason }: BookEntry): ReceiverAnswer {
  return { idempotencyKey, digest, outcome, codes, ...(reason === undefined ? {} : { reason }) }
}
