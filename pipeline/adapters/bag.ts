// Bags as RFC 8493 (BagIt 1.0) has them, SHA-256: written file by file as the bytes come, and checked by reading all of it
// again. What a bag holds is the caller's business.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { PackageFile } from '../../schemas/index.ts'
import { EnvironmentError, UsageError } from '../core/errors.ts'
import { compareIds } from '../core/id.ts'

export type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>

export interface Bag extends AsyncDisposable {
  /** A file of the payload, below `data/`. */
  add(file: string, chunks: Chunks): Promise<PackageFile>
  /** A file about the bag, beside the payload. */
  tag(file: string, chunks: Chunks): Promise<PackageFile>
  /** Writes the manifests and gives the bag its name; until then it is a folder ending in `.part`. */
  seal(info: readonly (readonly [label: string, value: string])[]): Promise<SealedBag>
}

export interface SealedBag {
  readonly files: number
  readonly bytes: number
  readonly manifestSha256: string
}

export const manifestName = 'manifest-sha256.txt'
const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** An older bag of that name makes room when the new one is sealed; anything else that stands there stops the work. */
export async function openBag(folder: string): Promise<Bag> {
  await refuseOthers(folder)
  const part = `${folder}.part`
  await rm(part, { recursive: true, force: true })
  const payload: PackageFile[] = []
  const tags: PackageFile[] = []
  const settling = settlement()
  const keep = async (list: PackageFile[], file: string, chunks: Chunks) => {
    const kept = await written(part, file, chunks, settling)
    list.push(kept)
    return kept
  }
  return {
    add: (file, chunks) => keep(payload, `data/${file}`, chunks),
    tag: (file, chunks) => keep(tags, file, chunks),
    seal: async (info) => {
      const bytes = payload.reduce((sum, file) => sum + file.bytes, 0)
      const lines = [...info, ['Payload-Oxum', `${bytes}.${payload.length}`] as const]
      await keep(tags, 'bagit.txt', [utf8(declaration)])
      await keep(tags, 'bag-info.txt', [utf8(lines.map(([label, value]) => `${label}: ${oneLine(value)}\n`).join(''))])
      const manifest = await keep(tags, manifestName, [utf8(manifestOf(payload))])
      await written(part, 'tagmanifest-sha256.txt', [utf8(manifestOf(tags))], settling)
      await settling.all()
      await rm(folder, { recursive: true, force: true })
      await rename(part, folder)
      return { files: payload.length, bytes, manifestSha256: manifest.sha256 }
    },
    [Symbol.asyncDispose]: async () => {
      await settling.all().catch(() => undefined)
      await rm(part, { recursive: true, force: true })
    },
  }
}

/** So many files may be on their way to the disk while the next is written; all are there before the bag has its name. */
const settlingAtMost = 16

interface Settling {
  add(handle: FileHandle): Promise<void>
  all(): Promise<void>
}

function settlement(): Settling {
  const underway = new Set<Promise<void>>()
  let failure: unknown
  const settle = (handle: FileHandle) =>
    handle
      .datasync()
      .finally(() => handle.close())
      .catch((cause: unknown) => {
        failure ??= cause
      })
  const all = async () => {
    await Promise.all(underway)
    if (failure !== undefined) notWritable(failure)
  }
  return {
    add: async (handle) => {
      const own = settle(handle).finally(() => underway.delete(own))
      underway.add(own)
      if (underway.size >= settlingAtMost) await Promise.race(underway)
    },
    all,
  }
}

async function refuseOthers(folder: string): Promise<void> {
  const found = await readdir(folder).catch((): string[] => [])
  if (found.length > 0 && !found.includes('bagit.txt'))
    throw new UsageError(`Thư mục ${folder} đã có và không phải một gói. Chọn thư mục khác cho --out.`)
}

async function written(root: string, file: string, chunks: Chunks, settling: Settling): Promise<PackageFile> {
  const target = path.join(root, file)
  await mkdir(path.dirname(target), { recursive: true }).catch(notWritable)
  const handle = await open(target, 'wx').catch(notWritable)
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of chunks) {
      hash.update(chunk)
      bytes += chunk.byteLength
      await handle.write(chunk).catch(notWritable)
    }
  } catch (cause) {
    await handle.close()
    throw cause
  }
  await settling.add(handle)
  return { path: file, bytes, sha256: hash.digest('hex') }
}

function notWritable(cause: unknown): never {
  throw new EnvironmentError('Không ghi được gói vào thư mục đã chọn. Hãy kiểm tra quyền ghi và dung lượng ổ đĩa.', {
    cause,
  })
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

/** Sorted by path; line ends and percent signs in names are written as RFC 8493, 2.1.3 says. */
const manifestOf = (files: readonly PackageFile[]): string =>
  files
    .toSorted((a, b) => compareIds(a.path, b.path))
    .map(({ path: file, sha256 }) => `${sha256}  ${encodedPath(file)}\n`)
    .join('')

const encodedPath = (file: string): string =>
  file.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D')
const decodedPath = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')

/** What is wrong with a bag: files that are missing, changed, or named in no manifest. Every byte is read. */
export async function bagFlaws(folder: string): Promise<string[]> {
  const declared = await readFile(path.join(folder, 'bagit.txt'), 'utf8').catch(() => undefined)
  if (declared !== declaration) return ['bagit.txt: thiếu hoặc không phải BagIt 1.0']
  const named = new Map<string, string>()
  const flaws: string[] = []
  for (const manifest of [manifestName, 'tagmanifest-sha256.txt'])
    for (const line of await linesOf(path.join(folder, manifest))) {
      const { hash, file } = /^(?<hash>[0-9a-f]{64}) {1,2}\*?(?<file>.+)$/u.exec(line)?.groups ?? {}
      if (hash === undefined || file === undefined) flaws.push(`${manifest}: có dòng sai khuôn dạng`)
      else named.set(decodedPath(file), hash)
    }
  for (const [file, hash] of named) {
    if (!isInside(file)) flaws.push(`${file}: đường dẫn ra ngoài gói`)
    else if ((await hashOf(path.join(folder, file))) !== hash) flaws.push(`${file}: thiếu hoặc đã bị thay đổi`)
  }
  const unnamed = (await payloadFiles(folder)).filter((file) => !named.has(file))
  return [...flaws, ...unnamed.map((file) => `${file}: không có trong bản kê`)]
}

/** What lies in a folder of the payload, sorted by name, as paths to open. */
export async function payloadIn(folder: string, inside: string): Promise<string[]> {
  const root = path.join(folder, 'data', inside)
  const names = await readdir(root).catch((): string[] => [])
  return names.sort(compareIds).map((name) => path.join(root, name))
}

export const bagText = (folder: string, file: string): Promise<string> => readFile(path.join(folder, file), 'utf8')

const isInside = (file: string): boolean => !path.posix.isAbsolute(file) && !file.split(/[\\/]/u).includes('..')

const linesOf = async (file: string): Promise<string[]> =>
  (await readFile(file, 'utf8').catch(() => '')).split(/\r?\n/u).filter((line) => line !== '')

/** A paper is read at once; what is larger, in parts. */
const wholeBytes = 8 * 1024 * 1024

async function hashOf(file: string): Promise<string | undefined> {
  const found = await stat(file).catch(() => undefined)
  if (found?.isFile() !== true) return undefined
  const hash = createHash('sha256')
  if (found.size <= wholeBytes) return hash.update(await readFile(file)).digest('hex')
  const source: AsyncIterable<Buffer> = createReadStream(file)
  for await (const chunk of source) hash.update(chunk)
  return hash.digest('hex')
}

async function payloadFiles(folder: string): Promise<string[]> {
  const entries = await readdir(path.join(folder, 'data'), { withFileTypes: true, recursive: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort(compareIds)
}
