// Links the register again and what follows for the persons: what decisions on pairs wait for. One at a time with any other run.
import { consolidate } from '../stages/consolidate.ts'
import { link } from '../stages/link/link.ts'
import { revalidate } from '../stages/validate.ts'
import { type RunReport, runPipeline } from './run.ts'
import type { Run } from './unit.ts'

const quiet = { stage: () => undefined, step: () => undefined, end: () => undefined }

export function relink({ store, tools, log, clock }: Run): Promise<RunReport> {
  return runPipeline({
    stages: [link, consolidate, revalidate],
    store,
    tools,
    folders: [],
    log,
    progress: quiet,
    clock,
  })
}
