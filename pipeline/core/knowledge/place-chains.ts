// From the parts of a writing to units that lie in each other: by the names as written, else by names like them.
import { CLEAR_MARGIN, EXPLAINED, UNEXPLAINED } from './closest.ts'
import { isSameName, type NameIndex } from './name-key.ts'
import type { Layers } from './place-layers.ts'
import type { Part } from './place-writing.ts'
import { type Commune, type District, type Province, type Time, twoLevelsSince, type Units } from './units.ts'

/** Commune, district and province, each in the next; what was not written is absent. */
export interface Chain {
  readonly province?: Province
  readonly district?: District
  readonly commune?: Commune
  /** Sum over the names; zero as written. */
  readonly distance: number
  /** The farthest of its names. */
  readonly farthest: number
  /** Units were found by another way than the writing goes: the district another one, levels of two times mixed. */
  readonly isAside: boolean
}

interface Matched<T> {
  readonly unit?: T
  readonly distance: number
}

type Match = <T>(index: NameIndex<T>, part: Part) => readonly Matched<T>[]

const asWritten: Match = (index, part) => {
  const { items, isExact } = index.find(part.name)
  return isExact ? items.map((unit) => ({ unit, distance: 0 })) : []
}
const alike: Match = (index, part) => index.near(part.name).map(({ item, distance }) => ({ unit: item, distance }))
const notWritten: readonly Matched<never>[] = [{ distance: 0 }]

/** All chains whose names are written so; of those with a fitting kind, if there are any. */
export function chainsAsWritten(layers: Layers, units: Units): Chain[] {
  const chains = chainsOf(layers, units, asWritten)
  const other = layers.otherProvince
  if (!other) return withBestKind(layers, chains)
  const alsoThere = chainsOf({ ...layers, province: other }, units, asWritten)
  return withBestKind(
    layers,
    chains.filter((chain) => alsoThere.some((also) => unitOf(also) === unitOf(chain))),
  )
}

/** Chains of names like the written ones, the nearest first. */
export function chainsAlike(layers: Layers, units: Units): Chain[] {
  return withBestKind(layers, chainsOf(layers, units, alike)).sort((a, b) => a.distance - b.distance)
}

export const unitOf = ({ commune, district, province }: Chain): object | undefined => commune ?? district ?? province

/** Every letter right, or like in shape to the right one. */
export const isExplained = ({ farthest }: Chain): boolean => farthest <= EXPLAINED

/** Told once for each commune, among those of its district and among those of the whole province. */
const rivals = { near: new WeakMap<Commune, boolean>(), wide: new WeakMap<Commune, boolean>() }

/** A sister unit is one sign away: what is written right may be it, misread. Without a district all of the province are. */
export function hasRival({ commune, district, province }: Chain): boolean {
  if (!commune) return false
  const known = district ? rivals.near : rivals.wide
  const told = known.get(commune)
  if (told !== undefined) return told
  const own = commune.district?.communes ?? province?.communesNow
  const all =
    district || !province ? [own] : [province.communesNow, ...province.districts.items.map((each) => each.communes)]
  const found = all.some((sisters) => sisters !== undefined && isNearOneOf(commune, sisters))
  known.set(commune, found)
  return found
}

function isNearOneOf({ names, now }: Commune, sisters: NameIndex<Commune>): boolean {
  const near = names.flatMap((name) => sisters.near(name, /^\d+$/u.test(name) ? UNEXPLAINED : CLEAR_MARGIN))
  return near.some(({ item }) => item.now.join() !== now.join() && !shares(item.names, names))
}

const shares = (a: readonly string[], b: readonly string[]) =>
  a.some((one) => b.some((other) => isSameName(one, other)))

function chainsOf(layers: Layers, units: Units, match: Match): Chain[] {
  const provinces = layers.province ? match(units.provinces, layers.province) : notWritten
  return provinces.flatMap(({ unit: province, distance }) => {
    const within: Chain = { ...(province && { province }), distance, farthest: distance, isAside: false }
    if (!layers.district) return layers.commune ? communesWithout(within, layers.commune, units, match) : [within]
    const inside = match(province?.districts ?? units.districts, layers.district).map((found) =>
      joined(within, found, 'district'),
    )
    if (!layers.commune) return inside
    const communes = inside.flatMap((chain) => communesIn(chain, layers, match))
    return [...communes, ...communesOfCutDistricts(within, layers, match)]
  })
}

function joined(
  chain: Chain,
  { unit, distance }: Matched<District | Commune>,
  as: 'district' | 'commune',
  isAside = false,
): Chain {
  return {
    ...chain,
    ...(unit && { [as]: unit }),
    distance: chain.distance + distance,
    farthest: Math.max(chain.farthest, distance),
    isAside: chain.isAside || isAside,
  }
}

/** The district was left out, or the paper is of after 2025-07-01, which has none: both are looked at. */
function communesWithout(chain: Chain, part: Part, units: Units, match: Match): Chain[] {
  if (!chain.province)
    return match === asWritten ? match(units.communes, part).map((found) => joined(chain, found, 'commune', true)) : []
  const indexes = [chain.province.communesNow, ...chain.province.districts.items.map(({ communes }) => communes)]
  return indexes.flatMap((index) => match(index, part).map((found) => joined(chain, found, 'commune')))
}

function communesIn(chain: Chain, { commune: part }: Layers, match: Match): Chain[] {
  const { district } = chain
  if (!district || !part) return []
  const own = match(district.communes, part).map((found) => joined(chain, found, 'commune'))
  if (own.length > 0 || match !== asWritten) return own
  const today = new Set(district.communes.items.flatMap(({ now }) => now))
  const mixed = chain.province ? match(chain.province.communesNow, part) : []
  return mixed.filter(({ unit }) => unit && today.has(unit.code)).map((found) => joined(chain, found, 'commune', true))
}

/** Older papers have a commune under the district its own was cut from (Quang Bình 2003). */
function communesOfCutDistricts(chain: Chain, { district, commune }: Layers, match: Match): Chain[] {
  if (!chain.province || !district || !commune || match !== asWritten) return []
  const cut = chain.province.districts.items.filter(({ formerly }) =>
    formerly.some((name) => isSameName(name, district.name)),
  )
  return cut.flatMap((each) =>
    match(each.communes, commune).map((found) => joined({ ...chain, district: each }, found, 'commune')),
  )
}

/** What a unit of a kind has become since, in the way such units do. */
const grown: Readonly<Record<string, readonly string[]>> = {
  xã: ['phường', 'thị trấn', 'đặc khu'],
  'thị trấn': ['phường', 'xã', 'đặc khu'],
  huyện: ['thị xã', 'thành phố', 'quận'],
  'thị xã': ['thành phố', 'quận'],
  tỉnh: ['thành phố'],
}

/** 0 the kind written, or none; 1 one it grew into; 2 another. */
function kindClass(part: Part | undefined, unit: { readonly kind: string } | undefined): number {
  if (part?.kind === undefined || !unit || unit.kind === part.kind) return 0
  return grown[part.kind]?.includes(unit.kind) === true ? 1 : 2
}

/** A district of today's name under the one it was cut from is of another kind by right. */
export function kindsOf(layers: Layers, { commune, district }: Chain): number {
  const name = layers.district?.name ?? ''
  const isCut = district?.formerly.some((former) => isSameName(former, name)) === true
  return Math.max(kindClass(layers.commune, commune), isCut ? 0 : kindClass(layers.district, district))
}

/** Huyện Cao Lãnh and thành phố Cao Lãnh: the kind decides where one has it. */
function withBestKind(layers: Layers, chains: readonly Chain[]): Chain[] {
  const nearest = Math.min(...chains.map(({ distance }) => distance))
  const best = Math.min(...chains.filter(({ distance }) => distance === nearest).map((chain) => kindsOf(layers, chain)))
  return chains.filter((chain) => kindsOf(layers, chain) <= best)
}

export function isInForce({ from = '', until }: Time, at: string): boolean {
  return from <= at && (until === undefined || at < until)
}

/** Each of its units was so at that day. */
export function isChainInForce({ commune, district, province }: Chain, at: string): boolean {
  const isProvince = !province || province.times.some((time) => isInForce(time, at))
  if (commune) return isProvince && isInForce(commune, at)
  return isProvince && (!district || at < twoLevelsSince)
}
