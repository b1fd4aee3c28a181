// `npm run corpus`: runs the real program over drawn dossiers and tells how far it is from their truth.
//   (nothing)                    the committed samples
//   --dossiers N [--seed S] [--profile light|medium|heavy] [--out DIR]   N dossiers nobody has looked at
//   --from DIR                   dossiers drawn before with --out
//   --workspace DIR              scores what is in this workspace already, or runs into it
//   --plain N                    beside it plain tesseract.js with a label search over the first N dossiers of each profile
//   --save DIR                   cases.csv (input of `hoso estimate --reading`), figures.csv, plots.svg
//   --verbose                    lists every wrong value
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readConfig } from '../pipeline/core/config.ts'
import { openWorkspace } from '../pipeline/runner/workspace.ts'
import { OutRecord } from '../schemas/index.ts'
import { deliver } from './deliver.ts'
import { drawDossier } from './dossier.ts'
import { casesCsv, type MeasuredCase, measuredCases } from './measure/cases.ts'
import { plainOf } from './measure/plain.ts'
import { type Characters, plotted } from './measure/plot.ts'
import { figuresCsv, figuresOf, type Figure } from './measure/summary.ts'
import { ask } from './program.ts'
import { add, complaints, nothing, type Score, scoreDossier } from './score.ts'
import { Truth } from './truth.ts'
import { unseen } from './unseen.ts'

const here = import.meta.dirname
const Pages = z.array(z.object({ page: z.int(), text: z.string() }))
const Profile = z.enum(['light', 'medium', 'heavy']).optional()

const { values: options } = parseArgs({
  options: {
    dossiers: { type: 'string' },
    seed: { type: 'string', default: '1' },
    profile: { type: 'string' },
    out: { type: 'string' },
    from: { type: 'string' },
    workspace: { type: 'string' },
    plain: { type: 'string', default: '0' },
    save: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
})

interface Measured {
  readonly truth: Truth
  readonly score: Score
}

async function main(): Promise<void> {
  const folder = options.dossiers === undefined ? (options.from ?? here) : await drawUnseen(Number(options.dossiers))
  const workspace = options.workspace ?? (await mkdtemp(join(tmpdir(), 'hoso-corpus-')))
  const started = Date.now()
  await ask(['run', join(folder, 'scans'), '--workspace', workspace], [0, 1])
  const minutes = (Date.now() - started) / 60000
  const truths = await truthsIn(join(folder, 'truth'))
  const measured = await scored(truths, workspace)
  await report(measured, workspace)
  console.log(`run: ${minutes.toFixed(1)} min; workspace: ${options.workspace === undefined ? 'removed' : workspace}`)
  if (options.workspace === undefined) await rm(workspace, { recursive: true, force: true })
  if (options.dossiers !== undefined && options.out === undefined) await rm(folder, { recursive: true, force: true })
}

async function drawUnseen(count: number): Promise<string> {
  const folder = options.out ?? (await mkdtemp(join(tmpdir(), 'hoso-unseen-')))
  for (const part of ['scans', 'truth']) await mkdir(join(folder, part), { recursive: true })
  for (const recipe of unseen(count, options.seed, Profile.parse(options.profile))) {
    const drawn = await drawDossier(recipe)
    await deliver(join(folder, 'scans'), drawn)
    await writeFile(join(folder, 'truth', `${recipe.dossier}.json`), JSON.stringify(Truth.parse(drawn.truth)))
  }
  return folder
}

async function truthsIn(folder: string): Promise<Truth[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort()
  return Promise.all(
    files.map(async (file) => Truth.parse(JSON.parse(await readFile(join(folder, basename(file)), 'utf8')))),
  )
}

const heads = [
  'characters wrong',
  'fields right',
  'of the written',
  'cells right',
  'good',
  'wrong among good',
  'rows +',
] as const

async function scored(truths: readonly Truth[], workspace: string): Promise<Measured[]> {
  const records = z.array(OutRecord).parse(JSON.parse(await ask(['records', '--json', '--workspace', workspace])))
  console.log(line('dossier', heads))
  const measured: Measured[] = []
  for (const truth of truths) {
    const record = records.find(({ dossier }) => dossier === truth.dossier)
    const isFailed = truth.expected.outcome === 'failed'
    const score = isFailed ? nothing : scoreDossier(truth, record, await textOf(truth, record, workspace))
    measured.push({ truth, score })
    console.log(line(`${truth.dossier} ${truth.profile} ${truth.layout}`, columns(score)))
    for (const complaint of complaints(truth, record)) console.log(`    ${complaint}`)
    if (options.verbose) for (const miss of score.misses) console.log(`    ${told(miss)}`)
  }
  console.log(line('total', columns(measured.map(({ score }) => score).reduce(add, nothing))))
  return measured
}

/** By profile: names and identity numbers apart, the plain engine beside; all of it saved where asked for. */
async function report(measured: readonly Measured[], workspace: string): Promise<void> {
  const config = readConfig({ flags: { workspace }, environment: process.env, file: {} })
  await using store = await openWorkspace(config, process.env)
  const cases: MeasuredCase[] = []
  const figures: Figure[] = []
  const characters: Characters[] = []
  for (const profile of new Set(measured.map(({ truth }) => truth.profile))) {
    const own = measured.filter(({ truth }) => truth.profile === profile)
    const found = (await Promise.all(own.map(({ truth, score }) => measuredCases(store, truth, score.cases)))).flat()
    cases.push(...found)
    figures.push(...figuresOf(profile, found))
    const truths = own.map(({ truth }) => truth).slice(0, Number(options.plain))
    const plain = truths.length === 0 ? undefined : await plainOf(truths, store, config)
    if (plain)
      console.log(`${profile}: plain tesseract.js with a label search, ${truths.length} dossiers: ${plain.told}`)
    const { errors, total } = own.map(({ score }) => score).reduce(add, nothing).characters
    characters.push({ profile, own: total === 0 ? 0 : errors / total, plain: plain?.characters })
  }
  for (const { profile, what, part, of, lower, upper } of figures.filter((one) => one.isMeasure))
    console.log(
      `${profile}: ${what} ${part}/${of} (${share(part, of)}; 95 %: ${share(lower, 1)} to ${share(upper, 1)})`,
    )
  if (options.save === undefined) return
  await mkdir(options.save, { recursive: true })
  await writeFile(join(options.save, 'cases.csv'), casesCsv(cases))
  await writeFile(join(options.save, 'figures.csv'), figuresCsv(figures))
  await writeFile(join(options.save, 'plots.svg'), plotted(characters, figures, cases))
}

/** The pages' text, or nothing where no record was made. */
async function textOf({ dossier, text }: Truth, record: OutRecord | undefined, workspace: string): Promise<string[]> {
  if (record === undefined) return []
  const pages = Pages.parse(JSON.parse(await ask(['text', '--dossier', dossier, '--json', '--workspace', workspace])))
  return text.map((_, index) => pages.find(({ page }) => page === index + 1)?.text ?? '')
}

const share = (part: number, of: number): string => (of === 0 ? '-' : `${((100 * part) / of).toFixed(1)} %`)

function columns({ characters, fields, written, cells, good, rowsTooMany }: Score): string[] {
  const count = ({ right, total }: { right: number; total: number }): string =>
    `${right}/${total} ${share(right, total)}`
  const wrong = good.good - good.right
  return [
    share(characters.errors, characters.total),
    count(fields),
    count(written),
    count(cells),
    share(good.good, good.total),
    `${wrong}/${good.good} ${share(wrong, good.good)}`,
    String(rowsTooMany),
  ]
}

const line = (name: string, cells: readonly string[]): string =>
  [name.padEnd(34), ...cells.map((cell) => cell.padStart(17))].join('')

/** One wrong value: invented people only, so it may be shown. */
const told = ({ where, expected, got, raw, grade }: Score['misses'][number]): string =>
  `${where} [${grade ?? 'none'}]: ${JSON.stringify(expected)} but ${JSON.stringify(got)}${raw === undefined ? '' : ` (raw ${JSON.stringify(raw)})`}`

await main()
