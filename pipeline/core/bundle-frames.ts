// A bundle's content as a stream: each piece as JSON with its length before it, the bytes of a file right after its piece.
// What is read is held to its shape and to its hash; a stream without its end is no bundle.
import { createHash } from 'node:crypto'
import { BundlePiece } from '../../schemas/index.ts'
import { UnreadableInput } from './errors.ts'

const longestPiece = 256 * 1024 * 1024

export function framed(piece: BundlePiece): Uint8Array {
  const body = new TextEncoder().encode(JSON.stringify(piece))
  const frame = new Uint8Array(4 + body.length)
  new DataView(frame.buffer).setUint32(0, body.length)
  frame.set(body, 4)
  return frame
}

export type Unpacked =
  | { readonly kind: 'file'; readonly path: string; readonly sha256: string; readonly bytes: Uint8Array }
  | Exclude<BundlePiece, { kind: 'file' }>

const broken = () =>
  new UnreadableInput('Nội dung gói chuyển không đúng khuôn dạng. Hãy lập lại gói bằng cùng bản chương trình.')

export async function* unframed(content: AsyncIterable<Uint8Array>): AsyncGenerator<Unpacked> {
  const take = taker(content)
  for (;;) {
    const head = await take(4)
    const length = new DataView(head.buffer, head.byteOffset, 4).getUint32(0)
    if (length > longestPiece) throw broken()
    const piece = pieceOf(await take(length))
    if (piece.kind === 'file') {
      const bytes = await take(piece.bytes)
      if (createHash('sha256').update(bytes).digest('hex') !== piece.sha256) throw broken()
      yield { kind: 'file', path: piece.path, sha256: piece.sha256, bytes }
    } else yield piece
    if (piece.kind === 'end') return
  }
}

function pieceOf(bytes: Uint8Array): BundlePiece {
  try {
    return BundlePiece.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    throw broken()
  }
}

/** So many bytes next; throws where there are fewer. */
function taker(content: AsyncIterable<Uint8Array>): (length: number) => Promise<Uint8Array> {
  const source = content[Symbol.asyncIterator]()
  let parts: Uint8Array[] = []
  let held = 0
  return async (length) => {
    while (held < length) {
      const next = await source.next()
      if (next.done === true) throw broken()
      parts.push(next.value)
      held += next.value.length
    }
    const whole = Buffer.concat(parts)
    parts = [whole.subarray(length)]
    held = whole.length - length
    return whole.subarray(0, length)
  }
}
