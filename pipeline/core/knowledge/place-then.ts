// The second layer of a place: the units as they were at a day, with their names, kinds and the province of the time.
import type { UnitThen } from '../knowledge.ts'
import { type Chain, isInForce } from './place-chains.ts'
import { type Commune, type District, twoLevelsSince, type Units } from './units.ts'

/** In force at the day; without one, the units as named, each with its time. */
export function placesThen(chains: readonly Chain[], units: Units, at: string | undefined): UnitThen[] {
  const communes = [...new Set(chains.flatMap(({ commune }) => commune ?? []))]
  const then = at === undefined ? communes : communes.flatMap((commune) => heldAt(commune, at, units))
  return [...new Set(then)].map((commune) => unitThen(commune, units, at))
}

/** The same land under its name of that day: earlier names of a commune, the communes of today it went to. */
function heldAt(commune: Commune, at: string, units: Units): readonly Commune[] {
  if (isInForce(commune, at)) return [commune]
  if (at >= twoLevelsSince) return commune.now.flatMap((code) => units.communesNow.get(code) ?? [])
  return units.historyOf(commune.became ?? '').filter((one) => isInForce(one, at) && isOneLand(one, commune))
}

/** Of two communes made one, neither was the other. */
const isOneLand = (a: Commune, b: Commune): boolean => a.code === b.code || a.code === a.became || b.code === b.became

function unitThen(commune: Commune, units: Units, at: string | undefined): UnitThen {
  const { code, kind, names, from, until } = commune
  const name = [`${capital(kind)} ${names[0] ?? ''}`, districtAt(commune.district, at), provinceAt(commune, units, at)]
  return {
    code,
    name: name.filter((part) => part !== undefined).join(', '),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  }
}

const capital = (kind: string): string => kind.charAt(0).toUpperCase() + kind.slice(1)

function districtAt(district: District | undefined, at: string | undefined): string | undefined {
  if (!district) return undefined
  const [earlier] = at === undefined ? [] : (district.earlier.find(([, until]) => at < until) ?? [])
  return earlier ?? `${capital(district.kind)} ${district.names[0] ?? ''}`
}

/** In 1985 Yên Sơn lay in Hà Tuyên. */
function provinceAt({ district, province }: Commune, units: Units, at: string | undefined): string {
  if (!district || at === undefined) return province
  const then = units.historicOf(district.province.code).find(({ times }) => times.some((time) => isInForce(time, at)))
  return then ? `Tỉnh ${then.names[0] ?? ''}` : province
}
