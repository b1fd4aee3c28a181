// Where one value of a golden record comes from, link by link: the value, its draft, the reading or the decision, the paper,
// the page, the rectangle, the scan.
import { z } from 'zod'
import { Outcome } from './reading.ts'
import { Box } from './page-text.ts'
import { Grade } from './person.ts'

export const Trace = z.object({
  personId: z.string(),
  /** A field, or `table.row.cell` with rows from 1. */
  field: z.string(),
  outcome: Outcome,
  grade: Grade,
  /** Whose draft the value survived from. */
  dossier: z.string(),
  /** A person's word, where there is one. */
  decision: z
    .object({ decisionId: z.string(), kind: z.string(), steward: z.string(), decidedAt: z.string() })
    .optional(),
  /** As which field of which paper it was read. */
  reading: z.object({ documentId: z.string(), field: z.string(), raw: z.string().optional() }).optional(),
  document: z.object({ documentId: z.string(), form: z.string() }).optional(),
  place: z
    .object({
      pageId: z.string(),
      /** From 1 through the dossier. */
      page: z.int().positive(),
      box: Box,
      /** The picture people see, below the workspace. */
      display: z.string(),
    })
    .optional(),
  scan: z
    .object({
      scanId: z.string(),
      /** As it was delivered, and where it is kept. */
      path: z.string(),
      original: z.string(),
      sha256: z.string(),
      scanPage: z.int().positive(),
    })
    .optional(),
})
export type Trace = z.infer<typeof Trace>
