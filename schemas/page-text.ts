import { z } from 'zod'
import { SecretLevel } from './secret.ts'

/** A share of the page's width or height, or a confidence: 0 to 1. */
export const Fraction = z.number().min(0).max(1)

/** [left, top, width, height] in fractions of the page as shown upright, origin top left. */
export const Box = z.tuple([Fraction, Fraction, Fraction, Fraction])
export type Box = z.infer<typeof Box>

/** What the engine saw in one run of ink; `confidence` is its opinion (0 to 1), never a probability. */
export const Word = z.object({ text: z.string().min(1), box: Box, confidence: Fraction })
export type Word = z.infer<typeof Word>

export const Line = z.object({ box: Box, words: z.array(Word).min(1) })
export type Line = z.infer<typeof Line>

/** Straight ruled lines of tables and frames, taken out of the image before reading. Thin boxes. */
export const Rulings = z.object({ horizontal: z.array(Box), vertical: z.array(Box) })
export type Rulings = z.infer<typeof Rulings>

/**
 * What stands on the paper besides print, found in the picture and never by the engine; `sureness` is that of the finding.
 * `box`: a box to tick, and how sure it is that something is written in it (0 surely empty, 1 surely ticked).
 * `stroke`: a level stroke drawn through writing. `handwriting`: words written by hand.
 */
export const InkMark = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('box'), box: Box, ticked: Fraction }),
  z.object({ kind: z.literal('stroke'), box: Box, sureness: Fraction }),
  z.object({ kind: z.literal('handwriting'), box: Box, sureness: Fraction }),
])
export type InkMark = z.infer<typeof InkMark>

/**
 * One page as read: the engine's lines in its own order, the ruled lines, the mark of secrecy if it bears one. NFC.
 * No `marks` where there is no picture to find them in.
 */
export const PageText = z.object({
  pageId: z.string(),
  lines: z.array(Line),
  rulings: Rulings,
  marks: z.array(InkMark).optional(),
  /** Where the two pages of an opened booklet meet on one scan page; the left one is read first. */
  gutter: Fraction.optional(),
  secret: SecretLevel.optional(),
})
export type PageText = z.infer<typeof PageText>
