// The files of a workspace that are worth keeping: all but the database server's own and what is only there for the time of a run.
import { createReadStream } from 'node:fs'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import type { Readable } from 'node:stream'
import { written } from './backup-folder.ts'

const passing = new Set(['pgdata', 'pgdata.lock', 'spill', 'incoming'])
const markName = 'restoring'

export interface WorkspaceFile {
  /** With `/`, below the workspace. */
  readonly path: string
  /** Named by its content and never changed. */
  readonly isLasting: boolean
  open(): Readable
}

/** Small files first: keys and heads of logs must not be newer than the database beside them. */
export async function* workspaceFiles(workspace: string): AsyncIterable<WorkspaceFile> {
  const root = resolve(workspace)
  const names = (await readdir(root).catch(() => [])).filter((name) => !isPassing(name))
  const isLasting = (name: string) => name === 'dossiers' || name === 'stacks'
  for (const name of names.filter((each) => !isLasting(each))) yield* under(root, join(root, name), false)
  for (const name of names.filter(isLasting)) yield* under(root, join(root, name), true)
}

const isPassing = (name: string) => passing.has(name) || name === markName || name.endsWith('.part')

async function* under(root: string, path: string, isLasting: boolean): AsyncIterable<WorkspaceFile> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isFile() === true && !path.endsWith('.part'))
    yield { path: relative(root, path).split(sep).join('/'), isLasting, open: () => createReadStream(path) }
  if (found?.isDirectory() === true)
    for (const name of (await readdir(path)).sort()) yield* under(root, join(path, name), isLasting)
}

export async function hasFiles(workspace: string): Promise<boolean> {
  for await (const _ of workspaceFiles(workspace)) return true
  return false
}

/** Notes which backup is being restored here: after a power cut the same one may go on. */
export const restoreMark = (workspace: string) => ({
  read: () => readFile(join(workspace, markName), 'utf8').catch(() => undefined),
  set: (digest: string) => written(join(workspace, markName), [Buffer.from(digest, 'utf8')]),
  clear: () => rm(join(workspace, markName), { force: true }),
})
