// From what speaks for a reading to the word people see. How much each kind of evidence is worth was measured on scans whose
// truth is known (schemas/grading.json); without a second reading the engine's confidence speaks alone.
import type { ReadingEvidence, Grade, Grading, GradingRow, Outcome, ValueClass } from '../../schemas/index.ts'

/** Below this a person looks, where nothing else is known; see `npm run corpus` for the share of wrong values above it. */
const GOOD_FROM = 0.85
/** Below this the value is keyed anew from the image. */
const DOUBTFUL_FROM = 0.5

export interface Measured {
  readonly grading: Grading
  readonly class: ValueClass
  readonly evidence: ReadingEvidence
}

export function gradeOf(outcome: Outcome, measured?: Measured): Grade {
  // No label found: nobody can say whether the paper holds the value.
  if (outcome.status === 'missing') return 'poor'
  const { confidence } = outcome
  if (outcome.status === 'blank' || measured === undefined || measured.evidence.second === 'none')
    return byConfidence(outcome, measured?.evidence.cross === 'differs')
  if (measured.evidence.second === 'differs') return confidence < DOUBTFUL_FROM ? 'poor' : 'doubtful'
  if (outcome.status === 'unparsed') return 'doubtful'
  // Two models that read the same are not contradicted by another field: there the paper contradicts itself. But both lose a
  // stroke of `hạng III`, and the rank's code tells.
  if (measured.class === 'text' && measured.evidence.cross === 'differs') return 'doubtful'
  const row = rowFor(measured, confidence)
  return row !== undefined && row.chance <= measured.grading.goodAtMost ? 'good' : 'doubtful'
}

function byConfidence(outcome: Exclude<Outcome, { status: 'missing' }>, isContradicted: boolean): Grade {
  if (outcome.confidence < DOUBTFUL_FROM) return 'poor'
  return outcome.status === 'unparsed' || outcome.confidence < GOOD_FROM || isContradicted ? 'doubtful' : 'good'
}

/** The finest row that was ever met. */
function rowFor({ grading, class: own, evidence: told }: Measured, confidence: number): GradingRow | undefined {
  const evidence: ReadingEvidence = told.cross === 'differs' ? { ...told, cross: 'none' } : told
  const band = bandOf(grading.bands, confidence)
  const wanted = [
    [own, band],
    ['any', band],
    ['any', -1],
  ] as const
  return wanted
    .map(([of, at]) => grading.rows.find((row) => row.class === of && row.band === at && isSameEvidence(row, evidence)))
    .find((row) => row !== undefined && row.count > 0)
}

export const isSameEvidence = (a: ReadingEvidence, b: ReadingEvidence): boolean =>
  a.second === b.second && a.isExact === b.isExact && a.cross === b.cross

/** Place of the band a confidence lies in. */
export function bandOf(bands: Grading['bands'], confidence: number): number {
  const at = bands.findIndex((lower) => confidence >= lower)
  return at < 0 ? bands.length : at
}
