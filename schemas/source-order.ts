// Which paper the law believes where papers differ, as data (source-order.json). What is proposed from it is core/source-order.ts.
import { z } from 'zod'
import { FieldCode } from './fields.ts'

/** `forms`: parts of the names of the forms that are such a source; an empty one takes every form. */
export const PaperSource = z.object({
  source: z.string(),
  vi: z.string(),
  en: z.string(),
  forms: z.array(z.string()).min(1),
  /** Only of these fields; all of the order's where it does not say. */
  fields: z.array(FieldCode).optional(),
  /** Only of members of the Party. */
  onlyMembers: z.boolean().default(false),
  basis: z.string().min(1),
})

export const SourceOrder = z.object({
  origin: z.string().min(1),
  orders: z.array(
    z.object({
      order: z.string(),
      fields: z.array(FieldCode).min(1),
      /** Among papers of one source the newest counts; else the oldest. */
      newestFirst: z.boolean().default(false),
      sources: z.array(PaperSource).min(1),
    }),
  ),
})
export type SourceOrder = z.infer<typeof SourceOrder>
export type PaperSource = z.infer<typeof PaperSource>
