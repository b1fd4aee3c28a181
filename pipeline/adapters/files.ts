// The workspace's files: one folder per dossier, so that each dossier can be sealed or destroyed by itself. Knows names and
// hashes; where the bytes lie, and that they lie there whole, is the shelf's business.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { UnreadableInput } from '../core/errors.ts'
import { sha256 } from '../core/id.ts'
import type { Files } from '../core/stage.ts'
import { folderShelf, keepWhole, type Shelf } from './shelf.ts'

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

/** What is worked on for a moment lies in the workspace itself, wherever the shelf is. */
const heldFolder = 'incoming/held'

export function createFiles(workspace: string, shelf: Shelf = folderShelf(workspace)): Files {
  const root = path.resolve(workspace)
  const local = folderShelf(workspace)
  const keep = async (name: string, bytes: Uint8Array) => {
    if ((await shelf.size(name)) !== bytes.byteLength) await keepWhole(shelf, name, bytes)
  }
  const keepIn = (folder: string) => async (dossier: string, extension: string, bytes: Uint8Array) => {
    const name = `dossiers/${folderOf(dossier)}/${folder}/${sha256(bytes)}.${extension}`
    await keep(name, bytes)
    return name
  }
  const read = (name: string) => (name.startsWith(`${heldFolder}/`) ? local : shelf).read(name)

  return {
    async keepOriginal(dossier, delivered) {
      const folder = `dossiers/${folderOf(dossier)}/originals`
      const own = ownName(root, delivered)
      const { bytes, told } = hashing(own === undefined ? deliveredFile(delivered) : kept(() => read(own)))
      const nameOf = () => `${told().sha256}${extensionOf(delivered)}`
      await shelf.keep(folder, bytes, async () =>
        (await shelf.size(`${folder}/${nameOf()}`)) === told().bytes ? undefined : nameOf(),
      )
      return { original: `${folder}/${nameOf()}`, ...told() }
    },
    keepRescan: keepIn('originals'),
    keepDerived: keepIn('pages'),
    keepAs: keep,
    async hold(delivered) {
      const { bytes, told } = hashing(deliveredFile(delivered))
      const nameOf = () => `${told().sha256}${extensionOf(delivered)}`
      await local.keep(heldFolder, bytes, () => Promise.resolve(nameOf()))
      const held = `${heldFolder}/${nameOf()}`
      return { path: held, [Symbol.asyncDispose]: () => local.drop(held) }
    },
    dropDerived: (dossier) => shelf.drop(`dossiers/${folderOf(dossier)}/pages`),
    read,
    writeOut,
  }
}

async function writeOut(folder: string, relative: string, bytes: Uint8Array): ReturnType<Files['writeOut']> {
  const name = relative.split(path.sep).join('/')
  await keepWhole(folderShelf(folder), name, bytes)
  return { path: name, bytes: bytes.byteLength, sha256: sha256(bytes) }
}

/** The name on the shelf of what is handed in by its path in the workspace: a dossier that came in a bundle. */
function ownName(root: string, delivered: string): string | undefined {
  const name = path.relative(path.join(root, 'dossiers'), delivered)
  return name.startsWith('..') || path.isAbsolute(name) ? undefined : `dossiers/${name.split(path.sep).join('/')}`
}

async function* kept(read: () => Promise<Uint8Array>): AsyncIterable<Uint8Array> {
  yield await read().catch(unreadable)
}

function extensionOf(delivered: string): string {
  const extension = path.extname(delivered).toLowerCase()
  return /^\.[a-z0-9]{1,5}$/.test(extension) ? extension : ''
}

/** Deliveries reach 500 MB: they are hashed on the way, never held whole. */
function hashing(source: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256')
  let bytes = 0
  let digest: string | undefined
  async function* passing(): AsyncIterable<Uint8Array> {
    for await (const chunk of source) {
      hash.update(chunk)
      bytes += chunk.byteLength
      yield chunk
    }
  }
  return { bytes: passing(), told: () => ({ bytes, sha256: (digest ??= hash.digest('hex')) }) }
}

const NO_FILE =
  'Không mở được mục này: thư mục bị chặn hoặc lồng quá sâu, liên kết hỏng, hoặc không phải là tệp. Hãy kiểm tra quyền đọc rồi nộp lại.'

function unreadable(cause: unknown): never {
  throw new UnreadableInput('Không đọc được tệp đã giao. Hãy kiểm tra tệp và quyền đọc rồi nộp lại.', { cause })
}

/** Deliveries reach 500 MB; a file far beyond, which may be all holes, would fill the disk and no reader could hold it. */
export const deliveredAtMost = 2 ** 30
const TOO_LARGE = 'Tệp lớn hơn 1 GB. Hãy tách thành nhiều tệp hoặc quét lại ở độ phân giải thấp hơn rồi nộp lại.'

async function* deliveredFile(delivered: string): AsyncIterable<Uint8Array> {
  // Opening a named pipe or a device would wait or read for ever.
  const facts = await stat(delivered).catch(() => undefined)
  if (!facts?.isFile()) throw new UnreadableInput(NO_FILE)
  if (facts.size > deliveredAtMost) throw new UnreadableInput(TOO_LARGE)
  try {
    yield* createReadStream(delivered)
  } catch (cause) {
    unreadable(cause)
  }
}
