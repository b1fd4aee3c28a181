// A written place cut into its parts, each with the kind of unit it calls itself. Which unit it is, is left to place-layers.ts.
import { fold } from '../text.ts'

export type Level = 'province' | 'district' | 'commune'

export interface Part {
  readonly name: string
  /** As called in the writing (`xã`, `thành phố`); absent for a bare name. */
  readonly kind?: string
  /** The kind word itself was misread, and understood without its tones. */
  readonly isKindTolerant: boolean
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

const short: Readonly<Record<string, string>> = {
  tp: 'thành phố',
  tx: 'thị xã',
  tt: 'thị trấn',
  t: 'tỉnh',
  h: 'huyện',
  q: 'quận',
  p: 'phường',
  x: 'xã',
}
const kinds = Object.keys(levelsOf)
const kindOfFolded = new Map(kinds.map((kind) => [fold(kind), kind]))
const kindWord = `(?:${[...kinds].sort((a, b) => b.length - a.length).join('|')}|TP\\.?|TX\\.?|TT\\.?)`
/** A kind word inside a part begins the next one, unless another or nothing follows: `xã Tứ Quận huyện Yên Sơn`. */
const nextUnit = new RegExp(
  `(?<=\\s)(?<!thị\\s)(?=${kindWord}\\s+(?!${kindWord}(?:\\s|$))\\p{L}|${kindWord}\\s+\\d)`,
  'giu',
)
/** Between two numbers a hyphen is a house number's. */
const dash = /\s*(?<!\d)[-–—]\s*|\s*[-–—](?!\d)\s*/u

/** Hamlets, streets, houses: below every unit, so never taken for one. */
const belowCommune =
  /^(?:thôn|xóm|bản|tổ|khu|số|ngõ|ngách|hẻm|đường|phố|ấp|buôn|làng|khối|đội|tiểu khu|cụm|nhà|căn hộ|chung cư|phòng|km|tdp|trạm|bệnh viện|sn)(?![\p{L}])|^\d/iu

export const isBelowCommune = (part: Part): boolean => part.kind === undefined && belowCommune.test(part.name)

/** `isName` tells names that hold a hyphen or a kind word themselves: Bà Rịa - Vũng Tàu, Tân Xã. */
export function partsOf(text: string, isName: (name: string) => boolean): Part[] {
  return text
    .split(/[,;\n]/u)
    .flatMap((piece) => inline(piece.trim(), isName))
    .flatMap((piece) => hyphenated(piece.trim(), isName))
    .flatMap((piece) => withoutComma(piece, isName))
    .map((piece) => withKind(piece.replace(/^[\s.:]+|[\s.:]+$/gu, ''), isName))
    .filter(({ name }) => name !== '' && fold(name) !== 'viet nam')
}

function inline(piece: string, isName: (name: string) => boolean): string[] {
  const pieces = piece.split(nextUnit)
  return pieces.length > 1 && isName(withKind(piece).name) ? [piece] : pieces
}

/** `Vũng Tàu - Bà Rịa - Vũng Tàu` is a town and a province. */
function hyphenated(piece: string, isName: (name: string) => boolean): string[] {
  if (!/[-–—]/u.test(piece) || isName(withKind(piece).name)) return [piece]
  const pieces = piece.split(dash)
  return pieces.reduceRight<string[]>((right, left) => {
    const [next, ...rest] = right
    const both = `${left} - ${next ?? ''}`
    return next !== undefined && isName(withKind(both).name) ? [both, ...rest] : [left, ...right]
  }, [])
}

/** `huyện Chiêm Hóa Tuyên Quang`: the comma is lost, and only one cut gives two names. */
function withoutComma(piece: string, isName: (name: string) => boolean): string[] {
  const { name, kind } = withKind(piece)
  if (kind === undefined || isName(name)) return [piece]
  const words = name.split(' ')
  const cuts = words
    .slice(1)
    .map((_word, i) => [words.slice(0, i + 1).join(' '), words.slice(i + 1).join(' ')] as const)
  const [only, ...more] = cuts.filter(([left, right]) => isName(left) && isName(right))
  return only && more.length === 0 ? [`${kind} ${only[0]}`, only[1]] : [piece]
}

function withKind(piece: string, isName: (name: string) => boolean = () => true): Part {
  const lower = piece.toLowerCase()
  const full = kinds.find((kind) => lower.startsWith(`${kind} `) || lower === kind)
  if (full) return { name: piece.slice(full.length).trim(), kind: full, isKindTolerant: false }
  const [all = '', letters = ''] = /^(tp|tx|tt)(?:\.\s*|\s+)|^([thqpx])\.\s*/iu.exec(piece) ?? []
  const abbreviated = short[(letters || all.replace(/[.\s]/gu, '')).toLowerCase()]
  if (all && abbreviated) return { name: piece.slice(all.length).trim(), kind: abbreviated, isKindTolerant: false }
  const folded = withFoldedKind(piece)
  return folded && !isName(piece) ? folded : { name: piece, isKindTolerant: false }
}

/** `Huyen Yên Sơn`: only where the whole is no name, since Quan Sơn and Tĩnh Gia are. */
function withFoldedKind(piece: string): Part | undefined {
  const words = piece.split(' ')
  for (const length of [2, 1]) {
    const kind = kindOfFolded.get(fold(words.slice(0, length).join(' ')))
    if (kind && words.length > length) return { name: words.slice(length).join(' '), kind, isKindTolerant: true }
  }
  return undefined
}
