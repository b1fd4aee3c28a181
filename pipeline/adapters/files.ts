// The workspace's files: one folder per dossier, so that each dossier can be sealed or destroyed by itself.
// Knows paths, hashes and how to write so that a power cut leaves either the whole file or none.
import { createHash } from 'node:crypto'
import { createReadStream, type Stats } from 'node:fs'
import { type FileHandle, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { EnvironmentError, UnreadableInput } from '../core/errors.ts'
import { sha256 } from '../core/id.ts'
import type { Files } from '../core/stage.ts'

const FOLDER_SLUG = 40
const FOLDER_HASH = 12

/**
 * The id of a dossier comes from a delivered folder and may hold anything (`..`, `con`, tones): the hash makes the folder
 * unique, the slug only helps a person who looks into the workspace.
 */
export function folderOf(dossier: string): string {
  const slug = dossier
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, FOLDER_SLUG)
    .replace(/^-+|-+$/g, '')
  const hash = sha256(dossier.normalize('NFC')).slice(0, FOLDER_HASH)
  return slug === '' ? hash : `${slug}-${hash}`
}

export function createFiles(workspace: string): Files {
  const root = path.resolve(workspace)
  let started = 0
  /** Unique inside this process; the process' own writes are the only ones under this root. */
  const temporary = (target: string) => `${target}.${(started += 1)}.part`

  const write = async (target: string, bytes: Uint8Array) => {
    await makeFolder(path.dirname(target))
    const part = temporary(target)
    await writing(part, (handle) => handle.writeFile(bytes))
    await settle(part, target)
  }
  const keepIn = (folder: string) => async (dossier: string, extension: string, bytes: Uint8Array) => {
    const kept = path.join('dossiers', folderOf(dossier), folder, `${sha256(bytes)}.${extension}`)
    const target = path.join(root, kept)
    if (!(await isThere(target, bytes.byteLength))) await write(target, bytes)
    return slashes(kept)
  }

  return {
    async keepOriginal(dossier, delivered) {
      const folder = path.join('dossiers', folderOf(dossier), 'originals')
      await makeFolder(path.join(root, folder))
      const part = temporary(path.join(root, folder, 'incoming'))
      const { digest, bytes } = await copyHashing(delivered, part)
      const original = path.join(folder, `${digest}${extensionOf(delivered)}`)
      const target = path.join(root, original)
      await ((await isThere(target, bytes)) ? rm(part) : settle(part, target))
      return { original: slashes(original), bytes, sha256: digest }
    },
    keepRescan: keepIn('originals'),
    keepDerived: keepIn('pages'),
    hold: (delivered) => hold(root, delivered, temporary(path.join(root, 'incoming', 'stack'))),
    dropDerived: (dossier) =>
      rm(path.join(root, 'dossiers', folderOf(dossier), 'pages'), { recursive: true, force: true }),
    read: (relative) => readFile(inside(root, relative)),
    async writeOut(folder, relative, bytes) {
      await write(inside(path.resolve(folder), relative), bytes)
      return { path: slashes(relative), bytes: bytes.byteLength, sha256: sha256(bytes) }
    },
  }
}

async function hold(root: string, delivered: string, part: string): ReturnType<Files['hold']> {
  await makeFolder(path.dirname(part))
  const { digest } = await copyHashing(delivered, part)
  const held = path.join('incoming', `${digest}${extensionOf(delivered)}`)
  await settle(part, path.join(root, held))
  return { path: slashes(held), [Symbol.asyncDispose]: () => rm(path.join(root, held), { force: true }) }
}

const slashes = (relative: string) => relative.split(path.sep).join('/')

/** Paths come from our own tables, yet a tampered one must not leave the workspace. */
function inside(root: string, relative: string): string {
  const target = path.resolve(root, relative)
  if (!target.startsWith(root + path.sep)) {
    throw new EnvironmentError('Đường dẫn nằm ngoài thư mục cho phép. Hãy kiểm tra lại thư mục làm việc.')
  }
  return target
}

function extensionOf(delivered: string): string {
  const extension = path.extname(delivered).toLowerCase()
  return /^\.[a-z0-9]{1,5}$/.test(extension) ? extension : ''
}

async function isThere(target: string, bytes: number): Promise<boolean> {
  const found: Stats | undefined = await stat(target).catch(() => undefined)
  return found?.isFile() === true && found.size === bytes
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw notWritable(cause)
  })
}

const notWritable = (cause: unknown) =>
  new EnvironmentError('Không ghi được vào thư mục làm việc. Hãy kiểm tra quyền ghi và dung lượng ổ đĩa.', { cause })

async function writing(part: string, write: (handle: FileHandle) => Promise<unknown>): Promise<void> {
  const handle = await open(part, 'w').catch((cause: unknown) => {
    throw notWritable(cause)
  })
  try {
    await write(handle)
    await handle.sync()
  } catch (cause) {
    await rm(part, { force: true })
    throw cause instanceof UnreadableInput ? cause : notWritable(cause)
  } finally {
    await handle.close()
  }
}

/** Deliveries reach 500 MB: they are hashed on the way, never held whole. */
const NO_FILE =
  'Không mở được mục này: thư mục bị chặn hoặc lồng quá sâu, liên kết hỏng, hoặc không phải là tệp. Hãy kiểm tra quyền đọc rồi nộp lại.'

async function copyHashing(delivered: string, part: string): Promise<{ digest: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  // Opening a named pipe or a device would wait or read for ever.
  if (!(await stat(delivered).catch(() => undefined))?.isFile()) throw new UnreadableInput(NO_FILE)
  await writing(part, async (handle) => {
    const source: AsyncIterable<Buffer> = createReadStream(delivered)
    for await (const chunk of readable(source)) {
      hash.update(chunk)
      bytes += chunk.byteLength
      await handle.write(chunk)
    }
  })
  return { digest: hash.digest('hex'), bytes }
}

async function* readable(source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  try {
    yield* source
  } catch (cause) {
    throw new UnreadableInput('Không đọc được tệp đã giao. Hãy kiểm tra tệp và quyền đọc rồi nộp lại.', { cause })
  }
}

/** The folder is synced too, or a power cut may forget the new name. Windows cannot open folders: there it is skipped. */
async function settle(part: string, target: string): Promise<void> {
  await rename(part, target)
  const folder = await open(path.dirname(target), 'r').catch(() => undefined)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}
