// Takes the signature out of a signed PDF: what it covers and its CMS. Whether it is sound is cms.ts.
import { UsageError } from '../../core/errors.ts'

export interface PdfSignature {
  readonly cms: Uint8Array
  /** All of the file but the signature itself. */
  readonly covered: Uint8Array
}

const refuse = (what: string): UsageError =>
  new UsageError(`Tệp PDF đã ký không hợp lệ: ${what}. Ký lại chính tệp đã được giao để ký.`)

/**
 * The last signature, which must cover the whole file but its own place (ISO 32000-1, 12.8.1): what is added behind it, or
 * left out between, nobody has signed. The file must begin with the very bytes that were handed over.
 */
export function pdfSignature(signed: Uint8Array, handedOver: Uint8Array): PdfSignature {
  const bytes = Buffer.from(signed)
  if (!bytes.subarray(0, handedOver.byteLength).equals(Buffer.from(handedOver)))
    throw refuse('không phải biên bản đã giao đi')
  const text = bytes.toString('latin1')
  const range = [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/gu)].at(-1)
  if (range === undefined) throw refuse('không có chữ ký')
  const [from, length, next, rest] = range.slice(1).map(Number)
  if (from === undefined || length === undefined || next === undefined || rest === undefined)
    throw refuse('không có chữ ký')
  const hole = text.slice(from + length, next)
  if (from !== 0 || next + rest !== bytes.byteLength || next <= length || !/^<[0-9A-Fa-f\s]*>$/u.test(hole))
    throw refuse('chữ ký không bao trùm cả tệp')
  if (length < handedOver.byteLength) throw refuse('chữ ký nằm trong phần đã giao đi')
  const cms = Buffer.from(hole.replaceAll(/[<>\s]/gu, ''), 'hex')
  return {
    cms: new Uint8Array(withoutPadding(cms)),
    covered: new Uint8Array(Buffer.concat([bytes.subarray(0, length), bytes.subarray(next)])),
  }
}

/** The place is larger than the signature and filled with zeros; the length of the DER tells where it ends. */
function withoutPadding(der: Buffer): Buffer {
  const first = der[1] ?? 0
  if (first < 0x80) return der.subarray(0, 2 + first)
  const digits = first & 0x7f
  return digits > 4 || digits === 0 ? der : der.subarray(0, 2 + digits + der.readUIntBE(2, digits))
}
