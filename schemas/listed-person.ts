// A person as an HR system's list tells of them: a source of its own rank, held beside the papers for comparison and never a value.
import { z } from 'zod'
import { FieldCode, Value } from './fields.ts'

/** How the columns of one system's list are read (mapping.json): its headings, and the field each is about. */
export const ListMapping = z.strictObject({
  /** Short and lasting: each import of a source replaces the one before. */
  source: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  /** Of two lists that differ the smaller rank is the more credible; papers always go before both. */
  rank: z.int().positive(),
  /** Heading as the list has it, without regard to tones and case. */
  columns: z.record(z.string().min(1), FieldCode),
  /** Fields whose disagreement is worth a warning; any other is merely told. */
  warn: z.array(FieldCode).default([]),
})
export type ListMapping = z.infer<typeof ListMapping>

export const ListedPerson = z.object({
  listedId: z.string(),
  source: z.string(),
  name: z.string(),
  rank: z.int().positive(),
  /** As the spreadsheet numbers it. */
  row: z.int().positive(),
  values: z.partialRecord(FieldCode, Value),
  warn: z.array(FieldCode),
})
export type ListedPerson = z.infer<typeof ListedPerson>
