// What must hold inside every list: lists are copied by hand, and public ones are known to be wrong (domain.md 3.5).
import type {
  ConfusionList,
  FamilyNameList,
  PayGroup,
  PayList,
  PlaceList,
  RankList,
  RetirementList,
  UsualTextList,
} from '../../../schemas/index.ts'
import { fold } from '../text.ts'
import { flawsOfRankTimes, twice } from './list-flaws.ts'
import { twoLevelsSince } from './units.ts'

/** Every group of NĐ 204/2004/NĐ-CP rises by one and the same step; a typing error does not. */
export function flawsOfPay({ groups }: PayList): string[] {
  return [
    ...twice(groups.map(({ group }) => group)).map((group) => `nhóm ${group} có hai lần`),
    ...groups.filter((group) => !hasConstantStep(group)).map(({ group }) => `nhóm ${group} có bước nhảy không đều`),
  ]
}

function hasConstantStep({ coefficients }: PayGroup): boolean {
  const steps = coefficients.slice(1).map((coefficient, i) => Math.round((coefficient - (coefficients[i] ?? 0)) * 100))
  return steps.every((step) => step > 0 && step === steps[0])
}

export function flawsOfRanks({ entries }: RankList, groups: readonly PayGroup[]): string[] {
  const known = new Set(groups.map(({ group }) => group))
  const named = ({ group, groups = [] }: (typeof entries)[number]) =>
    group === undefined ? groups : [group, ...groups]
  return [
    ...twice(entries.map(({ code }) => code)).map((code) => `mã ${code} có hai lần`),
    ...entries.filter(({ name }) => isEmpty(name)).map(({ code }) => `mã ${code} có tên trống`),
    ...entries
      .filter((rank) => named(rank).some((group) => !known.has(group)))
      .map(({ code }) => `mã ${code} có nhóm lương lạ`),
    ...entries.flatMap(flawsOfRankTimes),
  ]
}

/** Every year its row, and nobody may go earlier than the year before. */
export function flawsOfRetirement({ ages }: RetirementList): string[] {
  return ages.slice(1).flatMap((row, at) => {
    const before = ages[at]
    if (before === undefined || (row.year === before.year + 1 && row.Nam >= before.Nam && row.Nữ >= before.Nữ))
      return []
    return [`năm ${row.year} không nối tiếp năm trước`]
  })
}

export function flawsOfPlaces(list: PlaceList): string[] {
  const { now, before, historic } = list
  const codes = now.flatMap(({ communes }) => communes.map(([code]) => code))
  const isCommune = new Set(codes)
  const isProvince = new Set(now.map(({ code }) => code))
  const wasProvince = new Set(before.map(({ code }) => code))
  const targets = before.flatMap(({ districts }) =>
    districts.flatMap(({ communes, now: island }) => [
      ...(island ? [island] : []),
      ...communes.flatMap(([, , to]) => to.split(' ')),
    ]),
  )
  const reached = new Set(targets)
  return [
    ...twice(codes).map((code) => `mã xã ${code} có hai lần`),
    ...[...reached].filter((code) => !isCommune.has(code)).map((code) => `mã xã ${code} không có sau 01/7/2025`),
    ...codes.filter((code) => !reached.has(code)).map((code) => `mã xã ${code} không có nguồn gốc`),
    ...before.filter((province) => !isProvince.has(province.now)).map(({ code }) => `tỉnh ${code} chuyển vào tỉnh lạ`),
    ...historic
      .filter((province) => province.in.some((code) => !wasProvince.has(code)))
      .map(({ name }) => `tỉnh ${name} nằm trong tỉnh lạ`),
    ...flawsOfEarlier(list),
  ]
}

/** What was before must lead to what came after, and end before the two levels began. */
function flawsOfEarlier({ before, earlier, historic }: PlaceList): string[] {
  const districts = before.flatMap((province) => province.districts)
  const codes = districts.flatMap(({ communes }) => communes.map(([code]) => code))
  const isCommune = new Set([...codes, ''])
  const isDistrict = new Set(districts.map(({ code }) => code))
  return [
    ...twice(codes).map((code) => `mã xã cũ ${code} có hai lần`),
    ...twice(districts.map(({ code }) => code)).map((code) => `mã huyện ${code} có hai lần`),
    ...twice(earlier.map(({ code, until }) => `${code} đến ${until}`)).map((time) => `xã cũ hơn ${time} có hai lần`),
    ...earlier
      .filter(({ code, became = code, district, until }) => {
        return !isCommune.has(became) || !isDistrict.has(district) || until >= twoLevelsSince
      })
      .map(({ code, name }) => `${name} (${code}) trước kia không dẫn đến xã, huyện nào đã biết`),
    ...historic
      .filter(({ times }) => times.some(([from, until]) => from !== '' && until !== '' && until <= from))
      .map(({ name }) => `tỉnh ${name} có ngày hết trước ngày bắt đầu`),
  ]
}

/** A pair weighed twice would count as whichever stands last. */
export function flawsOfConfusions({ pairs }: ConfusionList): string[] {
  const all = Object.values(pairs).flat()
  return [
    ...twice(all.map((pair) => pair.split(' ').sort().join(' '))).map((pair) => `cặp chữ ${pair} có hai lần`),
    ...all.filter((pair) => pair !== fold(pair)).map((pair) => `cặp chữ ${pair} còn dấu hoặc chữ hoa`),
  ]
}

/** A name may be of one rank only. */
export function flawsOfNames({ common, known, rare, given }: FamilyNameList): string[] {
  return twice([...common, ...known, ...rare, ...given]).map((name) => `tên ${name} có hai lần`)
}

export function flawsOfTexts({ phrases }: UsualTextList): string[] {
  return [
    ...twice(phrases).map((phrase) => `cụm từ ${phrase} có hai lần`),
    ...phrases.filter((phrase) => !phrase.includes(' ')).map((phrase) => `cụm từ ${phrase} chỉ có một âm tiết`),
  ]
}

const isEmpty = (name: string): boolean => name.trim() === ''
