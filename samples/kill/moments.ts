// The moments at which a run is killed: named points, and any point of its work, told by how far its ledger has come.
import { readdir } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { embeddedPostgres } from '../../pipeline/adapters/postgres.ts'
import { between, type Random } from '../random.ts'
import { type Block, blockMigration, blockTable, openLedger } from './ledger.ts'
import type { Running } from './running.ts'

export interface Moment {
  readonly name: string
  /** Before the run is started. */
  readonly arm: (workspace: string) => Promise<Armed>
}
interface Armed {
  /** Ends when it is time to kill, or when the run has ended by itself. */
  readonly come: (run: Running) => Promise<void>
  /** After the kill: what held the run up is taken away. */
  readonly release: () => Promise<void>
}

const pollMillis = 10
const nothing = () => Promise.resolve()

async function until(run: Running, isTrue: () => Promise<boolean>): Promise<void> {
  while (!run.hasEnded() && !(await isTrue())) await pause(pollMillis)
}

/** A file or folder of this kind has appeared since the run was started. */
function whenThere(name: string, isCounted: (path: string) => boolean): Moment {
  const count = async (workspace: string) => {
    const paths = await readdir(workspace, { recursive: true }).catch(() => [])
    return paths.filter((path) => isCounted(path.replaceAll('\\', '/'))).length
  }
  return {
    name,
    arm: async (workspace) => {
      const before = await count(workspace)
      return { come: (run) => until(run, async () => (await count(workspace)) > before), release: nothing }
    },
  }
}

/** The run waits inside a transaction until we let go; it never gets that far. */
function whenBlocked(name: string, block: (workspace: string) => Promise<Block>): Moment {
  return {
    name,
    arm: async (workspace) => {
      const server = await embeddedPostgres(workspace, process.env)
      const { isFelt, release } = await block(workspace)
      return {
        come: (run) => until(run, isFelt),
        release: async () => {
          await release()
          await server[Symbol.asyncDispose]()
        },
      }
    },
  }
}

/** In the order in which a first run comes by them. */
export const firstMoments: readonly Moment[] = [
  whenThere('while the database is made', (path) => /^pgdata\.[\da-f-]{36}\/pgdata\/base/u.test(path)),
  whenThere('while the database starts', (path) => path === 'pgdata/postmaster.pid'),
  whenBlocked('during a migration', (workspace) => blockMigration(workspace, 'PersonDraft')),
  whenThere('after an original was copied', (path) => path.includes('/originals/')),
  whenThere('while a picture is written', (path) => path.includes('/pages/')),
]

/** The first table of the transaction is written, the second waits. */
export const duringRegister = whenBlocked("during the register's transaction", (workspace) =>
  blockTable(workspace, 'Cluster'),
)

/** Anywhere: so many rows are in the ledger, and a little later. */
export function atRows(rows: number, random: Random): Moment {
  return {
    name: 'at any time',
    arm: (workspace) => {
      const ledger = openLedger(workspace)
      return Promise.resolve({
        come: async (run) => {
          await until(run, async () => ((await ledger.rows()) ?? -1) >= rows)
          if (!run.hasEnded()) await pause(between(random, 0, 700))
        },
        release: ledger.end,
      })
    },
  }
}

/** The output of a unit is written, its row in the ledger waits: the transaction is all but done. */
export function beforeCommit(rows: number): Moment {
  return {
    name: 'before a commit',
    arm: (workspace) => {
      const ledger = openLedger(workspace)
      let block: Block | undefined
      return Promise.resolve({
        come: async (run) => {
          await until(run, async () => ((await ledger.rows()) ?? -1) >= rows)
          if (run.hasEnded()) return
          block = await blockTable(workspace, 'StageRun')
          await until(run, block.isFelt)
        },
        release: async () => {
          await block?.release()
          await ledger.end()
        },
      })
    },
  }
}
