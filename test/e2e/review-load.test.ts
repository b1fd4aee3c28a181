// Many stewards at once over the loopback, the short form of samples/review-load.ts: nothing is lost, nothing is written over.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { agency, fill, idOf } from '../../samples/review-load/fill.ts'
import { contest, together } from '../../samples/review-load/measures.ts'
import { type Steward, stewardAt } from '../../samples/review-load/steward.ts'
import { openStation, type Station } from '../support/review.ts'
import { type Scratch, scratchStore } from '../support/scratch.ts'

const persons = 60
const stewards: Steward[] = []
let scratch: Scratch
let station: Station
let open: AsyncDisposable

beforeAll(async () => {
  scratch = await scratchStore()
  station = await openStation(scratch)
  await fill(station.desk.run, persons, 30, () => undefined)
  const listening = await station.open()
  open = listening
  for (let number = 0; number < 20; number += 1)
    stewards.push(stewardAt(listening.url, await station.hire(`steward${number}`, ['check'], agency)))
})
afterAll(async () => {
  await open[Symbol.asyncDispose]()
  await station[Symbol.asyncDispose]()
  await scratch[Symbol.asyncDispose]()
})

it('twenty stewards at once lose nothing: every decision answered with "kept" is there', async () => {
  const { kept, refused, there } = await together(stewards, scratch.store.database, { from: 5, persons, keys: 2 })
  expect(kept).toBe(stewards.length * 2)
  expect([refused, there]).toEqual([0, kept])
})

it('of twenty words on one value one is kept, and nineteen are told that somebody was first', async () => {
  for (const number of [0, 1])
    expect(await contest(stewards, scratch.store.database, idOf(number))).toEqual({ kept: 1, told: 19, decisions: 1 })
})
