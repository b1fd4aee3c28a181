// What a citizen card of an invented person says to machines: its QR code and the three lines of its back.
import { checkDigit } from '../../pipeline/core/identity-card/card-facts.ts'
import type { FieldCode, Value } from '../../schemas/index.ts'
import type { Facts } from './declare.ts'

const text = (value: Value | undefined): string => (typeof value === 'object' ? value.text : String(value ?? ''))

const digitsOf = (iso: string): string => iso.split('-').toReversed().join('')

export function qrOf({ values }: Facts): string {
  const of = (field: FieldCode): string => text(values[field])
  return [
    of('citizenId'),
    of('formerCitizenId'),
    of('fullName'),
    digitsOf(of('birthDate')),
    of('gender'),
    of('permanentAddress'),
    digitsOf(of('citizenIdDate')),
  ].join('|')
}

export function machineLines({ values }: Facts): [string, string, string] {
  const number = text(values.citizenId)
  const born = text(values.birthDate).slice(2).replaceAll('-', '')
  const [day = '', month = '', year = ''] = text(values.cardExpiry).split('/')
  const until = `${year.slice(2)}${month}${day}`
  const short = number.slice(3)
  const upper = `IDVNM${short}${checkDigit(short)}${number}<<${checkDigit(number)}`
  const middle = `${born}${checkDigit(born)}${text(values.gender) === 'Nam' ? 'M' : 'F'}${until}${checkDigit(until)}VNM<<<<<<<<<<<`
  const whole = upper.slice(5) + middle.slice(0, 7) + middle.slice(8, 15) + middle.slice(18, 29)
  const [family = '', ...given] = text(values.fullName)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/gu, 'D')
    .toUpperCase()
    .split(' ')
  return [upper, `${middle}${checkDigit(whole)}`, `${family}<<${given.join('<')}`.padEnd(30, '<').slice(0, 30)]
}
