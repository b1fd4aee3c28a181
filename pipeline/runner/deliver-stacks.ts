// Takes in scans that hold many dossiers each: cut by their separator sheets into one file a dossier, kept in the workspace. Cutting
// the same bytes again gives the same files, so a power cut costs time only; a stack that is cut already is not opened again.
import { parse } from 'node:path'
import { z } from 'zod'
import { findDelivered } from '../adapters/delivery.ts'
import { readStackParts, writeStackParts } from '../adapters/stack-folder.ts'
import type { Config } from '../core/config.ts'
import { UnreadableInput } from '../core/errors.ts'
import { idOf } from '../core/id.ts'
import { separatorIn } from '../core/separator-code.ts'
import { partsOfStack } from '../core/stack-cut.ts'
import type { Log, Tools } from '../core/stage.ts'
import type { Store } from '../store/database.ts'
import { keepBatch, keepDossier } from '../store/deliveries.ts'
import type { DeliveryNote } from './deliver-supplement.ts'
import type { Progress } from './progress.ts'

interface Delivery {
  readonly config: Config
  readonly database: Store['database']
  readonly tools: Pick<Tools, 'files' | 'scanReader'>
  readonly log: Log
  readonly progress: Progress
  readonly signal: AbortSignal
  /** Told each batch that the folders make. */
  readonly noted?: ((batchId: string) => void) | undefined
}

/** What is kept of a stack that was cut. */
export const CutStack = z.object({
  pages: z.int().positive(),
  parts: z.array(
    z.object({ dossier: z.string().optional(), from: z.int().positive(), to: z.int().positive(), file: z.string() }),
  ),
})
export type CutStack = z.infer<typeof CutStack>

export async function deliverStacks(folders: readonly string[], delivery: Delivery): Promise<DeliveryNote[]> {
  const { config, database, progress } = delivery
  const notes: DeliveryNote[] = []
  for (const given of folders) {
    const found = await findDelivered(given, config.workspace)
    const { folder, name } = found
    const batch = await keepBatch(database, { batchId: idOf('batch', folder), name, folder, agency: config.agency })
    delivery.noted?.(batch.batchId)
    const stacks = found.dossiers.flatMap(({ files }) => files)
    progress.stage('deliver', stacks.length)
    for (const stack of stacks) {
      if (delivery.signal.aborted) return notes
      const cut = await cutStack(stack, delivery).catch((error: unknown) => refused(error, stack.path, notes))
      if (cut) await keepParts(stack, cut, batch, delivery, notes)
      progress.step()
    }
    progress.end()
  }
  return notes
}

type Stack = Awaited<ReturnType<typeof findDelivered>>['dossiers'][number]['files'][number]

function refused(error: unknown, stack: string, notes: DeliveryNote[]): undefined {
  if (!(error instanceof UnreadableInput)) throw error
  notes.push({ entry: stack, vi: error.message })
  return undefined
}

async function cutStack(stack: Stack, { config, tools, log, signal }: Delivery): Promise<CutStack> {
  const sha256 = await stack.hash()
  const known = CutStack.safeParse(await readStackParts(config.workspace, sha256))
  if (known.success) return known.data
  const asked = { log, signal }
  await using held = await tools.files.hold(stack.delivered)
  const { pages } = await tools.scanReader.inspect(held.path, asked)
  const sheets = []
  for (let page = 1; page <= pages; page += 1) {
    const { codes } = await tools.scanReader.survey(held.path, page, asked)
    sheets.push(codes.map(separatorIn).find((sheet) => sheet?.dossier !== undefined))
  }
  const parts = []
  for (const part of partsOfStack(sheets)) {
    const bytes = await tools.scanReader.part(held.path, [part.from, part.to], asked)
    parts.push({ ...part, bytes })
  }
  log.info('stack cut', { pages, parts: parts.length })
  return CutStack.parse(await writeStackParts(config.workspace, sha256, pages, parts))
}

/** The same dossier in two stacks of a batch is one dossier with two files. */
async function keepParts(
  stack: Stack,
  { parts }: CutStack,
  batch: Awaited<ReturnType<typeof keepBatch>>,
  { database }: Delivery,
  notes: DeliveryNote[],
): Promise<void> {
  const name = parse(stack.path).name.normalize('NFC')
  for (const [index, { dossier, from, to, file }] of parts.entries()) {
    if (dossier === undefined) {
      const vi = `Trang ${from} đến ${to} của xấp nằm trước tờ ngăn đầu tiên: giữ ở hồ sơ "${name}". Hãy xem các trang này thuộc hồ sơ nào.`
      notes.push({ entry: stack.path, vi })
    }
    const again = parts.slice(0, index).filter((other) => other.dossier === dossier).length
    const path = `${name}${again === 0 ? '' : `-${again + 1}`}.pdf`
    const hash = () => Promise.resolve(parse(file).name)
    const entry = dossier === undefined ? stack.path : `tờ ngăn:${dossier}`
    await keepDossier(database, batch, {
      entry,
      name: dossier ?? name,
      files: [{ path, delivered: file, seen: parse(file).name, hash }],
    })
  }
}
