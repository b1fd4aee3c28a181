// A table of the real linker over a few rows, for tests of the engine: a model of any columns, records as plain objects.
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { duckdbLinker } from '../../pipeline/adapters/duckdb/table.ts'
import { checkedModel } from '../../pipeline/core/linkage/check-model.ts'
import type { LinkRow, LinkTable } from '../../pipeline/core/stage.ts'
import type { LinkageModel } from '../../schemas/index.ts'

export type Fields = Readonly<Record<string, string>>

/** Checked as a file would be; what is not given is left to the defaults. */
export function aModel(written: Record<string, unknown>): LinkageModel {
  return checkedModel(
    { version: 1, origin: 'test', prior: 0, reviewAbove: -100, matchAbove: 0, ...written },
    'test.json',
  )
}

export async function aTable(model: LinkageModel, rows: Readonly<Record<string, Fields>>): Promise<LinkTable> {
  async function* each(): AsyncIterable<LinkRow> {
    for (const [id, fields] of Object.entries(rows)) yield { id, fields }
  }
  return duckdbLinker().load(model, each())
}

export async function aFile(name: string, text: string | Uint8Array): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'hoso-link-')), name)
  await writeFile(file, text)
  return file
}
