// A scratch database and a delivered folder, and runs of the fake stages over them.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createFiles } from '../../pipeline/adapters/files.ts'
import type { Tools } from '../../pipeline/core/stage.ts'
import { createLog } from '../../pipeline/runner/log.ts'
import { type RunReport, runPipeline } from '../../pipeline/runner/run.ts'
import type { AnyStage } from '../../pipeline/runner/unit.ts'
import type { Store } from '../../pipeline/store/database.ts'
import { openRegister } from '../../pipeline/store/register.ts'
import { fakeStages } from './fake-stages.ts'
import { emptyStore, type Scratch, toolsWithoutPorts } from './scratch.ts'

export interface Ask {
  readonly stages?: readonly AnyStage[]
  readonly today?: string
  readonly signal?: AbortSignal
}

export interface FakeRuns {
  /** An empty database and the usual delivery: four dossiers, six files, one of them broken. */
  begin(): Promise<void>
  deliver(path: string): Promise<void>
  run(ask?: Ask): Promise<RunReport>
  /** All records and persons as told outside. */
  told(): Promise<string>
}

const usual = ['An/10.pdf', 'An/2.pdf', 'An.pdf', 'Bình/broken.pdf', 'Bình/1.pdf', 'Chi.pdf']
const quiet = { stage: () => undefined, step: () => undefined, end: () => undefined }

export function fakeRuns({ folder, store }: Scratch): FakeRuns {
  const scans = join(folder, 'scans')
  const deliver = async (path: string) => {
    await mkdir(dirname(join(scans, path)), { recursive: true })
    await writeFile(join(scans, path), path)
  }
  return {
    begin: async () => {
      await emptyStore(store)
      await rm(scans, { recursive: true, force: true })
      for (const path of usual) await deliver(path)
    },
    deliver,
    run: ({ stages = fakeStages, ...more } = {}) => {
      const workspace = join(folder, 'workspace')
      const files = createFiles(workspace)
      const tools: Tools = toolsWithoutPorts(workspace, { ...more, files, register: registerOf(store) })
      const log = createLog(() => undefined, 'warn')
      return runPipeline({ stages, store, tools, folders: [scans], log, progress: quiet, clock: () => 0 })
    },
    told: async () => {
      const all: unknown[] = []
      for await (const record of registerOf(store).records()) all.push(record)
      for await (const person of registerOf(store).persons()) all.push(person)
      return JSON.stringify(all)
    },
  }
}

const registerOf = ({ database }: Store) => openRegister(database, ({ code }) => code)

/** How many units each stage did, where it did any. */
export const executed = ({ stages }: RunReport) =>
  Object.fromEntries(stages.filter(({ done }) => done > 0).map(({ stage, done }) => [stage, done]))

/** The stages, with one of them changed. */
export function changed(name: string, change: (stage: AnyStage) => Partial<AnyStage>): AnyStage[] {
  return fakeStages.map((stage) => (stage.name === name ? { ...stage, ...change(stage) } : stage))
}
