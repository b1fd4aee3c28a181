// What a planted fault is, and the few moves faults are made of. Faults are made in the truth, before anything is drawn.
import { addMonths } from '../../pipeline/core/dates.ts'
import type { FieldCode, TableCode, Value } from '../../schemas/index.ts'
import type { Papers, Values } from '../invent/draft.ts'
import type { FactRow } from '../invent/declare.ts'

/** Papers of one person: a résumé and the decision on the last pay rise, all in order. */
export type Sound = Papers & { readonly form: NonNullable<Papers['form']>; readonly decision: Values }

export interface Fault {
  readonly fault: string
  /** The one rule that must speak. */
  readonly rule: string
  /** Undefined where the fault cannot befall this person without another one. */
  readonly plant: (sound: Sound) => Papers | undefined
}

/** A step of planting; several in a row make one fault. */
export type Move = (sound: Sound) => Sound | undefined

export const fault = (name: string, rule: string, ...moves: readonly Move[]): Fault => ({
  fault: name,
  rule,
  plant: (sound) => moves.reduce<Sound | undefined>((papers, move) => papers && move(papers), sound),
})

type Made<T> = T | ((sound: Sound) => T)
const made = <T extends Value | undefined | FactRow | readonly FactRow[]>(given: Made<T>, sound: Sound): T =>
  typeof given === 'function' ? given(sound) : given

export const says =
  (field: FieldCode, given: Made<Value | undefined>): Move =>
  (sound) => {
    const value = made(given, sound)
    if (value === undefined) return undefined
    const { [field]: _spelt, ...spelling } = sound.form.spelling
    return { ...sound, form: { ...sound.form, spelling, values: { ...sound.form.values, [field]: value } } }
  }

export const leavesOut =
  (...fields: readonly FieldCode[]): Move =>
  (sound) => ({ ...sound, form: { ...sound.form, values: without(sound.form.values, fields) } })

export const decides =
  (field: FieldCode, given: Made<Value | undefined>): Move =>
  (sound) => {
    const value = made(given, sound)
    return value === undefined ? undefined : { ...sound, decision: { ...sound.decision, [field]: value } }
  }

export const decidesNothingOn =
  (...fields: readonly FieldCode[]): Move =>
  (sound) => ({ ...sound, decision: without(sound.decision, fields) })

/** The table as it is to be; undefined where that cannot be. */
export const tells =
  (table: TableCode, change: (rows: readonly FactRow[], sound: Sound) => readonly FactRow[] | undefined): Move =>
  (sound) => {
    const rows = change(sound.form.tables[table] ?? [], sound)
    return rows && { ...sound, form: { ...sound.form, tables: { ...sound.form.tables, [table]: rows } } }
  }

export const onlyIf =
  (test: (sound: Sound) => boolean): Move =>
  (sound) =>
    test(sound) ? sound : undefined

const without = (values: Values, fields: readonly FieldCode[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([field]) => !fields.some((each) => each === field)))

export const textOf = (sound: Sound, field: FieldCode): string => {
  const value = sound.form.values[field]
  return typeof value === 'string' ? value : ''
}
export const numberOf = (sound: Sound, field: FieldCode): number => {
  const value = sound.form.values[field]
  return typeof value === 'number' ? value : Number.NaN
}
export const cellOf = (row: FactRow | undefined, cell: string): string => {
  const value = row?.[cell]
  return typeof value === 'string' ? value : ''
}

/** So many months after (before) a day or month of the papers; a month stays a month. */
export const later = (date: string, months: number): string =>
  addMonths(`${date}-01`.slice(0, 10), months).slice(0, date.length)
export const born = (sound: Sound, years: number): string => later(textOf(sound, 'birthDate'), years * 12)
export const bornIn = (sound: Sound, years: number): string => born(sound, years).slice(0, 4)

export const inserted = (rows: readonly FactRow[], at: number, row: FactRow): FactRow[] => rows.toSpliced(at, 0, row)
export const changed = (rows: readonly FactRow[], at: number, cells: FactRow): FactRow[] =>
  rows.map((row, index) => (index === (at < 0 ? rows.length + at : at) ? { ...row, ...cells } : row))
export const relativeAt = (rows: readonly FactRow[], relation: RegExp): number =>
  rows.findIndex((row) => row.side !== 'spouse' && relation.test(cellOf(row, 'relation')))
