// The figures of a run from its cases: by profile, by field, names and identity numbers apart. Shares with their 95 % bounds.
import { errorRate } from '../../pipeline/core/sampling/error-rate.ts'
import type { MeasuredCase } from './cases.ts'

/** What the issue of reading promises of each profile: shares, at most or at least. */
export const targets: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  light: { characters: 0.008, fields: 0.985, cells: 0.96, good: 0.9, wrongAmongGood: 0.003 },
  medium: { characters: 0.015, fields: 0.97, cells: 0.93, good: 0.82, wrongAmongGood: 0.005 },
  heavy: { characters: 0.04, fields: 0.9, cells: 0.8, good: 0.6, wrongAmongGood: 0.01 },
}

export interface Figure {
  readonly profile: string
  /** A measure, or a field. */
  readonly what: string
  readonly isMeasure: boolean
  readonly part: number
  readonly of: number
  readonly lower: number
  readonly upper: number
}

const isCell = ({ field }: MeasuredCase): boolean => field.includes('.')
const isRight = (one: MeasuredCase): boolean => one.isRight
const isGood = ({ grade }: MeasuredCase): boolean => grade === 'good'

export function figuresOf(profile: string, cases: readonly MeasuredCase[]): Figure[] {
  const written = cases.filter((one) => one.isWritten)
  const figure = (what: string, all: readonly MeasuredCase[], is: (one: MeasuredCase) => boolean, isMeasure = true) => {
    const part = all.filter(is).length
    const { lower, upper } = errorRate(part, all.length)
    return { profile, what, isMeasure, part, of: all.length, lower, upper }
  }
  const of = (field: string) => written.filter((one) => one.field === field)
  const names = [...new Set(written.map(({ field }) => field))].sort()
  return [
    figure(
      'fields right',
      written.filter((one) => !isCell(one)),
      isRight,
    ),
    figure('cells right', written.filter(isCell), isRight),
    figure('good', written, isGood),
    figure('wrong among good', cases.filter(isGood), (one) => !one.isRight),
    figure('full name right', of('fullName'), isRight),
    figure('identity number right', of('citizenId'), isRight),
    ...names.map((field) => figure(field, of(field), isRight, false)),
  ]
}

export function figuresCsv(figures: readonly Figure[]): string {
  const row = ({ profile, what, part, of, lower, upper }: Figure) =>
    [profile, what, part, of, of === 0 ? '' : (part / of).toFixed(4), lower.toFixed(4), upper.toFixed(4)].join(',')
  return ['profile,what,part,of,share,lower95,upper95', ...figures.map(row)].join('\r\n')
}
