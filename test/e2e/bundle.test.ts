// Dossiers from place to place without a network: any order, any repetition, one state; what is not whole, not for us or not
// from a place we trust changes nothing.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UnreadableInput } from '../../pipeline/core/errors.ts'
import { takeBundle, writeBundle } from '../../pipeline/runner/bundle.ts'
import { allDossiers } from '../../pipeline/store/carried-dossiers.ts'
import { addScan, decide, type Place, somePlaces, stateOf, trustedBy } from '../support/places.ts'
import { emptyStore } from '../support/scratch.ts'

let disposal: AsyncDisposable
let [hungLoi, yenSon, province]: Place[] = []
let folder = ''
let bundles: string[] = []

const there = (place: Place | undefined): Place => {
  if (place === undefined) throw new Error('no place')
  return place
}
const pack = async (from: Place, name: string, to: Place) => {
  const file = join(folder, name)
  const place = (await trustedBy(from)).find(({ fingerprint }) => fingerprint === to.own.fingerprint)
  if (place === undefined) throw new Error('not trusted')
  await writeBundle(file, await allDossiers(from.store.database), place, from)
  return file
}
const take = async (file: string, place = there(province)) => takeBundle(file, await trustedBy(place), place)

beforeAll(async () => {
  const made = await somePlaces(['hung_loi', 'yen_son', 'tinh'])
  disposal = made
  ;[hungLoi, yenSon, province] = made.places
  folder = await mkdtemp(join(tmpdir(), 'hoso-bundle-'))
  const [a, b, c] = [there(hungLoi), there(yenSon), there(province)]
  await addScan(a, 'HL-001', '1.jpg', 'trang một')
  await decide(a, 'HL-001', 'fullName', 1)
  bundles = [await pack(a, 'a1', c)]
  await addScan(a, 'HL-001', '2.jpg', 'trang hai')
  await addScan(a, 'HL-002', '1.jpg', 'người khác')
  await decide(a, 'HL-001', 'gender', 2)
  bundles.push(await pack(a, 'a2', c))
  await addScan(b, 'YS-001', '1.jpg', 'ở Yên Sơn')
  bundles.push(await pack(b, 'b1', c))
  await decide(b, 'YS-001', 'fullName', 3)
  bundles.push(await pack(b, 'b2', c))
}, 120_000)
afterAll(async () => {
  await disposal[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

describe('bundles', () => {
  it('give one state in any order and any repetition, and the later ones all there is', async () => {
    const place = there(province)
    await emptyStore(place.store)
    for (const file of bundles) await take(file)
    const whole = await stateOf(place)
    expect(JSON.parse(whole)).toMatchObject({ dossiers: { length: 3 }, decisions: { length: 3 }, scans: { length: 4 } })
    const orders = fc
      .shuffledSubarray(bundles, { minLength: 4 })
      .chain((order) => fc.array(fc.constantFrom(...order), { maxLength: 4 }).map((more) => [...order, ...more]))
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        await emptyStore(place.store)
        for (const file of order) expect((await take(file)).conflicts).toEqual([])
        expect(await stateOf(place)).toBe(whole)
      }),
      { numRuns: 12, seed: 7 },
    )
  }, 120_000)

  it('bring nothing the second time', async () => {
    await emptyStore(there(province).store)
    expect((await take(bundles[1] ?? '')).added).toBeGreaterThan(0)
    expect(await take(bundles[1] ?? '')).toMatchObject({ added: 0, conflicts: [], dossiers: 2 })
  })

  it('cut off at any file by the power, and taken again, give what an undisturbed one gives', async () => {
    const place = there(province)
    const [file = ''] = bundles.slice(1)
    await emptyStore(place.store)
    await take(file)
    const whole = await stateOf(place)
    let [cuts, isWhole] = [0, false]
    for (; !isWhole; cuts++) {
      await emptyStore(place.store)
      let left = cuts
      const files: Place['files'] = {
        ...place.files,
        keepAs: async (...words) => {
          if (--left < 0) throw new Error('mất điện')
          await place.files.keepAs(...words)
        },
      }
      isWhole = await takeBundle(file, await trustedBy(place), { ...place, files }).then(
        () => true,
        () => false,
      )
      expect((await take(file)).conflicts).toEqual([])
      expect(await stateOf(place)).toBe(whole)
    }
    expect(cuts).toBeGreaterThan(3)
  }, 120_000)

  it('that were changed anywhere, cut anywhere, or meant for others change nothing', async () => {
    const place = there(province)
    await emptyStore(place.store)
    const before = await stateOf(place)
    const bytes = await readFile(bundles[1] ?? '')
    const spoilt = join(folder, 'spoilt')
    const spoil = fc.oneof(
      fc.nat(bytes.length - 1).map((at) => Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)))),
      fc.nat(bytes.length - 1).map((length) => bytes.subarray(0, length)),
      fc.uint8Array({ minLength: 1, maxLength: 9 }).map((more) => Buffer.concat([bytes, more])),
    )
    await fc.assert(
      fc.asyncProperty(spoil, async (content) => {
        await writeFile(spoilt, content)
        await expect(take(spoilt)).rejects.toThrow(UnreadableInput)
      }),
      { numRuns: 60, seed: 11 },
    )
    await expect(take(bundles[1] ?? '', there(yenSon))).rejects.toThrow(/không phải gói gửi cho nơi này/)
    await expect(takeBundle(bundles[1] ?? '', [], place)).rejects.toThrow(/Không biết nơi gửi/)
    expect(await stateOf(place)).toBe(before)
  }, 60_000)

  it('never join two dossiers of one name from two places: the second is told and left', async () => {
    const [a, b, c] = [there(hungLoi), there(yenSon), there(province)]
    await addScan(b, 'HL-001', '9.jpg', 'người trùng mã')
    const foreign = await pack(b, 'b3', c)
    await emptyStore(c.store)
    await take(bundles[1] ?? '')
    const before = await stateOf(c)
    const { conflicts } = await take(foreign)
    expect(conflicts).toEqual([{ kind: 'other_origin', dossier: 'HL-001' }])
    const after = JSON.parse(await stateOf(c)) as { scans: { scanId: string }[] }
    expect(after.scans.filter(({ scanId }) => scanId.startsWith('HL-001'))).toHaveLength(2)
    expect(JSON.parse(before)).toMatchObject({ dossiers: { length: 2 } })
    expect(a.own.fingerprint).not.toBe(b.own.fingerprint)
  })

  it('hold no word that can be read without the key', async () => {
    const bytes = await readFile(bundles[1] ?? '')
    for (const word of ['HL-001', 'trang hai', 'fullName']) expect(bytes.includes(word)).toBe(false)
  })
})
