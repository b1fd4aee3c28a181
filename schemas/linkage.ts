// What is linked and what comes of it: the records, the pairs with every summand, the clusters. The model is linkage-model.ts.
import { z } from 'zod'

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
  /** The class of evidence that joined it without a person. */
  class: z.string().optional(),
  /** Blocking did not find it: it was weighed because a decision or a chain of others names the two. */
  isClosing: z.literal(true).optional(),
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

/** What a dossier was linked by: while the digest (record, model, version of the stage) stays, its pairs need no new score. */
export const LinkedRecord = z.object({ dossier: z.string(), digest: z.string() })
export type LinkedRecord = z.infer<typeof LinkedRecord>

/** What a run of linking owes its reader besides the pairs: how many of its merges are likely wrong. */
export const LinkageReport = z.object({
  model: z.int(),
  records: z.int().nonnegative(),
  pairs: z.object({ same: z.int().nonnegative(), review: z.int().nonnegative() }),
  /** By class of evidence: pairs joined, wrong ones to expect, and whether the class was closed for that. */
  classes: z.array(
    z.object({ class: z.string(), merges: z.int().nonnegative(), expected: z.number(), isOpen: z.boolean() }),
  ),
  expectedWrong: z.number(),
  /** Blocks too large to be compared whole; their pairs are found by other keys or not at all. */
  splitBlocks: z.int().nonnegative(),
})
export type LinkageReport = z.infer<typeof LinkageReport>

/** All that linking gives. */
export const Linked = z.object({
  pairs: z.array(CandidatePair),
  clusters: z.array(Cluster),
  linked: z.array(LinkedRecord),
  report: LinkageReport,
})
export type Linked = z.infer<typeof Linked>
