// What a danh mục is. The lists themselves are JSON in code-lists/, each with its origin.
import { z } from 'zod'

export const CodeEntry = z.object({
  code: z.string(),
  name: z.string(),
  aliases: z.array(z.string()).default([]),
  validFrom: z.string().optional(),
  validTo: z.string().optional(),
})
export type CodeEntry = z.infer<typeof CodeEntry>

export const CodeList = z.object({ list: z.string(), vi: z.string(), origin: z.string(), isVerified: z.boolean(), entries: z.array(CodeEntry).min(1) })
export type CodeList = z.infer<typeof CodeList>

/** NĐ 204/2004/NĐ-CP: coefficient of step n is `coefficients[n-1]`. */
export const PayGroup = z.object({ group: z.string(), name: z.string(), coefficients: z.array(z.number()).min(1), monthsPerStep: z.int().positive() })
export type PayGroup = z.infer<typeof PayGroup>

export const Rank = z.object({ code: z.string(), name: z.string(), group: z.string().optional(), note: z.string().optional() })
export type Rank = z.infer<typeof Rank>

/** One commune of before 2025-07-01 and what it became; several `now` where it was split. */
export const OldCommune = z.object({
  code: z.string(),
  name: z.string(),
  district: z.string(),
  province: z.string(),
  now: z.array(z.object({ code: z.string(), name: z.string(), province: z.string() })),
})
export type OldCommune = z.infer<typeof OldCommune>
