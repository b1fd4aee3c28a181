// Runs the sender against a receiver that misbehaves, again and again, each run another seed, and holds the two books to each
// other: no record accepted twice, none lost, our ledger equal to the receiver's book. `npx tsx samples/exchange.ts 1000`.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createReceiver } from '../pipeline/adapters/national-database.ts'
import { openSimulatedReceiver } from '../pipeline/adapters/simulated-receiver.ts'
import { Config } from '../pipeline/core/config.ts'
import { TargetFailure } from '../pipeline/core/errors.ts'
import { sha256 } from '../pipeline/core/id.ts'
import { moodDrawer, randomBy } from '../pipeline/core/exchange/receiver-moods.ts'
import { type Sent, sendPackage } from '../pipeline/runner/send.ts'
import { openWorkspace } from '../pipeline/runner/workspace.ts'
import type { Store } from '../pipeline/store/database.ts'
import { ledgerOf } from '../pipeline/store/exchange.ts'

export const profile = 'tt06-2023'
const patience = { attempts: 3, firstWaitMillis: 1, longestWaitMillis: 1, silentRecords: 3 }
const runsAtMost = 200

export interface Outcome {
  readonly records: number
  readonly accepted: number
  readonly returned: number
  /** How often the command had to be given. */
  readonly sends: number
  readonly interruptions: number
  readonly faults: readonly string[]
}

/** One package, sent until both sides have the same book; interrupted at random as well. */
export async function exchangeOnce(store: Store, folder: string, seed: string): Promise<Outcome> {
  const random = randomBy(`${seed} records`)
  const packageId = sha256(seed).slice(0, 20)
  const records = await keepPackage(store, packageId, 1 + Math.floor(random() * 12))
  const rejects = new Set(records.filter(() => random() < 0.25))
  const mood = moodDrawer(`${seed} moods`, random())
  const check = ({ key }: { key: string }) => (rejects.has(key) ? ['missing_mandatory'] : [])
  const receiver = await openSimulatedReceiver(join(folder, packageId), { check, mood })
  let [sends, interruptions, isDone] = [0, 0, false]
  while (!isDone && sends < runsAtMost) {
    sends++
    const stop = new AbortController()
    let left = random() < 0.3 ? Math.floor(random() * 12) : Number.POSITIVE_INFINITY
    const transport: typeof receiver.transport = async (request) => {
      if (left-- <= 0) stop.abort()
      return await receiver.transport(request)
    }
    const sent = await sendPackage({
      ...{ store, packageId, profile, patience, receiver: createReceiver(transport) },
      papersOf: async () => [{ path: 'a.pdf', bytes: 3, sha256: sha256('abc'), read: async () => Buffer.from('abc') }],
      clock: () => new Date(1_795_392_000_000),
      sleep: async () => undefined,
      log: { info: () => undefined, warn: () => undefined },
      signal: stop.signal,
    }).catch((error: unknown): Sent | undefined => {
      if (!stop.signal.aborted && !(error instanceof TargetFailure)) throw error
      interruptions++
      return undefined
    })
    isDone = sent?.isReconciled === true && sent.unanswered === 0
  }
  await receiver.settled()
  return { ...(await compare(store, packageId, receiver.book, records.length, isDone)), sends, interruptions }
}

async function compare(
  store: Store,
  packageId: string,
  book: Awaited<ReturnType<typeof openSimulatedReceiver>>['book'],
  records: number,
  isDone: boolean,
) {
  const faults = isDone ? [] : ['never done']
  let [accepted, returned] = [0, 0]
  for await (const { idempotencyKey, state, codes } of ledgerOf(store.database, { packageId })) {
    const there = book.find(idempotencyKey)
    if (there === undefined) faults.push('lost')
    if (book.timesTaken(idempotencyKey) !== 1) faults.push('taken more than once')
    if (state !== (there?.outcome === 'accepted' ? 'accepted' : 'returned')) faults.push('ledger differs from book')
    if (codes.join() !== there?.codes.join()) faults.push('codes differ')
    if (state === 'accepted') accepted++
    else returned++
  }
  if (book.entries().length !== records || accepted + returned !== records) faults.push('not as many as were made')
  return { records, accepted, returned, faults }
}

export async function keepPackage({ database }: Store, packageId: string, count: number): Promise<string[]> {
  const keys = Array.from({ length: count }, (_, index) => `${packageId}-${index}`)
  await database.profilePackage.create({ data: { packageId, profile, folder: '/', preparedBy: 'thử', body: {} } })
  await database.packageRecord.createMany({
    data: keys.map((key) => ({
      ...{ packageId, message: 'dossiers', key, profile, action: 'new', revision: 1, dossiers: [] },
      ...{
        digest: sha256(key),
        idempotencyKey: sha256(`${key} 1`).slice(0, 20),
        body: { chung: { hoTen: 'Nông Thị Thử' } },
      },
    })),
  })
  return keys
}

async function main(runs: number, seed: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hoso-exchange-'))
  const sums = { runs: 0, records: 0, accepted: 0, returned: 0, sends: 0, interruptions: 0, faults: 0 }
  try {
    await using store = await openWorkspace(Config.parse({ workspace: join(folder, 'workspace') }), process.env)
    for (; sums.runs < runs; sums.runs++) {
      const { faults, ...told } = await exchangeOnce(store, folder, `${seed}-${sums.runs}`)
      for (const name of ['records', 'accepted', 'returned', 'sends', 'interruptions'] as const)
        sums[name] += told[name]
      sums.faults += faults.length
      if (faults.length > 0) console.error(`${seed}-${sums.runs}: ${faults.join('; ')}`)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  console.log(JSON.stringify({ seed, ...sums }))
  if (sums.faults > 0) process.exitCode = 1
}

if (process.argv[1]?.endsWith('exchange.ts') === true)
  await main(Number(process.argv[2] ?? 1000), process.argv[3] ?? 'exchange')
