// Partial dates compared. A date without its day or month stands for every day it may be; only what holds of all is told.

const anyPrecision = /^\d{4}(?:-\d{2}){0,2}$/u

/** The office's own calendar day, not that of Greenwich. */
export function dayOf(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

/** The days a partial date may mean, both ISO; undefined for `nay` (until now) and for what is no date. */
export function daysOf(date: string): { first: string; last: string } | undefined {
  if (!anyPrecision.test(date)) return undefined
  if (date.length === 10) return { first: date, last: date }
  if (date.length === 4) return { first: `${date}-01-01`, last: `${date}-12-31` }
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5))]
  return { first: `${date}-01`, last: `${date}-${daysIn(year, month)}` }
}

/** Whether `a` lies before `b` whatever the unknown parts are. */
export function isBefore(a: string, b: string): boolean {
  const [daysA, daysB] = [daysOf(a), daysOf(b)]
  return daysA !== undefined && daysB !== undefined && daysA.last < daysB.first
}

/** Whether both may be the same day: "1980" and "1980-05-03" do not contradict each other. */
export function mayBeSame(a: string, b: string): boolean {
  const [daysA, daysB] = [daysOf(a), daysOf(b)]
  if (daysA === undefined || daysB === undefined) return a === b
  return daysA.first <= daysB.last && daysB.first <= daysA.last
}

/** The least and the most a span may be. */
export interface Span {
  readonly least: number
  readonly most: number
}
const anything: Span = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY }

/** Full months from `a` to `b`, negative when `b` lies before; anything when one of them is no date. */
export function monthsBetween(a: string, b: string): Span {
  const [daysA, daysB] = [daysOf(a), daysOf(b)]
  if (daysA === undefined || daysB === undefined) return anything
  return { least: fullMonths(daysA.last, daysB.first), most: fullMonths(daysA.first, daysB.last) }
}

/** Full years, as ages are counted. */
export function yearsBetween(a: string, b: string): Span {
  const { least, most } = monthsBetween(a, b)
  return { least: Math.floor(least / 12), most: Math.floor(most / 12) }
}

/** The day so many months later; the 31st becomes the month's last day. Expects a full date. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const count = year * 12 + month - 1 + months
  const [newYear, newMonth] = [Math.floor(count / 12), (count % 12) + 1]
  return [
    String(newYear).padStart(4, '0'),
    String(newMonth).padStart(2, '0'),
    String(Math.min(date, daysIn(newYear, newMonth))).padStart(2, '0'),
  ].join('-')
}

const MILLIS_A_DAY = 86_400_000

/** Full dates only. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * MILLIS_A_DAY).toISOString().slice(0, 10)

/** Days from one full date to another, negative when it lies before. */
export const daysUntil = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / MILLIS_A_DAY)

export const yearOf = (date: string): number | undefined => {
  const days = daysOf(date)
  return days === undefined ? undefined : Number(days.first.slice(0, 4))
}

function fullMonths(from: string, to: string): number {
  const monthsOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return monthsOf(to) - monthsOf(from) - (to.slice(8) < from.slice(8) ? 1 : 0)
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** `2003-09-02` as 02/09/2003, `2003-09` as 09/2003; other text as it is. */
export const dateForPeople = (text: string): string =>
  /^\d{4}-\d{2}(?:-\d{2})?$/u.test(text) ? text.split('-').reverse().join('/') : text
