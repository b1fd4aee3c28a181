// How a measure is told wherever it stands: percent, colour, the word beside the colour, numerator and denominator.
import type { Card, MeasureName } from '../../schemas/index.ts'
import { type Colour, colourOf, percentOf, rateOf } from '../core/scorecard/rating.ts'
import { numberForPeople, percentForPeople } from './report-data.ts'

export const colourWords: Readonly<Record<Colour, string>> = {
  green: 'Đạt',
  yellow: 'Cần cải thiện',
  red: 'Chưa đạt',
  none: 'Chưa đo được',
}

export interface ToldShare {
  readonly colour: Colour
  readonly rate: number | undefined
  readonly percent: string
  /** `412 / 430` */
  readonly fraction: string
  /** Dossiers in which something failed: the list behind the number; persons nobody delivered have none. */
  readonly failing: number
}

export function tellShare(name: MeasureName, card: Card): ToldShare {
  const share = card.measures[name]
  const rate = rateOf(share)
  return {
    colour: colourOf(name, share),
    rate,
    percent: percentForPeople(rate === undefined ? undefined : percentOf(rate)),
    fraction: `${numberForPeople(share.passed)} / ${numberForPeople(share.total)}`,
    failing: share.dossiers - share.sound - (name === 'completeness' ? card.missing : 0),
  }
}
