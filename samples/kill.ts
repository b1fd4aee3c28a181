// `npm run kills -- --times 200 --seed S`: kills runs of the real program at named and at random moments, ends them, and compares
// all they tell with a run that nobody disturbed. Ends with 1 on any difference.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Killed, killRun, measureOf, planned, runWhole, toldOf } from './kill/kill-run.ts'
import { deliverFewScans } from './kill/scans.ts'
import { seeded } from './random.ts'

/** Kills of one run before it may end. */
const KILLS_A_RUN = 20

const { values } = parseArgs({
  options: { times: { type: 'string', default: '200' }, seed: { type: 'string', default: 'kills' } },
})
const random = seeded(values.seed)
const folder = await mkdtemp(join(tmpdir(), 'hoso-kills-'))
const scans = join(folder, 'scans')
const add = (sums: Record<string, number>, more: Readonly<Record<string, number>>) => {
  for (const [name, count] of Object.entries(more)) sums[name] = (sums[name] ?? 0) + count
}

await deliverFewScans(scans)
const undisturbed = join(folder, 'undisturbed')
await runWhole(undisturbed, scans)
const told = await toldOf(undisturbed)
const measure = await measureOf(undisturbed)

const moments: Record<string, number> = {}
const means: Record<string, number> = {}
const complaints: string[] = []
let killed = 0
for (let run = 1; killed < Number(values.times); run++) {
  const workspace = join(folder, `run-${run}`)
  const one: Killed = await killRun(planned(KILLS_A_RUN, measure, random), { workspace, scans, random })
  await runWhole(workspace, scans)
  const isEqual = (await toldOf(workspace)) === told
  if (!isEqual) complaints.push(`run ${run}: what is told differs from the undisturbed run`)
  complaints.push(...one.complaints.map((each) => `run ${run}: ${each}`))
  add(moments, one.moments)
  add(means, one.means)
  const kills = Object.values(one.means).reduce((sum, count) => sum + count, 0)
  killed += kills
  console.log(
    `run ${run}: ${kills} kills, ledger at ${one.rows.join(' ')} of ${measure.rows}: ${isEqual ? 'equal' : 'DIFFERENT'}`,
  )
  // A run that came out wrong is left for whoever looks into it.
  if (isEqual) await rm(workspace, { recursive: true, force: true })
}
console.log(
  `${killed} kills (${JSON.stringify(moments)}, by ${JSON.stringify(means)}), ${complaints.length} complaints`,
)
for (const complaint of complaints) console.log(`  ${complaint}`)
if (complaints.length === 0) await rm(folder, { recursive: true, force: true })
process.exit(complaints.length === 0 ? 0 : 1)
