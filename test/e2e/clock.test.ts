// The review station while its clock is set back: what somebody says later counts, whatever the clock says.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { relink } from '../../pipeline/runner/relink.ts'
import { decisionsOn } from '../../pipeline/store/decisions.ts'
import { personsOf } from '../../pipeline/store/identities.ts'
import { openStation, type Signed, type Station } from '../support/review.ts'
import { keepDossiers } from '../support/review-dossiers.ts'
import { type Scratch, scratchStore } from '../support/scratch.ts'

const day = 86_400_000
const sure = (value: string) => ({ value, confidence: 0.96 })
const fields = {
  fullName: sure('Lò Văn Ín'),
  birthDate: sure('1975-09-02'),
  hometown: sure('xã Hùng Lợi, huyện Yên Sơn, tỉnh Tuyên Quang'),
  citizenId: sure('024075001234'),
}

let scratch: Scratch
let station: Station
let lan: Signed
let now = Date.UTC(2026, 10, 22, 8)

beforeAll(async () => {
  scratch = await scratchStore()
  station = await openStation(scratch, () => now)
  await keepDossiers(station.desk.run, [
    { dossier: 'A-1', agency: 'TQ', fields },
    { dossier: 'A-2', agency: 'TQ', fields },
  ])
  await relink(station.desk.run)
  lan = await station.hire('lan', ['check'], 'TQ')
})
afterAll(async () => {
  await station[Symbol.asyncDispose]()
  await scratch[Symbol.asyncDispose]()
})

it('two words on a pair, the clock set back a day between them: the second one joins', async () => {
  const { database } = station.desk.store
  const say = async (kind: string) => {
    const newest = (await decisionsOn(database, 'A-1')).at(-1)?.decisionId
    const answer = await station.post(lan, '/pairs/A-1/A-2', { kind, ...(newest && { newest }) })
    expect(answer.status).toBe(303)
    await relink(station.desk.run)
    const persons = await personsOf(database, ['A-1', 'A-2'])
    return new Set(persons.values()).size
  }
  expect(await say('different')).toBe(2)
  now -= day
  expect(await say('same')).toBe(1)
  const [first, second] = await decisionsOn(database, 'A-1')
  expect(Date.parse(second?.decidedAt ?? '')).toBeGreaterThan(Date.parse(first?.decidedAt ?? ''))
})
