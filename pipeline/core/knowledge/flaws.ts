// What must hold inside every list: lists are copied by hand, and public ones are known to be wrong (domain.md 3.5).
import type {
  CodeEntry,
  FamilyNameList,
  PayGroup,
  PayList,
  PlaceList,
  RankList,
  UsualTextList,
} from '../../../schemas/index.ts'

export function flawsOfEntries(entries: readonly CodeEntry[]): string[] {
  return [
    ...twice(entries.map(({ code }) => code)).map((code) => `mã ${code} có hai lần`),
    ...twice(entries.map(({ name }) => name)).map((name) => `tên ${name} có hai lần`),
    ...entries
      .filter((entry) => [entry.name, ...entry.aliases].some(isEmpty))
      .map(({ code }) => `mã ${code} có tên trống`),
  ]
}

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
  ]
}

export function flawsOfPlaces({ now, before, historic }: PlaceList): string[] {
  const codes = now.flatMap(({ communes }) => communes.map(([code]) => code))
  const isCommune = new Set(codes)
  const isProvince = new Set(now.map(({ code }) => code))
  const wasProvince = new Set(before.map(({ code }) => code))
  const targets = before.flatMap(({ districts }) =>
    districts.flatMap(({ communes, now: island }) => [
      ...(island ? [island] : []),
      ...communes.flatMap(([, to]) => to.split(' ')),
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
  ]
}

/** A name may be of one rank only. */
export function flawsOfNames({ common, known, rare, given }: FamilyNameList): string[] {
  return twice([...common, ...known, ...rare, ...given]).map((name) => `tên ${name} có hai lần`)
}

export function flawsOfTexts({ lists, phrases }: UsualTextList): string[] {
  return [
    ...Object.entries(lists).flatMap(([list, texts]) => twice(texts).map((text) => `${list}: ${text} có hai lần`)),
    ...twice(phrases).map((phrase) => `cụm từ ${phrase} có hai lần`),
    ...phrases.filter((phrase) => !phrase.includes(' ')).map((phrase) => `cụm từ ${phrase} chỉ có một âm tiết`),
  ]
}

const isEmpty = (name: string): boolean => name.trim() === ''

function twice(values: readonly string[]): string[] {
  const seen = new Set<string>()
  return values.filter((value) => seen.size === seen.add(value).size)
}
