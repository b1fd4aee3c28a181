import { z } from 'zod'
import { QualityDimension } from './finding.ts'

/** One file of the package, as its manifest names it. */
export const PackageFile = z.object({ path: z.string(), bytes: z.int(), sha256: z.string().length(64) })
export type PackageFile = z.infer<typeof PackageFile>

/** What may not leave yet, and why. Without `personId`: a dossier that no golden record speaks for. */
export const HeldRecord = z.object({
  personId: z.string().optional(),
  dossiers: z.array(z.string()),
  reasons: z.array(z.string()),
  /** Which of the mission's words it fails, and the one thing to do next. */
  fails: z.array(QualityDimension).optional(),
  next: z.string().optional(),
})
export type HeldRecord = z.infer<typeof HeldRecord>

/** `packageId` is the hash of what it holds: the same records give the same package. */
export const ExportPackage = z.object({
  packageId: z.string(),
  contract: z.literal(1),
  records: z.int(),
  held: z.array(HeldRecord),
  files: z.array(PackageFile),
})
export type ExportPackage = z.infer<typeof ExportPackage>

/** The national database's answer, append-only. */
export const Receipt = z.object({
  receiptId: z.string(),
  packageId: z.string(),
  personId: z.string(),
  outcome: z.enum(['accepted', 'rejected']),
  /** The record it speaks of: its message and key in the package (a person's id, or an agency's code in `personId`). */
  message: z.enum(['agencies', 'dossiers']).optional(),
  idempotencyKey: z.string().optional(),
  /** The receiver's own codes; their words are in receipt-codes.json. */
  codes: z.array(z.string()).optional(),
  /** From an answer on the line, a file, or the receiver's book. */
  source: z.enum(['answer', 'file', 'book']).optional(),
  reason: z.string().optional(),
  receivedAt: z.iso.datetime(),
})
export type Receipt = z.infer<typeof Receipt>
