import { z } from 'zod'

/** A level of agreement: `m` among the same person, `u` among different persons; weight = log2(m/u). */
export const ComparisonLevel = z.object({ level: z.string(), m: z.number().positive().max(1), u: z.number().positive().max(1), vi: z.string() })
export type ComparisonLevel = z.infer<typeof ComparisonLevel>

/** Levels are tried in order, from exact to else; `termFrequency` replaces u of the exact level by the value's own share. */
export const Comparison = z.object({ comparison: z.string(), levels: z.array(ComparisonLevel).min(2), termFrequency: z.boolean().optional() })
export type Comparison = z.infer<typeof Comparison>

/** Fellegi–Sunter as data (design.md 9). `prior` in bits; a pair is looked at when one blocking key agrees. */
export const LinkageModel = z.object({
  version: z.int().positive(),
  prior: z.number(),
  blocking: z.array(z.array(z.string()).min(1)).min(1),
  comparisons: z.array(Comparison).min(1),
  reviewAbove: z.number(),
  matchAbove: z.number(),
})
export type LinkageModel = z.infer<typeof LinkageModel>

/** What of a draft matters for linking: plain strings, empty when unknown. */
export const LinkRecord = z.object({
  dossier: z.string(),
  agency: z.string(),
  fullName: z.string(),
  birthDate: z.string(),
  gender: z.string(),
  citizenId: z.string(),
  socialInsuranceNo: z.string(),
  hometown: z.string(),
})
export type LinkRecord = z.infer<typeof LinkRecord>

export const Band = z.enum(['same', 'review', 'distinct'])
export type Band = z.infer<typeof Band>

export const CandidatePair = z.object({
  a: z.string(),
  b: z.string(),
  band: Band,
  weight: z.number(),
  evidence: z.array(z.object({ comparison: z.string(), level: z.string(), weight: z.number() })),
  /** Why a person must look although the weight is high. */
  veto: z.string().optional(),
})
export type CandidatePair = z.infer<typeof CandidatePair>

/** Dossiers held to be one person; `needsReview` when a link inside is doubtful. */
export const Cluster = z.object({ clusterId: z.string(), dossiers: z.array(z.string()).min(1), needsReview: z.boolean() })
export type Cluster = z.infer<typeof Cluster>
