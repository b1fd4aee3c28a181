// Packages for a receiver on a real database: what goes in, what does not go in twice, who may let it leave.
import { createHash } from 'node:crypto'
import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bagFlaws } from '../../pipeline/adapters/bag.ts'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { loadProfiles } from '../../pipeline/adapters/profiles.ts'
import { resolveProfile } from '../../pipeline/core/profile/resolve-profile.ts'
import { makePackage, type PackageRequest, tryPackage } from '../../pipeline/runner/package/make-package.ts'
import type { EDossier } from '../../pipeline/runner/package/write-package.ts'
import { forgetBodies, recordsOf } from '../../pipeline/store/package-records.ts'
import { appendEvent, mayLeave, packageOf } from '../../pipeline/store/profile-packages.ts'
import type { PackageFormat } from '../../schemas/index.ts'
import { answer, keepGolden, keepPersons } from '../support/package-store.ts'
import { emptyStore, type Scratch, scratchStore } from '../support/scratch.ts'

let scratch: Scratch
const auditKey = new Uint8Array(32).fill(7)
const noting = () => ({ at: new Date('2026-11-22T07:30:00Z'), auditKey })
const { lists } = loadKnowledge()
const tt06 = resolveProfile('tt06-2023', loadProfiles())

beforeAll(async () => {
  scratch = await scratchStore()
})
afterAll(() => scratch[Symbol.asyncDispose]())
beforeEach(async () => {
  await emptyStore(scratch.store)
  await rm(join(scratch.folder, 'goi'), { recursive: true, force: true })
})

const eDossier: EDossier = async function* papers({ personId }) {
  yield await Promise.resolve({ path: '01.pdf', bytes: new TextEncoder().encode(`%PDF ${personId}`) })
}

const request = (format: PackageFormat = 'json', more: Partial<PackageRequest> = {}): PackageRequest => ({
  ...{ store: scratch.store, lists, profile: { ...tt06, profile: `thu-${format}`, format }, eDossier },
  ...{ tell: ({ code }) => code, asked: { all: false, again: false }, out: join(scratch.folder, 'goi') },
  ...{ by: 'Ma Thị Lan', today: '2026-11-22', clock: () => new Date('2026-11-22T07:00:00Z') },
  ...{ signal: new AbortController().signal, auditKey },
  ...more,
})

async function filesOf(folder: string | undefined): Promise<Map<string, string>> {
  const root = folder ?? ''
  const entries = await readdir(root, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const hashed = files.sort().map(async (file): Promise<[string, string]> => [
    relative(root, file),
    createHash('sha256')
      .update(await readFile(file))
      .digest('hex'),
  ])
  return new Map(await Promise.all(hashed))
}

const three = ['p1', 'p2', 'p3'].map((personId, index) => ({
  personId,
  values: { citizenId: `00818500000${index}`, fullName: `Hoàng Thị ${['An', 'Bích', 'Cúc'][index] ?? ''}` },
}))

describe('the same records', () => {
  it.each(['json', 'xml', 'xlsx', 'csv'] as const)(
    'give the same %s package in any order, and it passes its check',
    async (format) => {
      await keepPersons(scratch.store, three)
      const one = await makePackage(request(format))
      const files = await filesOf(one.folder)
      expect(one.flaws).toEqual([])
      expect(files.size).toBeGreaterThan(10)
      await emptyStore(scratch.store)
      await keepPersons(scratch.store, three.toReversed())
      const other = await makePackage(request(format, { out: join(scratch.folder, 'goi', 'khac') }))
      expect(other.package?.packageId).toBe(one.package?.packageId)
      expect(await filesOf(other.folder)).toEqual(files)
    },
  )
})

describe('the next package', () => {
  const counts = async (more: Partial<PackageRequest> = {}) => {
    const { profile, store } = request()
    const { prepared } = await tryPackage({ ...request('json', more), store, profile })
    return prepared.counts.dossiers
  }

  it('holds only what is new or changed, and nothing that waits for its receipt', async () => {
    await keepPersons(scratch.store, three)
    const first = await makePackage(request())
    const packageId = first.package?.packageId ?? ''
    expect(first.prepared.counts.dossiers).toMatchObject({ new: 3 })
    expect(await counts()).toMatchObject({ new: 0, update: 0, underway: 3 })
    await answer(scratch.store, packageId, 'p1', 'accepted')
    await answer(scratch.store, packageId, 'p2', 'rejected')
    expect(await counts()).toMatchObject({ new: 0, update: 0, unchanged: 1, returned: 1, underway: 1 })
    expect((await makePackage(request())).package).toBeUndefined()
    await keepGolden(scratch.store, 'p1', { citizenId: '008185000000', fullName: 'Hoàng Thị Ân' })
    const { changes, prepared } = await tryPackage(request())
    expect(prepared.counts.dossiers).toMatchObject({ update: 1, returned: 1, underway: 1 })
    expect(changes.map(({ key, changes: own }) => [key, own.map(({ vi, after }) => [vi, after])])).toEqual([
      ['p1', [['Họ và tên khai sinh', 'Hoàng Thị Ân']]],
    ])
  })

  it('gives what was sent back a new key when it is asked for again, and what is sent twice the same', async () => {
    await keepPersons(scratch.store, three.slice(0, 1))
    const first = await makePackage(request())
    const keysOf = async (packageId = '') => {
      const keys: string[] = []
      for await (const { message, idempotencyKey } of recordsOf(scratch.store.database, packageId))
        if (message === 'dossiers') keys.push(idempotencyKey)
      return keys
    }
    const keys = await keysOf(first.package?.packageId)
    const twice = await makePackage(request('json', { asked: { all: true, again: false } }))
    expect(await keysOf(twice.package?.packageId)).toEqual(keys)
    await answer(scratch.store, first.package?.packageId ?? '', 'p1', 'rejected')
    const again = await makePackage(request('json', { asked: { all: false, again: true } }))
    expect(again.package?.packageId).not.toBe(first.package?.packageId)
    expect(await keysOf(again.package?.packageId)).not.toEqual(keys)
  })

  it('takes in again what a cancelled package held', async () => {
    await keepPersons(scratch.store, three)
    const { package: made } = await makePackage(request())
    const event = {
      packageId: made?.packageId ?? '',
      event: 'cancelled',
      by: 'Ma Thị Lan',
      facts: { reason: 'lập nhầm' },
    } as const
    await appendEvent(scratch.store.database, event, noting())
    expect(await counts()).toMatchObject({ new: 3, underway: 0 })
  })

  it('is not cancelled once anything of it was sent or answered', async () => {
    await keepPersons(scratch.store, three.slice(0, 1))
    const packageId = (await makePackage(request())).package?.packageId ?? ''
    await answer(scratch.store, packageId, 'p1', 'rejected')
    const event = { packageId, event: 'cancelled', by: 'Ma Thị Lan', facts: { reason: 'lập nhầm' } } as const
    await expect(appendEvent(scratch.store.database, event, noting())).rejects.toThrow(/không hủy được/u)
  })

  it('tells who was sent before and has no record any more', async () => {
    await keepPersons(scratch.store, three)
    await makePackage(request())
    await scratch.store.database.goldenRecord.delete({ where: { personId: 'p2' } })
    expect((await tryPackage(request())).prepared.gone.dossiers).toEqual(['p2'])
  })

  it('holds a record that lacks what the receiver demands, and says what', async () => {
    await keepPersons(scratch.store, [{ personId: 'p1', values: { citizenId: '12345' } }])
    const { prepared } = await tryPackage(request())
    expect(prepared.counts.dossiers.new).toBe(0)
    expect(prepared.held).toMatchObject([
      { personId: 'p1', reasons: ['Số CMND/CCCD: không đúng dạng nơi nhận yêu cầu.'] },
    ])
  })
})

describe('a package leaves', () => {
  const approve = (packageId: string, by: string) =>
    appendEvent(scratch.store.database, { packageId, event: 'approved', by, facts: {} }, noting())

  it('only when another person approved it and, where asked, its signature was verified', async () => {
    await keepPersons(scratch.store, three)
    const id = (await makePackage(request())).package?.packageId ?? ''
    const { database } = scratch.store
    expect(await mayLeave(database, id)).toBe(false)
    await expect(approve(id, ' ma thị  LAN')).rejects.toThrow(/khác người lập/u)
    await approve(id, 'Nông Văn Tuyên')
    expect(await mayLeave(database, id)).toBe(false)
    await appendEvent(
      database,
      { packageId: id, event: 'signed', by: 'Nông Văn Tuyên', facts: { signer: 'Sở Nội vụ' } },
      noting(),
    )
    expect(await mayLeave(database, id)).toBe(true)
  })

  it('without a signature where the receiver asks for none, and never when it failed its check', async () => {
    await keepPersons(scratch.store, three)
    const profile = { ...tt06, profile: 'thu-khong-ky', signature: 'optional' as const }
    const id = (await makePackage(request('json', { profile }))).package?.packageId ?? ''
    await approve(id, 'Nông Văn Tuyên')
    expect(await mayLeave(scratch.store.database, id)).toBe(true)
    const spoilt = { ...request('json', { profile: { ...profile, profile: 'thu-hong' } }), eDossier: spoiling }
    const refused = await makePackage(spoilt)
    expect(refused.flaws.join()).toMatch(/part-0001\.json/u)
    await expect(approve(refused.package?.packageId ?? '', 'Nông Văn Tuyên')).rejects.toThrow(/không đạt kiểm tra/u)
    expect(await mayLeave(scratch.store.database, refused.package?.packageId ?? '')).toBe(false)
  })

  /** Somebody changes a record after it was written and before it was checked. */
  const spoiling: EDossier = async function* papers({ personId }) {
    const parts = join(scratch.folder, 'goi')
    for (const name of (await readdir(parts)).filter((each) => each.includes('thu-hong') && each.endsWith('.part')))
      await appendFile(join(parts, name, 'data', 'dossiers', 'part-0001.json'), ' ')
    yield { path: '01.pdf', bytes: new TextEncoder().encode(personId) }
  }

  it('and any byte changed afterwards is found', async () => {
    await keepPersons(scratch.store, three)
    const { folder = '' } = await makePackage(request())
    expect(await bagFlaws(folder)).toEqual([])
    await writeFile(join(folder, 'data', 'e-dossiers', 'p1', '01.pdf'), '%PDF p2')
    await writeFile(join(folder, 'data', 'la.txt'), 'x')
    expect(await bagFlaws(folder)).toEqual([
      expect.stringMatching(/p1\/01\.pdf: thiếu hoặc đã bị thay đổi/u),
      expect.stringMatching(/la\.txt: không có trong bản kê/u),
    ])
  })
})

it('of a dossier that is closed later, the ledger keeps that it was sent or held and not what', async () => {
  await keepPersons(scratch.store, [...three.slice(0, 1), { personId: 'p9', values: { citizenId: '12345' } }])
  const { package: made } = await makePackage(request())
  for (const dossier of ['hồ sơ p1', 'hồ sơ p9']) await forgetBodies(scratch.store.database, dossier)
  const bodies = []
  for await (const { message, body } of recordsOf(scratch.store.database, made?.packageId ?? ''))
    if (message === 'dossiers') bodies.push(body)
  expect(bodies).toEqual([undefined])
  const kept = await packageOf(scratch.store.database, made?.packageId ?? '')
  expect(kept.package.held).toMatchObject([{ personId: 'p9', reasons: ['Hồ sơ đã đóng.'] }])
})
