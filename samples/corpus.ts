// `npm run corpus`: runs the real program over drawn dossiers and tells how far it is from their truth.
//   (nothing)                    the committed samples
//   --dossiers N [--seed S] [--profile light|medium|heavy] [--out DIR]   N dossiers nobody has looked at
//   --workspace DIR              scores what is in this workspace already, or runs into it
//   --verbose                    lists every wrong value
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { OutRecord } from '../schemas/index.ts'
import { deliver } from './deliver.ts'
import { drawDossier } from './dossier.ts'
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
    workspace: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
})

async function main(): Promise<void> {
  const folder = options.dossiers === undefined ? here : await drawUnseen(Number(options.dossiers))
  const workspace = options.workspace ?? (await mkdtemp(join(tmpdir(), 'hoso-corpus-')))
  const started = Date.now()
  await ask(['run', join(folder, 'scans'), '--workspace', workspace], [0, 1])
  const minutes = (Date.now() - started) / 60000
  await report(await truthsIn(join(folder, 'truth')), workspace)
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

async function report(truths: readonly Truth[], workspace: string): Promise<void> {
  const records = z.array(OutRecord).parse(JSON.parse(await ask(['records', '--json', '--workspace', workspace])))
  let total = nothing
  console.log(
    line('dossier', [
      'characters wrong',
      'fields right',
      'of the written',
      'cells right',
      'good',
      'wrong among good',
      'rows +',
    ]),
  )
  for (const truth of truths) {
    const record = records.find(({ dossier }) => dossier === truth.dossier)
    const score =
      truth.expected.outcome === 'failed'
        ? nothing
        : scoreDossier(truth, record, await textOf(truth, record, workspace))
    total = add(total, score)
    console.log(line(`${truth.dossier} ${truth.profile} ${truth.layout}`, columns(score)))
    for (const complaint of complaints(truth, record)) console.log(`    ${complaint}`)
    if (options.verbose) for (const miss of score.misses) console.log(`    ${told(miss)}`)
  }
  console.log(line('total', columns(total)))
}

/** The pages' text, or nothing where no record was made. */
async function textOf({ dossier, text }: Truth, record: OutRecord | undefined, workspace: string): Promise<string[]> {
  if (record === undefined) return []
  const pages = Pages.parse(JSON.parse(await ask(['text', '--dossier', dossier, '--json', '--workspace', workspace])))
  return text.map((_, index) => pages.find(({ page }) => page === index + 1)?.text ?? '')
}

function columns({ characters, fields, written, cells, good, rowsTooMany }: Score): string[] {
  const share = (part: number, of: number): string => (of === 0 ? '-' : `${((100 * part) / of).toFixed(1)} %`)
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
