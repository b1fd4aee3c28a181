// Which part of a written place is its commune, which its district and province: read from the right, the widest first.
import { isBelowCommune, type Level, levelsOf, type Part } from './place-writing.ts'
import type { Commune, District, Province, Units } from './units.ts'

export interface Layers {
  readonly commune?: Part
  readonly district?: Part
  readonly province?: Part
  /** Two provinces are named, of today and of before: the unit lies in both. */
  readonly otherProvince?: Part
  /** The kinds or the knowledge say so; else the order of the names alone. */
  readonly isClear: boolean
  /** Written before the commune, and no hamlet or street by their words: a hamlet's bare name, or a unit not understood. */
  readonly left: readonly Part[]
}

/** As written, and turned round where the first part is the province and nothing is left over then. */
export function layeringsOf(parts: readonly Part[], units: Units): Layers[] {
  const [first] = parts
  const turned = parts.toReversed()
  if (first === undefined || parts.length < 2 || !mayBeProvince(first, turned, units)) return [layersOf(parts, units)]
  const layers = layersOf(turned, units)
  return layers.left.length === 0 ? [layersOf(parts, units), layers] : [layersOf(parts, units)]
}

function layersOf(parts: readonly Part[], units: Units): Layers {
  const layers = named(parts, units)
  const used = [layers.commune, layers.district, layers.province, layers.otherProvince]
  return { ...layers, left: parts.filter((part) => !used.includes(part) && !isBelow(part, units)) }
}

type Named = Omit<Layers, 'left'>

function named(parts: readonly Part[], units: Units): Named {
  const last = parts.at(-1)
  if (!last) return { isClear: false }
  if (!mayBeProvince(last, parts, units)) return innerLayers(parts, [], units)
  const rest = parts.slice(0, -1)
  const before = rest.at(-1)
  const provinces = units.provinces.find(last.name).items
  if (before && isOtherProvince(before, provinces, units))
    return { province: last, otherProvince: before, ...innerLayers(rest.slice(0, -1), provinces, units) }
  return { province: last, ...innerLayers(rest, provinces, units) }
}

/** `Bản Díu` and `Đường Lâm` are communes, although they begin like a hamlet and a street. */
function isBelow(part: Part, units: Units): boolean {
  return isBelowCommune(part) && !units.communes.has(part.name)
}

function mayBeProvince(part: Part, parts: readonly Part[], units: Units): boolean {
  const known = units.provinces.find(part.name).items
  if (part.kind === undefined) {
    if (isBelow(part, units)) return false
    return known.length > 0 || (parts.length > 2 && units.districts.find(part.name).items.length === 0)
  }
  const levels = levelsOf[part.kind] ?? []
  return levels.includes('province') && (levels.length === 1 || known.some(({ kind }) => kind === 'thành phố'))
}

/** Tuyên Quang - Tuyên Quang is a town and its province; Tuyên Quang - Hà Tuyên are two provinces. */
function isOtherProvince(part: Part, provinces: readonly Province[], units: Units): boolean {
  if (part.kind !== undefined) return part.kind === 'tỉnh'
  const isDistrict = provinces.some(({ districts }) => districts.has(part.name))
  return !isDistrict && units.provinces.has(part.name)
}

/** District and commune out of what stands before the province. */
function innerLayers(parts: readonly Part[], provinces: readonly Province[], units: Units): Named {
  const last = parts.at(-1)
  if (!last || isBelow(last, units)) return { isClear: true }
  const before = parts.at(-2)
  const left = before && !isBelow(before, units) ? before : undefined
  const level = levelOf(last, left, provinces, units)
  if (level === undefined) return { isClear: false }
  if (level.is === 'commune') return { commune: last, isClear: level.isClear }
  const isCommune = left && (left.kind === undefined || levelsOf[left.kind]?.includes('commune'))
  return { district: last, ...(isCommune ? { commune: left } : {}), isClear: level.isClear }
}

function levelOf(
  part: Part,
  left: Part | undefined,
  provinces: readonly Province[],
  units: Units,
): { is: Level; isClear: boolean } | undefined {
  if (part.kind !== undefined)
    return { is: levelsOf[part.kind]?.includes('commune') ? 'commune' : 'district', isClear: true }
  if (left?.kind !== undefined && levelsOf[left.kind]?.includes('commune')) return { is: 'district', isClear: true }
  const isDistrict = districtsUnder(provinces, part.name, units).length > 0
  const isCommune =
    provinces.length > 0
      ? provinces.some((province) => communesUnder(province, part.name).length > 0)
      : units.communes.find(part.name).items.length > 0
  if (isDistrict && isCommune) return { is: 'district', isClear: left !== undefined }
  if (isDistrict || isCommune) return { is: isDistrict ? 'district' : 'commune', isClear: true }
  return left ? { is: 'district', isClear: false } : undefined
}

const districtsUnder = (provinces: readonly Province[], name: string, units: Units): readonly District[] =>
  provinces.length > 0
    ? provinces.flatMap(({ districts }) => districts.find(name).items)
    : units.districts.find(name).items

/** Communes of that name anywhere in the province, of today and of before; the exact name wins over the toneless. */
function communesUnder(province: Province, name: string): readonly Commune[] {
  const found = [province.communesNow, ...province.districts.items.map(({ communes }) => communes)].map((index) =>
    index.find(name),
  )
  const exact = found.filter(({ isExact }) => isExact)
  return (exact.length > 0 ? exact : found).flatMap(({ items }) => items)
}
