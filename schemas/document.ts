import { z } from 'zod'
import { Fraction } from './page-text.ts'

/** What became of a page; each page has exactly one fate. */
export const Fate = z.enum(['document', 'blank', 'separator', 'orphan', 'unreadable'])
export type Fate = z.infer<typeof Fate>

/** A paper of the dossier (thành phần hồ sơ). `pages` are page ids in order; `runnerUp` tells how clear the choice was. */
export const Document = z.object({
  documentId: z.string(),
  dossier: z.string(),
  /** What the paper is (paper-kinds.json). */
  kind: z.string().optional(),
  /** The template that reads it; the kind's own code where none does: then the paper is named, not read. */
  form: z.string(),
  edition: z.int().positive(),
  score: Fraction,
  runnerUp: z.object({ form: z.string(), score: Fraction }).optional(),
  /** In the order of reading, which a stack laid upside down has not. */
  pages: z.array(z.string()).min(1),
  /** A copy of this document, which lies before it. */
  twinOf: z.string().optional(),
})
export type Document = z.infer<typeof Document>

export const PageFate = z.object({
  pageId: z.string(),
  fate: Fate,
  documentId: z.string().optional(),
  /** Of an orphan: the first page of the paper of unknown kind it lies in. */
  startsAt: z.string().optional(),
})
export type PageFate = z.infer<typeof PageFate>

/** One person's papers (hồ sơ): the dossier as delivered. */
export const Dossier = z.object({ dossier: z.string(), batchId: z.string(), agency: z.string() })
export type Dossier = z.infer<typeof Dossier>
