// Which part of a written place is its commune, which its district and province: read from the right, the widest first.
import { isBelowCommune, type Level, levelsOf, type Part } from './place-writing.ts'
import type { Commune, District, Province, Units } from './units.ts'

export interface Layers {
  readonly commune?: Part
  readonly district?: Part
  readonly province?: Part
  /** The kinds or the knowledge say so; else the order of the names alone. */
  readonly isClear: boolean
}

export function layersOf(parts: readonly Part[], units: Units): Layers {
  const last = parts.at(-1)
  if (!last) return { isClear: false }
  const isProvince = mayBeProvince(last, parts, units)
  const rest = isProvince ? parts.slice(0, -1) : parts
  const province = isProvince ? units.provinces.find(last.name).items[0] : undefined
  return { ...(isProvince ? { province: last } : {}), ...innerLayers(rest, province, units) }
}

/** `Bản Díu` and `Đường Lâm` are communes, although they begin like a hamlet and a street. */
function isBelow(part: Part, units: Units): boolean {
  return isBelowCommune(part) && !units.communes.has(part.name)
}

function mayBeProvince(last: Part, parts: readonly Part[], units: Units): boolean {
  const [known] = units.provinces.find(last.name).items
  if (last.kind === undefined) {
    if (isBelow(last, units)) return false
    return known !== undefined || (parts.length > 2 && units.districts.find(last.name).items.length === 0)
  }
  const levels = levelsOf[last.kind] ?? []
  return levels.includes('province') && (levels.length === 1 || known?.isCity === true)
}

/** District and commune out of what stands before the province. */
function innerLayers(parts: readonly Part[], province: Province | undefined, units: Units): Layers {
  const last = parts.at(-1)
  if (!last || isBelow(last, units)) return { isClear: true }
  const before = parts.at(-2)
  const left = before && !isBelow(before, units) ? before : undefined
  const level = levelOf(last, left, province, units)
  if (level === undefined) return { isClear: false }
  if (level.is === 'commune') return { commune: last, isClear: level.isClear }
  const isCommune = left && (left.kind === undefined || levelsOf[left.kind]?.includes('commune'))
  return { district: last, ...(isCommune ? { commune: left } : {}), isClear: level.isClear }
}

function levelOf(
  part: Part,
  left: Part | undefined,
  province: Province | undefined,
  units: Units,
): { is: Level; isClear: boolean } | undefined {
  if (part.kind !== undefined)
    return { is: levelsOf[part.kind]?.includes('commune') ? 'commune' : 'district', isClear: true }
  if (left?.kind !== undefined && levelsOf[left.kind]?.includes('commune')) return { is: 'district', isClear: true }
  const isDistrict = (province?.districts ?? units.districts).find(part.name).items.length > 0
  const isCommune = province
    ? communesUnder(province, part.name).length > 0
    : units.communes.find(part.name).items.length > 0
  if (isDistrict && isCommune) return { is: 'district', isClear: left !== undefined }
  if (isDistrict || isCommune) return { is: isDistrict ? 'district' : 'commune', isClear: true }
  return left ? { is: 'district', isClear: false } : undefined
}

/** Communes of that name anywhere in the province, of today and of before; the exact name wins over the toneless. */
export function communesUnder(province: Province, name: string): readonly Commune[] {
  return inAll(province, name).items
}

export function inAll(province: Province, name: string): { items: readonly Commune[]; isExact: boolean } {
  const found = [province.communesNow, ...province.allDistricts.map(({ communes }: District) => communes)].map(
    (index) => index.find(name),
  )
  const exact = found.filter(({ isExact }) => isExact)
  return { items: (exact.length > 0 ? exact : found).flatMap(({ items }) => items), isExact: exact.length > 0 }
}
