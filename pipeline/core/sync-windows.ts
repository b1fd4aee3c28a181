// The windows of the law for the national database: monthly approval in the last five days of the month (Thông tư
// 06/2023/TT-BNV), and three working days after a change (Nghị định 27/2026/NĐ-CP Điều 19). What is due and what is late.
import type { HolidayList } from '../../schemas/index.ts'
import { addDays } from './dates.ts'
import { afterWorkingDays } from './working-days.ts'

export const windowDays = { monthly: 5, afterChange: 3 } as const

export type WindowState = 'done' | 'open' | 'coming' | 'late'

export interface MonthlyWindow {
  /** `2026-11`. */
  readonly month: string
  readonly from: string
  readonly to: string
  readonly state: WindowState
}

/** Of the month of the day and of the one before it: what was missed stays late until the next window is used. */
export function monthlyWindows(today: string, approvedOn: readonly string[]): MonthlyWindow[] {
  const thisMonth = windowOf(today)
  const lastMonth = windowOf(addDays(`${today.slice(0, 7)}-01`, -1))
  return [lastMonth, thisMonth].map((window) => ({ ...window, state: stateOf(window, today, approvedOn) }))
}

function windowOf(day: string): Omit<MonthlyWindow, 'state'> {
  const [year = 0, month = 0] = day.split('-').map(Number)
  const to = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
  return { month: day.slice(0, 7), from: addDays(to, 1 - windowDays.monthly), to }
}

function stateOf(
  { from, to }: Omit<MonthlyWindow, 'state'>,
  today: string,
  approvedOn: readonly string[],
): WindowState {
  if (approvedOn.some((day) => day >= from && day <= to)) return 'done'
  if (today > to) return 'late'
  return today >= from ? 'open' : 'coming'
}

export interface Changed {
  readonly personId: string
  readonly dossiers: readonly string[]
  /** The day the record last became another. */
  readonly changedOn: string
}

export interface ChangeWindow extends Changed {
  readonly dueOn: string
  readonly isLate: boolean
}

/** Soonest first. */
export const changeWindows = (changed: readonly Changed[], today: string, holidays: HolidayList): ChangeWindow[] =>
  changed
    .map((each) => {
      const dueOn = afterWorkingDays(each.changedOn, windowDays.afterChange, holidays)
      return { ...each, dueOn, isLate: today > dueOn }
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.personId < b.personId ? -1 : 1))
