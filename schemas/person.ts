import { z } from 'zod'
import { FieldCode, TableCode } from './fields.ts'
import { ReadingEvidence } from './grading.ts'
import { ListedPerson } from './listed-person.ts'
import { Fraction } from './page-text.ts'
import { Outcome } from './reading.ts'
import { OneReading } from './second-reading.ts'

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
export const Rival = z.object({
  field: FieldCode,
  outcome: Outcome,
  dossier: z.string().optional(),
  grade: Grade.optional(),
})
export type Rival = z.infer<typeof Rival>

export const DraftValue = z.object({
  outcome: Outcome,
  grade: Grade,
  source: Source.optional(),
  rivals: z.array(Rival),
  /** What each model made of the same rectangles, the page's own first; absent where only one model read. */
  readings: z.array(OneReading).optional(),
  /** What the grade rests on besides the engine's own opinion. */
  evidence: ReadingEvidence.optional(),
})
export type DraftValue = z.infer<typeof DraftValue>

/** `key` names the row where a steward has added or removed rows; elsewhere a row is named by its place. */
export const DraftRow = z.object({
  documentId: z.string(),
  cells: z.record(z.string(), DraftValue),
  key: z.string().optional(),
})
export type DraftRow = z.infer<typeof DraftRow>

export const DraftDocument = z.object({
  documentId: z.string(),
  /** What the paper is (paper-kinds.json). */
  kind: z.string().optional(),
  /** A copy of this document. */
  twinOf: z.string().optional(),
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
    /** The receiver sent the person's record back, and no newer one was packed since; the problem is its reason. */
    'returned_by_receiver',
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
  /** What lists of HR systems say of this person: for comparison, never a value. */
  listed: z.array(ListedPerson).optional(),
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
  listed: z.array(ListedPerson).optional(),
  waived: z.array(z.string()),
})
export type Judged = z.infer<typeof Judged>
