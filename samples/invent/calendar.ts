// Dates as facts: months counted on one line, ISO text with its own precision.

/** Months since year 0. */
export const monthAt = (year: number, month: number): number => year * 12 + month - 1
export const yearOf = (month: number): number => Math.floor(month / 12)

const two = (n: number): string => String(n).padStart(2, '0')

export const isoMonth = (month: number): string => `${yearOf(month)}-${two((month % 12) + 1)}`
export const isoDay = (month: number, day: number): string => `${isoMonth(month)}-${two(day)}`
