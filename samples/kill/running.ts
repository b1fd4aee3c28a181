// One start of the real program that can be killed in several ways, and what it leaves behind is seen. Processes are told
// apart by their parents, through /proc: elsewhere than on Linux nothing is known of children.
import { type ChildProcess, spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const launcher = join(import.meta.dirname, '..', '..', 'pipeline', 'hoso.mjs')
/** A child that notices the death of its parent needs a moment on a busy machine. */
const patienceMillis = 20_000

/** `process`: as the task manager does; `group`: as a closed terminal does; `server`: the group and the database at once, as a power cut does. */
export type Means = 'process' | 'group' | 'server'

export interface Running {
  /** The exit code, null after a kill. */
  readonly ended: Promise<number | null>
  hasEnded(): boolean
  /** Kills, and waits until nothing that it started is left but the database server; gives the ids of what is. */
  kill(means: Means, workspace: string): Promise<number[]>
  said(): string
}

export function start(words: readonly string[]): Running {
  const child = spawn(process.execPath, [launcher, ...words], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (part: string) => (said += part))
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  return {
    ended,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    said: () => said,
    kill: async (means, workspace) => {
      const children = await descendantsOf(child.pid ?? 0)
      if (means === 'server') await killServer(workspace)
      strike(child, means)
      await ended
      return leftOver(children)
    },
  }
}

function strike(child: ChildProcess, means: Means): void {
  if (means === 'process' || child.pid === undefined) child.kill('SIGKILL')
  else signal(-child.pid)
}

function signal(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** The server of this workspace and no other: its process id is the first line of its own file. */
async function killServer(workspace: string): Promise<void> {
  const file = await readFile(join(workspace, 'pgdata', 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(file.split('\n')[0])
  if (pid > 1) signal(pid)
}

interface Process {
  readonly pid: number
  readonly parent: number
  readonly startedAt: string
  readonly command: string
}

async function processes(): Promise<Process[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/u.test(name))
  const all = await Promise.all(pids.map(processOf))
  return all.flatMap((each) => each ?? [])
}

async function processOf(pid: string): Promise<Process | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const command = /\((.*)\)/u.exec(stat)?.[1]
  const rest = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (command === undefined || rest[0] === 'Z') return undefined
  return { pid: Number(pid), parent: Number(rest[1]), startedAt: rest[19] ?? '', command }
}

/** PostgreSQL and its own programs may outlive us: the next start finds the server, or what a half-made one left. */
const isDatabase = ({ command }: Process) => ['postgres', 'pg_ctl', 'initdb', 'sh'].includes(command)

async function descendantsOf(root: number): Promise<Process[]> {
  const all = await processes()
  const found: Process[] = []
  const search = (parent: number): void => {
    for (const each of all.filter((process) => process.parent === parent)) {
      found.push(each)
      search(each.pid)
    }
  }
  search(root)
  return found.filter((each) => !isDatabase(each))
}

async function leftOver(before: readonly Process[]): Promise<number[]> {
  for (let waited = 0; ; waited += 100) {
    const now = new Map((await processes()).map((each) => [each.pid, each.startedAt]))
    const left = before.filter(({ pid, startedAt }) => now.get(pid) === startedAt).map(({ pid }) => pid)
    if (left.length === 0 || waited >= patienceMillis) return left
    await pause(100)
  }
}
