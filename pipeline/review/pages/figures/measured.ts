// The measures of the register, kept for a short while: a province is measured in seconds, and a page is looked at again and again.
import { measure, type Measured } from '../../../runner/measure.ts'
import type { Desk } from '../../desk.ts'

const goodForMillis = 120_000

interface Kept {
  readonly at: number
  readonly measured: Promise<Measured>
}
const kept = new WeakMap<Desk, Kept>()

export function measuredNow(desk: Desk): Promise<Measured> {
  const now = desk.clock()
  const last = kept.get(desk)
  if (last !== undefined && now - last.at < goodForMillis) return last.measured
  const measured = measure(desk.store.database, desk.today())
  kept.set(desk, { at: now, measured })
  measured.catch(() => kept.delete(desk))
  return measured
}
