// Where the parts of stacks lie: workspace/stacks/<hash of the stack>/, a file a part named by its own hash, and parts.json, which
// is written last: while it is absent the stack counts as not cut.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../core/id.ts'
import { createFiles } from './files.ts'

const list = 'parts.json'
const folderOf = (workspace: string, stack: string): string => join(workspace, 'stacks', stack)

/** Undefined while the stack was never cut to the end. */
export async function readStackParts(workspace: string, stack: string): Promise<unknown> {
  const text = await readFile(join(folderOf(workspace, stack), list), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : JSON.parse(text)
}

export async function writeStackParts(
  workspace: string,
  stack: string,
  pages: number,
  parts: readonly { dossier: string | undefined; from: number; to: number; bytes: Uint8Array }[],
): Promise<unknown> {
  const files = createFiles(workspace)
  const folder = folderOf(workspace, stack)
  const told = []
  for (const { bytes, ...part } of parts) {
    const name = `${sha256(bytes)}.pdf`
    await files.writeOut(folder, name, bytes)
    told.push({ ...part, file: join(folder, name) })
  }
  const written = { pages, parts: told }
  await files.writeOut(folder, list, Buffer.from(JSON.stringify(written)))
  return written
}
