// Spoils a file in one to eight of the ways that files are spoilt by accident or on purpose. The same chance gives the same bytes.
import { between, chance, pick, type Random } from '../random.ts'
import type { Seed } from './seeds.ts'
import { zipOf } from './zip-of.ts'

type Change = (bytes: Buffer, random: Random) => Buffer

const numbers = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff]
const digits = ['0', '-1', '65536', '2147483647', '4294967296', '99999999999999999999', '1e308']
const texts = [
  '../../x',
  '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
  '&b;',
  '\u0000',
  '%s%n',
  '=cmd|x',
  'stream\n',
  '>>',
  '<<',
  '[[[[',
  'PK\u0003\u0004',
  '%%EOF',
  '\u001b[2J',
]

/** The heads of files say most: half of all places lie in the first tenth. */
const place = (bytes: Buffer, random: Random) =>
  between(random, 0, Math.max(0, Math.floor((bytes.length - 1) * (chance(random, 0.5) ? 0.1 : 1))))
const stretch = (bytes: Buffer, random: Random) => {
  const from = place(bytes, random)
  return [from, Math.min(bytes.length, from + 2 ** between(random, 0, 12))] as const
}
const replaced = (bytes: Buffer, at: number, put: Uint8Array, instead = 0) =>
  Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + instead)])

const changes: readonly Change[] = [
  (bytes, random) => {
    const copy = Buffer.from(bytes)
    for (let count = between(random, 1, 20); count > 0 && copy.length > 0; count--) {
      const at = place(copy, random)
      copy[at] = (copy[at] ?? 0) ^ (1 << between(random, 0, 7))
    }
    return copy
  },
  (bytes, random) => {
    const [from, to] = stretch(bytes, random)
    return replaced(
      bytes,
      from,
      Buffer.from(Array.from({ length: to - from }, () => between(random, 0, 255))),
      to - from,
    )
  },
  (bytes, random) => {
    const [from, to] = stretch(bytes, random)
    return replaced(bytes, from, Buffer.alloc(to - from), to - from)
  },
  (bytes, random) => {
    const [from, to] = stretch(bytes, random)
    return replaced(bytes, from, Buffer.alloc(0), to - from)
  },
  (bytes, random) => {
    const [from, to] = stretch(bytes, random)
    return replaced(
      bytes,
      from,
      Buffer.concat(Array.from({ length: between(random, 1, 20) }, () => bytes.subarray(from, to))),
    )
  },
  (bytes, random) => bytes.subarray(0, between(random, 0, bytes.length)),
  (bytes, random) => replaced(bytes, place(bytes, random), Buffer.from(pick(random, texts), 'latin1')),
  (bytes, random) => {
    const number = Buffer.alloc(4)
    const isLittle = chance(random, 0.5)
    if (isLittle) number.writeUInt32LE(pick(random, numbers))
    else number.writeUInt32BE(pick(random, numbers))
    return replaced(bytes, place(bytes, random), number.subarray(isLittle ? 0 : 2), isLittle ? 4 : 2)
  },
  (bytes, random) => {
    const found = [...bytes.toString('latin1').matchAll(/\d{1,10}/gu)]
    if (found.length === 0) return bytes
    const { index, 0: number } = pick(random, found)
    return replaced(bytes, index, Buffer.from(pick(random, digits)), number.length)
  },
  (bytes, random) => replaced(bytes, 0, Buffer.alloc(between(random, 1, 2000), 10)),
]

function spoilt(bytes: Buffer, random: Random): Buffer {
  let now = bytes
  for (let count = chance(random, 0.4) ? 1 : between(random, 2, 8); count > 0; count--)
    now = pick(random, changes)(now, random)
  return now
}

/** A part of a ZIP is spoilt inside as often as the ZIP around it, else nothing would get past its sums. */
export async function mutated({ bytes, parts }: Seed, random: Random): Promise<Buffer> {
  if (parts === undefined || chance(random, 0.4)) return spoilt(bytes, random)
  const name = pick(random, Object.keys(parts))
  return zipOf({ ...parts, [name]: spoilt(Buffer.from(parts[name] ?? ''), random) })
}
