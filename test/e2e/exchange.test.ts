// Between us and a receiver: nothing accepted twice, nothing lost, whatever the line does; what was sent back returns with its
// reason.
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createReceiver, httpTransport } from '../../pipeline/adapters/national-database.ts'
import { openSimulatedReceiver, serveReceiver } from '../../pipeline/adapters/simulated-receiver.ts'
import { TargetFailure } from '../../pipeline/core/errors.ts'
import { moodDrawer } from '../../pipeline/core/exchange/receiver-moods.ts'
import { reconcile } from '../../pipeline/core/exchange/receipt-list.ts'
import { sha256 } from '../../pipeline/core/id.ts'
import { type Sending, sendPackage } from '../../pipeline/runner/send.ts'
import { keepReceipt, ledgerOf, returnedReason } from '../../pipeline/store/exchange.ts'
import { exchangeOnce, keepPackage, profile } from '../../samples/exchange.ts'
import type { LedgerEntry } from '../../schemas/index.ts'
import { type Scratch, scratchStore } from '../support/scratch.ts'

let scratch: Scratch
beforeAll(async () => {
  scratch = await scratchStore()
}, 120_000)
afterAll(() => scratch[Symbol.asyncDispose]())

const ledger = async (packageId: string): Promise<LedgerEntry[]> => {
  const entries = []
  for await (const entry of ledgerOf(scratch.store.database, { packageId })) entries.push(entry)
  return entries
}
const patience = { attempts: 4, firstWaitMillis: 1, longestWaitMillis: 5, silentRecords: 3 }
const sending = (packageId: string, receiver: Sending['receiver']): Sending => ({
  ...{ store: scratch.store, packageId, profile, patience, receiver, signal: new AbortController().signal },
  papersOf: async () => [],
  clock: () => new Date(1_795_392_000_000),
  sleep: async () => undefined,
  log: { info: () => undefined, warn: () => undefined },
})

describe('a receiver that answers late, twice, wrongly or not at all', () => {
  it.each(Array.from({ length: 25 }, (_, index) => `ci-${index}`))('has the same book as we have: %s', async (seed) => {
    expect((await exchangeOnce(scratch.store, scratch.folder, seed)).faults).toEqual([])
  })

  it('has the same book over a real line that breaks, in a server of its own', async () => {
    const packageId = sha256(randomUUID()).slice(0, 20)
    await keepPackage(scratch.store, packageId, 8)
    const check = ({ key }: { key: string }) => (key.endsWith('-3') ? ['citizen_id_mismatch'] : [])
    const receiver = await openSimulatedReceiver(join(scratch.folder, 'http'), {
      check,
      mood: moodDrawer('http', 0.4),
      token: 'khóa',
    })
    const server = await serveReceiver(receiver, 0)
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const to = (token: string) =>
      createReceiver(httpTransport(base, { token, millis: 5000, signal: new AbortController().signal }))
    await expect(sendPackage(sending(packageId, to('sai')))).rejects.toThrow(TargetFailure)
    for (let run = 0; run < 40; run++) {
      const sent = await sendPackage(sending(packageId, to('khóa'))).catch(() => undefined)
      if (sent?.isReconciled === true && sent.unanswered === 0) break
    }
    await new Promise<void>((closed) => void server.close(() => closed()).closeAllConnections())
    const entries = await ledger(packageId)
    expect(entries.map(({ state }) => state).sort()).toEqual([...Array<string>(7).fill('accepted'), 'returned'])
    expect(entries.find(({ state }) => state === 'returned')?.reason).toContain('Số định danh')
    for (const { idempotencyKey } of entries) expect(receiver.book.timesTaken(idempotencyKey)).toBe(1)
  }, 60_000)

  it('that is down is told so, and everything stays to be sent', async () => {
    const packageId = sha256(randomUUID()).slice(0, 20)
    await keepPackage(scratch.store, packageId, 5)
    const dead = createReceiver(async () => {
      throw new Error('ECONNREFUSED')
    })
    await expect(sendPackage(sending(packageId, dead))).rejects.toThrow(/không trả lời/)
    expect((await ledger(packageId)).every(({ state }) => state === 'sent' || state === 'waiting')).toBe(true)
  })
})

describe('receipts and reconciliation', () => {
  it('the same answer twice is one receipt, another answer is another one, and the newest counts', async () => {
    const packageId = sha256(randomUUID()).slice(0, 20)
    const [key = ''] = await keepPackage(scratch.store, packageId, 1)
    const name = { packageId, message: 'dossiers' as const, key }
    const said = {
      idempotencyKey: 'k',
      digest: 'd',
      outcome: 'rejected' as const,
      codes: ['not_in_list'],
      source: 'file' as const,
    }
    const at = new Date(1_795_392_000_000)
    expect(await keepReceipt(scratch.store.database, name, said, at)).toBe(true)
    expect(await keepReceipt(scratch.store.database, name, said, at)).toBe(false)
    expect((await ledger(packageId))[0]).toMatchObject({ state: 'returned', codes: ['not_in_list'] })
    expect(await keepReceipt(scratch.store.database, name, { ...said, outcome: 'accepted', codes: [] }, at)).toBe(true)
    expect((await ledger(packageId))[0]).toMatchObject({ state: 'accepted' })
  })

  it('finds what is lost on either side', async () => {
    const packageId = sha256(randomUUID()).slice(0, 20)
    await keepPackage(scratch.store, packageId, 3)
    const [a, b, c] = (await ledger(packageId)).map((entry) => ({ ...entry, state: 'accepted' as const }))
    if (!a || !b || !c) throw new Error('three records')
    const theirs = [a, b].map(({ idempotencyKey }) => ({ idempotencyKey, outcome: 'accepted' as const, codes: [] }))
    const found = reconcile(
      [a, { ...b, state: 'returned' }, c],
      [...theirs, { key: 'lạ', outcome: 'accepted', codes: [] }],
    )
    expect(found).toMatchObject({
      agreed: 1,
      lostThere: [{ key: c.key }],
      lostHere: [{ key: 'lạ' }],
      differing: [{ ours: { key: b.key } }],
    })
  })

  it('a record sent back returns to its dossier with the reason, until a newer one is packed', async () => {
    const { database } = scratch.store
    const packageId = sha256(randomUUID()).slice(0, 20)
    const [key = ''] = await keepPackage(scratch.store, packageId, 1)
    await database.agency.upsert({ where: { code: 'TQ' }, create: { code: 'TQ', name: 'TQ' }, update: {} })
    await database.person.create({ data: { personId: key, founder: key, agency: 'TQ' } })
    await database.personDossier.create({ data: { dossier: 'D-trả-lại', personId: key } })
    expect(await returnedReason(database, 'D-trả-lại')).toBeUndefined()
    const said = {
      idempotencyKey: 'k',
      digest: 'd',
      outcome: 'rejected' as const,
      codes: ['x'],
      reason: 'Sai ngạch.',
      source: 'file' as const,
    }
    await keepReceipt(database, { packageId, message: 'dossiers', key }, said, new Date(1_795_392_000_000))
    expect(await returnedReason(database, 'D-trả-lại')).toBe('Sai ngạch')
    // What another receiver has not answered yet takes nothing back.
    const other = { packageId: `${packageId}-khác`, profile: 'khac' }
    await database.profilePackage.create({ data: { ...other, folder: '/', preparedBy: 'thử', body: {} } })
    const record = { message: 'dossiers', key, action: 'new', revision: 1, dossiers: [], digest: 'd' }
    await database.packageRecord.create({ data: { ...other, ...record, idempotencyKey: 'k2' } })
    expect(await returnedReason(database, 'D-trả-lại')).toBe('Sai ngạch')
  })
})
