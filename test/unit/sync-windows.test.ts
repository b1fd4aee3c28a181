// The windows of the law: the last five days of a month, three working days after a change.
import { describe, expect, it } from 'vitest'
import { loadHolidays } from '../../pipeline/adapters/holidays.ts'
import { changeWindows, monthlyWindows } from '../../pipeline/core/sync-windows.ts'
import { afterWorkingDays, isWorkingDay } from '../../pipeline/core/working-days.ts'

const holidays = loadHolidays()

describe('a working day', () => {
  it('is none on Saturday, Sunday, a fixed holiday and a day off of its year, but is one when worked instead', () => {
    const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-09-02', '2026-02-17', '2026-08-22']
    expect(days.map((day) => isWorkingDay(day, holidays))).toEqual([true, false, false, false, false, true])
  })

  it('three of them after a Friday end on Wednesday, and Tết is passed over', () => {
    expect(afterWorkingDays('2026-11-20', 3, holidays)).toBe('2026-11-25')
    expect(afterWorkingDays('2026-02-13', 3, holidays)).toBe('2026-02-25')
    expect(afterWorkingDays('2025-12-31', 1, holidays)).toBe('2026-01-05')
  })
})

describe('the monthly approval', () => {
  const states = (today: string, approvedOn: string[] = []) =>
    monthlyWindows(today, approvedOn).map(({ month, from, to, state }) => [month, from, to, state])

  it('is open in the last five days, and missed ones stay late', () => {
    expect(states('2026-03-02')).toEqual([
      ['2026-02', '2026-02-24', '2026-02-28', 'late'],
      ['2026-03', '2026-03-27', '2026-03-31', 'coming'],
    ])
    expect(states('2026-11-26', ['2026-10-28'])).toEqual([
      ['2026-10', '2026-10-27', '2026-10-31', 'done'],
      ['2026-11', '2026-11-26', '2026-11-30', 'open'],
    ])
  })

  it('does not count an approval outside the window', () => {
    expect(states('2026-11-30', ['2026-11-20'])[1]?.[3]).toBe('open')
  })
})

it('a change is due three working days after it, the soonest first, and late the day after', () => {
  const changed = [
    { personId: 'b', dossiers: ['B'], changedOn: '2026-11-20' },
    { personId: 'a', dossiers: ['A'], changedOn: '2026-11-17' },
  ]
  expect(
    changeWindows(changed, '2026-11-21', holidays).map(({ personId, dueOn, isLate }) => [personId, dueOn, isLate]),
  ).toEqual([
    ['a', '2026-11-20', true],
    ['b', '2026-11-25', false],
  ])
})
