// What a paper of a personnel file may be, and by which printed words it is known: the grammar of paper-kinds.json, and of
// paper-cut.json, which weighs the signs that part one paper from the next.
import { z } from 'zod'

/** Printed words in plain text; compared without tones and case, misread letters allowed for. */
const Words = z.string().min(3)

export const PaperKind = z.object({
  kind: z.string().regex(/^[a-z0-9-]+$/),
  /** Papers of one group are alike for people: a decision, a proof, a rating. */
  group: z.enum(['resume', 'party', 'decision', 'award', 'proof', 'rating', 'property', 'cover', 'other']),
  vi: z.string(),
  en: z.string(),
  /** Templates that read papers of this kind; none: the paper is named, not read. */
  forms: z.array(z.string()).default([]),
  /** Stands in capitals in the upper part of the first page; a longer title explains the shorter one within it. */
  titles: z.array(Words).default([]),
  /** The title alone says too little ("QUYẾT ĐỊNH"): what it is about follows "Về việc" or "Điều 1". */
  says: z.array(Words).default([]),
  /** Other papers bear the title too: of this kind it is only with one of these words beside it. */
  needs: z.array(Words).default([]),
  /** With one of these words in its title or subject it is another paper. */
  unless: z.array(Words).default([]),
  /** Labels and headings of the paper, any page of it; several of them name it when the title is lost. */
  holds: z.array(Words).default([]),
  /** Headings and labels of its later pages and of its back: they begin no paper of their own behind it. */
  inside: z.array(Words).default([]),
  /** Usual number of pages; a longer paper is possible and less likely. */
  pages: z.int().positive().default(1),
  /** A first page of few words (the cover of a booklet): the page behind it belongs to it although it has a title. */
  isBooklet: z.boolean().default(false),
})
export type PaperKind = z.infer<typeof PaperKind>

/** Bits for and against a boundary between two pages; each sign is explained in core/cut. */
export const CutWeights = z.object({
  /** Something starts at all: without any sign a page goes on. */
  start: z.number(),
  title: z.number(),
  said: z.number(),
  labels: z.number(),
  nationalHead: z.number(),
  issuer: z.number(),
  pageOne: z.number(),
  laterPage: z.number(),
  pageFollows: z.number(),
  pageJumps: z.number(),
  sizeChanges: z.number(),
  midSentence: z.number(),
  openEnd: z.number(),
  signedEnd: z.number(),
  inside: z.number(),
  holds: z.number(),
  templateGoesOn: z.number(),
  templateGoesBack: z.number(),
  strange: z.number(),
  /** For each sign of another kind's later pages. */
  elsewhere: z.number(),
  /** For each sign of a later page, where a paper begins in its middle. */
  fragment: z.number(),
  /** For each page beyond the usual number. */
  tooLong: z.number(),
  ofAnother: z.number(),
  unknown: z.number(),
  annex: z.number(),
  booklet: z.number(),
  /** The whole stack lay upside down: its total must be better by so much. */
  reversed: z.number(),
})
export type CutWeights = z.infer<typeof CutWeights>

export const PaperCut = z.object({
  weights: CutWeights,
  /** The head of every paper of state or Party. */
  nationalHeads: z.array(Words),
  /** Behind a signature a paper is over. */
  closings: z.array(Words),
  /** Titles of what hangs on the paper before it. */
  annexes: z.array(Words),
  /** A subject that begins so takes another decision back: the words behind it name that one, not this. */
  revokes: z.array(Words),
  /** A subject that begins so is about a council, a rule, a complaint …: the words behind it name what that deals with. */
  otherActs: z.array(Words),
  /** A kind is given from this score on, and this far before the next; else a person decides. */
  leastScore: z.number(),
  leastMargin: z.number(),
})
export type PaperCut = z.infer<typeof PaperCut>
