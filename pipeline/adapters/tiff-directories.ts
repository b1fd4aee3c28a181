// Walks the chain of directories of a TIFF (one a page; TIFF 6.0 section 2, and BigTIFF). Readers stop where the chain breaks
// or bites its own tail and say nothing of the pages behind it: here such a file is told apart.

/** Whether every directory lies in the file, none comes twice, and the chain has an end. */
export function hasWholeChain(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isLittle = bytes[0] === 0x49
  const isBig = view.getUint16(2, isLittle) === 43
  const offsetAt = (at: number) => (isBig ? Number(view.getBigUint64(at, isLittle)) : view.getUint32(at, isLittle))
  const { head, count, entry, first } = isBig
    ? { head: 8, count: 8, entry: 20, first: 8 }
    : { head: 4, count: 2, entry: 12, first: 4 }
  const seen = new Set<number>()
  if (first + head > bytes.byteLength) return false
  for (let at = offsetAt(first); at !== 0;) {
    if (seen.has(at) || at + count > bytes.byteLength) return false
    seen.add(at)
    const entries = isBig ? offsetAt(at) : view.getUint16(at, isLittle)
    const next = at + count + entries * entry
    if (next + head > bytes.byteLength) return false
    at = offsetAt(next)
  }
  return seen.size > 0
}
