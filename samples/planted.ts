// `npx tsx samples/planted.ts [--faulty 20] [--clean 20] [--each 3] [--seed S] [--profile light] [--workspace DIR]`: how many
// faults planted in the truth are found after drawing, scanning and reading, and how many clean dossiers are accused.
// Several faults lie in one dossier, each of which moved exactly its own rule in the truth.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { OutRecord } from '../schemas/index.ts'
import { deliver } from './deliver.ts'
import { drawDossier, type Recipe } from './dossier.ts'
import type { Fault, Sound } from './faults/fault.ts'
import { faults } from './faults/index.ts'
import { inventPapers } from './invent/draft.ts'
import { draftOf, judge } from './judge.ts'
import { ask } from './program.ts'
import { seeded } from './random.ts'
import { unseen } from './unseen.ts'

const { values: options } = parseArgs({
  options: {
    faulty: { type: 'string', default: '20' },
    clean: { type: 'string', default: '20' },
    each: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    profile: { type: 'string', default: 'light' },
    workspace: { type: 'string' },
  },
})
const profile = z.enum(['light', 'medium', 'heavy']).parse(options.profile)
/** After every day on the papers. */
const today = '2026-11-22'

interface Planted {
  readonly dossier: string
  readonly faults: readonly Fault[]
  readonly recipe: Recipe
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hoso-planted-'))
  const workspace = options.workspace ?? join(folder, 'workspace')
  const recipes = unseen(Number(options.faulty) + Number(options.clean), options.seed, profile)
  const all = recipes.map((recipe, index) => planted(recipe, index < Number(options.faulty)))
  const scans = join(folder, 'scans')
  await mkdir(scans)
  for (const { recipe } of all) await deliver(scans, await drawDossier(recipe))
  await ask(['run', scans, '--workspace', workspace, '--today', today], [0, 1])
  const records = z.array(OutRecord).parse(JSON.parse(await ask(['records', '--json', '--workspace', workspace])))
  report(all, records)
  await rm(folder, { recursive: true, force: true })
}

/** Faults by chance, as many as go together: each must move its own rule and nothing else. */
function planted(recipe: Recipe, isFaulty: boolean): Planted {
  const both: Recipe = { ...recipe, papers: ['form', 'decision'] }
  if (!isFaulty) return { dossier: recipe.dossier, faults: [], recipe: both }
  const random = seeded(`faults ${recipe.dossier}`)
  const order = faults.map((fault) => ({ fault, at: random() })).sort((a, b) => a.at - b.at)
  const chosen: Fault[] = []
  let papers: Sound = inventPapers(recipe.dossier)
  for (const { fault } of order) {
    if (chosen.length === Number(options.each)) break
    const next = fault.plant(papers)
    if (next?.form === undefined || next.decision === undefined || !isDrawn(papers, next)) continue
    const sound = { ...next, form: next.form, decision: next.decision }
    if (moved(papers, sound).join() !== fault.rule) continue
    chosen.push(fault)
    papers = sound
  }
  return { dossier: recipe.dossier, faults: chosen, recipe: { ...both, plant: (sound) => plantAll(sound, chosen) } }
}

/** One form and one decision with all it says: what the drawing knows. */
const isDrawn = (before: Sound, after: ReturnType<Fault['plant']>): boolean =>
  after?.otherForm === undefined &&
  after?.otherDecision === undefined &&
  Object.keys(before.decision).every((field) => field in (after?.decision ?? {}))

function plantAll(sound: Sound, chosen: readonly Fault[]): Sound {
  return chosen.reduce((papers, { plant }) => {
    const { form = papers.form, decision = papers.decision } = plant(papers) ?? papers
    return { ...papers, form, decision }
  }, sound)
}

function moved(before: Sound, after: Sound): string[] {
  const codes = (papers: Sound) => new Set(judge(draftOf('A', papers), today).map(({ code }) => code))
  const [a, b] = [codes(before), codes(after)]
  return [...[...a].filter((code) => !b.has(code)), ...[...b].filter((code) => !a.has(code))]
}

function report(all: readonly Planted[], records: readonly OutRecord[]): void {
  const foundIn = (dossier: string) => records.find((record) => record.dossier === dossier)?.findings ?? []
  const told = all.flatMap(({ dossier, faults }) =>
    faults.map(({ rule, fault }) => {
      const isCaught = foundIn(dossier).some(({ code }) => code === rule)
      if (!isCaught) console.log(`missed in ${dossier}: ${rule} (${fault})`)
      return isCaught
    }),
  )
  const clean = all.filter(({ faults }) => faults.length === 0)
  const accused = clean.flatMap(({ dossier }) =>
    foundIn(dossier)
      .filter(({ severity }) => severity === 'error')
      .map(({ code, fields }) => `${dossier}: ${code} ${fields.join()}`),
  )
  for (const line of accused) console.log(`false error in ${line}`)
  const caught = told.filter(Boolean).length
  console.log(
    `${profile}, seed ${options.seed}: ${caught} of ${told.length} faults found (${((100 * caught) / told.length).toFixed(1)} %); ` +
      `${accused.length} errors on ${clean.length} clean dossiers`,
  )
}

await main()
