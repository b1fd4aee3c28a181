// The code of a rescan slip: names one page of the workspace, short enough to be typed as a file's name. Comes from the
// page's id alone, so that a slip printed twice bears the same code.
import { sha256 } from './id.ts'

/** Crockford's base 32: no I, L, O, U, which people and printers confuse with 1, 0, V. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Sixty bits: among a nation's pages (10^9) two of one code are unlikely, and the store refuses a code of two pages. */
const hexDigits = 15
const letters = 12
const group = 4
/** Written as told, or with the letters that Crockford's alphabet leaves out for being misread. */
const written = /QL[-_ ]?(?<code>[0-9A-Z]{4}[-_ ]?[0-9A-Z]{4}[-_ ]?[0-9A-Z]{4})(?!-?[0-9A-Z]{4}|[0-9A-Z])/u

/** The first digits of the hash: what the store looks a page up by. */
export const slipHexOf = (pageId: string): string => sha256(pageId).slice(0, hexDigits)

/** "QL-7K3M-9QXD-2VWA" */
export function slipCodeOf(pageId: string): string {
  let rest = BigInt(`0x${slipHexOf(pageId)}`)
  let code = ''
  for (let at = 0; at < letters; at += 1) {
    code = (digits[Number(rest % 32n)] ?? '') + code
    rest /= 32n
  }
  return `QL-${Array.from({ length: letters / group }, (_, part) => code.slice(part * group, (part + 1) * group)).join('-')}`
}

/** Finds a code in a file's name or in what a QR code says, and gives the digits of the page's hash. */
export function slipHexIn(text: string): string | undefined {
  const found = written.exec(text.normalize('NFC').toUpperCase())?.groups?.code
  if (found === undefined) return undefined
  let value = 0n
  for (const letter of found.replaceAll(/[-_ ]/gu, '')) {
    const digit = digits.indexOf(letter === 'O' ? '0' : letter === 'I' || letter === 'L' ? '1' : letter)
    if (digit < 0) return undefined
    value = value * 32n + BigInt(digit)
  }
  return value.toString(16).padStart(hexDigits, '0')
}
