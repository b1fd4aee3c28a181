// A file that only one place can open and that says who made it: X25519 and HKDF-SHA256 give the key, AES-256-GCM seals it a
// chunk at a time (the STREAM construction: each chunk knows its number, the last one that it is the last), Ed25519 signs the
// whole. Reading checks the signature over every byte before the first one is believed.
import {
  createHash,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { BundleHead } from '../../schemas/index.ts'
import { UnreadableInput } from '../core/errors.ts'
import type { KnownPlace, OwnKeys } from './keys.ts'
import { openChunks, sealChunks, tagBytes } from './sealed-chunks.ts'

const signatureBytes = 64
const magic = Buffer.from('HOSOB1\n', 'latin1')
const longestHead = 4096

const refused = (cause?: unknown) =>
  new UnreadableInput(
    'Gói chuyển bị sửa, bị cắt hoặc không phải gói gửi cho nơi này. Chưa có gì thay đổi; xin gói khác.',
    { cause },
  )

/** Written beside and moved into place: a bundle is there whole or not at all. */
export async function writeSealed(
  file: string,
  own: OwnKeys,
  to: Pick<KnownPlace, 'fingerprint' | 'seal'>,
  content: AsyncIterable<Uint8Array>,
): Promise<void> {
  const ephemeral = generateKeyPairSync('x25519')
  const salt = randomBytes(32)
  const head: BundleHead = {
    ...{ kind: 'hoso-bundle', version: 1, from: own.fingerprint, to: to.fingerprint },
    ephemeral: ephemeral.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    salt: salt.toString('base64'),
  }
  const headBytes = Buffer.from(JSON.stringify(head), 'utf8')
  const key = keyOf(ephemeral.privateKey, to.seal, salt, headBytes)
  const part = `${file}.part`
  const handle = await open(part, 'w', 0o600)
  try {
    const hash = createHash('sha512')
    const put = async (bytes: Uint8Array) => {
      hash.update(bytes)
      await handle.write(bytes)
    }
    await put(Buffer.concat([magic, lengthOf(headBytes), headBytes]))
    for await (const chunk of sealChunks(content, key)) await put(chunk)
    await handle.write(sign(null, hash.digest(), own.sign))
    await handle.sync()
  } catch (cause) {
    await handle.close()
    await rm(part, { force: true })
    throw cause
  }
  await handle.close()
  await rename(part, file)
}

export interface Opened {
  readonly from: KnownPlace
  /** What was sealed, piece by piece. */
  readonly content: () => AsyncGenerator<Uint8Array>
}

/** Throws UnreadableInput for everything that is not whole, for us, and from a place we trust. */
export async function openSealed(file: string, own: OwnKeys, trusted: readonly KnownPlace[]): Promise<Opened> {
  const { head, headBytes, bodyStart, size } = await readHead(file)
  const from = trusted.find(({ fingerprint }) => fingerprint === head.from)
  if (from === undefined)
    throw new UnreadableInput(
      `Không biết nơi gửi ${head.from}. Xin thẻ khóa của nơi đó rồi nạp bằng \`hoso keys trust\`.`,
    )
  if (head.to !== own.fingerprint) throw refused()
  const bodyEnd = size - signatureBytes
  if (bodyEnd < bodyStart + tagBytes || !(await isSigned(file, bodyEnd, from.sign))) throw refused()
  const ephemeral = createPublicKey({ key: Buffer.from(head.ephemeral, 'base64'), format: 'der', type: 'spki' })
  const key = keyOf(own.seal, ephemeral, Buffer.from(head.salt, 'base64'), headBytes)
  return { from, content: () => opened(file, bodyStart, bodyEnd, key) }
}

/** The head is part of the key: a head that was changed opens nothing. */
function keyOf(own: KeyObject, other: KeyObject, salt: Uint8Array, head: Uint8Array): Buffer {
  const shared = diffieHellman({ privateKey: own, publicKey: other })
  return Buffer.from(hkdfSync('sha256', shared, salt, createHash('sha256').update(head).digest(), 32))
}

async function* opened(file: string, start: number, end: number, key: Buffer): AsyncGenerator<Uint8Array> {
  const source: AsyncIterable<Buffer> = createReadStream(file, { start, end: end - 1 })
  try {
    yield* openChunks(source, key)
  } catch (cause) {
    throw refused(cause)
  }
}

async function isSigned(file: string, end: number, key: KeyObject): Promise<boolean> {
  const hash = createHash('sha512')
  const source: AsyncIterable<Buffer> = createReadStream(file, { end: end - 1 })
  for await (const part of source) hash.update(part)
  const tail: Buffer[] = []
  const rest: AsyncIterable<Buffer> = createReadStream(file, { start: end })
  for await (const part of rest) tail.push(part)
  return verify(null, hash.digest(), key, Buffer.concat(tail))
}

async function readHead(file: string) {
  const handle = await open(file, 'r').catch((cause: unknown) => {
    throw new UnreadableInput(`Không có tệp ${file}. Kiểm tra lại đường dẫn.`, { cause })
  })
  try {
    const { size } = await handle.stat()
    const first = await bytesAt(handle, 0, magic.length + 4)
    const length = first.length === magic.length + 4 ? first.readUInt32BE(magic.length) : 0
    if (!first.subarray(0, magic.length).equals(magic) || length === 0 || length > longestHead) throw refused()
    const headBytes = await bytesAt(handle, magic.length + 4, length)
    const head = BundleHead.safeParse(jsonOf(headBytes.toString('utf8')))
    if (!head.success) throw refused(head.error)
    return { head: head.data, headBytes, bodyStart: magic.length + 4 + length, size }
  } finally {
    await handle.close()
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

const lengthOf = (bytes: Uint8Array): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return length
}
