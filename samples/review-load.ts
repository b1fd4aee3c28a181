// `npx tsx samples/review-load.ts [--persons 50000] [--fields 60] [--stewards 20] [--keys 10] [--alone 100] [--keep DIR] [--from 10]
// [--pages]`: the review station over the loopback with a register of that size: key presses and opening, alone and with all
// stewards at once; lost and contested decisions; other pages. Ends with 1 where a decision was lost or written over. A register
// kept in DIR is used again: begin further on than before, so that there is something left to decide.
import { parseArgs } from 'node:util'
import { openStation } from '../test/support/review.ts'
import { scratchAt, scratchStore } from '../test/support/scratch.ts'
import { agency, fill, idOf } from './review-load/fill.ts'
import { contest, pageTimes, timesInWords, together, work } from './review-load/measures.ts'
import { type Steward, stewardAt } from './review-load/steward.ts'

const { values } = parseArgs({
  options: {
    persons: { type: 'string', default: '50000' },
    fields: { type: 'string', default: '60' },
    stewards: { type: 'string', default: '20' },
    /** Key presses of each steward, and of the one who works alone. */
    keys: { type: 'string', default: '10' },
    alone: { type: 'string', default: '100' },
    keep: { type: 'string' },
    from: { type: 'string', default: '10' },
    pages: { type: 'boolean', default: false },
  },
})
const [persons, fields, count] = [Number(values.persons), Number(values.fields), Number(values.stewards)]
const rounds = 5
/** The first dossiers are for the one who works alone. */
const from = Math.min(1000, Math.floor(persons / 2)) + Number(values.from)

await using scratch = await (values.keep === undefined ? scratchStore() : scratchAt(values.keep))
await using station = await openStation(scratch)
const { database } = scratch.store
const started = performance.now()
if ((await database.personDraft.count()) < persons)
  await fill(station.desk.run, persons, fields, (line) => console.error(line))
const [counted] = await database.$queryRaw<{ values: number; drafts: number }[]>`
  SELECT (SELECT count(*)::int FROM "FieldReading") AS values, (SELECT count(*)::int FROM "PersonDraft") AS drafts`
const seconds = ((performance.now() - started) / 1000).toFixed(0)
console.log(`ready in ${seconds} s: ${counted?.drafts ?? 0} dossiers, ${counted?.values ?? 0} values read`)

await using open = await station.open()
const stewards: Steward[] = []
for (let number = 0; number < count; number += 1)
  stewards.push(stewardAt(open.url, await station.hire(`steward${number}`, ['check'], agency)))

const [one] = stewards
if (one !== undefined) {
  // The first pages warm the station up.
  await work(one, { first: Number(values.from) - 5, presses: 5, persons })
  const cpu = process.cpuUsage()
  const times = await work(one, { first: Number(values.from), presses: Number(values.alone), persons })
  const { user, system } = process.cpuUsage(cpu)
  const each = (user + system) / 1000 / Math.max(1, times.settled.length)
  console.log(`one steward: ${timesInWords(times)}; ${each.toFixed(0)} ms of processor time a key, opening included`)
}
const all = await together(stewards, database, { from, persons, keys: Number(values.keys) })
console.log(
  `${stewards.length} stewards at once: ${timesInWords(all)}; decisions there: ${all.there}, lost: ${all.kept - all.there}`,
)
let wrong = all.kept - all.there
for (let round = 1; round <= rounds; round += 1) {
  const { kept, told, decisions } = await contest(stewards, database, idOf(persons - Number(values.from) - round))
  console.log(`one value, ${stewards.length} at once: ${kept} kept, ${told} told, ${decisions} decisions there`)
  if (kept !== 1 || decisions !== 1 || kept + told !== stewards.length) wrong += 1
}
if (one !== undefined && values.pages) for await (const line of pageTimes(one)) console.log(line)
if (wrong !== 0) process.exitCode = 1
