// A life from a seed: who someone is, where from, what they learnt, where they worked and were paid, up to mid 2025.
// What a paper of a given day would say of it is left to declare.ts.
import type { Place } from '../../schemas/index.ts'
import { between, chance, pick, type Random, seeded } from '../random.ts'
import { monthAt, yearOf } from './calendar.ts'
import { type District, districts, hamlets, peoples } from './lists.ts'
import { coefficientOf, senior, type Trade, trades } from './trades.ts'

export interface PayRow {
  readonly month: number
  readonly code: string
  readonly rank: string
  readonly level: number
  readonly levels: number
  readonly coefficient: number
  readonly months: number
  /** One step up in the same rank, as a decision on a regular rise says. */
  readonly isRegular: boolean
}

export interface Post {
  readonly from: number
  readonly position: string
  readonly unit: string
  readonly managing: string
}

export interface Life {
  readonly gender: 'Nam' | 'Nữ'
  readonly ethnicity: string
  readonly ethnicityWritten: string
  readonly family: string
  readonly fullName: string
  readonly birth: { readonly month: number; readonly day: number }
  readonly birthplace: Place
  readonly hometown: Place
  readonly permanentAddress: Place
  readonly currentAddress: Place
  readonly home: District
  readonly trade: Trade
  readonly army: { readonly from: number; readonly to: number; readonly rank: string } | undefined
  readonly studyFrom: number
  readonly recruited: number
  readonly posts: readonly Post[]
  readonly pay: readonly PayRow[]
  readonly idCard: string
  readonly citizenId: string
}

export interface LifeWishes {
  readonly ethnicity?: string
  readonly gender?: 'Nam' | 'Nữ'
  /** Moves in mid-career from one former province to the other. */
  readonly moves?: true
}

/** What no invented person outlives: the merger of the two provinces. */
const END = monthAt(2025, 6)

export function inventLife(seed: string, wishes: LifeWishes = {}): Life {
  const random = seeded(`life ${seed}`)
  const folk = peoples.find((people) => people.ethnicity === wishes.ethnicity) ?? pick(random, peoples)
  const gender = wishes.gender ?? pick(random, ['Nam', 'Nữ'] as const)
  const family = pick(random, folk.family)
  const trade = pick(random, trades)
  const home = pick(random, districts)
  const birth = { month: monthAt(between(random, 1974, 1990), between(random, 1, 12)), day: between(random, 1, 28) }
  const army = gender === 'Nam' && chance(random, 0.3) ? armyOf(random, birth.month) : undefined
  const firstYear = Math.max(yearOf(birth.month) + 18, army === undefined ? 0 : yearOf(army.to) + 1, 2004 - trade.years)
  const studyFrom = monthAt(firstYear, 9)
  const recruited = monthAt(yearOf(studyFrom) + trade.years, pick(random, [9, 10, 12])) + (chance(random, 0.3) ? 12 : 0)
  const given = gender === 'Nam' ? folk.male : folk.female
  const origin = placeIn(random, chance(random, 0.7) ? home : pick(random, districts))
  const elsewhere = wishes.moves ? pick(random, across(home)) : home
  return {
    gender,
    family,
    trade,
    home,
    birth,
    army,
    studyFrom,
    recruited,
    ethnicity: folk.ethnicity,
    ethnicityWritten: pick(random, folk.written),
    fullName: `${family} ${pick(random, given)}`,
    birthplace: chance(random, 0.75) ? origin : placeIn(random, home),
    hometown: origin,
    ...homesOf(random, home),
    posts: postsOf(random, trade, home, elsewhere, recruited),
    pay: payOf(random, trade, recruited),
    ...numbersOf(random, home, gender, yearOf(birth.month)),
  }
}

/** The districts of the other former province. */
const across = (home: District): District[] => districts.filter(({ province }) => province !== home.province)

function armyOf(random: Random, birth: number): NonNullable<Life['army']> {
  const from = monthAt(yearOf(birth) + 19, pick(random, [2, 3, 9]))
  return { from, to: from + pick(random, [18, 24]), rank: pick(random, ['Hạ sĩ', 'Trung sĩ', 'Thượng sĩ']) }
}

/** A place of three units, as "Xã Hùng Lợi, Huyện Yên Sơn, Tỉnh Tuyên Quang". */
function placeIn(random: Random, { kind, district, province, communes }: District): Place {
  const commune = pick(random, communes)
  return {
    text: `${commune}, ${kind} ${district}, Tỉnh ${province}`,
    commune: withoutKind(commune),
    district,
    province,
  }
}

export const withoutKind = (commune: string): string => commune.replace(/^(Xã|Phường|Thị trấn) /, '')

/** An address written in running text, kinds in lower case. */
function addressIn(random: Random, where: District): Place {
  const { text, ...units } = placeIn(random, where)
  const street = text.startsWith('Xã') ? `Thôn ${pick(random, hamlets)}` : `Tổ ${between(random, 2, 19)}`
  return {
    text: `${street}, ${text.replace(/(^|, )(Xã|Phường|Thị trấn|Huyện|Thành phố|Tỉnh) /g, (kind) => kind.toLowerCase())}`,
    ...units,
  }
}

function homesOf(random: Random, home: District): Pick<Life, 'permanentAddress' | 'currentAddress'> {
  const permanentAddress = addressIn(random, home)
  return { permanentAddress, currentAddress: chance(random, 0.6) ? permanentAddress : addressIn(random, home) }
}

function postsOf(random: Random, trade: Trade, first: District, second: District, recruited: number): Post[] {
  const changes = [recruited, recruited + between(random, 40, 75), recruited + between(random, 90, 130)].filter(
    (month) => month < END,
  )
  return changes.map((from, index) => {
    const where = index === 0 ? first : second
    const commune = pick(random, where.communes)
    const fill = (text: string): string =>
      text
        .replace('{c}', withoutKind(commune))
        .replace('{k}', commune.charAt(0).toLowerCase() + commune.slice(1))
        .replace('{d}', `${where.kind.toLowerCase()} ${where.district}`)
        .replace('{p}', where.province)
    return {
      from,
      position: trade.positions[index === 0 ? 0 : 1],
      unit: fill(pick(random, trade.unit)),
      managing: fill(trade.managing),
    }
  })
}

/** Twelve months of probation, then a step every 36 (24) months; some officials pass on to the senior rank. */
function payOf(random: Random, trade: Trade, recruited: number): PayRow[] {
  const rises = trade.ranks[0]?.code === '01.003' && chance(random, 0.5)
  const rows: PayRow[] = []
  let [pay, level, isSenior] = [trade.pay, 1, false]
  for (let month = recruited + 12; month <= END && level <= pay.levels; month += pay.months) {
    const change = rises && !isSenior && level === 5
    if (change) [pay, level, isSenior] = [senior.pay, 1, true]
    const rank = isSenior ? senior.rank : trade.ranks.findLast((rank) => rank.since <= yearOf(month))
    if (rank === undefined) break
    const { levels, months } = pay
    rows.push({
      month,
      code: rank.code,
      rank: rank.name,
      level,
      levels,
      months,
      coefficient: coefficientOf(pay, level),
      isRegular: level > 1,
    })
    level++
  }
  return rows
}

function numbersOf(
  random: Random,
  home: District,
  gender: Life['gender'],
  year: number,
): Pick<Life, 'idCard' | 'citizenId'> {
  const digits = (count: number): string => Array.from({ length: count }, () => between(random, 0, 9)).join('')
  const isHere = home.province === 'Tuyên Quang'
  return {
    idCard: `${isHere ? pick(random, ['070', '071']) : '073'}${digits(6)}`,
    citizenId: `${isHere ? '008' : '002'}${gender === 'Nam' ? 0 : 1}${String(year % 100).padStart(2, '0')}${digits(6)}`,
  }
}
