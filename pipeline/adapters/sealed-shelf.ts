// A shelf on another one, which seals what belongs to a dossier: each file by a key of its own, made from the dossier's key and
// a salt that stands at the head of the file. Names stay what they are, hashes of what was taken in.
import { hkdfSync, randomBytes } from 'node:crypto'
import { EnvironmentError, UnreadableInput } from '../core/errors.ts'
import { chunkBytes, openChunks, sealChunks, tagBytes } from './sealed-chunks.ts'
import type { Shelf } from './shelf.ts'

/** What it needs of the keys; `dataKey` makes one where there is none. */
export interface DossierKeys {
  dataKey(keyId: string): Promise<Buffer>
  knownKey(keyId: string): Promise<Buffer | undefined>
}

const magic = Buffer.from('HOSOS1\n', 'latin1')
const saltBytes = 32
const headBytes = magic.length + saltBytes

const fileKey = (dataKey: Buffer, salt: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', dataKey, salt, 'hoso file', 32))

/** The folder of a dossier ends in the name of its key. */
const keyIdIn = (name: string): string | undefined => /^dossiers\/(?:[^/]*-)?([0-9a-f]{12})(?:\/|$)/u.exec(name)?.[1]

export function sealedShelf(inner: Shelf, keys: DossierKeys): Shelf {
  return {
    size: async (name) => {
      const size = await inner.size(name)
      return size === undefined || keyIdIn(name) === undefined ? size : plainSize(size)
    },
    read: async (name) => {
      const keyId = keyIdIn(name)
      const bytes = Buffer.from(await inner.read(name))
      // What was kept before there were keys lies open.
      if (keyId === undefined || !isSealed(bytes)) return bytes
      const key = await keys.knownKey(keyId)
      if (key === undefined)
        throw new EnvironmentError('Khóa của hồ sơ này không còn: hồ sơ đã bị hủy, không ai đọc lại được.')
      return opened(bytes, key)
    },
    keep: async (folder, bytes, nameOf) => {
      const keyId = keyIdIn(folder)
      if (keyId === undefined) return inner.keep(folder, bytes, nameOf)
      return inner.keep(folder, sealed(bytes, await keys.dataKey(keyId)), nameOf)
    },
    drop: (folder) => inner.drop(folder),
  }
}

const isSealed = (bytes: Buffer): boolean => bytes.subarray(0, magic.length).equals(magic)

/** How much a sealed file of this size holds; the size of an open one is read wrongly, so that it is kept anew, sealed. */
function plainSize(size: number): number {
  const body = size - headBytes
  return body - Math.max(1, Math.ceil(body / (chunkBytes + tagBytes))) * tagBytes
}

async function* sealed(bytes: AsyncIterable<Uint8Array>, dataKey: Buffer): AsyncGenerator<Uint8Array> {
  const salt = randomBytes(saltBytes)
  yield Buffer.concat([magic, salt])
  yield* sealChunks(bytes, fileKey(dataKey, salt))
}

async function opened(bytes: Buffer, dataKey: Buffer): Promise<Uint8Array> {
  const parts: Buffer[] = []
  const key = fileKey(dataKey, bytes.subarray(magic.length, headBytes))
  try {
    for await (const part of openChunks(once(bytes.subarray(headBytes)), key)) parts.push(part)
  } catch (cause) {
    throw new UnreadableInput(
      'Tệp của hồ sơ trong kho đã bị sửa hoặc hỏng. Hãy chạy `hoso check`, rồi phục hồi tệp này từ bản sao lưu.',
      { cause },
    )
  }
  return Buffer.concat(parts)
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
