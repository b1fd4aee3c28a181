// How alike two records are, comparison by comparison, as named levels. What a level weighs is the model's.
import type { LinkRecord } from '../../../schemas/index.ts'
import { editDistance, fold, toneAwareDistance, unifyTones } from '../../core/text.ts'

/** One side does not tell: no evidence either way. */
export const MISSING = 'missing'

type Compare = (a: LinkRecord, b: LinkRecord) => string

/** Every comparison a model may name. Each is symmetric and gives a level of the model or `missing`. */
export const comparisons: Readonly<Record<string, Compare>> = {
  fullName: (a, b) => between(a.fullName, b.fullName, compareNames),
  birthDate: compareBirthDates,
  gender: (a, b) => between(a.gender, b.gender, (x, y) => (x === y ? 'same' : 'different')),
  citizenId: (a, b) => between(a.citizenId, b.citizenId, compareCitizenIds),
  socialInsuranceNo: (a, b) => between(a.socialInsuranceNo, b.socialInsuranceNo, compareNumbers),
  hometown: compareHometowns,
  recruitmentDate: (a, b) => between(a.recruitmentDate, b.recruitmentDate, compareDates),
  partyAdmissionDate: (a, b) => between(a.partyAdmissionDate, b.partyAdmissionDate, compareDates),
}

function between(a: string, b: string, compare: (a: string, b: string) => string): string {
  return a === '' || b === '' ? MISSING : compare(a, b)
}

/**
 * The whole name is one comparison: 8 effective family names make the parts far from independent. A differing given
 * name under the same family name is a level of its own, because that is how twins and siblings look.
 */
function compareNames(a: string, b: string): string {
  const written = (name: string) => unifyTones(name).toLowerCase().replace(/\s+/gu, ' ')
  if (written(a) === written(b)) return 'exact'
  const [x, y] = [fold(a), fold(b)]
  if (x === y) return 'sameFolded'
  if (toneAwareDistance(a, b) <= 1 || editDistance(x, y, 1) <= 1) return 'nearlySame'
  const [p, q] = [x.split(' '), y.split(' ')]
  const isSameGiven = p.at(-1) === q.at(-1)
  const isSameFamily = p[0] === q[0]
  if (isSameFamily && isSameGiven && isPartOf(middle(p), middle(q))) return 'middleDropped'
  if (isSameGiven) return 'sameGiven'
  return isSameFamily ? 'sameFamily' : 'different'
}

const middle = (syllables: readonly string[]) => syllables.slice(1, -1)

function isPartOf(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  return few.every((syllable) => many.includes(syllable))
}

/** More than this between two well read birth years is another person, not a slip of the pen. */
const YEARS_APART = 2

function compareBirthDates(a: LinkRecord, b: LinkRecord): string {
  const isSure = a.sure.includes('birthDate') && b.sure.includes('birthDate')
  return between(a.birthDate, b.birthDate, (x, y) => {
    if (x === y && x.length === 10) return x.endsWith('-01-01') ? 'firstOfJanuary' : 'exact'
    if (x.startsWith(y) || y.startsWith(x)) return 'yearAgrees'
    if (isSure && Math.abs(yearOf(x) - yearOf(y)) > YEARS_APART) return 'yearsApart'
    if (isOneDigitOff(x, y) || isDayMonthSwapped(x, y)) return 'nearlySame'
    return yearOf(x) === yearOf(y) ? 'sameYear' : 'different'
  })
}

const yearOf = (date: string) => Number(date.slice(0, 4))

function isDayMonthSwapped(a: string, b: string): boolean {
  const [year, month, day] = a.split('-')
  return day !== undefined && `${year}-${day}-${month}` === b
}

/** Same length and one digit differs, or two neighbours changed places. */
function isOneDigitOff(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const differing = a.split('').flatMap((digit, at) => (digit === b[at] ? [] : [at]))
  const [first, second] = differing
  if (first === undefined) return false
  if (second === undefined) return true
  return differing.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first]
}

function compareNumbers(a: string, b: string): string {
  if (a === b) return 'same'
  return isOneDigitOff(a, b) ? 'oneDigitOff' : 'different'
}

/** An old 9-digit number and a 12-digit one say nothing about each other: everybody of age has had both. */
function compareCitizenIds(a: string, b: string): string {
  const isNumber = (id: string) => id.length === 9 || id.length === 12
  if (!isNumber(a) || !isNumber(b)) return MISSING
  return a.length === b.length ? compareNumbers(a, b) : 'otherKind'
}

/**
 * Old papers name old units, so the unit of today decides where both are known: "xã Tân Tiến" of before 2025 and of
 * today are two places. Otherwise the names as written, from the commune up.
 */
function compareHometowns(a: LinkRecord, b: LinkRecord): string {
  const areKnown = a.hometownUnits.length > 0 && b.hometownUnits.length > 0
  const isSameUnit = a.hometownUnits.some((unit) => b.hometownUnits.includes(unit))
  const isSameProvince = isTold(a.hometownProvince, b.hometownProvince)
  const isSameDistrict = isSameProvince && isTold(a.hometownDistrict, b.hometownDistrict)
  const isOtherDistrict = !isSameDistrict && a.hometownDistrict !== '' && b.hometownDistrict !== ''
  const isSameName = isSameProvince && !isOtherDistrict && isTold(a.hometownCommune, b.hometownCommune)
  if (isSameName && (isSameUnit || !areKnown)) return 'sameCommune'
  if (isSameUnit) return 'sameUnitNow'
  if (isSameDistrict) return 'sameDistrict'
  if (isSameProvince) return 'sameProvince'
  // Two provinces of old may be one today; without both units known a differing name proves nothing.
  return areKnown ? 'different' : MISSING
}

const isTold = (a: string, b: string) => a !== '' && fold(a) === fold(b)

function compareDates(a: string, b: string): string {
  if (a === b && a.length === 10) return 'same'
  return a.startsWith(b) || b.startsWith(a) ? 'compatible' : 'different'
}
