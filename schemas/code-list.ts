// What a danh mục is. The lists themselves are JSON in code-lists/, each with its origin.
import { z } from 'zod'
import { usualLists } from './fields/define.ts'

/** Said of every list; `isVerified` when somebody has compared it with the official text. */
const head = { list: z.string(), vi: z.string(), origin: z.string().min(1), isVerified: z.boolean() }
const name = z.string().min(1)

export const CodeEntry = z.object({
  code: z.string(),
  name: z.string(),
  aliases: z.array(z.string()).default([]),
  validFrom: z.string().optional(),
  validTo: z.string().optional(),
})
export type CodeEntry = z.infer<typeof CodeEntry>

export const CodeList = z.object({ ...head, entries: z.array(CodeEntry).min(1) })
export type CodeList = z.infer<typeof CodeList>

/** NĐ 204/2004/NĐ-CP: coefficient of step n is `coefficients[n-1]`. */
export const PayGroup = z.object({
  group: z.string(),
  name: z.string(),
  coefficients: z.array(z.number()).min(1),
  monthsPerStep: z.int().positive(),
})
export type PayGroup = z.infer<typeof PayGroup>

export const PayList = z.object({ ...head, groups: z.array(PayGroup).min(1) })
export type PayList = z.infer<typeof PayList>

/** `groups` stands instead of `group` where it depends on the date or the sources differ; `note` tells. */
export const Rank = z.object({
  code: z.string(),
  name: z.string(),
  group: z.string().optional(),
  groups: z.array(z.string()).optional(),
  note: z.string().optional(),
})
export type Rank = z.infer<typeof Rank>

export const RankList = z.object({ ...head, entries: z.array(Rank).min(1) })
export type RankList = z.infer<typeof RankList>

/** Names parted by spaces, a line an initial letter. */
const namesInLines = z
  .array(name)
  .min(1)
  .transform((lines) => lines.flatMap((line) => line.split(' ')))

/** How usual a family name is: `common` among the Kinh or a people of the north, `known`, `rare`; `given`: other syllables of names. */
export const FamilyNameList = z.object({
  ...head,
  common: namesInLines,
  known: namesInLines,
  rare: namesInLines,
  given: namesInLines,
})
export type FamilyNameList = z.infer<typeof FamilyNameList>

export const UsualTextList = z.object({
  ...head,
  lists: z.record(z.enum(usualLists).exclude(['rank-names']), z.array(name).min(1)),
  /** Words that stand together, in lower case. */
  phrases: z.array(name).min(1),
  /** Borrowed words and abbreviations that are no syllables. */
  words: z.array(name).min(1),
})
export type UsualTextList = z.infer<typeof UsualTextList>

const aliases = z.array(name).optional()

/** The administrative units before and after 2025-07-01, and what became of the old communes; names with their kind. */
export const PlaceList = z.object({
  ...head,
  now: z.array(
    z.object({
      code: z.string().regex(/^\d{2}$/),
      name,
      aliases,
      /** Code, name, other spellings. */
      communes: z.array(z.tuple([z.string().regex(/^\d{5}$/), name, aliases])).min(1),
    }),
  ),
  before: z.array(
    z.object({
      code: z.string().regex(/^\d{2}$/),
      name,
      aliases,
      /** Code of the province it is part of today. */
      now: z.string(),
      districts: z.array(
        z.object({
          name,
          aliases,
          /** Districts its communes belonged to in older papers. */
          formerly: z.array(name).optional(),
          /** An island district without communes: the commune it is today. */
          now: z.string().optional(),
          /** Name, codes of today (several where the commune was split), other spellings. */
          communes: z.array(z.tuple([name, z.string().regex(/^\d{5}(?: \d{5})*$/), aliases])),
        }),
      ),
    }),
  ),
  /** Provinces of before 1996, and the codes of those of `before` that lie in them. */
  historic: z.array(z.object({ name, in: z.array(z.string()).min(1) })),
})
export type PlaceList = z.infer<typeof PlaceList>
