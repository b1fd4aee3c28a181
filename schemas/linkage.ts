// Linking as data and its results: the model, what is compared, the pairs with every summand, the clusters.
import { z } from 'zod'

/** A level of agreement: `m` among the same person, `u` among different persons; weight = log2(m/u). `vi` is for people. */
export const ComparisonLevel = z.object({
  level: z.string(),
  m: z.number().positive().max(1),
  u: z.number().positive().max(1),
  vi: z.string(),
})
export type ComparisonLevel = z.infer<typeof ComparisonLevel>

/**
 * Levels stand from exact to else. A value that one side lacks is the level `missing`, 0 bits, and is not listed.
 * With `termFrequency` the levels named there are worth more for a rare name and less for a common one.
 */
export const Comparison = z.object({
  comparison: z.string(),
  vi: z.string(),
  levels: z.array(ComparisonLevel).min(2),
  termFrequency: z.array(z.string()).default([]),
})
export type Comparison = z.infer<typeof Comparison>

/** Levels that must be found together, each comparison on one of the levels listed. */
export const EvidencePattern = z.record(z.string(), z.array(z.string()).min(1))
export type EvidencePattern = z.infer<typeof EvidencePattern>

/** Share of each part of a name among the people of the country, without tones; `unseen` for what the tables lack. */
export const NameShares = z.object({
  origin: z.string(),
  vi: z.string(),
  /** Share at which the name's level needs no correction; rarer names gain at most down to `rarest`. */
  average: z.number().positive().max(1),
  rarest: z.number().positive().max(1),
  unseen: z.object({ family: z.number(), middle: z.number(), given: z.number() }),
  family: z.record(z.string(), z.number()),
  middle: z.record(z.string(), z.number()),
  given: z.record(z.string(), z.number()),
})
export type NameShares = z.infer<typeof NameShares>

/** Fellegi–Sunter as data (design.md 9). `prior` in bits; a pair is looked at when all keys of one blocking list agree. */
export const LinkageModel = z.object({
  version: z.int().positive(),
  origin: z.string(),
  prior: z.number(),
  priorVi: z.string(),
  blocking: z.array(z.array(z.string()).min(1)).min(1),
  /** A key value that more dossiers share tells nothing and is skipped; other keys find those pairs. */
  maxBlock: z.int().positive(),
  comparisons: z.array(Comparison).min(1),
  nameShares: NameShares.optional(),
  /** Pairs held to be distinct are listed from here on: so that people see why two namesakes were not joined. */
  listAbove: z.number(),
  reviewAbove: z.number(),
  matchAbove: z.number(),
  /** A weight is not a proof: without one of these patterns a pair is never joined by itself. */
  sameWhen: z.array(EvidencePattern).min(1),
  /** What keeps a pair from being joined whatever its weight, in words for the steward. */
  vetoes: z.array(z.object({ when: EvidencePattern, vi: z.string() })),
  /** What a steward must see even where the weight says "distinct": one number on two people. */
  mustReview: z.array(z.object({ when: EvidencePattern, vi: z.string() })),
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
  hometownCommune: z.string(),
  hometownDistrict: z.string(),
  hometownProvince: z.string(),
  /** Codes of today's unit; several where the old commune was split. */
  hometownUnits: z.array(z.string()),
  recruitmentDate: z.string(),
  partyAdmissionDate: z.string(),
  /** Fields that were read well enough to hold against a pair. */
  sure: z.array(z.string()),
})
export type LinkRecord = z.infer<typeof LinkRecord>

export const Band = z.enum(['same', 'review', 'distinct'])
export type Band = z.infer<typeof Band>

export const CandidatePair = z.object({
  a: z.string(),
  b: z.string(),
  band: Band,
  weight: z.number(),
  /** Every summand of the weight; the prior first, the frequency of the name on a line of its own. */
  evidence: z.array(z.object({ comparison: z.string(), level: z.string(), weight: z.number() })),
  /** Why a person must look although the weight is high; Vietnamese. */
  veto: z.string().optional(),
  /** The steward's decision that settled the pair. */
  decisionId: z.string().optional(),
})
export type CandidatePair = z.infer<typeof CandidatePair>

/** Dossiers held to be one person; `needsReview` when a link inside is doubtful. */
export const Cluster = z.object({
  clusterId: z.string(),
  dossiers: z.array(z.string()).min(1),
  needsReview: z.boolean(),
})
export type Cluster = z.infer<typeof Cluster>
