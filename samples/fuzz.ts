// `npm run fuzz -- --files 5000 --seed S [--from N --to M]`: spoils real files of every kind and runs them through the real program
// in batches. None may stop its batch, end in a defect, or leave a file outside the workspace. Ends with 1 if one does, and then
// leaves everything for whoever looks into it. The same seed and number give the same file, so that a run may be cut in pieces.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bombs } from './hostile/bombs.ts'
import { type HostileFile, openRoom, runScans, type Told } from './hostile/fuzz-batch.ts'
import { readHostileList } from './hostile/fuzz-lists.ts'
import { mutated } from './hostile/mutate.ts'
import { listSeeds, scanSeeds } from './hostile/seeds.ts'
import { chance, pick, seeded } from './random.ts'

const LISTS_SHARE = 0.15

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '5000' },
    seed: { type: 'string', default: 'fuzz' },
    from: { type: 'string', default: '0' },
    to: { type: 'string' },
    batch: { type: 'string', default: '500' },
    bombs: { type: 'boolean', default: false },
  },
})
const [first, end] = [Number(values.from), Number(values.to ?? values.files)]
const folder = await mkdtemp(join(tmpdir(), 'hoso-fuzz-'))
const room = await openRoom(join(folder, 'room'))
const seeds = { scans: await scanSeeds(), lists: await listSeeds() }
const complaints: string[] = []
const sums = { scans: 0, lists: 0, listsRead: 0 }
let told: Told | undefined

async function fileOf(index: number): Promise<{ isList: boolean; file: HostileFile }> {
  const random = seeded(`${values.seed}/${index}`)
  const isList = chance(random, LISTS_SHARE)
  const seed = pick(random, isList ? seeds.lists : seeds.scans)
  const bytes = await mutated(seed, random)
  // One in ten comes under another kind's name.
  const extension = !isList && chance(random, 0.1) ? pick(random, seeds.scans).extension : seed.extension
  return { isList, file: { name: `f${String(index).padStart(5, '0')}.${extension}`, bytes } }
}

async function scanBatch(name: string, files: readonly HostileFile[]): Promise<void> {
  sums.scans += files.length
  const ended = await runScans(room, name, files, sums.scans)
  told = ended.told
  complaints.push(...ended.complaints)
  console.log(`${name}: ${files.length} scans in ${Math.round(ended.millis / 1000)} s; ${JSON.stringify(told)}`)
}

if (values.bombs)
  await scanBatch('bombs', await Promise.all(bombs.map(async ({ name, bytes }) => ({ name, bytes: await bytes() }))))
await mkdir(join(folder, 'lists'))
for (let start = first; start < end; start += Number(values.batch)) {
  const scans: HostileFile[] = []
  for (let index = start; index < Math.min(start + Number(values.batch), end); index++) {
    const { isList, file } = await fileOf(index)
    if (!isList) scans.push(file)
    else {
      const outcome = await readHostileList(join(folder, 'lists'), file)
      sums.lists++
      if (outcome === true) sums.listsRead++
      else if (outcome !== false) complaints.push(outcome)
    }
  }
  await scanBatch(`batch-${start}`, scans)
}
console.log(
  `${sums.scans} scans (${told?.scans.unreadable ?? '?'} refused, ${told?.pages.total ?? '?'} pages) and ${sums.lists} lists (${sums.lists - sums.listsRead} refused), seed ${values.seed}, ${first} to ${end}: ${complaints.length} complaints`,
)
for (const complaint of complaints) console.log(`  ${complaint}`)
if (complaints.length === 0) await rm(folder, { recursive: true, force: true })
else console.log(`left in ${folder}`)
process.exit(complaints.length === 0 ? 0 : 1)
