// Follows every value of every golden record of a workspace to its end, and tells those that do not get there.
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { cropOf } from '../../pipeline/adapters/crop.ts'
import { Config } from '../../pipeline/core/config.ts'
import { openFiles } from '../../pipeline/runner/open-files.ts'
import { openWorkspace } from '../../pipeline/runner/workspace.ts'
import { goldenRecords } from '../../pipeline/store/register.ts'
import { traceable, traceOf } from '../../pipeline/store/trace.ts'
import type { Trace } from '../../schemas/index.ts'

export interface Traced {
  readonly values: number
  readonly crops: number
  /** `person field: what is missing`. */
  readonly flaws: readonly string[]
}

/** Of the dossier told the rectangles are cut out as well: a picture of their size, not all of one colour. */
export async function traceAll(workspace: string, cropped: string): Promise<Traced> {
  const config = Config.parse({ workspace })
  await using store = await openWorkspace(config, process.env)
  const files = openFiles(config, store)
  const told = { values: 0, crops: 0, flaws: Array<string>() }
  for await (const { personId, dossiers } of goldenRecords(store.database))
    for (const field of await traceable(store.database, personId)) {
      told.values += 1
      const trace = await traceOf(store.database, personId, field)
      const flaw = trace === undefined ? 'no trace' : await flawOf(trace, (path) => files.read(path))
      if (flaw !== undefined) told.flaws.push(`${personId} ${field}: ${flaw}`)
      if (trace?.place === undefined || !dossiers.includes(cropped)) continue
      told.crops += 1
      if (!(await isPicture(await files.read(trace.place.display), trace.place.box)))
        told.flaws.push(`${personId} ${field}: no picture`)
    }
  return told
}

const hashes = new Map<string, Promise<string>>()

async function flawOf(
  { decision, document, place, scan, reading }: Trace,
  read: (path: string) => Promise<Uint8Array>,
): Promise<string | undefined> {
  if (decision !== undefined && place === undefined) return undefined
  if (document === undefined || reading === undefined) return 'no paper'
  if (place === undefined || place.box[2] <= 0 || place.box[3] <= 0) return 'no rectangle'
  if (scan === undefined) return 'no scan'
  const hash =
    hashes.get(scan.original) ?? read(scan.original).then((bytes) => createHash('sha256').update(bytes).digest('hex'))
  hashes.set(scan.original, hash)
  return (await hash) === scan.sha256 ? undefined : 'the scan is another one'
}

async function isPicture(page: Uint8Array, box: readonly [number, number, number, number]): Promise<boolean> {
  const crop = sharp(await cropOf(page, [...box]))
  const { channels } = await crop.stats()
  return channels.some(({ min, max }) => max - min > 40)
}
