// AES-256-GCM a chunk at a time (the STREAM construction): each chunk knows its number, and the last one that it is the last, so
// that a file of any size is sealed and opened in constant memory, and chunks moved, cut off or added are refused.
import { createCipheriv, createDecipheriv } from 'node:crypto'

export const chunkBytes = 1 << 18
export const tagBytes = 16

/** Eleven bytes of the chunk's number and one that tells the last; a key seals one file only. */
function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(number, 5, 6)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

export async function* sealChunks(source: AsyncIterable<Uint8Array>, key: Buffer): AsyncGenerator<Buffer> {
  let number = 0
  for await (const { chunk, isLast } of chunksOf(source, chunkBytes)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number++, isLast))
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
  }
}

/** Throws what node:crypto throws where a byte was changed. */
export async function* openChunks(source: AsyncIterable<Uint8Array>, key: Buffer): AsyncGenerator<Buffer> {
  let number = 0
  for await (const { chunk, isLast } of chunksOf(source, chunkBytes + tagBytes)) {
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number++, isLast))
    decipher.setAuthTag(chunk.subarray(chunk.length - tagBytes))
    yield Buffer.concat([decipher.update(chunk.subarray(0, chunk.length - tagBytes)), decipher.final()])
  }
}

/** Pieces of one size; the last, shorter or as long, is told; of nothing there is one empty piece. */
async function* chunksOf(
  source: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ readonly chunk: Buffer; readonly isLast: boolean }> {
  let held = Buffer.alloc(0)
  for await (const part of source) {
    held = Buffer.concat([held, part])
    let at = 0
    for (; held.length - at > size; at += size) yield { chunk: held.subarray(at, at + size), isLast: false }
    held = held.subarray(at)
  }
  yield { chunk: held, isLast: true }
}
