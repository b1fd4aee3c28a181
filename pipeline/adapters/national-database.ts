// The receiver over HTTP: records one by one, papers by their hash, the book of what it has. Knows how lines fail; every
// answer is held to its shape, and what is not one is said to be unclear, never guessed.
import { BookPage, ReceiverAnswer, type Shipment } from '../../schemas/index.ts'

/** One request; throws when no answer comes. */
export type Transport = (request: {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}) => Promise<{ readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly text: string }>

export type Reply<T> =
  | { readonly kind: 'answer'; readonly answer: T }
  /** Something came that is no answer to what was asked: another record's, no JSON, another shape. */
  | { readonly kind: 'unclear'; readonly why: string }
  | { readonly kind: 'unavailable'; readonly why: string; readonly waitMillis?: number }
  /** The receiver does not know the record. */
  | { readonly kind: 'unknown' }
  /** It will not listen to us: wrong token, wrong address. */
  | { readonly kind: 'refused'; readonly status: number }

export interface Receiver {
  ship(shipment: Shipment): Promise<Reply<ReceiverAnswer>>
  ask(shipment: Pick<Shipment, 'idempotencyKey' | 'digest'>): Promise<Reply<ReceiverAnswer>>
  book(packageId: string, after: string | undefined): Promise<Reply<BookPage>>
  /** Sent only where the receiver has it not. */
  paper(sha256: string, read: () => Promise<Uint8Array>): Promise<Reply<true>>
}

export function createReceiver(transport: Transport): Receiver {
  const json = { 'content-type': 'application/json; charset=utf-8', accept: 'application/json' }
  const aboutRecord = (asked: Pick<Shipment, 'idempotencyKey' | 'digest'>, reply: Reply<unknown>) => {
    if (reply.kind !== 'answer') return reply
    const parsed = ReceiverAnswer.safeParse(reply.answer)
    if (!parsed.success) return { kind: 'unclear', why: 'shape' } as const
    const { idempotencyKey, digest } = parsed.data
    const isOurs = idempotencyKey === asked.idempotencyKey && digest === asked.digest
    return isOurs
      ? ({ kind: 'answer', answer: parsed.data } as const)
      : ({ kind: 'unclear', why: 'another record' } as const)
  }
  return {
    ship: async (shipment) => {
      const headers = { ...json, 'idempotency-key': shipment.idempotencyKey }
      const body = JSON.stringify(shipment)
      return aboutRecord(shipment, await asked(transport, { method: 'POST', path: '/records', headers, body }))
    },
    ask: async (record) => {
      const path = `/records/${encodeURIComponent(record.idempotencyKey)}`
      return aboutRecord(record, await asked(transport, { method: 'GET', path, headers: json }))
    },
    book: async (packageId, after) => {
      const query = new URLSearchParams({ package: packageId, ...(after === undefined ? {} : { after }) })
      const reply = await asked(transport, { method: 'GET', path: `/book?${query.toString()}`, headers: json })
      if (reply.kind !== 'answer') return reply
      const page = BookPage.safeParse(reply.answer)
      return page.success ? { kind: 'answer', answer: page.data } : { kind: 'unclear', why: 'shape' }
    },
    paper: async (sha256, read) => {
      const path = `/papers/${sha256}`
      const there = await asked(transport, { method: 'HEAD', path, headers: {} })
      if (there.kind === 'answer') return { kind: 'answer', answer: true }
      if (there.kind !== 'unknown') return there.kind === 'unclear' ? { kind: 'unavailable', why: there.why } : there
      const kept = await asked(transport, { method: 'PUT', path, headers: {}, body: await read() })
      return kept.kind === 'answer' ? { kind: 'answer', answer: true } : kept
    },
  }
}

async function asked(transport: Transport, request: Parameters<Transport>[0]): Promise<Reply<unknown>> {
  let answer: Awaited<ReturnType<Transport>>
  try {
    answer = await transport(request)
  } catch (error) {
    return { kind: 'unavailable', why: error instanceof Error ? error.name : 'no answer' }
  }
  const { status, headers, text } = answer
  if (status === 404) return { kind: 'unknown' }
  if (status === 401 || status === 403) return { kind: 'refused', status }
  if (status === 408 || status === 429 || status >= 500)
    return { kind: 'unavailable', why: String(status), ...pause(headers) }
  // A record that breaks the rules is answered with 422 and the reasons, as JSON.
  if (status >= 400 && status !== 409 && status !== 422) return { kind: 'unclear', why: String(status) }
  if (request.method === 'HEAD' || request.method === 'PUT') return { kind: 'answer', answer: true }
  try {
    return { kind: 'answer', answer: JSON.parse(text) }
  } catch {
    return { kind: 'unclear', why: 'no JSON' }
  }
}

/** `Retry-After` in seconds; a date in it is not looked at. */
function pause(headers: Readonly<Record<string, string>>): { waitMillis?: number } {
  const seconds = Number(headers['retry-after'])
  return Number.isFinite(seconds) && seconds > 0 ? { waitMillis: seconds * 1000 } : {}
}

/** More of an answer than this is no answer. */
const longestAnswer = 16 * 1024 * 1024

export function httpTransport(
  base: string,
  { token, millis, signal }: { token?: string; millis: number; signal: AbortSignal },
): Transport {
  return async ({ method, path, headers, body }) => {
    const response = await fetch(`${base.replace(/\/+$/u, '')}${path}`, {
      method,
      headers: { ...headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(millis)]),
    })
    const text = await response.text()
    signal.throwIfAborted()
    if (text.length > longestAnswer) throw new RangeError('answer too long')
    return { status: response.status, headers: Object.fromEntries(response.headers), text }
  }
}
