// A backup as it lies on a disk: `database/<table>` as COPY writes it, `files/` as in the workspace, a list with the hash of
// every file (`sha256sum -c` reads it), and backup.json, which is written last. Bytes pass through; nothing is held whole.
import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { BackupManifest } from '../../schemas/index.ts'
import { EnvironmentError, UnreadableInput, UsageError } from '../core/errors.ts'
import { sha256 } from '../core/id.ts'

const listName = 'manifest-sha256.txt'
const headName = 'backup.json'

export interface Listed {
  readonly path: string
  readonly sha256: string
}

export interface NewBackup extends AsyncDisposable {
  add(path: string, source: Readable): Promise<{ bytes: number; sha256: string }>
  /** Until then the folder's name ends in `.part`. */
  seal(manifest: Omit<BackupManifest, 'list'>): Promise<BackupManifest>
}

export async function newBackup(folder: string): Promise<NewBackup> {
  if (await stat(folder).catch(() => undefined))
    throw new UsageError(`${folder} đã có. Mỗi bản sao lưu cần một thư mục mới; hãy đặt tên khác cho --out.`)
  const part = `${folder}.part`
  await rm(part, { recursive: true, force: true })
  await mkdir(part, { recursive: true, mode: 0o700 }).catch(refused)
  const list = await open(join(part, listName), 'w', 0o600).catch(refused)
  const listHash = createHash('sha256')
  return {
    async add(path, source) {
      const { bytes, hash } = await written(join(part, path), source)
      const line = `${hash}  ${path}\n`
      listHash.update(line)
      await list.write(line).catch(refused)
      return { bytes, sha256: hash }
    },
    async seal(manifest) {
      await list.sync()
      const sealed = { ...manifest, list: listHash.digest('hex') }
      const text = `${JSON.stringify(sealed, undefined, 2)}\n`
      await written(join(part, headName), [Buffer.from(text, 'utf8')])
      await rename(part, folder).catch(refused)
      await syncFolder(dirname(folder))
      return sealed
    },
    async [Symbol.asyncDispose]() {
      await list.close().catch(() => undefined)
      await rm(part, { recursive: true, force: true })
    },
  }
}

export interface KeptBackup {
  readonly manifest: BackupManifest
  /** Names this very backup. */
  readonly digest: string
  /** The files, in the order they were written. */
  list(): AsyncIterable<Listed>
  /** Fails at its end when a byte is not what it was. */
  open(listed: Listed): AsyncIterable<Uint8Array>
  /** Reads every byte; tells the files that are changed or missing. */
  damaged(): AsyncIterable<string>
}

export async function keptBackup(folder: string): Promise<KeptBackup> {
  const text = await readFile(join(folder, headName), 'utf8').catch((cause: unknown) => {
    throw new UsageError(
      `${folder} không phải một bản sao lưu hoàn chỉnh (thiếu ${headName}). Hãy chỉ đúng thư mục do \`hoso backup\` tạo ra.`,
      { cause },
    )
  })
  const manifest = BackupManifest.safeParse(jsonOf(text))
  if (!manifest.success || manifest.data.list !== (await hashOf(join(folder, listName)))) throw spoilt(folder)
  const kept: KeptBackup = {
    manifest: manifest.data,
    digest: sha256(text),
    list: () => listed(join(folder, listName)),
    open: (file) => checked(join(folder, ...file.path.split('/')), file.sha256),
    async *damaged() {
      for await (const file of kept.list())
        if ((await hashOf(join(folder, ...file.path.split('/')))) !== file.sha256) yield file.path
    },
  }
  return kept
}

const spoilt = (what: string) =>
  new UnreadableInput(
    `Bản sao lưu đã hỏng: ${what} không còn như lúc ghi. Chưa có gì được phục hồi; hãy dùng bản khác.`,
  )

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function* listed(file: string): AsyncIterable<Listed> {
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    const { sha256: hash, path } = /^(?<sha256>[0-9a-f]{64}) {2}(?<path>.+)$/u.exec(line)?.groups ?? {}
    // The list's own hash has been checked; a path that climbs out was never written by us.
    if (hash === undefined || path === undefined || path.split('/').includes('..')) throw spoilt(listName)
    yield { path, sha256: hash }
  }
}

async function* checked(file: string, expected: string): AsyncIterable<Uint8Array> {
  const hash = createHash('sha256')
  try {
    const source: AsyncIterable<Buffer> = createReadStream(file)
    for await (const chunk of source) {
      hash.update(chunk)
      yield chunk
    }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') throw spoilt(file)
    throw cause
  }
  if (hash.digest('hex') !== expected) throw spoilt(file)
}

/** Undefined where it cannot be read. */
async function hashOf(file: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(file), hash)
    return hash.digest('hex')
  } catch {
    return undefined
  }
}

/** What flows by, counted and hashed. */
async function* passing(source: AsyncIterable<Uint8Array>, hash: Hash, told: { bytes: number }) {
  for await (const chunk of source) {
    hash.update(chunk)
    told.bytes += chunk.byteLength
    yield chunk
  }
}

/** Beside, synced, and moved into place. */
export async function written(
  target: string,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<{ bytes: number; hash: string }> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 }).catch(refused)
  const [hash, told] = [createHash('sha256'), { bytes: 0 }]
  const handle = await open(`${target}.part`, 'w', 0o600).catch(refused)
  try {
    for await (const chunk of passing(asAsync(source), hash, told)) await handle.write(chunk).catch(refused)
    await handle.sync()
  } catch (cause) {
    await rm(`${target}.part`, { force: true })
    throw cause
  } finally {
    await handle.close()
  }
  await rename(`${target}.part`, target).catch(refused)
  return { bytes: told.bytes, hash: hash.digest('hex') }
}

async function* asAsync(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncIterable<Uint8Array> {
  yield* source
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

/** Checked while it flows, into a table. */
export const pour = (source: AsyncIterable<Uint8Array>, into: Writable): Promise<void> => pipeline(source, into)

/** The hash of all that a stream gives, and how many lines it has. */
export async function drained(source: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of source) hash.update(chunk)
  return hash.digest('hex')
}

function refused(cause: unknown): never {
  throw new EnvironmentError(
    'Không ghi được bản sao lưu hoặc thư mục làm việc. Hãy kiểm tra quyền ghi và dung lượng ổ đĩa, rồi chạy lại.',
    { cause },
  )
}
