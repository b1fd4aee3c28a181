// A receiver for trying out the sender: the HTTP side of core/exchange/simulated-book.ts, its moods, and its book on disk. Served by a
// small process of its own, or asked directly by a test.
import { createHash } from 'node:crypto'
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { existsSync } from 'node:fs'
import { BookEntry, type ReceiverAnswer } from '../../schemas/index.ts'
import type { Mood } from '../core/exchange/receiver-moods.ts'
import { answerOf, type Check, createSimulatedBook, type SimulatedBook } from '../core/exchange/simulated-book.ts'
import type { Transport } from './national-database.ts'

type Request = Parameters<Transport>[0]
type Response = Awaited<ReturnType<Transport>>

export interface SimulatedReceiver {
  readonly book: SimulatedBook
  /** As over a line: throws where no answer comes. */
  readonly transport: Transport
  /** All of the book is on disk. */
  settled(): Promise<void>
}

const pageSize = 100

export async function openSimulatedReceiver(
  folder: string,
  { check, mood, token }: { readonly check: Check; readonly mood: () => Mood; readonly token?: string },
): Promise<SimulatedReceiver> {
  await mkdir(join(folder, 'papers'), { recursive: true })
  const bookFile = join(folder, 'book.jsonl')
  let writing = Promise.resolve()
  const paperAt = (sha256: string) => join(folder, 'papers', sha256)
  const book = createSimulatedBook(
    check,
    (sha256) => existsSync(paperAt(sha256)),
    (entry) => {
      writing = writing.then(() => appendFile(bookFile, `${JSON.stringify(entry)}\n`))
    },
    await bookOn(bookFile),
  )
  const answer = async (request: Request): Promise<Response> => {
    if (token !== undefined && request.headers.authorization !== `Bearer ${token}`) return plain(401, '')
    const { pathname, searchParams } = new URL(request.path, 'http://receiver')
    const [, kind, id = ''] = pathname.split('/')
    if (kind === 'papers') return await paper(request, decodeURIComponent(id), paperAt)
    if (kind === 'book') return told(200, pageOf(book, searchParams))
    if (kind !== 'records') return plain(404, '')
    if (request.method === 'GET') {
      const found = book.find(decodeURIComponent(id))
      return found === undefined ? plain(404, '') : told(200, answerOf(found))
    }
    const { status, answer: said } = book.take(parsed(request.body))
    await writing
    return told(status, said)
  }
  return {
    book,
    transport: (request) => inMood(mood(), request, answer, book),
    settled: () => writing,
  }
}

/** Other requests than for records are disturbed only in ways that any line may be. */
async function inMood(
  mood: Mood,
  request: Request,
  answer: (request: Request) => Promise<Response>,
  book: SimulatedBook,
): Promise<Response> {
  const isRecord = request.path.startsWith('/records') && request.method === 'POST'
  if (mood === 'gone before') throw new Error('connection reset')
  if (mood === 'busy') return { ...plain(503, ''), headers: { 'retry-after': '1' } }
  if (mood === 'twice' && isRecord) await answer(request)
  const response = await answer(request)
  if (mood === 'gone after' || (mood === 'late' && !isRecord)) throw new Error('no answer in time')
  if (mood === 'late') return pending(response)
  if (mood === 'broken') return plain(response.status, `${response.text.slice(0, 20)}<html>`)
  if (mood === 'empty') return plain(response.status, '')
  if (mood === 'mixed up' && isRecord) {
    const other = book.entries().at(0)
    return other === undefined ? plain(200, '{}') : told(200, answerOf(other))
  }
  if (mood === 'lying' && isRecord) return lying(response)
  return response
}

/** Taken in, and nothing said of it yet. */
function pending(response: Response): Response {
  const said = BookEntry.partial().safeParse(parsed(response.text))
  return said.success ? told(202, { ...said.data, outcome: 'pending', codes: [] }) : response
}

/** The book keeps what is true. */
function lying(response: Response): Response {
  const said = BookEntry.partial().safeParse(parsed(response.text))
  if (!said.success || said.data.outcome === undefined) return response
  const outcome = said.data.outcome === 'accepted' ? 'rejected' : 'accepted'
  return told(200, { ...said.data, outcome, codes: outcome === 'accepted' ? [] : ['unexplained'] })
}

const plain = (status: number, text: string): Response => ({ status, headers: {}, text })
const told = (status: number, value: unknown): Response => plain(status, JSON.stringify(value))

function parsed(body: string | Uint8Array | undefined): unknown {
  try {
    return JSON.parse(typeof body === 'string' ? body : Buffer.from(body ?? []).toString('utf8'))
  } catch {
    return undefined
  }
}

function pageOf(
  book: SimulatedBook,
  query: URLSearchParams,
): { entries: readonly (ReceiverAnswer & object)[]; next?: string } {
  const all = book.entries().filter((entry) => entry.package === query.get('package'))
  const start = Number(query.get('after') ?? 0)
  const end = start + pageSize
  return { entries: all.slice(start, end), ...(end < all.length ? { next: String(end) } : {}) }
}

async function paper(request: Request, sha256: string, at: (sha256: string) => string): Promise<Response> {
  if (!/^[0-9a-f]{64}$/u.test(sha256)) return plain(400, '')
  if (request.method === 'HEAD') return plain(existsSync(at(sha256)) ? 200 : 404, '')
  const bytes = typeof request.body === 'string' ? Buffer.from(request.body) : Buffer.from(request.body ?? [])
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) return plain(422, '')
  await writeFile(at(sha256), bytes)
  return plain(201, '')
}

async function bookOn(file: string): Promise<BookEntry[]> {
  const text = await readFile(file, 'utf8').catch(() => '')
  // The last line may have been cut short by a power failure: its record was never answered.
  return text.split('\n').flatMap((line) => {
    const entry = BookEntry.safeParse(parsed(line))
    return entry.success ? [entry.data] : []
  })
}

const largestBody = 64 * 1024 * 1024

/** On this machine alone. A mood that gives no answer closes the connection, or keeps it waiting. */
export async function serveReceiver(receiver: SimulatedReceiver, port: number): Promise<Server> {
  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const parts: Buffer[] = []
    let size = 0
    const body: AsyncIterable<Buffer> = incoming
    for await (const bytes of body) {
      size += bytes.length
      if (size > largestBody) return void incoming.destroy()
      parts.push(bytes)
    }
    const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]))
    const method = methods.find((each) => each === incoming.method)
    if (method === undefined) return void outgoing.writeHead(405).end()
    try {
      const {
        status,
        headers: more,
        text,
      } = await receiver.transport({ method, path: incoming.url ?? '/', headers, body: Buffer.concat(parts) })
      outgoing
        .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...more })
        .end(method === 'HEAD' ? undefined : text)
    } catch {
      incoming.socket.destroy()
    }
  }
  const server = createServer(
    (incoming, outgoing) => void handle(incoming, outgoing).catch(() => incoming.socket.destroy()),
  )
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return server
}

const methods = ['GET', 'HEAD', 'POST', 'PUT'] as const
