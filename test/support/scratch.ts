// A scratch database on an embedded server, and what a run of fake stages needs besides.
import { loadGrading } from '../../pipeline/adapters/grading.ts'
import { loadPaperBook } from '../../pipeline/adapters/paper-kinds.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { loadLinkageModel } from '../../pipeline/adapters/linkage-model.ts'
import { Config } from '../../pipeline/core/config.ts'
import type { Tools } from '../../pipeline/core/stage.ts'
import { openWorkspace } from '../../pipeline/runner/workspace.ts'
import type { Store } from '../../pipeline/store/database.ts'
import { toolsWith } from './tools.ts'

export interface Scratch extends AsyncDisposable {
  readonly folder: string
  readonly store: Store
}

export async function scratchStore(): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), 'hoso-scratch-'))
  const store = await openWorkspace(Config.parse({ workspace: join(folder, 'workspace') }), process.env)
  return {
    folder,
    store,
    [Symbol.asyncDispose]: async () => {
      await store[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** In a folder of one's own, which stays. */
export async function scratchAt(folder: string): Promise<Scratch> {
  const store = await openWorkspace(Config.parse({ workspace: join(folder, 'workspace') }), process.env)
  return { folder, store, [Symbol.asyncDispose]: () => store[Symbol.asyncDispose]() }
}

/** Everything away but the keys, as if the database were new; what may only be added to is taken away with its table's guard asleep. */
export async function emptyStore({ database }: Store): Promise<void> {
  const tables = await database.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(table_name) AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT LIKE '\\_%'
      AND table_name NOT IN ('WorkspaceKey', 'DossierKey')`
  await database.$transaction(async (transaction) => {
    await transaction.$executeRawUnsafe('SET LOCAL session_replication_role = replica')
    await transaction.$executeRawUnsafe(`TRUNCATE ${tables.map(({ name }) => name).join(', ')} RESTART IDENTITY`)
  })
}

const knowledge = loadKnowledge()
const linkageModel = await loadLinkageModel()

/** What the runner itself asks of the tools; a port that a fake stage reached for would fail the test. */
export function toolsWithoutPorts(workspace: string, more: Partial<Tools> = {}): Tools {
  return toolsWith({
    config: Config.parse({ workspace, workers: 2 }),
    knowledge,
    forms: [],
    linkageModel,
    paperBook: loadPaperBook(),
    grading: loadGrading(),
    today: '2026-11-22',
    signal: new AbortController().signal,
    ...more,
  })
}
