// Colours of a share: at least 90 % green, at least 75 % yellow, else red; of identifiers only all is green (domain.md 2.7).
import type { MeasureName, Share } from '../../../schemas/index.ts'
import { measures } from './measures.ts'

export type Colour = 'green' | 'yellow' | 'red' | 'none'

/** Undefined where nothing was asked. */
export const rateOf = ({ passed, total }: Pick<Share, 'passed' | 'total'>): number | undefined =>
  total === 0 ? undefined : passed / total

export function colourOf(name: MeasureName, share: Share): Colour {
  const rate = rateOf(share)
  if (rate === undefined) return 'none'
  const { green, yellow } = measures[name]
  return rate >= green ? 'green' : rate >= yellow ? 'yellow' : 'red'
}

/** Rounded down to a tenth, so that 99.96 % never looks like all. */
export const percentOf = (rate: number): number => Math.floor(rate * 1000 + 1e-9) / 10
