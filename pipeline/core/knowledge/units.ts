// The administrative units as objects that know each other, and what became of each old commune.
import type { PlaceList } from '../../../schemas/index.ts'
import { type NameIndex, nameIndex, nameKey } from './name-key.ts'

/** A commune of today, or one of before with the codes of what it is today (several where it was split). */
export interface Commune {
  readonly kind: string
  readonly names: readonly string[]
  readonly now: readonly string[]
}

export interface District {
  readonly kind: string
  readonly names: readonly string[]
  readonly communes: NameIndex<Commune>
  readonly formerly: readonly string[]
  readonly now: readonly string[]
}

/** A province by name: of today, of before 2025-07-01, or long dissolved. One name may be all of them, wider each time. */
export interface Province {
  readonly names: readonly string[]
  /** `thành phố` directly under the state may stand where others write `tỉnh`. */
  readonly isCity: boolean
  /** Of before 2025: its own and those merged into it. */
  readonly districts: NameIndex<District>
  readonly allDistricts: readonly District[]
  /** Two-level writing: communes of today directly under it. */
  readonly communesNow: NameIndex<Commune>
}

export interface Units {
  readonly provinces: NameIndex<Province>
  readonly districts: NameIndex<District>
  readonly communes: NameIndex<Commune>
  /** Full name of a commune of today: `Xã Hùng Lợi`. */
  nameOf(code: string): string
}

const kindPrefix = /^(Xã|Phường|Thị trấn|Đặc khu|Huyện|Quận|Thị xã|Thành phố|Tỉnh) /iu

/** `Xã Hùng Lợi` is `{kind: 'xã', name: 'Hùng Lợi'}`. */
export function unitName(full: string): { kind: string; name: string } {
  const kind = kindPrefix.exec(full)?.[1] ?? ''
  return { kind: kind.toLowerCase(), name: kind === '' ? full : full.slice(kind.length + 1) }
}

const names = ({ names }: { names: readonly string[] }): readonly string[] => names

export function unitsOf(list: PlaceList): Units {
  const fullNames = new Map(list.now.flatMap(({ communes }) => communes.map(([code, name]) => [code, name])))
  const districtsOf = new Map(list.before.map((province) => [province.code, province.districts.map(districtOf)]))
  const provinces = provincesOf(list, (codes) => codes.flatMap((code) => districtsOf.get(code) ?? []))
  const districts = [...districtsOf.values()].flat()
  const communes = [...provinces.map(({ communesNow }) => communesNow), ...districts.map(({ communes }) => communes)]
  return {
    provinces: nameIndex(provinces, names),
    districts: nameIndex(districts, names),
    communes: nameIndex(
      communes.flatMap(({ items }) => items),
      names,
    ),
    nameOf: (code) => fullNames.get(code) ?? code,
  }
}

type DistrictEntry = PlaceList['before'][number]['districts'][number]

function districtOf(entry: DistrictEntry): District {
  const { kind, name } = unitName(entry.name)
  return {
    kind,
    names: [name, ...(entry.aliases ?? [])],
    communes: nameIndex(communesOf(entry), names),
    formerly: entry.formerly ?? [],
    now: entry.now === undefined ? [] : [entry.now],
  }
}

function communesOf({ communes }: DistrictEntry): Commune[] {
  return communes.map(([full, codes, aliases]) => {
    const { kind, name } = unitName(full)
    return { kind, names: [name, ...(aliases ?? [])], now: codes.split(' ') }
  })
}

function communesNowOf({ communes }: PlaceList['now'][number]): Commune[] {
  return communes.map(([code, full, aliases]) => {
    const { kind, name } = unitName(full)
    return { kind, names: [name, ...(aliases ?? [])], now: [code] }
  })
}

/** Every name once: today's province of a name covers the old one of that name and those merged into it. */
function provincesOf(list: PlaceList, districts: (codes: readonly string[]) => District[]): Province[] {
  const province = (
    full: string,
    aliases: readonly string[],
    codes: readonly string[],
    communesNow: Commune[],
  ): Province => {
    const { kind, name } = unitName(full)
    const all = districts(codes)
    return {
      names: [name, ...aliases],
      isCity: kind === 'thành phố',
      districts: nameIndex(all, names),
      allDistricts: all,
      communesNow: nameIndex(communesNow, names),
    }
  }
  const mergedInto = (code: string) => list.before.filter((old) => old.now === code).map((old) => old.code)
  const today = list.now.map((now) => province(now.name, now.aliases ?? [], mergedInto(now.code), communesNowOf(now)))
  // By name: the new Lào Cai has the code of the old Yên Bái.
  const isToday = new Set(list.now.map(({ name }) => nameKey(unitName(name).name)))
  const gone = list.before
    .filter(({ name }) => !isToday.has(nameKey(unitName(name).name)))
    .map((old) => province(old.name, old.aliases ?? [], [old.code], []))
  const dissolved = list.historic.map((old) => province(old.name, [], old.in, []))
  return [...today, ...gone, ...dissolved]
}
