// Partial dates: what holds of every day they may mean, and nothing else.
import { describe, expect, it } from 'vitest'
import { addMonths, daysOf, isBefore, mayBeSame, monthsBetween, yearsBetween } from '../../pipeline/core/dates.ts'

describe('a partial date', () => {
  it('stands for all its days, to the last of a leap February', () => {
    expect(daysOf('2004-02')).toEqual({ first: '2004-02-01', last: '2004-02-29' })
    expect(daysOf('1900-02')).toEqual({ first: '1900-02-01', last: '1900-02-28' })
    expect(daysOf('2003')).toEqual({ first: '2003-01-01', last: '2003-12-31' })
    expect(daysOf('nay')).toBeUndefined()
  })

  it('lies before another only when every one of its days does', () => {
    expect(isBefore('2003-12-31', '2004')).toBe(true)
    expect(isBefore('2004', '2004-06')).toBe(false)
    expect(isBefore('2003', 'nay')).toBe(false)
  })

  it('may be the same as a fuller one', () => {
    expect(mayBeSame('1980', '1980-05-03')).toBe(true)
    expect(mayBeSame('1980-04', '1980-05-03')).toBe(false)
    expect(mayBeSame('nay', 'nay')).toBe(true)
  })

  it('gives an age as a span when the birthday is not known', () => {
    expect(yearsBetween('1980', '1998-06')).toEqual({ least: 17, most: 18 })
    expect(yearsBetween('1980-06-15', '1998-06-14')).toEqual({ least: 17, most: 17 })
    expect(yearsBetween('1980-06-15', '1998-06-15')).toEqual({ least: 18, most: 18 })
  })

  it('counts only full months', () => {
    expect(monthsBetween('2012-05-19', '2013-05-18')).toEqual({ least: 11, most: 11 })
    expect(monthsBetween('2012-05-19', '2012-05-18')).toEqual({ least: -1, most: -1 })
  })

  it('ends a month on its last day', () => {
    expect(addMonths('2023-11-30', 3)).toBe('2024-02-29')
    expect(addMonths('1969-04-12', 57 * 12)).toBe('2026-04-12')
  })
})
