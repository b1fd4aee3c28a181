// Where the bytes of a workspace lie. Files (files.ts) decides what is kept and under which name; a shelf only keeps it, whole
// or not at all. A shelf may stand on another one, to seal what it keeps.
import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { EnvironmentError, PipelineError } from '../core/errors.ts'

/** Names are relative, with `/`. What is kept under a name is named by its hash or never changes. */
export interface Shelf {
  /** How many bytes are kept under the name; undefined when nothing is. */
  size(name: string): Promise<number | undefined>
  read(name: string): Promise<Uint8Array>
  /** Its name in the folder is asked for when everything has come, for it may be the hash of what came; undefined keeps nothing. */
  keep(folder: string, bytes: AsyncIterable<Uint8Array>, nameOf: () => Promise<string | undefined>): Promise<void>
  /** Takes away everything under the folder. */
  drop(folder: string): Promise<void>
}

/** Keeps bytes whose name is known. */
export function keepWhole(shelf: Shelf, name: string, bytes: Uint8Array): Promise<void> {
  const { dir, base } = path.posix.parse(name)
  return shelf.keep(dir, wholeOf(bytes), () => Promise.resolve(base))
}

async function* wholeOf(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

/** A folder: of this machine, or one that several machines share. */
export function folderShelf(workspace: string): Shelf {
  const root = path.resolve(workspace)
  return {
    size: async (name) => {
      const found = await stat(inside(root, name)).catch(() => undefined)
      return found?.isFile() ? found.size : undefined
    },
    read: (name) => readFile(inside(root, name)),
    keep: async (folder, bytes, nameOf) => {
      const home = folder === '' ? root : inside(root, folder)
      // Several machines may write at once: this name is nobody else's.
      const part = path.join(home, `${randomUUID()}.part`)
      await makeFolder(home)
      await writing(part, bytes)
      const name = await nameOf()
      await (name === undefined ? rm(part) : settle(part, inside(home, name)))
    },
    drop: (folder) => rm(inside(root, folder), { recursive: true, force: true }),
  }
}

/** Paths come from our own tables, yet a tampered one must not leave the workspace. */
export function inside(root: string, relative: string): string {
  const target = path.resolve(root, relative)
  if (!target.startsWith(root + path.sep)) {
    throw new EnvironmentError('Đường dẫn nằm ngoài thư mục cho phép. Hãy kiểm tra lại thư mục làm việc.')
  }
  return target
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw notWritable(cause)
  })
}

const notWritable = (cause: unknown) =>
  new EnvironmentError('Không ghi được vào thư mục làm việc. Hãy kiểm tra quyền ghi và dung lượng ổ đĩa.', { cause })

async function writing(part: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(part, 'w').catch((cause: unknown) => {
    throw notWritable(cause)
  })
  try {
    for await (const chunk of bytes) await writeWhole(handle, chunk)
    await handle.sync()
  } catch (cause) {
    await rm(part, { force: true })
    throw cause instanceof PipelineError ? cause : notWritable(cause)
  } finally {
    await handle.close()
  }
}

/** A single write may take less than it was given. */
async function writeWhole(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.byteLength; ) at += (await handle.write(chunk, at)).bytesWritten
}

/** The folder is synced too, or a power cut may forget the new name. Windows cannot open folders: there it is skipped. */
async function settle(part: string, target: string): Promise<void> {
  await rename(part, target)
  const folder = await open(path.dirname(target), 'r').catch(() => undefined)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}
