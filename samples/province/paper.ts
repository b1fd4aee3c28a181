// One dossier of a person as it comes out of the scanner: what it tells, what it lacks, what was misread. Rates are data.
import type { LinkRecord } from '../../schemas/index.ts'
import { chance, pick, type Random } from '../random.ts'
import { digitWrong, nameMisread, oneOf } from './misread.ts'
import { digits, fullNameOf, type Person } from './people.ts'

/** Shares of papers. Those of the numbers are of the numbers that stand there; poor scans, not good ones. */
const rates = {
  birthDateWrong: 0.034,
  yearOnly: 0.03,
  genderMissing: 0.04,
  genderWrong: 0.002,
  citizenId: 0.7,
  oldIdElse: 0.65,
  insuranceNo: 0.55,
  digitWrong: 0.025,
  anothersNumber: 0.003,
  clerksNumber: 0.0005,
  placeMissing: 0.12,
  communeMissing: 0.03,
  placeOfToday: 0.15,
  recruitedMissing: 0.15,
  recruitedWrong: 0.06,
  admittedMissing: 0.1,
  admittedWrong: 0.03,
  monthOnly: 0.08,
  noticed: 0.5,
  falseAlarm: 0.06,
}

/** What a clerk types where a number is wanted and none is known. */
const clerksNumbers = ['123456789', '000000000', '001200000001']

/** `household` are those who live with the person: a number in the wrong dossier is mostly theirs. */
export function paperOf(random: Random, person: Person, household: readonly Person[], dossier: string): LinkRecord {
  const misread = new Set<string>()
  const read = <T>(field: string, value: T, damaged: T): T => {
    if (damaged !== value) misread.add(field)
    return damaged
  }
  const may = (share: number) => chance(random, share)
  const fullName = read('fullName', fullNameOf(person), nameMisread(random, person.name))
  const birthDate = read('birthDate', person.birthDate, birthDateRead(random, person.birthDate))
  const gender = person.isMan ? 'Nam' : 'Nữ'
  const numbers = numbersRead(random, person, household)
  return {
    dossier,
    agency: person.home.provinceCode,
    fullName,
    birthDate,
    gender: may(rates.genderMissing) ? '' : may(rates.genderWrong) ? (person.isMan ? 'Nữ' : 'Nam') : gender,
    ...numbers,
    ...placeOf(random, person),
    recruitmentDate: dateRead(random, person.recruited, rates.recruitedMissing, rates.recruitedWrong),
    partyAdmissionDate: dateRead(random, person.admitted, rates.admittedMissing, rates.admittedWrong),
    sure: ['fullName', 'birthDate', 'gender', 'citizenId', 'socialInsuranceNo', 'hometown'].filter(
      (field) => !may(misread.has(field) ? rates.noticed : rates.falseAlarm),
    ),
  }
}

function birthDateRead(random: Random, date: string): string {
  if (chance(random, rates.yearOnly)) return date.slice(0, 4)
  return chance(random, rates.birthDateWrong) ? birthDateWrong(random, date) : date
}

/** What is no date at all is noticed and never becomes a value. */
function birthDateWrong(random: Random, date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const wrong = oneOf(random, [
    [3, () => `${year}-${month}-${digitWrong(random, day)}`],
    [2, () => (Number(day) <= 12 ? `${year}-${day}-${month}` : `${year}-${month}-${digitWrong(random, day)}`)],
    [2, () => `${year.slice(0, 2)}${digitWrong(random, year.slice(2))}-${month}-${day}`],
    [1, () => `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${day}`],
  ])
  return isDate(wrong) ? wrong : ''
}

function isDate(text: string): boolean {
  const time = Date.parse(text)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

function numbersRead(random: Random, person: Person, household: readonly Person[]) {
  const read = (number: string) => (chance(random, rates.digitWrong) ? digitWrong(random, number) : number)
  const others = household.filter((other) => other !== person)
  const owner = others.length > 0 && chance(random, rates.anothersNumber * 10) ? pick(random, others) : person
  const citizenId = chance(random, rates.citizenId)
    ? owner.citizenId
    : chance(random, rates.oldIdElse)
      ? owner.oldId
      : ''
  return {
    citizenId: chance(random, rates.clerksNumber) ? pick(random, clerksNumbers) : read(citizenId),
    socialInsuranceNo: chance(random, rates.insuranceNo) ? read(person.insuranceNo) : '',
  }
}

const nowhere = { hometown: '', hometownCommune: '', hometownDistrict: '', hometownProvince: '', hometownUnits: [] }

/** Papers name the units of their day: the old ones, or since July 2025 those of today, without a district. */
function placeOf(random: Random, { home }: Person) {
  if (chance(random, rates.placeMissing)) return nowhere
  const isOfToday = chance(random, rates.placeOfToday)
  const hasCommune = !chance(random, rates.communeMissing)
  const commune = isOfToday ? home.communeNow : home.commune
  const district = isOfToday ? '' : home.district
  const province = isOfToday ? home.provinceNow : home.province
  const units = isOfToday ? home.units.slice(0, 1) : home.units
  return {
    hometown: [hasCommune ? commune : '', district, province].filter((part) => part !== '').join(', '),
    hometownCommune: hasCommune ? commune : '',
    hometownDistrict: district,
    hometownProvince: province,
    hometownUnits: hasCommune ? [...units].sort() : [],
  }
}

function dateRead(random: Random, date: string, missing: number, wrong: number): string {
  if (date === '' || chance(random, missing)) return ''
  if (chance(random, wrong)) return `${date.slice(0, 5)}${digits(random, 1) === '0' ? '07' : date.slice(5, 7)}-15`
  return chance(random, rates.monthOnly) ? date.slice(0, 7) : date
}
