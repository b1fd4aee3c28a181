// Walks a delivered folder: which dossiers lie in it and which files each has. Nothing in it is ever changed.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { opendir, readdir, realpath, stat } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { UsageError } from '../core/errors.ts'
import { compareFileNames } from '../core/file-order.ts'
import { deliveredAtMost } from './files.ts'

export interface FoundFile {
  readonly path: string
  readonly delivered: string
  readonly seen: string
  readonly hash: () => Promise<string>
}
export interface FoundDossier {
  readonly entry: string
  readonly name: string
  readonly files: readonly FoundFile[]
}
export interface Found {
  readonly folder: string
  readonly name: string
  readonly dossiers: readonly FoundDossier[]
  /** Files that no scanner made: hidden ones and those that Windows and macOS leave behind. Nothing else is passed over. */
  readonly skipped: number
}

/** Folders inside folders deeper than this are a loop of links: they are told as unreadable. */
const deepest = 16
const unknownHash = '0'.repeat(64)
const leftBehind = new Set([
  'thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  '$recycle.bin',
  'system volume information',
  '__macosx',
])
const isLeftBehind = (name: string) =>
  name.startsWith('.') || name.startsWith('~$') || leftBehind.has(name.toLowerCase())

interface Walk {
  /** The workspace may lie in the delivered folder; it is not a delivery. */
  readonly except: string
  skipped: number
}

export async function findDelivered(given: string, workspace: string): Promise<Found> {
  const folder = await realpath(given).catch((cause: unknown) => {
    throw new UsageError(`Không có thư mục ${given}. Hãy kiểm tra lại đường dẫn.`, { cause })
  })
  if (!(await stat(folder)).isDirectory()) {
    throw new UsageError(`${given} không phải là thư mục. Hãy đưa thư mục chứa các hồ sơ, không phải một tệp.`)
  }
  const walk: Walk = { except: await realpath(workspace).catch(() => workspace), skipped: 0 }
  const dossiers: FoundDossier[] = []
  for (const { name, path, isFolder } of await entriesOf(folder, walk)) {
    if (isFolder)
      dossiers.push({ entry: `${name}/`, name: name.normalize('NFC'), files: apart(await filesOf(path, '', 1, walk)) })
    else dossiers.push({ entry: name, name: parse(name).name.normalize('NFC'), files: [await fileAt(path, name)] })
  }
  return { folder, name: parse(folder).base.normalize('NFC'), dossiers, skipped: walk.skipped }
}

/** The file itself, or all files in a folder and below it, by name. */
export async function filesUnder(path: string): Promise<string[]> {
  const facts = await stat(path).catch((cause: unknown) => {
    throw new UsageError(`Không có tệp hay thư mục ${path}. Hãy kiểm tra lại đường dẫn.`, { cause })
  })
  if (facts.isFile()) return [path]
  const found = await filesOf(path, '', 1, { except: '', skipped: 0 })
  return found.map(({ delivered }) => delivered)
}

async function filesOf(folder: string, inside: string, depth: number, walk: Walk): Promise<FoundFile[]> {
  const files: FoundFile[] = []
  for (const { name, path, isFolder } of await entriesOf(folder, walk)) {
    if (isFolder && depth < deepest) files.push(...(await filesOf(path, `${inside}${name}/`, depth + 1, walk)))
    else files.push(await fileAt(path, `${inside}${name}`))
  }
  return files
}

/** What cannot be opened counts as a file, so that intake tells of it. */
async function entriesOf(folder: string, walk: Walk): Promise<{ name: string; path: string; isFolder: boolean }[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new UsageError(`Không đọc được thư mục ${folder}. Hãy kiểm tra quyền đọc.`, { cause })
  })
  const entries = []
  for (const name of names.sort(compareFileNames)) {
    const path = join(folder, name)
    if (path === walk.except) continue
    if (isLeftBehind(name)) walk.skipped++
    else entries.push({ name, path, isFolder: await isOpenFolder(path) })
  }
  return entries
}

async function isOpenFolder(path: string): Promise<boolean> {
  const folder = await opendir(path).catch(() => undefined)
  await folder?.close()
  return folder !== undefined
}

/** Two spellings of one name in Unicode are two files on the disk; the later one gets `~2`. */
function apart(files: readonly FoundFile[]): FoundFile[] {
  const counts = new Map<string, number>()
  return files.map((file) => {
    const count = (counts.get(file.path) ?? 0) + 1
    counts.set(file.path, count)
    return count === 1 ? file : { ...file, path: `${file.path}~${count}` }
  })
}

async function fileAt(delivered: string, path: string): Promise<FoundFile> {
  const facts = await stat(delivered).catch(() => undefined)
  const seen = facts ? `${facts.size}/${facts.mtimeMs}/${facts.ctimeMs}` : 'unreachable'
  // Intake says what is wrong with what may not be read or is no file; its rights changing changes `seen`.
  const isReadable = facts?.isFile() === true && facts.size <= deliveredAtMost
  const hash = async () => (isReadable ? hashOf(delivered).catch(() => unknownHash) : unknownHash)
  return { path: path.normalize('NFC'), delivered, seen, hash }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
