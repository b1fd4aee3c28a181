// A written place cut into its parts, each with the kind of unit it calls itself. Which unit it is, is left to place-layers.ts.
import { fold } from '../text.ts'

export type Level = 'province' | 'district' | 'commune'

export interface Part {
  readonly name: string
  /** As called in the writing (`xã`, `thành phố`); absent for a bare name. */
  readonly kind?: string
  /** The kind word was misread, or a lost space or comma was put back: understood, but not as written. */
  readonly isMended: boolean
}

export const levelsOf: Readonly<Record<string, readonly Level[]>> = {
  tỉnh: ['province'],
  'thành phố': ['province', 'district'],
  huyện: ['district'],
  quận: ['district'],
  'thị xã': ['district'],
  xã: ['commune'],
  phường: ['commune'],
  'thị trấn': ['commune'],
  'đặc khu': ['commune'],
}
export const kinds = Object.keys(levelsOf)

/** What the cutting must know: names that hold a hyphen or a kind word themselves (Bà Rịa - Vũng Tàu, Tân Xã), kinds misread. */
export interface Known {
  readonly isName: (name: string) => boolean
  /** The same, also where its signs are lost. */
  readonly isLikeName: (name: string) => boolean
  readonly isProvince: (name: string) => boolean
  /** The kind a word may be misread from. */
  readonly kindLike: (word: string) => string | undefined
}

const short: Readonly<Record<string, string>> = {
  tp: 'thành phố',
  tx: 'thị xã',
  tt: 'thị trấn',
  t: 'tỉnh',
  h: 'huyện',
  q: 'quận',
  p: 'phường',
  f: 'phường',
  x: 'xã',
}
const longestFirst = [...kinds].sort((a, b) => b.length - a.length)
const kindWord = `(?:${longestFirst.join('|')}|TP\\.?|TX\\.?|TT\\.?)`
/** A kind word inside a part begins the next one, unless another or nothing follows: `xã Tứ Quận huyện Yên Sơn`. */
const nextUnitAfter = (word: string, before: string) =>
  new RegExp(
    `(?<=\\s)(?<!${before}\\s)(?=${word}\\s+(?!${word}(?:\\s|$))\\p{L}|${word}\\s+\\d|[HQPXT]\\.\\s?\\p{Lu}\\p{L}+)`,
    'giu',
  )
const nextUnit = nextUnitAfter(kindWord, 'thị')
/** The same in a text typed without any signs. */
const nextUnitFolded = nextUnitAfter(`(?:${longestFirst.map(fold).join('|')})`, 'thi')
/** A kind run into its name, a word into the next. */
const lostSpace = new RegExp(`(?<=(?<!\\p{L})${kindWord})(?=\\p{Lu}\\p{Ll})|(?<=\\p{Ll})(?=\\p{Lu})`, 'gu')
/** Between two numbers a hyphen is a house number's. */
const dash = /\s*(?<!\d)[-–—]\s*|\s*[-–—](?!\d)\s*/u
/** Stops part names where no abbreviation ends with them. */
const separator =
  /[,;\n|]|(?<=\p{L}{2})\s*\/\s*(?=\p{L}{2})|(?<=\p{L}\p{Ll})(?<!(?<!\p{L})t[pxt])\.\s+(?=\p{Lu}\p{L})/iu

/** Hamlets, streets, houses: below every unit, so never taken for one. */
const belowCommune =
  /^(?:thôn|xóm|bản|tổ|khu|số|ngõ|ngách|hẻm|đường|phố|ấp|buôn|làng|khối|đội|tiểu khu|cụm|nhà|căn hộ|chung cư|phòng|km|tdp|trạm|bệnh viện|sn)(?![\p{L}])|^\d/iu

export const isBelowCommune = (part: Part): boolean => part.kind === undefined && belowCommune.test(part.name)

export function partsOf(text: string, known: Known): Part[] {
  return text
    .replace(/(?<!\p{L})T[./]\s?([PXT])(?!\p{L})\.?/giu, 'T$1.')
    .split(separator)
    .flatMap((piece) => spaced(piece.trim(), known))
    .flatMap(({ piece, isMended }) => cut(piece, known).map((part) => (isMended ? { ...part, isMended } : part)))
    .filter(({ name }) => name !== '' && fold(name) !== 'viet nam')
}

function spaced(piece: string, { isName }: Known): { piece: string; isMended: boolean }[] {
  const isWhole = isName(piece) || isName(withKind(piece).name)
  const apart = isWhole ? piece : piece.replace(lostSpace, ' ')
  return [{ piece: apart, isMended: apart !== piece }]
}

function cut(text: string, known: Known): Part[] {
  return inline(text, known)
    .flatMap((piece) => hyphenated(piece.trim(), known))
    .map((piece) => piece.replace(/^[\s.:()]+|[\s.:()]+$/gu, ''))
    .flatMap((piece) => withoutComma(piece, known))
}

function inline(piece: string, { isName }: Known): string[] {
  const pieces = piece.split(/^[\x20-\x7e]*$/u.test(piece) ? nextUnitFolded : nextUnit)
  const isOne = isName(withKind(piece).name) || isMisreadTown(pieces)
  return pieces.length > 1 && isOne ? [piece] : pieces
}

/** `Thố xã Kỳ Anh` is a town (thị xã) misread, and no commune. */
const isMisreadTown = ([first = '', second = '']: readonly string[]): boolean =>
  /^t\p{Ll}{0,3}\s$/iu.test(first) && /^xã\s/iu.test(second) && !belowCommune.test(first)

/** `Vũng Tàu - Bà Rịa - Vũng Tàu` is a town and a province. */
function hyphenated(piece: string, { isName }: Known): string[] {
  if (!/[-–—]/u.test(piece) || isName(withKind(piece).name)) return [piece]
  const pieces = piece.split(dash)
  return pieces.reduceRight<string[]>((right, left) => {
    const [next, ...rest] = right
    const both = `${left} - ${next ?? ''}`
    return next !== undefined && isName(withKind(both).name) ? [both, ...rest] : [left, ...right]
  }, [])
}

/** `huyện Chiêm Hóa Tuyên Quang`: the comma is lost, and only one cut gives names. */
function withoutComma(piece: string, known: Known): Part[] {
  const part = withKind(piece, known)
  const { name, kind } = part
  const words = name.split(' ')
  if (known.isName(name) || words.length < 3 || isBelowCommune(part)) return [part]
  const [only, ...more] = cutsOf(words, known)
  if (!only || more.length > 0) return [part]
  const [first = '', ...others] = only
  // With its kind the first name is told; bare names run together are only probably these.
  const isMended = part.isMended || kind === undefined
  return [{ ...part, name: first, isMended }, ...others.map((other) => ({ name: other, isMended }))]
}

/** All ways to cut words into two or three names, the last of three a province. */
function cutsOf(words: readonly string[], { isName, isProvince }: Known): string[][] {
  const join = (from: number, to: number) => words.slice(from, to).join(' ')
  const ends = words.map((_word, i) => i).slice(1)
  const two = ends.map((at) => [join(0, at), join(at, words.length)])
  const three = ends.flatMap((at) =>
    ends.filter((next) => next > at).map((next) => [join(0, at), join(at, next), join(next, words.length)]),
  )
  const found = [...two, ...three.filter((all) => isProvince(all.at(-1) ?? ''))].filter((all) => all.every(isName))
  return found
}

function withKind(piece: string, known?: Known): Part {
  const lower = piece.toLowerCase()
  const full = kinds.find((kind) => lower.startsWith(`${kind} `) || lower === kind)
  if (full) return { name: piece.slice(full.length).trim(), kind: full, isMended: false }
  const [all = '', pair, letter, counted] =
    /^(tp|tx|tt)(?:\.\s*|\s+)|^([thqpx])(?:\.\s*|\s+(?=\p{Lu}))|^([qpf])\.?\s*(?=\d{1,2}$)/iu.exec(piece) ?? []
  const kind = short[(pair ?? letter ?? counted ?? '').toLowerCase()]
  const isLoneLetter = letter !== undefined && !all.includes('.') && known?.isName(piece) === true
  if (all && kind && !isLoneLetter) return { name: piece.slice(all.length).trim(), kind, isMended: false }
  const isPlain = known === undefined || belowCommune.test(piece) || known.isName(piece)
  const misread = isPlain ? undefined : withMisreadKind(piece, known)
  return misread ?? { name: piece, isMended: false }
}

/** Kinds of one short word begin names too (Quan Sơn, Tĩnh Gia): then the rest must be a name. */
const SHORT_KIND = 4

function withMisreadKind(piece: string, { isLikeName, kindLike }: Known): Part | undefined {
  const words = piece.split(' ')
  for (const length of [2, 1]) {
    const kind = kindLike(words.slice(0, length).join(' '))
    const name = words.slice(length).join(' ')
    if (kind === undefined || name === '' || kind.split(' ').length !== length) continue
    if (kind.length > SHORT_KIND || isLikeName(name)) return { name, kind, isMended: true }
  }
  return undefined
}
