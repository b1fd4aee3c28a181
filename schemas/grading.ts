// What people may believe of a reading, as data (grading.json): how often readings with such evidence were wrong on scans
// whose truth is known. Made by `hoso estimate --reading`, never by hand.
import { z } from 'zod'
import { Fraction } from './page-text.ts'

/** Kinds of values that go wrong alike. */
export const ValueClass = z.enum(['name', 'number', 'date', 'choice', 'place', 'text'])
export type ValueClass = z.infer<typeof ValueClass>

const Word = z.enum(['agrees', 'differs', 'none'])

/** What speaks for and against a reading besides the engine's own opinion of it. */
export const ReadingEvidence = z.object({
  /** The second model on the same rectangles; where they differ, how clear it is word for word which is better. */
  second: z.enum([...Word.options, 'explained', 'clear']),
  /** Understood as written; else only by a tolerant comparison, or doubted by its meaning. */
  isExact: z.boolean(),
  /** Another field or paper that must agree (core/reading/cross-check.ts). */
  cross: Word,
})
export type ReadingEvidence = z.infer<typeof ReadingEvidence>

/** How many readings were of this kind, how many wrong; `bound` is the upper end of the 95 % interval (Wilson). */
export const Reliability = z.object({
  count: z.int().nonnegative(),
  wrong: z.int().nonnegative(),
  bound: Fraction,
})
export type Reliability = z.infer<typeof Reliability>

export const GradingRow = ReadingEvidence.extend({
  /** `any`: all classes, all bands together; asked where the finer row was never met. */
  class: z.union([ValueClass, z.literal('any')]),
  /** Place in `bands`; -1 for all. */
  band: z.int().min(-1),
  ...Reliability.shape,
  /** Share wrong, drawn towards the coarser row where there are few. */
  chance: Fraction,
})
export type GradingRow = z.infer<typeof GradingRow>

export const Grading = z.object({
  version: z.int().positive(),
  /** Seeds, profiles and numbers of the calibration run. */
  origin: z.string().min(1),
  /** Lower ends of the bands of the engine's confidence, falling; below the last one lies the last band. */
  bands: z.array(Fraction).min(1),
  /** A reading is good up to this chance of being wrong. */
  goodAtMost: Fraction,
  rows: z.array(GradingRow),
  /** What `good` came to in the calibration run, by damage profile. */
  promise: z.record(z.string(), z.object({ ...Reliability.shape, goodShare: Fraction })),
})
export type Grading = z.infer<typeof Grading>

/** One reading whose truth is known: a line of the CSV that a calibration run leaves. */
export const ReadingCase = ReadingEvidence.extend({
  profile: z.string(),
  class: ValueClass,
  status: z.string(),
  isWritten: z.boolean(),
  isRight: z.boolean(),
  confidence: Fraction,
})
export type ReadingCase = z.infer<typeof ReadingCase>
