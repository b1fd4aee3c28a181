// Home communes of invented people: the real units of before July 2025 with those of today, of one province or of all.
import { readFileSync } from 'node:fs'
import { PlaceList } from '../../schemas/index.ts'
import { chance, type Random } from '../random.ts'

export interface Home {
  readonly commune: string
  readonly district: string
  readonly province: string
  /** Two digits, the statistics office's; the number of a citizen begins with it. */
  readonly provinceCode: string
  /** Codes of today; several where the old commune was split. */
  readonly units: readonly string[]
  readonly communeNow: string
  readonly provinceNow: string
}

export interface Homes {
  readonly own: readonly Home[]
  readonly all: readonly Home[]
}

/** Share of a province's officials who come from elsewhere. */
const fromElsewhere = 0.15

/** The homes of today's province of that code (`08`), and of the whole country; without a code the country is its own. */
export function homesOf(provinceNow: string | undefined): Homes {
  const file = new URL('../../schemas/code-lists/places.json', import.meta.url)
  const { now, before } = PlaceList.parse(JSON.parse(readFileSync(file, 'utf8')))
  const nameNow = new Map(now.map(({ code, name }) => [code, bare(name)]))
  const communeNow = new Map(now.flatMap(({ communes }) => communes.map(([code, name]) => [code, name] as const)))
  const all = before.flatMap(({ code, name, now: province, districts }) =>
    districts.flatMap(({ name: district, communes }) =>
      communes.map(([, commune, units]): Home & { now: string } => ({
        commune: bare(commune),
        district: bare(district),
        province: bare(name),
        provinceCode: code,
        units: units.split(' '),
        communeNow: bare(communeNow.get(units.split(' ')[0] ?? '') ?? commune),
        provinceNow: nameNow.get(province) ?? bare(name),
        now: province,
      })),
    ),
  )
  return { all, own: provinceNow === undefined ? all : all.filter((home) => home.now === provinceNow) }
}

/** Some communes send three times as many officials as others. */
export function aHome(random: Random, { own, all }: Homes): Home {
  const from = chance(random, fromElsewhere) ? all : own
  const home = from[Math.floor(random() ** 1.4 * from.length)]
  if (!home) throw new RangeError('homes: no such province')
  return home
}

function bare(name: string): string {
  return name.replace(/^(?:Thị trấn|Thị xã|Thành phố|Tỉnh|Huyện|Quận|Phường|Xã|Đặc khu)\s+(?=\D)/u, '')
}
