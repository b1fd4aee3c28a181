// What an identity card says to machines: the QR code of its front, the three lines at the foot of its back (ICAO Doc 9303,
// part 5, TD1). Each fact is told in writing, to be understood like any other writing; what does not prove itself is no fact.
import type { FieldCode } from '../../../schemas/index.ts'

export interface CardFact {
  readonly field: FieldCode
  readonly raw: string
}

/** Citizen number | old number | name | birth date | sex | residence | issued on; the old number may be empty. */
const qr = /^(\d{12})\|(\d{9}|\d{12})?\|([\p{L} .'’-]{3,})\|(\d{8})\|(Nam|Nữ)\|([^|]*)\|(\d{8})?(?:\|.*)?$/u

export function factsOfQr(text: string): CardFact[] {
  const [, number, former, name, born, sex, home, issued] = qr.exec(text.normalize('NFC').trim()) ?? []
  if (number === undefined || name === undefined || born === undefined || sex === undefined) return []
  return [
    { field: 'citizenId', raw: number },
    ...told('formerCitizenId', former),
    { field: 'fullName', raw: name },
    { field: 'birthDate', raw: strokes(born) },
    { field: 'gender', raw: sex },
    ...told('permanentAddress', home),
    ...told('citizenIdDate', issued === undefined ? undefined : strokes(issued)),
  ]
}

const told = (field: FieldCode, raw: string | undefined): CardFact[] =>
  raw === undefined || raw.trim() === '' ? [] : [{ field, raw: raw.trim() }]

/** `05021985` as people write it. */
const strokes = (digits: string): string => `${digits.slice(0, 2)}/${digits.slice(2, 4)}/${digits.slice(4)}`

/** What the engine makes of the fillers between them is of no account: they are known. */
const upper = /IDVNM(\d{9})(\d)(\d{12})[^\dA-JL-Z]{0,3}(\d)(?=\n|$)/u
const lower = /(\d{6})(\d)([MF])(\d{6})(\d)VNM[^\d]*(\d)(?=\n|$)/u

/** The lines as read, in their order. Nothing is told unless every check digit holds and the two numbers agree. */
export function factsOfLines(lines: readonly string[]): CardFact[] {
  const letters = lines.map((line) => line.replace(/\s+/gu, '').toUpperCase()).join('\n')
  const [, short, shortCheck, number, last] = upper.exec(letters) ?? []
  const [, born, bornCheck, sex, until, untilCheck, allCheck] = lower.exec(letters) ?? []
  if (short === undefined || number === undefined || born === undefined || until === undefined) return []
  const all = `${short}${shortCheck}${number}<<${last}${born}${bornCheck}${until}${untilCheck}<<<<<<<<<<<`
  const holds =
    checkDigit(short) === Number(shortCheck) &&
    checkDigit(born) === Number(bornCheck) &&
    checkDigit(until) === Number(untilCheck) &&
    checkDigit(all) === Number(allCheck) &&
    number.endsWith(short)
  const year = birthYear(number)
  if (!holds || year === undefined || year % 100 !== Number(born.slice(0, 2))) return []
  return [
    { field: 'citizenId', raw: number },
    { field: 'birthDate', raw: `${born.slice(4)}/${born.slice(2, 4)}/${year}` },
    { field: 'gender', raw: sex === 'M' ? 'Nam' : 'Nữ' },
    { field: 'cardExpiry', raw: `${until.slice(4)}/${until.slice(2, 4)}/20${until.slice(0, 2)}` },
  ]
}

/** The fourth figure tells the century, the next two the year (Nghị định 137/2015/NĐ-CP Điều 13). */
function birthYear(number: string): number | undefined {
  const century = 1900 + Math.floor(Number(number[3]) / 2) * 100
  return century > 2000 ? undefined : century + Number(number.slice(4, 6))
}

/** Weights 7, 3, 1 over and over; letters count from 10, fillers nothing (ICAO Doc 9303, part 3). */
export function checkDigit(text: string): number {
  const worth = (sign: string): number => (sign === '<' ? 0 : Number.parseInt(sign, 36))
  return Array.from(text).reduce((sum, sign, at) => sum + worth(sign) * ([7, 3, 1][at % 3] ?? 0), 0) % 10
}
