import { z } from 'zod'
import { FieldCode, TableCode } from './fields.ts'
import { Fraction } from './page-text.ts'
import { Outcome } from './reading.ts'

/** What people see instead of a confidence. `good` may pass, `doubtful` is looked at, `poor` is keyed anew. */
export const Grade = z.enum(['good', 'doubtful', 'poor'])
export type Grade = z.infer<typeof Grade>

/** Who says so: the reading of a document, or a steward's decision. */
export const Source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reading'), documentId: z.string() }),
  z.object({ kind: z.literal('steward'), decisionId: z.string() }),
])
export type Source = z.infer<typeof Source>

/** Another document's word on the same field; `field` is the field it was read as. */
export const Rival = z.object({ field: FieldCode, outcome: Outcome, dossier: z.string().optional() })
export type Rival = z.infer<typeof Rival>

export const DraftValue = z.object({
  outcome: Outcome,
  grade: Grade,
  source: Source.optional(),
  rivals: z.array(Rival),
})
export type DraftValue = z.infer<typeof DraftValue>

export const DraftRow = z.object({ documentId: z.string(), cells: z.record(z.string(), DraftValue) })
export type DraftRow = z.infer<typeof DraftRow>

export const DraftDocument = z.object({
  documentId: z.string(),
  form: z.string(),
  edition: z.int(),
  score: Fraction,
  pages: z.array(z.string()),
  date: z.string().optional(),
  /** What this very paper says, field by field; nothing of it is lost when another paper wins. */
  values: z.partialRecord(FieldCode, DraftValue),
})
export type DraftDocument = z.infer<typeof DraftDocument>

/** A scan that could not be taken in, or pages nobody could read: a steward must know that a paper is missing. */
export const Mark = z.object({
  kind: z.enum([
    'scan_unreadable',
    'page_unreadable',
    'page_unclassified',
    'scan_delivered_twice',
    'decision_outdated',
    /** A paper marked secret, and the dossier's agency may not hold such papers: nothing of the dossier is read. */
    'dossier_closed',
    /** A paper marked secret in a dossier whose agency may hold it. */
    'secret_paper',
  ]),
  subject: z.string(),
  problem: z.string(),
})
export type Mark = z.infer<typeof Mark>

/** The typed values of one dossier, each naming its reading or decision. Every field of the catalogue is present. */
export const PersonDraft = z.object({
  dossier: z.string(),
  agency: z.string(),
  documents: z.array(DraftDocument),
  values: z.record(FieldCode, DraftValue),
  tables: z.record(TableCode, z.array(DraftRow)),
  marks: z.array(Mark),
  /** Rule codes a steward has accepted as exceptions. */
  waived: z.array(z.string()),
  /** The last day of those that do not hold for good, by rule. */
  waivedUntil: z.record(z.string(), z.iso.date()).optional(),
})
export type PersonDraft = z.infer<typeof PersonDraft>

/** The surviving value of each field over a person's dossiers; the losers stay as rivals. */
export const GoldenRecord = z.object({
  personId: z.string(),
  agency: z.string(),
  dossiers: z.array(z.string()).min(1),
  values: z.record(FieldCode, DraftValue.extend({ dossier: z.string().optional() })),
  tables: z.record(TableCode, z.array(DraftRow.extend({ dossier: z.string() }))),
  /** Rule codes accepted as exceptions in every one of its dossiers that broke them. */
  waived: z.array(z.string()).optional(),
  waivedUntil: z.record(z.string(), z.iso.date()).optional(),
})
export type GoldenRecord = z.infer<typeof GoldenRecord>

/** What the rules look at: a draft of one dossier or a golden record of one person, in one shape. */
export const Judged = z.object({
  subject: z.string(),
  kind: z.enum(['dossier', 'person']),
  agency: z.string(),
  values: z.record(FieldCode, DraftValue),
  tables: z.record(TableCode, z.array(DraftRow)),
  /** Empty for a person: its papers were judged with its dossiers. */
  documents: z.array(DraftDocument),
  marks: z.array(Mark),
  waived: z.array(z.string()),
})
export type Judged = z.infer<typeof Judged>
