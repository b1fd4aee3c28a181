// One run over one workspace, killed so many times and then let go; and what it tells in the end, to be held against a run that
// nobody disturbed.
import { readConfig } from '../../pipeline/core/config.ts'
import { openWorkspace } from '../../pipeline/runner/workspace.ts'
import { ask } from '../program.ts'
import { between, chance, pick, type Random } from '../random.ts'
import { openLedger } from './ledger.ts'
import { atRows, beforeCommit, duringRegister, firstMoments, type Moment } from './moments.ts'
import { type Means, start } from './running.ts'

export interface Killed {
  /** How often each moment was hit. */
  readonly moments: Record<string, number>
  readonly means: Record<Means, number>
  /** Rows in the ledger after each; 0 where no database answers any more. */
  readonly rows: number[]
  /** Starts that ended by themselves with an unforeseen code, and processes left behind: none, or it is a defect. */
  readonly complaints: string[]
}

/** What a run must come to: `rows` of its ledger when it is done, and before its last three stages. */
export interface Measure {
  readonly rows: number
  readonly rowsBeforeLink: number
}

const today = '2026-11-22'
const words = (workspace: string, scans: string) => ['run', scans, '--workspace', workspace, '--today', today]

/** The last rows are written so fast that a run would end before it is killed. */
const LAST_ROWS = 0.9
/** After the pages are read, work is so quick that only a lock stops it short of the register. */
const PAGES_SHARE = 0.6
/** The share of kills just before a commit; the others come at any time. */
const COMMIT_SHARE = 0.3

/** Everything the program tells of a workspace, byte for byte. */
export async function toldOf(workspace: string): Promise<string> {
  const told = []
  for (const question of ['records', 'persons', 'pairs', 'status'])
    told.push(await ask([question, '--json', '--workspace', workspace]))
  return told.join('\f')
}

/** Runs to the end; some scans of a delivery may be unreadable. */
export async function runWhole(workspace: string, scans: string): Promise<void> {
  await ask(words(workspace, scans), [0, 1])
}

/** One kill a moment, in the order in which the work comes by them; more kills than there are named points. */
export function planned(kills: number, { rows, rowsBeforeLink }: Measure, random: Random): Moment[] {
  const free = Array.from({ length: kills - firstMoments.length - 1 }, () =>
    between(random, 0, Math.floor(rows * LAST_ROWS)),
  ).sort((a, b) => a - b)
  const isQuick = (row: number) => row >= rowsBeforeLink * PAGES_SHARE && row < rowsBeforeLink
  const anyTime = (row: number) =>
    isQuick(row) || chance(random, COMMIT_SHARE) ? beforeCommit(row) : atRows(row, random)
  const early = free.filter((row) => row < rowsBeforeLink)
  return [...firstMoments, ...early.map(anyTime), duringRegister, ...free.slice(early.length).map(anyTime)]
}

export async function killRun(
  moments: readonly Moment[],
  { workspace, scans, random }: { workspace: string; scans: string; random: Random },
): Promise<Killed> {
  const killed: Killed = { moments: {}, means: { process: 0, group: 0, server: 0 }, rows: [], complaints: [] }
  for (const moment of moments) {
    const armed = await moment.arm(workspace)
    const run = start(words(workspace, scans))
    await armed.come(run)
    if (run.hasEnded()) {
      const code = await run.ended
      if (code !== 0 && code !== 1)
        killed.complaints.push(`${moment.name}: ended with ${code}: ${run.said().slice(-500)}`)
    } else {
      const means = pick(random, ['process', 'group', 'server'] as const)
      const left = await run.kill(means, workspace)
      if (left.length > 0) killed.complaints.push(`${moment.name}: left ${left.length} processes behind`)
      killed.means[means]++
      killed.moments[moment.name] = (killed.moments[moment.name] ?? 0) + 1
    }
    await armed.release()
    killed.rows.push(await rowsIn(workspace))
  }
  return killed
}

async function rowsIn(workspace: string): Promise<number> {
  const ledger = openLedger(workspace)
  const rows = await ledger.rows()
  await ledger.end()
  return rows ?? 0
}

/** Of a workspace whose run was not disturbed. */
export async function measureOf(workspace: string): Promise<Measure> {
  const config = readConfig({ flags: { workspace }, environment: process.env, file: {} })
  await using store = await openWorkspace(config, process.env)
  const after = ['link', 'consolidate', 'revalidate']
  return {
    rows: await store.database.stageRun.count(),
    rowsBeforeLink: await store.database.stageRun.count({ where: { stage: { notIn: after } } }),
  }
}
