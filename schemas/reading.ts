import { z } from 'zod'
import { FieldCode, TableCode, Value } from './fields.ts'
import { Box, Fraction } from './page-text.ts'

/** Where a reading stands (xuất xứ). */
export const Provenance = z.object({ documentId: z.string(), pageId: z.string(), box: Box })
export type Provenance = z.infer<typeof Provenance>

/** Another meaning the writing may have, for a person to choose. */
export const Candidate = z.object({ value: Value, code: z.string().optional() })
export type Candidate = z.infer<typeof Candidate>

const outcome = [
  z.object({
    status: z.literal('read'),
    raw: z.string(),
    value: Value,
    code: z.string().optional(),
    candidates: z.array(Candidate),
    confidence: Fraction,
    /** Absent only where a steward wrote what no paper shows. */
    provenance: Provenance.optional(),
  }),
  z.object({
    status: z.literal('unparsed'),
    raw: z.string(),
    problem: z.string(),
    candidates: z.array(Candidate),
    confidence: Fraction,
    provenance: Provenance,
  }),
  /** The label was found, nothing is written. */
  z.object({ status: z.literal('blank'), confidence: Fraction, provenance: Provenance }),
  /** No label. */
  z.object({ status: z.literal('missing') }),
] as const

/** What was read for one field or cell, apart from where it belongs. Absence has kinds. */
export const Outcome = z.discriminatedUnion('status', [...outcome])
export type Outcome = z.infer<typeof Outcome>

/** One field of one document. */
export const FieldReading = z.object({ documentId: z.string(), field: FieldCode, outcome: Outcome })
export type FieldReading = z.infer<typeof FieldReading>

/** One row of a table of one document; each cell that its form prints is present. */
export const RowReading = z.object({
  documentId: z.string(),
  table: TableCode,
  row: z.int().nonnegative(),
  cells: z.record(z.string(), Outcome),
})
export type RowReading = z.infer<typeof RowReading>
