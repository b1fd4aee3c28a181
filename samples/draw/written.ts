// How a value is written on paper: each office has its way with dates, decimals, heights. The value stays the same.
import { type FieldCode, fieldOf, type TableCode, tableOf, type Value } from '../../schemas/index.ts'
import type { Facts } from '../invent/declare.ts'

export interface Hand {
  /** `official` pads days under 10 and the months 1 and 2 (NĐ 30/2020/NĐ-CP). */
  readonly dates: 'padded' | 'plain' | 'official'
  readonly height: '1m58' | '1,58 m' | '158 cm'
}

const pad = (n: number): string => String(n).padStart(2, '0')

export function writtenDate(iso: string, hand: Hand): string {
  if (iso === 'nay') return iso
  const [year = '', month, day] = iso.split('-')
  if (month === undefined) return year
  const m = Number(month)
  const shownMonth = hand.dates === 'padded' || (hand.dates === 'official' && m < 3) ? pad(m) : String(m)
  if (day === undefined) return `${shownMonth}/${year}`
  return `${hand.dates === 'plain' ? Number(day) : day}/${shownMonth}/${year}`
}

export const decimal = (value: number): string => value.toFixed(2).replace('.', ',')

export function writtenHeight(cm: number, { height }: Hand): string {
  const [metres, rest] = [Math.floor(cm / 100), pad(cm % 100)]
  if (height === '158 cm') return `${cm} cm`
  return height === '1m58' ? `${metres}m${rest}` : `${metres},${rest} m`
}

/** What stands in a field of the paper; nothing for a field left empty. */
export function written(facts: Facts, field: FieldCode, hand: Hand): string {
  const value = facts.values[field]
  if (value === undefined) return ''
  return facts.spelling[field] ?? writtenValue(value, fieldOf(field).type, hand)
}

export function writtenCell(row: Readonly<Record<string, Value>>, table: TableCode, cell: string, hand: Hand): string {
  const value = row[cell]
  const type = tableOf(table).cells[cell]?.type
  return value === undefined || type === undefined ? '' : writtenValue(value, type, hand)
}

function writtenValue(value: Value, type: string, hand: Hand): string {
  if (typeof value === 'object') return value.text
  if (type === 'date') return writtenDate(String(value), hand)
  if (typeof value === 'string') return value
  if (type === 'decimal' || type === 'allowance') return decimal(value)
  return type === 'height' ? writtenHeight(value, hand) : String(value)
}
