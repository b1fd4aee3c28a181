// From a written place to its three layers: as written, in force at a day, today's unit. Several units possible stay candidates.
import type { Place, PlaceList } from '../../../schemas/index.ts'
import type { PlaceReading, PlaceReason, Places } from '../knowledge.ts'
import { isCleanVietnamese } from '../values/writing.ts'
import type { Confusion } from './confusion.ts'
import { nameKey } from './name-key.ts'
import { asideOf } from './place-asides.ts'
import type { Chain } from './place-chains.ts'
import { layeringsOf } from './place-layers.ts'
import { placeParts } from './place-parts.ts'
import { placesThen } from './place-then.ts'
import { type Resolved, resolved } from './place-today.ts'
import { type Known, kinds, type Part, partsOf } from './place-writing.ts'
import { type District, type Units, unitsOf } from './units.ts'

/** More units than this tell a steward nothing. */
const MAX_CANDIDATES = 6

export function placesOf(list: PlaceList, confusion: Confusion): Places {
  const units = unitsOf(list, confusion)
  const indexes = { commune: units.communes, district: units.districts, province: units.provinces }
  const known: Known = {
    isName: (name) => units.provinces.has(name) || units.districts.has(name) || units.communes.has(name),
    isLikeName: (name) => Object.values(indexes).some((index) => index.find(name).items.length > 0),
    isProvince: (name) => units.provinces.has(name),
    kindLike: (word) => nearestKind(word, confusion),
  }
  return {
    read: (text, at) => told(text, understood(text, known, units, at), units),
    explain: (text, at) => explained(text, understood(text, known, units, at), units, at),
    resolve: (text) => told(text, understood(text, known, units, undefined), units).place,
    has: (kind, name) => indexes[kind].find(name).items.length > 0,
  }
}

/** All signs of `thị trấn` lost, or a letter of like shape. */
const MISREAD_KIND = 0.6

function nearestKind(word: string, confusion: Confusion): string | undefined {
  const [nearest] = kinds
    .map((kind) => ({ kind, distance: confusion.distance(kind, word, MISREAD_KIND) }))
    .sort((a, b) => a.distance - b.distance)
  return nearest && nearest.distance <= MISREAD_KIND ? nearest.kind : undefined
}

interface Understood extends Resolved {
  readonly isMended: boolean
}

function understood(text: string, known: Known, units: Units, at: string | undefined): Understood {
  const { main, aside } = asideOf(text)
  const parts = partsOf(main, known)
  const other = aside === undefined ? [] : partsOf(aside, known)
  const found = resolved(layeringsOf(withProvinceOf(parts, other, known), units), units, at)
  const written = [found.layers.commune, found.layers.district, found.layers.province]
  const isMended = written.some((part) => part?.isMended === true)
  if (other.length === 0) return { ...found, isMended }
  return { ...withAside(found, withProvinceOf(other, parts, known), units), isMended }
}

/** "xã Kim Phú, huyện Yên Sơn, nay là phường Mỹ Lâm, tỉnh Tuyên Quang": one province stands for both. */
function withProvinceOf(parts: readonly Part[], others: readonly Part[], { isProvince }: Known): readonly Part[] {
  const names = (part: Part) => part.kind === 'tỉnh' || isProvince(part.name)
  const province = others.at(-1)
  return parts.length === 0 || parts.some(names) || !province || !names(province) ? parts : [...parts, province]
}

/** What the writing says of the same place by another name decides between units, or speaks against them all. */
function withAside(found: Resolved, parts: readonly Part[], units: Units): Resolved {
  const other = resolved(layeringsOf(parts, units), units, undefined)
  const allowed = new Set(other.layers.commune ? other.codes : other.chains.flatMap(codesUnder))
  if (allowed.size === 0) return { ...found, isExact: false }
  const codes = found.codes.filter((code) => allowed.has(code))
  const isNarrowed = codes.length > 0 && codes.length < found.codes.length
  if (codes.length > 0)
    return {
      ...found,
      codes,
      isExact: found.isExact && other.isExact,
      reasons: isNarrowed ? [...found.reasons.filter((reason) => reason !== 'split'), 'aside_decides'] : found.reasons,
    }
  if (found.codes.length === 0)
    return { ...found, codes: other.codes, isExact: false, isDecided: other.isDecided, reasons: ['aside_decides'] }
  const both = [...new Set([...found.codes, ...other.codes])]
  return { ...found, codes: both, isExact: false, isDecided: false, reasons: [...found.reasons, 'aside_contradicts'] }
}

/** Today's codes of all that lies in a district or province. */
function codesUnder({ district, province }: Chain): readonly string[] {
  const inside = ({ communes, now }: District) => [...now, ...communes.items.flatMap((commune) => commune.now)]
  if (district) return inside(district)
  return [
    ...(province?.communesNow.items ?? []).map(({ code }) => code),
    ...(province?.districts.items ?? []).flatMap(inside),
  ]
}

function told(text: string, found: Understood, units: Units): { place: Place; isExact: boolean } {
  const { layers, isExact, isMended } = found
  const [chain] = found.chains
  const name = (part: Part | undefined, unit: { readonly names: readonly string[] } | undefined) =>
    part && (unit ? nameAs(part.name, unit.names, found) : part.name)
  const commune = name(layers.commune, chain?.commune)
  const district = name(layers.district, chain?.district)
  const province = name(layers.province, chain?.province)
  const place: Place = {
    text,
    ...(commune !== undefined && { commune }),
    ...(district !== undefined && { district }),
    ...(province !== undefined && { province }),
    ...todayOf(found, units),
  }
  const isWritten = [commune, district, province].some((part) => part !== undefined)
  return { place, isExact: isExact && isWritten && !isMended && isCleanVietnamese(text) }
}

/** The official spelling where only case differs or signs are lost; another right spelling (Hoà, Hòa) stays as written. */
function nameAs(written: string, names: readonly string[], { isDecided, reasons }: Resolved): string {
  const known = names.find((name) => nameKey(name) === nameKey(written))
  if (known === undefined) return isDecided && reasons.includes('misread') ? (names[0] ?? written) : written
  // An abbreviation (HCM) stands for the name.
  if (known === known.toUpperCase()) return names[0] ?? known
  const isSpelling = known.toLowerCase() !== written.toLowerCase() && written !== written.toUpperCase()
  return isSpelling ? written : known
}

function todayOf({ codes, isDecided }: Resolved, units: Units): Partial<Place> {
  const [only] = codes
  if (only === undefined || codes.length > MAX_CANDIDATES) return {}
  if (isDecided && codes.length === 1) return { currentCode: only, currentName: units.nameOf(only) }
  return { candidates: codes.map((code) => ({ code, name: units.nameOf(code) })) }
}

function explained(text: string, found: Understood, units: Units, at: string | undefined): PlaceReading {
  const { place, isExact } = told(text, found, units)
  const reasons: readonly PlaceReason[] = found.isMended ? [...found.reasons, 'mended'] : found.reasons
  return {
    place,
    isExact,
    parts: placeParts(found.layers, found.chains[0]),
    then: placesThen(found.chains, units, at),
    reasons,
  }
}
