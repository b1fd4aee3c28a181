// `npm run bench:link [-- --persons N --model FILE]`: `hoso link --estimate` over an invented province or nation as CSV: seconds,
// CPU seconds, peak memory of the whole process, and pairs against the truth. Linux only: it reads /proc.
import { spawn } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { loadLinkageModel } from '../pipeline/adapters/linkage-model.ts'
import type { LinkageModel } from '../schemas/index.ts'
import { writeCsv } from './province/csv.ts'
import { province } from './province.ts'

const { values } = parseArgs({
  options: {
    persons: { type: 'string', default: '60000' },
    seed: { type: 'string', default: '1' },
    model: { type: 'string' },
  },
})
const persons = Number(values.persons)
const folder = await mkdtemp(join(tmpdir(), 'hoso-bench-link-'))
const [csv, model, out] = ['records.csv', 'model.json', 'out'].map((name) => join(folder, name))
/** From here on a register is no longer one province. */
const NATION = 500_000
const ticksPerSecond = 100
/** What is worth comparing in one province is far too much in a nation: name and year alone are shared by 12 million strangers. */
const nationBlocking = [
  ['citizenId'],
  ['socialInsuranceNo'],
  ['syllables', 'wholeBirthDate'],
  ['syllables', 'birthYear', 'hometownUnits'],
  ['wholeBirthDate', 'hometownUnits'],
  ['familyName', 'givenName', 'wholeBirthDate'],
  ['syllables', 'birthMonthDay', 'hometownUnits'],
  ['familyName', 'givenName', 'birthYear', 'hometownUnits'],
]

try {
  if (!csv || !model || !out) throw new RangeError('no folder')
  const people = new Map<string, number>()
  await writeCsv(csv, remembered(people))
  await writeFile(model, JSON.stringify(await bareModel()))
  const cost = await measured(['link', '--csv', csv, '--model', model, '--id', 'dossier', '--estimate', '--out', out])
  console.log(
    `${people.size} records: ${cost.seconds.toFixed(1)} s, ${cost.cpu.toFixed(1)} s CPU, ${cost.peak.toFixed(0)} MB at most`,
  )
  await judge(join(out, 'pairs.csv'), people)
} finally {
  await rm(folder, { recursive: true })
}

function* remembered(people: Map<string, number>) {
  for (const paper of province({ persons, seed: values.seed, isNation: persons >= NATION })) {
    people.set(paper.record.dossier, paper.person)
    yield paper
  }
}

/** The model of persons by weight alone, its thresholds chosen on the file: what is measured is the engine. */
async function bareModel(): Promise<LinkageModel> {
  const model = await loadLinkageModel(values.model)
  const chosen = { listAbove: undefined, reviewAbove: undefined, matchAbove: undefined }
  const blocking = persons >= NATION ? nationBlocking : model.blocking
  return { ...model, ...chosen, blocking, sameWhen: [], vetoes: [], mustReview: [] }
}

async function measured(words: readonly string[]): Promise<{ seconds: number; cpu: number; peak: number }> {
  const startedAt = performance.now()
  const cli = join(import.meta.dirname, '..', 'pipeline', 'hoso.mjs')
  const child = spawn(process.execPath, [cli, ...words], { stdio: ['ignore', 'inherit', 'inherit'] })
  let [cpu, peak] = [0, 0]
  const timer = setInterval(() => {
    void Promise.all([`stat`, `status`].map((name) => readFile(`/proc/${child.pid ?? 0}/${name}`, 'utf8')))
      .then(([stat = '', status = '']) => {
        const [user = '0', system = '0'] = (stat.split(') ')[1] ?? '').split(' ').slice(11, 13)
        cpu = (Number(user) + Number(system)) / ticksPerSecond
        // A process that has just ended tells no memory any more.
        peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024)
      })
      .catch(() => undefined) // It has just ended; the last sample stands.
  }, 100)
  await new Promise((resolve) => child.once('close', resolve))
  clearInterval(timer)
  return { seconds: (performance.now() - startedAt) / 1000, cpu, peak }
}

/** Pairwise over all true pairs: what blocking missed counts as missed. */
async function judge(pairs: string, people: ReadonlyMap<string, number>): Promise<void> {
  const sizes = new Map<number, number>()
  for (const person of people.values()) sizes.set(person, (sizes.get(person) ?? 0) + 1)
  const truth = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
  for (const least of [0.5, 0.99, 0.999]) {
    let [found, right] = [0, 0]
    for await (const line of createInterface({ input: createReadStream(pairs) })) {
      const [a = '', b = '', , probability] = line.split(',')
      if (!people.has(a) || Number(probability) < least) continue
      found++
      if (people.get(a) === people.get(b)) right++
    }
    const [precision, recall] = [right / Math.max(found, 1), right / truth]
    console.log(
      `  p ≥ ${least}: precision ${precision.toFixed(5)} (${found - right} false), recall ${recall.toFixed(4)}, F1 ${((2 * right) / (found + truth)).toFixed(4)}`,
    )
  }
}
