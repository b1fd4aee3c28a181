// What travels between places without a network: dossiers as facts and files. Facts are only ever added, so bundles merge in
// any order; results that follow from facts are computed again, but for what is dear to compute (pictures and text of pages).
import { z } from 'zod'
import { Batch, Page, PageImage, PageReplacement, Scan } from './batch.ts'
import { StewardDecision } from './decision.ts'
import { Dossier } from './document.ts'
import { PageText } from './page-text.ts'
import { SecretLevel } from './secret.ts'

/** A place as others know it: the keys to check its word and to seal for it, as SPKI in base64. */
export const KeyCard = z.strictObject({
  kind: z.literal('hoso-key-card'),
  name: z.string().min(1).max(200),
  sign: z.string(),
  seal: z.string(),
})
export type KeyCard = z.infer<typeof KeyCard>

/** In clear at the head of a bundle: for whom, from whom, and what the cipher needs. */
export const BundleHead = z.strictObject({
  kind: z.literal('hoso-bundle'),
  version: z.literal(1),
  from: z.string(),
  to: z.string(),
  ephemeral: z.string(),
  salt: z.string(),
})
export type BundleHead = z.infer<typeof BundleHead>

/** How a stage ended on a unit, with the stamp of what it was computed from. */
export const CarriedRun = z.object({
  stage: z.enum(['intake', 'render', 'recognize']),
  unitId: z.string(),
  stamp: z.string(),
  status: z.enum(['succeeded', 'failed']),
  attempts: z.int(),
  error: z.string().nullable(),
  message: z.string().nullable(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
})
export type CarriedRun = z.infer<typeof CarriedRun>

/** Everything known of one dossier. `origin` is the place that founded it. */
export const CarriedDossier = z.object({
  origin: z.string(),
  agency: z.object({ code: z.string(), name: z.string() }),
  batch: Batch,
  dossier: Dossier,
  entry: z.string(),
  delivered: z.array(
    z.object({ scanId: z.string(), path: z.string(), delivered: z.string(), sha256: z.string(), seen: z.string() }),
  ),
  scans: z.array(Scan),
  pages: z.array(Page),
  replacements: z.array(PageReplacement),
  secretPapers: z.array(z.object({ pageId: z.string(), level: SecretLevel })),
  /** Oldest first. */
  decisions: z.array(StewardDecision),
  images: z.array(PageImage),
  texts: z.array(PageText),
  runs: z.array(CarriedRun),
})
export type CarriedDossier = z.infer<typeof CarriedDossier>

/** A piece of a bundle; the bytes of a file follow its piece. */
export const BundlePiece = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), path: z.string(), bytes: z.int().nonnegative(), sha256: z.string().length(64) }),
  z.object({ kind: z.literal('dossier'), dossier: CarriedDossier }),
  z.object({ kind: z.literal('end'), dossiers: z.int(), files: z.int() }),
])
export type BundlePiece = z.infer<typeof BundlePiece>
