// What the training lines say: names, places, dates, codes, amounts, labels of forms and plain sentences of offices. Invented or
// public words only; never the text of the dossiers that measure.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { between, chance, pick, type Random } from '../random.ts'
import { numbering, roman } from './numbering.ts'

/** Words to draw from: `names` family/middle/given, `places` as written, `labels` of printed forms, `sentences` of running text. */
export interface Words {
  readonly family: readonly string[]
  readonly middle: readonly string[]
  readonly given: readonly string[]
  readonly places: readonly string[]
  readonly ranks: readonly string[]
  readonly labels: readonly string[]
  readonly sentences: readonly string[]
}

const column = (folder: string, file: string, at: number): string[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .slice(1)
    .flatMap((line) => line.split('\t')[at]?.replaceAll('"', '').trim() || [])

/** `folder` holds the public lists: names/, admin/, catalogs/, forms/ and texts (*.md) of Vietnamese sentences. */
export function wordsFrom(folder: string, texts: readonly string[]): Words {
  const forms = readFileSync(join(folder, 'forms/field_labels.json'), 'utf8')
  const prose = texts.flatMap((file) => readFileSync(file, 'utf8').split(/[\n|"“”;]/u))
  const schools = column(folder, 'catalogs/co_so_dao_tao.tsv', 0).filter((text) => /\p{L} \p{L}/u.test(text))
  return {
    family: [
      ...column(folder, 'names/family_names_freq.tsv', 0),
      ...column(folder, 'names/family_names_ethnic.tsv', 0),
    ],
    middle: column(folder, 'names/middle_names_freq.tsv', 0),
    given: [
      ...column(folder, 'names/given_names_freq.tsv', 0),
      ...column(folder, 'names/given_names_ethnic_seed.tsv', 0),
    ],
    ranks: column(folder, 'catalogs/ngach_chuc_danh.tsv', 1),
    places: [
      ...column(folder, 'admin/communes_before_2025-07-01.tsv', 1),
      ...column(folder, 'admin/communes_after_2025-07-01.tsv', 1),
      ...column(folder, 'admin/districts_before_2025-07-01.tsv', 1),
      ...column(folder, 'admin/provinces_before_2025-07-01.tsv', 1),
      ...column(folder, 'catalogs/ngach_chuc_danh.tsv', 1),
      ...schools,
    ],
    labels: [...forms.matchAll(/"([^"]{6,80})"/gu)].flatMap(([, text]) => (text && isVietnamese(text) ? [text] : [])),
    sentences: prose
      .map((text) => text.replace(/[*_`#<>[\]]/gu, '').trim())
      .filter((text) => text.length > 20 && isVietnamese(text)),
  }
}

const isVietnamese = (text: string) =>
  /[ạảãàáâậầấẩẫăắằặẳẵóòọõỏôộổỗồốơờớợởỡéèẻẹẽêếềệểễúùụủũưựữửừứíìịỉĩýỳỷỵỹđ]/iu.test(text)

const two = (value: number) => String(value).padStart(2, '0')
const digits = (random: Random, count: number) => Array.from({ length: count }, () => between(random, 0, 9)).join('')
const year = (random: Random) => between(random, 1945, 2026)

export const name = (random: Random, { family, middle, given }: Words): string =>
  [
    pick(random, family),
    ...(chance(random, 0.85) ? [pick(random, middle)] : []),
    ...(chance(random, 0.3) ? [pick(random, given)] : []),
    pick(random, given),
  ].join(' ')

const date = (random: Random): string => {
  const [day, month, at] = [between(random, 1, 31), between(random, 1, 12), year(random)]
  return pick(random, [
    `${two(day)}/${two(month)}/${at}`,
    `${day}/${month}/${at}`,
    `${two(month)}/${at}`,
    `${two(day)}-${two(month)}-${at}`,
    `ngày ${two(day)} tháng ${two(month)} năm ${at}`,
    `Ngày ${day} tháng ${month} năm ${at}`,
    `${two(month)}/${at} - ${two(between(random, 1, 12))}/${at + between(random, 1, 9)}`,
    `Từ ${two(month)}/${at} đến nay`,
    `tháng ${month} năm ${at}`,
  ])
}

const figure = (random: Random): string =>
  pick(random, [
    () => `${between(random, 1, 9)},${two(between(random, 0, 99))}`,
    () => `${between(random, 1, 9)}.${two(between(random, 0, 99))}`,
    () => digits(random, pick(random, [1, 2, 3, 4, 9, 10, 12])),
    () => `0${between(random, 0, 99)}${digits(random, 9)}`,
    () => `V.${two(between(random, 1, 12))}.${two(between(random, 1, 12))}.${two(between(random, 1, 40))}`,
    () => `${two(between(random, 1, 19))}.${digits(random, 3)}`,
    () => `${between(random, 1, 12)}/${between(random, 10, 12)}`,
    () => `1m${between(random, 45, 85)}`,
    () => `${between(random, 1, 12)}/12`,
    () => `${between(random, 40, 90)} kg`,
    () => `${between(random, 1, 4999)}/QĐ-${pick(random, ['UBND', 'SNV', 'BNV', 'SGDĐT', 'TU', 'CT', 'HĐND', 'SYT'])}`,
    () => `${between(random, 10, 99)}%`,
    () => `${between(random, 1, 30)}.${digits(random, 3)}.000 đồng`,
  ])()

const place = (random: Random, { places }: Words): string =>
  Array.from({ length: between(random, 1, 3) }, () => pick(random, places)).join(', ')

const pieces = ['thôn', 'xóm', 'bản', 'tổ dân phố số', 'xã', 'phường', 'thị trấn', 'huyện', 'thành phố', 'tỉnh']
const trades = [
  'Làm ruộng',
  'Giáo viên',
  'Công nhân',
  'Bộ đội',
  'Hưu trí',
  'Học sinh',
  'Sinh viên',
  'Đã mất',
  'Buôn bán',
  'Y sĩ',
]
const posts = [
  'Tổ trưởng',
  'Chuyên viên',
  'Phó trưởng phòng',
  'Nhân viên',
  'Kế toán',
  'Chủ tịch',
  'Quyền',
  'Quản lý',
  'Thủ quỹ',
  'Bí thư',
]

/** A commune, district and province with their kinds, as a cell or a value holds them. */
const address = (random: Random, words: Words): string => {
  const from = between(random, 0, 6)
  return Array.from({ length: between(random, 1, 4) }, (_, step) => pieces[Math.min(9, from + step * 2)] ?? 'xã')
    .map((kind) => `${chance(random, 0.5) ? kind : titled(kind)} ${bare(pick(random, words.places))}`)
    .join(', ')
}

const titled = (text: string) => text.replace(/^./u, (letter) => letter.toUpperCase())

/** A place's own name: nothing else trains the capitals (Q, Đ, Ứ …) that begin few other words. */
const bare = (place: string) => place.replace(/^(?:Xã|Phường|Thị trấn|Huyện|Thành phố|Thị xã|Tỉnh)\s+/u, '')

/** What people write in tables: clauses parted by semicolons, colons, dashes and brackets. */
const clauses = (random: Random, words: Words): string =>
  pick(random, [
    () => `${pick(random, trades)}; ${address(random, words)}`,
    () => `${pick(random, trades)}; nơi ở: ${address(random, words)}`,
    () => `${pick(random, posts)}, ${address(random, words)}; ${pick(random, trades).toLowerCase()}`,
    () => `${name(random, words)} (${year(random)}) - ${pick(random, trades)}`,
    () => `${pick(random, posts)}; ${pick(random, posts)} ${bare(pick(random, words.places))}`,
    () => `${two(between(random, 1, 12))}/${year(random)} ${pick(random, posts)}, ${bare(pick(random, words.places))}`,
    () => `${name(random, words)} ${year(random)} ${pick(random, trades)}; ${address(random, words)}`,
    () => `${part(random, pick(random, words.sentences))}; ${part(random, pick(random, words.sentences))}`,
  ])()

/** Measures of a body, amounts and steps, alone or with their words. */
const measure = (random: Random): string => {
  const height = between(random, 40, 90)
  const share = `${between(random, 5, 30)}%`
  return pick(random, [
    `1,${height} m`,
    `1m${height}`,
    `1${height} cm`,
    `${between(random, 38, 95)} kg`,
    `${between(random, 1, 12)}`,
    `Bậc ${between(random, 1, 12)}, hệ số ${between(random, 1, 8)},${two(between(random, 0, 99))}`,
    `${between(random, 1, 8)},${two(between(random, 0, 99))} ${share}`,
    `Nhóm máu: ${pick(random, ['A', 'B', 'AB', 'O'])}`,
    `V.${two(between(random, 1, 12))}.${two(between(random, 1, 12))}.${two(between(random, 1, 40))} ${between(random, 1, 9)} ${between(random, 1, 8)},${two(between(random, 0, 99))}`,
    `${two(between(random, 1, 19))}.${digits(random, 3)}/${between(random, 1, 12)}`,
    `${two(between(random, 1, 19))}${pick(random, ['a', 'b', ''])}.${digits(random, 3)}/${between(random, 1, 9)} ${between(random, 1, 8)}.${two(between(random, 0, 99))}`,
    `${two(between(random, 1, 19))}.${digits(random, 3)} ${between(random, 1, 12)}/${between(random, 10, 12)} ${between(random, 1, 8)},${two(between(random, 0, 99))}`,
  ])
}

/** What a line may say; what stands here twice is said twice as often. */
const sayings: readonly ((random: Random, words: Words) => string)[] = [
  name,
  (random, words) => name(random, words).toUpperCase(),
  place,
  clauses,
  clauses,
  clauses,
  address,
  address,
  measure,
  measure,
  (random, words) => `${pick(random, words.labels)}: ${value(random, words)}`,
  (random, words) => `${numbering(random)} ${pick(random, words.labels)}: ${value(random, words)}`,
  (random, words) => `${numbering(random)} ${pick(random, words.labels)}`,
  (random, words) => `${part(random, pick(random, words.sentences))}${pick(random, ['.', '.', ';', ':', '?', './.'])}`,
  (random, words) => `${numbering(random)} ${part(random, pick(random, words.sentences))}${pick(random, ['.', ';'])}`,
  (random, words) => `${numbering(random)} ${part(random, pick(random, words.sentences))}`,
  (random, words) => `${pick(random, words.ranks)} hạng ${roman(random)}${pick(random, ['', ',', '.'])}`,
  (random, words) => `${roman(random)}. ${pick(random, words.labels)}`,
  (random, words) => `(${part(random, pick(random, words.sentences))})`,
  (random, words) => pick(random, words.labels),
  (random, words) => pick(random, words.labels).toUpperCase(),
  (random, words) => part(random, pick(random, words.sentences)),
  (random, words) => part(random, pick(random, words.sentences)),
  (random, words) => part(random, pick(random, words.sentences)).toUpperCase(),
  date,
  figure,
  figure,
  date,
  (random) => `${figure(random)} ${date(random)} ${date(random)}`,
  (random) => `${date(random)} ${figure(random)} ${figure(random)}`,
  (random) => `${figure(random)}  ${figure(random)}  ${figure(random)}  ${figure(random)}`,
  (random, words) =>
    `${pick(random, words.labels)} ${value(random, words)}, ${pick(random, words.labels)} ${value(random, words)}`,
]

/** One line, as the engine's alphabet can tell it. */
export function phrase(random: Random, words: Words): string {
  const said = pick(random, sayings)(random, words)
  return said
    .normalize('NFC')
    .replaceAll(/[–—]/gu, '-')
    .replaceAll(unknown, ' ')
    .replace(/\s+/gu, ' ')
    .slice(0, 92)
    .trim()
}

/** What the engine's set of characters lacks, or what stands for a leader. */
const unknown = /[^\p{Script=Latin}0-9 .,:;()/'"+%?!&*=-]|[.]{2,}/gu

const value = (random: Random, words: Words): string =>
  pick(random, [name, place, address, clauses, date, figure, measure])(random, words)

/** A stretch of a long sentence, cut at words. */
function part(random: Random, sentence: string): string {
  const all = sentence.split(' ')
  const start = between(random, 0, Math.max(0, all.length - 5))
  return all.slice(start, start + between(random, 3, 15)).join(' ')
}
