// From a written place to its three layers: as written, its names, today's unit. Several units possible stay candidates.
import type { Place, PlaceList } from '../../../schemas/index.ts'
import type { Places } from '../knowledge.ts'
import { editDistance } from '../text.ts'
import { isCleanVietnamese } from '../values/writing.ts'
import { type Found, foldedKey, nameKey } from './name-key.ts'
import { inAll, type Layers, layersOf } from './place-layers.ts'
import { type Part, partsOf } from './place-writing.ts'
import { type Commune, type District, type Province, type Units, unitsOf } from './units.ts'

/** More units than this tell a steward nothing. */
const MAX_CANDIDATES = 6

export function placesOf(list: PlaceList): Places {
  const units = unitsOf(list)
  const indexes = { commune: units.communes, district: units.districts, province: units.provinces }
  const has: Places['has'] = (kind, name) => indexes[kind].find(name).items.length > 0
  const isName = (name: string) => units.provinces.has(name) || units.districts.has(name) || units.communes.has(name)
  const read = (text: string) => readPlace(text, units, isName)
  return { read, resolve: (text) => read(text).place, has }
}

function readPlace(text: string, units: Units, isName: (name: string) => boolean): { place: Place; isExact: boolean } {
  const parts = partsOf(text, isName)
  const layers = layersOf(parts, units)
  const provinces = found(layers.province, units.provinces)
  const districts = findDistricts(layers, provinces, units)
  const communes = findCommunes(layers, provinces.items[0], districts)
  const place: Place = {
    text,
    ...(layers.commune && { commune: nameAs(layers.commune.name, communes) }),
    ...(layers.district && { district: nameAs(layers.district.name, districts) }),
    ...(layers.province && { province: nameAs(layers.province.name, provinces) }),
    ...today(layers, communes, districts, units),
  }
  const written = [layers.commune, layers.district, layers.province].filter((part) => part !== undefined)
  const areKnown =
    [communes, districts, provinces].every(({ isExact }) => isExact) && written.every((part) => !part.isKindTolerant)
  return { place, isExact: written.length > 0 && layers.isClear && areKnown && isCleanVietnamese(text) }
}

interface Unit {
  readonly names: readonly string[]
}

/** Nothing written is nothing wrong. */
const nothing: Found<never> = { items: [], isExact: true }
const unknown: Found<never> = { items: [], isExact: false }

function found<T>(part: Part | undefined, index: { find(name: string): Found<T> }): Found<T> {
  const all = part ? index.find(part.name) : nothing
  return all.isExact || all.items.length === 1 ? all : unknown
}

/** Huyện Cao Lãnh and thành phố Cao Lãnh: the kind decides where one has it. */
function ofKind<T extends { readonly kind: string }>(part: Part, { items, isExact }: Found<T>): Found<T> {
  const same = items.filter(({ kind }) => kind === part.kind)
  return { items: same.length > 0 ? same : items, isExact }
}

function findDistricts(layers: Layers, provinces: Found<Province>, units: Units): Found<District> {
  if (!layers.district) return nothing
  const [province] = provinces.items
  if (layers.province && !province) return unknown
  return ofKind(layers.district, (province?.districts ?? units.districts).find(layers.district.name))
}

function findCommunes(layers: Layers, province: Province | undefined, districts: Found<District>): Found<Commune> {
  const part = layers.commune
  if (!part) return nothing
  if (!layers.district) return province ? twoLevels(part, province) : unknown
  const within = merged(districts.items.map(({ communes }) => ofKind(part, communes.find(part.name))))
  if (within.isExact) return within
  const older = olderCommunes(part, layers.district, province)
  if (older.items.length > 0) return older
  return within.items.length === 1 ? within : unknown
}

/** The district may have been left out, or the paper is of after 2025-07-01, which has none: both are looked at. */
function twoLevels(part: Part, province: Province): Found<Commune> {
  const all = inAll(province, part.name)
  const same = all.items.filter(({ kind }) => kind === part.kind)
  if (part.kind === undefined || same.length > 0)
    return { items: same.length > 0 ? same : all.items, isExact: all.isExact }
  return { items: all.items, isExact: false }
}

/** Older papers have the commune under the district its own was cut from (Lâm Bình 2011, Quang Bình 2003). */
function olderCommunes(part: Part, district: Part, province: Province | undefined): Found<Commune> {
  const key = nameKey(district.name)
  const cutFromIt = (province?.allDistricts ?? []).filter(({ formerly }) =>
    formerly.some((name) => nameKey(name) === key),
  )
  const exact = cutFromIt.map(({ communes }) => communes.find(part.name)).filter(({ isExact }) => isExact)
  return merged(exact)
}

function merged<T>(all: readonly Found<T>[]): Found<T> {
  const exact = all.filter(({ isExact }) => isExact)
  return { items: (exact.length > 0 ? exact : all).flatMap(({ items }) => items), isExact: exact.length > 0 }
}

/** The official spelling where only case or lost tones differ; another right spelling (Hoà, Hòa) stays as written. */
function nameAs(written: string, { items, isExact }: Found<Unit>): string {
  const official = items
    .flatMap(({ names }) => names)
    .find((name) => (isExact ? nameKey : foldedKey)(name) === (isExact ? nameKey : foldedKey)(written))
  if (official === undefined) return written
  // An abbreviation (HCM) stands for the name.
  if (official === official.toUpperCase()) return items[0]?.names[0] ?? official
  const isSpelling = isExact && official.toLowerCase() !== written.toLowerCase() && written !== written.toUpperCase()
  return isSpelling ? written : official
}

function today(layers: Layers, communes: Found<Commune>, districts: Found<District>, units: Units): Partial<Place> {
  const island = layers.commune ? [] : districts.items.flatMap(({ now }) => now)
  const codes = [...new Set([...communes.items.flatMap(({ now }) => now), ...island])]
  const [only] = codes
  if (only !== undefined && codes.length === 1) return { currentCode: only, currentName: units.nameOf(only) }
  const possible = codes.length > 0 ? codes : nearby(layers.commune, districts.items)
  if (possible.length === 0 || possible.length > MAX_CANDIDATES) return {}
  return { candidates: possible.map((code) => ({ code, name: units.nameOf(code) })) }
}

/** Names one letter away in the district: shown to a steward, never taken. */
function nearby(part: Part | undefined, districts: readonly District[]): string[] {
  if (!part) return []
  const written = foldedKey(part.name)
  const near = districts
    .flatMap(({ communes }) => communes.items)
    .filter(({ names }) => names.some((name) => editDistance(foldedKey(name), written, 1) <= 1))
  return [...new Set(near.flatMap(({ now }) => now))]
}
