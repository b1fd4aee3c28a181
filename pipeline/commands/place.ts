// `hoso place`: one place explained: how its parts were understood, what was in force at a day, what it is today, and why.
import { loadKnowledge } from '../adapters/knowledge.ts'
import { UsageError } from '../core/errors.ts'
import type { PlacePart, PlaceReading, PlaceReason, UnitThen } from '../core/knowledge.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'
import { forPeople } from './words.ts'

type Language = 'vi' | 'en'
type Words = Readonly<Record<Language, string>>

const reasons: Readonly<Record<PlaceReason, Words>> = {
  turned_round: {
    vi: 'Viết từ tỉnh xuống xã, đã đọc ngược lại.',
    en: 'Written from province to commune; read the other way round.',
  },
  mended: {
    vi: 'Có từ chỉ cấp bị đọc sai, hoặc chữ bị dính; đã hiểu theo tên gần đúng.',
    en: 'A kind of unit was misread or words were run together.',
  },
  misread: {
    vi: 'Tên viết không đúng tên nào, nhưng chỉ rất gần với một đơn vị. Hãy so với ảnh.',
    en: 'No name is exactly so, but only one is very near. Compare with the image.',
  },
  misread_open: {
    vi: 'Tên viết chỉ gần giống, chưa đủ rõ là đơn vị nào. Hãy so với ảnh và chọn.',
    en: 'The name is only like these; which is meant is not clear. Compare with the image and choose.',
  },
  sister_unit: {
    vi: 'Cùng nơi còn đơn vị khác chỉ khác một nét. Hãy so với ảnh.',
    en: 'A sister unit differs by one sign only. Compare with the image.',
  },
  other_kind: {
    vi: 'Có đơn vị tên này nhưng không phải loại đã ghi (xã, phường, thị trấn…).',
    en: 'A unit has this name, but not of the kind written.',
  },
  levels_mixed: {
    vi: 'Ghi lẫn đơn vị mới với huyện cũ.',
    en: 'A unit of today is written under a district of before.',
  },
  parts_left: {
    vi: 'Còn một đơn vị đã ghi mà cách đọc này không dùng đến. Hãy so với ảnh.',
    en: 'A unit is written that this reading leaves over. Compare with the image.',
  },
  no_district: {
    vi: 'Chỉ có tên xã, không có huyện hay tỉnh nên không biết ở đâu.',
    en: 'The commune alone does not tell where it is.',
  },
  homonym: {
    vi: 'Nhiều đơn vị cùng tên; cần biết huyện để chọn.',
    en: 'Several units have this name; the district is needed to choose.',
  },
  split: {
    vi: 'Đơn vị cũ đã chia vào nhiều đơn vị mới; cần biết thôn để chọn.',
    en: 'The old unit was split; the hamlet is needed to choose.',
  },
  no_successor: {
    vi: 'Đơn vị đã giải thể, danh sách không có đơn vị kế tục.',
    en: 'The unit was dissolved; the list has no successor.',
  },
  date_decides: {
    vi: 'Ngày đã cho quyết định: chỉ đơn vị này có hiệu lực khi đó.',
    en: 'The day decides: only this unit was in force then.',
  },
  not_in_force: {
    vi: 'Vào ngày đã cho không có đơn vị nào đúng như cách ghi này.',
    en: 'On that day no unit was as written.',
  },
  aside_decides: {
    vi: 'Phần ghi thêm ("nay là …") quyết định đơn vị.',
    en: 'What is added ("now …") decides the unit.',
  },
  aside_contradicts: {
    vi: 'Phần ghi thêm ("nay là …") không khớp với đơn vị đã ghi.',
    en: 'What is added ("now …") does not agree with the unit written.',
  },
  elsewhere_in_province: {
    vi: 'Huyện đã ghi không có xã tên này; trong tỉnh có ở huyện khác.',
    en: 'The district has no such commune; another of the province has.',
  },
  unknown_commune: { vi: 'Không có xã nào tên như vậy ở nơi đã ghi.', en: 'No commune there has such a name.' },
  unknown: { vi: 'Không nhận ra đơn vị hành chính nào.', en: 'No administrative unit was recognised.' },
}
const levels = {
  commune: { vi: 'xã', en: 'commune' },
  district: { vi: 'huyện', en: 'district' },
  province: { vi: 'tỉnh', en: 'province' },
} as const satisfies Readonly<Record<PlacePart['level'], Words>>
const matches = {
  same: { vi: 'đúng tên', en: 'the official name' },
  spelling: { vi: 'cách viết khác', en: 'another right spelling' },
  alike: { vi: 'gần giống', en: 'only like it' },
  unknown: { vi: 'không có', en: 'not known' },
} as const satisfies Readonly<Record<PlacePart['match'], Words>>

export const place: Command = {
  name: 'place',
  vi: 'Giải thích một địa danh: ghi thế nào, khi đó thuộc đâu, nay là đơn vị nào.',
  en: 'Explain a place: as written, in force at a day, the unit of today.',
  argument: '<text...>',
  options: [{ flags: '--at <YYYY-MM-DD>', vi: 'Ngày của giấy tờ', en: 'Day of the paper' }, json],
  examples: [
    'hoso place "xã Kim Phú, huyện Yên Sơn, tỉnh Tuyên Quang" --at 2019-05-01',
    'hoso place "Hùng Lợi - Yên Sơn - Hà Tuyên" --json',
  ],
  run: async ({ words, options, config, terminal }) => {
    const at = typeof options.at === 'string' ? options.at : undefined
    if (at !== undefined && !isDay(at))
      throw new UsageError('Ngày của --at không đúng. Hãy ghi năm-tháng-ngày, ví dụ 2019-05-01.')
    const reading = loadKnowledge().places.explain(words.join(' '), at)
    if (options.json) printJson(terminal, { contract: 1, at, ...outward(reading) })
    else for (const line of linesOf(reading, at, config.lang)) terminal.out(`${line}\n`)
    return exitCodes.done
  },
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/u.test(text) && !Number.isNaN(Date.parse(text))

function outward({ place, isExact, parts, then, reasons: why }: PlaceReading) {
  const told = why.map((code) => ({ code, ...reasons[code] }))
  return { place, isSure: isExact && place.currentCode !== undefined, isExact, parts, then, reasons: told }
}

function linesOf({ place, isExact, parts, then, reasons: why }: PlaceReading, at: string | undefined, lang: Language) {
  const say = (vi: string, en: string) => (lang === 'vi' ? vi : en)
  const day = at === undefined ? say('Theo tên đã ghi', 'As named') : say(`Ngày ${forPeople(at)}`, `On ${at}`)
  const sureness = isExact ? say('chắc chắn', 'sure') : say('chưa chắc, cần xem lại', 'not sure, to be looked at')
  const candidates = place.candidates ?? []
  return [
    `${say('Đã ghi', 'Written')}: ${place.text}`,
    ...parts.map(
      ({ level, written, match, unit }) =>
        `  ${levels[level][lang]}: ${written} (${matches[match][lang]}${unit ? `: ${unit}` : ''})`,
    ),
    `${day}: ${then.length === 0 ? say('không rõ', 'not known') : ''}`.trim(),
    ...then.map((unit) => `  ${unit.code} ${unit.name}${timeOf(unit, lang)}`),
    `${say('Nay là', 'Today')}: ${place.currentCode === undefined ? say('chưa xác định', 'open') : `${place.currentCode} ${place.currentName ?? ''} (${sureness})`}`,
    ...(candidates.length > 0 ? [say('  có thể là:', '  may be:')] : []),
    ...candidates.map(({ code, name }) => `  ${code} ${name}`),
    ...why.map((code) => `${say('Vì', 'Because')}: ${reasons[code][lang]}`),
  ]
}

function timeOf({ from, until }: UnitThen, lang: Language): string {
  const say = (vi: string, en: string) => (lang === 'vi' ? vi : en)
  const day = (date: string) => (lang === 'vi' ? forPeople(date) : date)
  const times = [from && `${say('từ', 'from')} ${day(from)}`, until && `${say('đến trước', 'until')} ${day(until)}`]
  const told = times.filter((time) => time !== undefined && time !== '')
  return told.length > 0 ? ` (${told.join(', ')})` : ''
}
