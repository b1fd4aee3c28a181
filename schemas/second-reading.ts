import { z } from 'zod'
import { TableCode, FieldCode, Value } from './fields.ts'
import { Box, Fraction } from './page-text.ts'

/** The models of Vietnamese print: the one that comes with the engine, and our own. They fail on different signs. */
export const ModelName = z.enum(['own', 'stock'])
export type ModelName = z.infer<typeof ModelName>

export const ReadWord = z.object({ text: z.string(), confidence: Fraction })
export type ReadWord = z.infer<typeof ReadWord>

/** What a model made of one line; empty where it saw nothing. */
export const ReadLine = z.array(ReadWord)
export type ReadLine = z.infer<typeof ReadLine>

/** What a writing means, understood by the same rules as the first. */
export const SecondMeaning = z.discriminatedUnion('status', [
  z.object({ status: z.literal('read'), value: Value, code: z.string().optional(), isExact: z.boolean() }),
  z.object({ status: z.literal('unparsed') }),
  z.object({ status: z.literal('blank') }),
])
export type SecondMeaning = z.infer<typeof SecondMeaning>

/** The value's own rectangles read once more, by the model that did not read the page. The first reading stays as it is. */
export const SecondReading = z.object({
  documentId: z.string(),
  /** The field, or the cell as "table.row.cell". */
  place: z.string(),
  field: FieldCode.optional(),
  cell: z.object({ table: TableCode, row: z.int().nonnegative(), cell: z.string() }).optional(),
  model: ModelName,
  pageId: z.string(),
  /** One a line of the value. */
  boxes: z.array(Box).min(1),
  raw: z.string(),
  confidence: Fraction,
  meaning: SecondMeaning,
  /** The reading of the page, for comparison: understood as written, or only by a tolerant comparison. */
  first: z.object({ model: ModelName, raw: z.string(), confidence: Fraction, isExact: z.boolean() }),
  /** Word for word the better of two readings that differ; absent where there is nothing to choose. */
  merged: z
    .object({
      raw: z.string(),
      confidence: Fraction,
      meaning: SecondMeaning,
      choice: z.enum(['explained', 'clear', 'open']),
    })
    .optional(),
})
export type SecondReading = z.infer<typeof SecondReading>

/** One model's text of a value, as it stays beside what was made of it. */
export const OneReading = SecondReading.pick({ model: true, raw: true, confidence: true })
export type OneReading = z.infer<typeof OneReading>
