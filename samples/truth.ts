// The truth beside a drawn dossier: what is really written in it, by the catalogue's codes and in the contract's values.
import { z } from 'zod'
import { Box, Fate, FieldCode, TableCode, Value } from '../schemas/index.ts'

/** A field that is printed but empty, or that no paper of the dossier has. */
export const Absence = z.strictObject({ status: z.enum(['blank', 'missing']) })
export type Absence = z.infer<typeof Absence>

export const Truth = z.object({
  dossier: z.string(),
  layout: z.string(),
  profile: z.string(),
  /** A field left out is one the paper does not settle; it is not scored. */
  values: z.partialRecord(FieldCode, z.union([Absence, Value])),
  tables: z.partialRecord(TableCode, z.array(z.record(z.string(), Value))),
  documents: z.array(z.object({ form: z.string(), pages: z.array(z.int().positive()) })),
  /** One each page, pages counted through the dossier. */
  fates: z.array(Fate),
  /** Plain text of each page in reading order, leader dots left out. */
  text: z.array(z.string()),
  /** Where each value stands, in fractions of the upright page before it was skewed; cells as "table.row.cell". */
  boxes: z.record(z.string(), z.object({ page: z.int().positive(), box: Box })),
  expected: z.object({
    outcome: z.enum(['read', 'failed']),
    /** `doubt`: nothing is wrong with the person's data; what is not surely read may hold it, nothing else may. */
    held: z.union([z.boolean(), z.literal('doubt')]),
    /** Finding codes that must be there. */
    findings: z.array(z.string()),
  }),
})
export type Truth = z.infer<typeof Truth>

/** Names of the forms as the templates in `schemas/forms/` have them. */
export const forms = { form: '2c-bnv-2008', decision: 'decision-pay-rise' } as const
