// Invented people for linking, a household at a time: someone, perhaps a twin, a brother or sister, a husband or wife.
import { between, chance, pick, type Random } from '../random.ts'
import { aHome, type Home, type Homes } from './homes.ts'
import { aName, aPeople, type Name, type People, written } from './names.ts'

export interface Person {
  readonly name: Name
  readonly isMan: boolean
  readonly birthDate: string
  readonly citizenId: string
  /** The nine digits of before 2016. */
  readonly oldId: string
  readonly insuranceNo: string
  readonly home: Home
  readonly recruited: string
  /** Empty for who is not in the Party. */
  readonly admitted: string
}

export interface World {
  readonly homes: Homes
  readonly shares: 'province' | 'nation'
}

/** Shares of people with a twin, a brother or sister, a husband or wife in the register. */
const relatives = { twin: 0.003, sibling: 0.06, spouse: 0.1 }

export function aHousehold(random: Random, world: World): Person[] {
  const people = aPeople(random, world.shares)
  const isMan = chance(random, 0.48)
  const first = aPerson(random, { people, isMan, name: aName(random, people, isMan), home: aHome(random, world.homes) })
  const household = [first]
  if (chance(random, relatives.twin)) household.push(aTwin(random, people, first))
  if (chance(random, relatives.sibling)) household.push(aSibling(random, people, first))
  if (chance(random, relatives.spouse)) household.push(aSpouse(random, world, first))
  return household
}

interface Given {
  readonly people: People
  readonly isMan: boolean
  readonly name: Name
  readonly home: Home
  readonly born?: number
}

/** Nothing has happened after it. */
const lastYear = 2025
/** Papers that know only a year are often typed as 1 January. */
const firstOfJanuary = 0.04

function aPerson(random: Random, { isMan, name, home, born }: Given): Person {
  const year = born ?? between(random, 1963, 2002)
  const birthDate = chance(random, firstOfJanuary) ? `${year}-01-01` : aDay(random, year)
  const recruited = Math.min(year + between(random, 19, 32), lastYear)
  const admitted = recruited + between(random, 1, 12)
  return {
    name,
    isMan,
    birthDate,
    home,
    ...numbersOf(random, year, isMan, home),
    recruited: recruitmentDay(random, recruited),
    admitted: admitted <= lastYear && chance(random, 0.65) ? admissionDay(random, admitted) : '',
  }
}

function numbersOf(random: Random, year: number, isMan: boolean, { provinceCode }: Home) {
  const centuryAndGender = (year < 2000 ? 0 : 2) + (isMan ? 0 : 1)
  return {
    citizenId: `0${provinceCode}${centuryAndGender}${String(year).slice(2)}${digits(random, 6)}`,
    oldId: `${provinceCode}${digits(random, 7)}`,
    insuranceNo: `${provinceCode}${digits(random, 8)}`,
  }
}

/** Many start with the school year or the budget year; many join on a day of remembrance. */
const recruitmentDay = (random: Random, year: number): string =>
  chance(random, 0.5) ? `${year}-${pick(random, ['09-01', '09-01', '01-01', '10-01', '11-01'])}` : aDay(random, year)
const admissionDay = (random: Random, year: number): string =>
  chance(random, 0.25) ? `${year}-${pick(random, ['02-03', '05-19', '09-02', '11-07'])}` : aDay(random, year)

/** A clerk writes one twin's name in the papers of both. */
const oneNameForBoth = 0.01

/** Born the same day in the same place, mostly under names that sound alike. */
function aTwin(random: Random, people: People, first: Person): Person {
  const isMan = chance(random, 0.7) ? first.isMan : !first.isMan
  const { name, home, birthDate } = first
  const isOneName = isMan === first.isMan && chance(random, oneNameForBoth)
  const other = aPerson(random, {
    people,
    isMan,
    home,
    name: isOneName ? name : anotherName(random, people, isMan, first),
    born: Number(birthDate.slice(0, 4)),
  })
  const isTogether = chance(random, 0.15)
  return { ...other, birthDate, ...(isTogether ? { recruited: first.recruited, admitted: first.admitted } : {}) }
}

/** Brothers and sisters share the family name, often the middle name, never the given name. */
function anotherName(random: Random, people: People, isMan: boolean, { name, isMan: was }: Person): Name {
  const middle = isMan === was && chance(random, 0.6) ? { middle: name.middle } : {}
  for (;;) {
    const other = aName(random, people, isMan, { family: name.family, ...middle })
    if (other.given !== name.given) return other
  }
}

function aSibling(random: Random, people: People, first: Person): Person {
  const isMan = chance(random, 0.5)
  const born = Number(first.birthDate.slice(0, 4)) + pick(random, [-5, -3, -2, 2, 3, 4, 6])
  return aPerson(random, { people, isMan, home: first.home, born, name: anotherName(random, people, isMan, first) })
}

function aSpouse(random: Random, world: World, { isMan: was, birthDate }: Person): Person {
  const people = aPeople(random, world.shares)
  const isMan = !was
  const born = Number(birthDate.slice(0, 4)) + between(random, -4, 4)
  return aPerson(random, {
    people,
    isMan,
    born,
    name: aName(random, people, isMan),
    home: aHome(random, world.homes),
  })
}

export const fullNameOf = ({ name }: Person): string => written(name)

export const digits = (random: Random, count: number): string =>
  String(Math.floor(random() * 10 ** count)).padStart(count, '0')

export function aDay(random: Random, year: number): string {
  return new Date(Date.UTC(year, 0, 1 + Math.floor(random() * 365))).toISOString().slice(0, 10)
}
