import { z } from 'zod'
import { QualityDimension } from './finding.ts'

/** The six words of the mission, and the identifiers, of which nothing less than all will do (domain.md 2.7). */
export const MeasureName = z.enum([...QualityDimension.options, 'identifiers'])
export type MeasureName = z.infer<typeof MeasureName>
export const measureNames = MeasureName.options

const count = z.int().nonnegative()

/** Items that passed of items asked, and dossiers of which every item passed of dossiers asked. */
export const Share = z.object({ passed: count, total: count, sound: count, dossiers: count })
export type Share = z.infer<typeof Share>

/** The measures of any set of dossiers: one, a person's, an agency's, a batch, the province. */
export const Card = z.object({
  dossiers: count,
  /** Not yet judged by the rules: they are in no measure. */
  unjudged: count,
  /** With an error nobody waived. */
  held: count,
  /** Findings accepted as exceptions. */
  waived: count,
  /** Expected persons of whom nothing was received; in `completeness` they count as empty dossiers. */
  missing: count,
  measures: z.record(MeasureName, Share),
})
export type Card = z.infer<typeof Card>

/** The measures as they stood after a run; `today` is the day the rules went by. */
export const ScorecardSnapshot = z.object({
  today: z.iso.date(),
  total: Card,
  /** Each with all agencies under it. */
  agencies: z.record(z.string(), Card),
  batches: z.record(z.string(), Card),
})
export type ScorecardSnapshot = z.infer<typeof ScorecardSnapshot>
