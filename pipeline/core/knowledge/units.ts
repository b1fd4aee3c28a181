// The administrative units as objects that know each other, each with its time, and what became of each old commune.
import type { PlaceList } from '../../../schemas/index.ts'
import type { Confusion } from './confusion.ts'
import { type NameIndex, nameIndex } from './name-key.ts'

/** From a day on, until the day it is no more; absent where not known, or still so. */
export interface Time {
  readonly from?: string
  readonly until?: string
}

/** A commune of today, one of before 2025-07-01, or one of still earlier, with the codes of what it is today. */
export interface Commune extends Time {
  /** Of its own time. */
  readonly code: string
  readonly kind: string
  readonly names: readonly string[]
  /** Several where it was split, the likeliest first; none where nobody took it over. */
  readonly now: readonly string[]
  /** Of `before`: the commune it was on 2025-06-30. */
  readonly became?: string
  readonly district?: District
  /** Of its own time, full name. */
  readonly province: string
}

export interface District {
  readonly code: string
  readonly kind: string
  readonly names: readonly string[]
  /** Full names of other times: `["Thị xã Hà Giang", "2010-09-28"]`, until that day. */
  readonly earlier: readonly (readonly [string, string])[]
  readonly communes: NameIndex<Commune>
  readonly formerly: readonly string[]
  readonly now: readonly string[]
  /** Its province in `before`. */
  readonly province: ProvinceEntry
}

/** A province by name: of today, of before 2025-07-01, or of other times. One name may be several of them. */
export interface Province {
  readonly layer: 'now' | 'before' | 'historic'
  readonly kind: string
  readonly names: readonly string[]
  readonly times: readonly Time[]
  /** Of before 2025: its own and, for one of today, those merged into it. */
  readonly districts: NameIndex<District>
  /** Two-level writing: communes of today directly under it. */
  readonly communesNow: NameIndex<Commune>
}

export interface Units {
  readonly provinces: NameIndex<Province>
  readonly districts: NameIndex<District>
  readonly communes: NameIndex<Commune>
  /** Of today, by code. */
  readonly communesNow: ReadonlyMap<string, Commune>
  /** Communes in the order of time that became this one of `before`, itself the last. */
  historyOf(code: string): readonly Commune[]
  /** Names of the provinces of other times that the province of `before` lay in. */
  historicOf(code: string): readonly Province[]
  /** Full name of a commune of today: `Xã Hùng Lợi`. */
  nameOf(code: string): string
}

/** The law of 2025 took effect: two levels instead of three. */
export const twoLevelsSince = '2025-07-01'

const kindPrefix = /^(Xã|Phường|Thị trấn|Đặc khu|Huyện|Quận|Thị xã|Thành phố|Tỉnh) /iu

/** `Xã Hùng Lợi` is `{kind: 'xã', name: 'Hùng Lợi'}`. */
export function unitName(full: string): { kind: string; name: string } {
  const kind = kindPrefix.exec(full)?.[1] ?? ''
  return { kind: kind.toLowerCase(), name: kind === '' ? full : full.slice(kind.length + 1) }
}

type ProvinceEntry = PlaceList['before'][number]
type DistrictEntry = ProvinceEntry['districts'][number]
type Earlier = PlaceList['earlier'][number]

const names = ({ names }: { names: readonly string[] }): readonly string[] => names

export function unitsOf(list: PlaceList, confusion: Confusion): Units {
  const index = <T extends { readonly names: readonly string[] }>(items: readonly T[]) =>
    nameIndex(items, names, confusion)
  const fullNames = new Map(list.now.flatMap(({ communes }) => communes.map(([code, name]) => [code, name])))
  const earlier = earlierOf(list)
  const districtsOf = new Map(
    list.before.map((entry) => [entry.code, entry.districts.map((each) => districtOf(each, entry, earlier, index))]),
  )
  const provinces = provincesOf(list, (codes) => index(codes.flatMap((code) => districtsOf.get(code) ?? [])), index)
  const districts = [...districtsOf.values()].flat()
  const old = districts.flatMap(({ communes }) => communes.items)
  const today = provinces.flatMap(({ communesNow }) => communesNow.items)
  let history: ReadonlyMap<string, readonly Commune[]> | undefined
  return {
    provinces: index(provinces),
    districts: index(districts),
    communes: index([...today, ...old]),
    communesNow: new Map(today.map((commune) => [commune.code, commune])),
    historyOf: (code) => (history ??= historyOf(old)).get(code) ?? [],
    historicOf: (code) => {
      const within = new Set(list.historic.filter((entry) => entry.in.includes(code)).map(({ name }) => name))
      return provinces.filter(({ layer, names: [name = ''] }) => layer === 'historic' && within.has(name))
    },
    nameOf: (code) => fullNames.get(code) ?? code,
  }
}

interface EarlierUnits {
  readonly ofDistrict: ReadonlyMap<string, readonly (Earlier & { from?: string })[]>
  /** By the commune of `before`: the day it got its name, kind and district. */
  readonly since: ReadonlyMap<string, string>
  nowOf(code: string): readonly string[]
}

function earlierOf(list: PlaceList): EarlierUnits {
  const now = new Map(
    list.before.flatMap(({ districts }) =>
      districts.flatMap(({ communes }) => communes.map(([code, , codes]) => [code, codes.split(' ')] as const)),
    ),
  )
  const since = new Map<string, string>()
  const ofDistrict = new Map<string, (Earlier & { from?: string })[]>()
  for (const entry of [...list.earlier].sort((a, b) => (a.until < b.until ? -1 : 1))) {
    const from = since.get(entry.code)
    ofDistrict.set(entry.district, [...(ofDistrict.get(entry.district) ?? []), { ...entry, ...(from && { from }) }])
    since.set(entry.code, entry.until)
  }
  return { ofDistrict, since, nowOf: (code) => now.get(code) ?? [] }
}

type Index = <T extends { readonly names: readonly string[] }>(items: readonly T[]) => NameIndex<T>

function districtOf(entry: DistrictEntry, province: ProvinceEntry, earlier: EarlierUnits, index: Index): District {
  const { kind, name } = unitName(entry.name)
  const communes: Commune[] = []
  const district: District = {
    code: entry.code,
    kind,
    names: [name, ...(entry.aliases ?? [])],
    earlier: entry.earlier ?? [],
    communes: index(communes),
    formerly: entry.formerly ?? [],
    now: entry.now === undefined ? [] : [entry.now],
    province,
  }
  const own = { district, province: province.name }
  for (const [code, full, codes, aliases] of entry.communes) {
    const since = earlier.since.get(code)
    const time = { until: twoLevelsSince, ...(since === undefined ? {} : { from: since }) }
    communes.push({ ...own, ...time, ...named(full, aliases), code, now: codes.split(' '), became: code })
  }
  for (const { code, name: full, until, from, became = code } of earlier.ofDistrict.get(entry.code) ?? []) {
    const time = { until, ...(from === undefined ? {} : { from }) }
    communes.push({ ...own, ...time, ...named(full), code, now: earlier.nowOf(became), became })
  }
  return district
}

function named(full: string, aliases: readonly string[] = []): Pick<Commune, 'kind' | 'names'> {
  const { kind, name } = unitName(full)
  return { kind, names: [name, ...aliases] }
}

function historyOf(old: readonly Commune[]): ReadonlyMap<string, readonly Commune[]> {
  const byCode = new Map<string, Commune[]>()
  for (const commune of old) byCode.set(commune.became ?? '', [...(byCode.get(commune.became ?? '') ?? []), commune])
  for (const all of byCode.values()) all.sort((a, b) => ((a.until ?? '') < (b.until ?? '') ? -1 : 1))
  return byCode
}

/** A province of today covers those merged into it: people name old districts under it. */
function provincesOf(list: PlaceList, districts: (codes: readonly string[]) => NameIndex<District>, index: Index) {
  const since = { from: twoLevelsSince }
  const today = list.now.map((entry): Province => {
    const { kind, name } = unitName(entry.name)
    const merged = list.before.filter((old) => old.now === entry.code).map((old) => old.code)
    const communes = entry.communes.map(([code, full, aliases]): Commune => ({
      ...since,
      ...named(full, aliases),
      code,
      now: [code],
      province: entry.name,
    }))
    const all = [name, ...(entry.aliases ?? [])]
    return {
      layer: 'now',
      kind,
      names: all,
      times: [since],
      districts: districts(merged),
      communesNow: index(communes),
    }
  })
  const before = list.before.map((entry): Province => {
    const { kind, name } = unitName(entry.name)
    const all = [name, ...(entry.aliases ?? [])]
    const times = [{ until: twoLevelsSince }]
    return { layer: 'before', kind, names: all, times, districts: districts([entry.code]), communesNow: index([]) }
  })
  const historic = list.historic.map((entry): Province => {
    const times = entry.times.map(([from, until]) => ({ ...(from && { from }), ...(until && { until }) }))
    const common = { kind: 'tỉnh', names: [entry.name], times, communesNow: index<Commune>([]) }
    return { layer: 'historic', ...common, districts: districts(entry.in) }
  })
  return [...today, ...before, ...historic]
}
