// Working days: Monday to Friday but for public holidays, and the days worked in their stead. The days off are data.
import type { HolidayList } from '../../schemas/index.ts'
import { addDays } from './dates.ts'

export function isWorkingDay(day: string, { everyYear, years }: HolidayList): boolean {
  const year = years[day.slice(0, 4)]
  if (year?.working.includes(day) === true) return true
  if (year?.off.includes(day) === true || everyYear.includes(day.slice(5))) return false
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** The last day of so many working days that begin the day after (Bộ luật Dân sự 2015 Điều 147.2). */
export function afterWorkingDays(day: string, count: number, holidays: HolidayList): string {
  let last = day
  for (let left = count; left > 0;) {
    last = addDays(last, 1)
    if (isWorkingDay(last, holidays)) left -= 1
  }
  return last
}

/** Whether the days off of a year are known; without them only the fixed ones are counted. */
export const isYearKnown = (day: string, { years }: HolidayList): boolean => day.slice(0, 4) in years
