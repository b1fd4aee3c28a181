import { z } from 'zod'

/** `error`: a regulation says must, export is held. `warning`: a steward looks. `info`: worth knowing. */
export const Severity = z.enum(['error', 'warning', 'info'])
export type Severity = z.infer<typeof Severity>

/** The six words of the mission: đúng, đủ, sạch, sống, thống nhất, dùng chung (domain.md 2.7). */
export const QualityDimension = z.enum([
  'accuracy',
  'completeness',
  'cleanness',
  'timeliness',
  'consistency',
  'shareability',
])
export type QualityDimension = z.infer<typeof QualityDimension>

export const Evidence = z.record(z.string(), z.union([z.string(), z.number()]))
export type Evidence = z.infer<typeof Evidence>

/** A rule that is not satisfied. The message is rendered from rule and evidence, never stored. */
export const Finding = z.object({
  findingId: z.string(),
  code: z.string(),
  severity: Severity,
  dimension: QualityDimension,
  /** The dossier or person judged. */
  subject: z.string(),
  fields: z.array(z.string()),
  documentId: z.string().optional(),
  row: z.object({ table: z.string(), index: z.int() }).optional(),
  evidence: Evidence,
  isWaived: z.boolean(),
})
export type Finding = z.infer<typeof Finding>
