// What a danh mục is. The lists themselves are JSON in code-lists/, each with its origin.
import { z } from 'zod'
import { choiceLists } from './fields/define.ts'

/** Said of every list; `isVerified` when somebody has compared it with the official text. */
const head = { list: z.string(), vi: z.string(), origin: z.string().min(1), isVerified: z.boolean() }
const name = z.string().min(1)

/** First and last day, ISO; a year or month alone where no more is known, absent where not even that. */
const day = z.string().regex(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/)
const validity = { validFrom: day.optional(), validTo: day.optional() }

export const CodeEntry = z.object({
  code: z.string(),
  name: z.string(),
  aliases: z.array(z.string()).default([]),
  ...validity,
  /** Its codes in the other systems the list names. */
  otherCodes: z.record(z.string(), z.string()).optional(),
  /** Names it had in other times: found like aliases. */
  formerNames: z.array(z.object({ name, ...validity })).optional(),
  /** For whom it is meant, and when (a form of discipline differs for công chức and viên chức). */
  appliesTo: z.array(z.object({ group: z.string(), ...validity })).optional(),
  /** Entries of one series follow each other in time. */
  series: z.string().optional(),
  /** What sort of thing it is, where the list holds several. */
  kind: z.string().optional(),
})
export type CodeEntry = z.infer<typeof CodeEntry>

export const CodeList = z.object({
  ...head,
  /** Code systems beside `code`, with a sentence on each. */
  otherSystems: z.record(z.string(), z.string()).optional(),
  /** Names that several entries are known to share (Thổ: a people, and a word for Tày). */
  ambiguous: z.array(name).optional(),
  entries: z.array(CodeEntry).min(1),
})
export type CodeList = z.infer<typeof CodeList>

/** Every list of plain entries; one JSON each. */
export const codeListNames = [
  ...choiceLists,
  'general-education',
  'degrees',
  'academic-titles',
  'training-modes',
  'schools',
  'languages',
  'informatics',
  'military-ranks',
  'awards',
  'discipline',
  'ratings',
  'relations',
  'countries',
] as const
export type CodeListName = (typeof codeListNames)[number]

/** NĐ 204/2004/NĐ-CP: coefficient of step n is `coefficients[n-1]`. */
export const PayGroup = z.object({
  group: z.string(),
  name: z.string(),
  coefficients: z.array(z.number()).min(1),
  monthsPerStep: z.int().positive(),
})
export type PayGroup = z.infer<typeof PayGroup>

export const PayList = z.object({ ...head, ...validity, groups: z.array(PayGroup).min(1) })
export type PayList = z.infer<typeof PayList>

/** NĐ 25/CP of 1993, of which only some scales are known: good for a note, never for a verdict. */
export const EarlierPayList = z.object({
  ...head,
  validFrom: day,
  validTo: day,
  groups: z.array(z.object({ group: z.string(), name, coefficients: z.array(z.number()).min(1) })).min(1),
})
export type EarlierPayList = z.infer<typeof EarlierPayList>

/** What one unit of a coefficient is worth, in đồng a month, each from a day until the next. */
export const BasePayList = z.object({
  ...head,
  amounts: z.array(z.object({ from: day, amount: z.int().positive(), basis: z.string() })).min(1),
})
export type BasePayList = z.infer<typeof BasePayList>

/** The age of retirement of each year in months; the last row holds for all years after it. */
export const RetirementList = z.object({
  ...head,
  ages: z.array(z.object({ year: z.int(), Nam: z.int().positive(), Nữ: z.int().positive() })).min(1),
})
export type RetirementList = z.infer<typeof RetirementList>

/**
 * `groups` stands instead of `group` where it depends on the date (`periods` then tells from when) or the sources differ
 * (`note`). `validTo` is the day before the code was replaced; people were moved to the new one over years.
 */
export const Rank = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.string().optional(),
  group: z.string().optional(),
  groups: z.array(z.string()).optional(),
  note: z.string().optional(),
  ...validity,
  periods: z.array(z.object({ name, group: z.string(), ...validity })).optional(),
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
  /** Words that stand together, in lower case. */
  phrases: z.array(name).min(1),
  /** Borrowed words and abbreviations that are no syllables. */
  words: z.array(name).min(1),
})
export type UsualTextList = z.infer<typeof UsualTextList>

const weight = z.number().positive().max(1)
const aliases = z.array(name).optional()
const communeCode = z.string().regex(/^\d{5}$/)
const isoDay = z.string().regex(/^\d{4}-\d\d-\d\d$/)
/** A year alone where no more is known; empty where not even that. */
const partialDay = z.string().regex(/^(?:\d{4}(?:-\d\d-\d\d)?)?$/)

/** Weights of misreadings, from 0 (the same) to 1 (nothing alike); `pairs` by weight, letters without signs. */
export const ConfusionList = z.object({
  ...head,
  /** Another tone, another mark on a letter, đ for d. */
  tone: weight,
  mark: weight,
  stroke: weight,
  letter: weight,
  missing: weight,
  thin: z.object({ cost: weight, letters: z.string() }),
  space: weight,
  pairs: z.record(z.string().regex(/^0?\.\d+$/), z.array(z.string().regex(/^\S{1,2} \S{1,2}$/u)).min(1)),
})
export type ConfusionList = z.infer<typeof ConfusionList>

/** The administrative units before and after 2025-07-01, and what became of the old communes; names with their kind. */
export const PlaceList = z.object({
  ...head,
  now: z.array(
    z.object({
      code: z.string().regex(/^\d{2}$/),
      name,
      aliases,
      /** Code, name, other spellings. */
      communes: z.array(z.tuple([communeCode, name, aliases])).min(1),
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
          code: z.string().regex(/^\d{3}$/),
          name,
          aliases,
          /** What it was called before a day: `["Thị xã Hà Giang", "2010-09-28"]`. */
          earlier: z.array(z.tuple([name, isoDay])).optional(),
          /** Districts its communes belonged to in older papers. */
          formerly: z.array(name).optional(),
          /** An island district without communes: the commune it is today. */
          now: z.string().optional(),
          /** Code then, name, codes of today (several where the commune was split, the likeliest first), other spellings. */
          communes: z.array(z.tuple([communeCode, name, z.string().regex(/^\d{5}(?: \d{5})*$/), aliases])),
        }),
      ),
    }),
  ),
  /** Communes under another name, kind or district, each until a day; what it became is a commune of `before`, or none. */
  earlier: z.array(
    z.object({
      code: communeCode,
      name,
      district: z.string().regex(/^\d{3}$/),
      until: isoDay,
      /** Absent where it kept its code; empty where it has no successor (flooded by a reservoir). */
      became: communeCode.or(z.literal('')).optional(),
    }),
  ),
  /** Provinces of other times, the codes of those of `before` that lie in them, and from when until when. */
  historic: z.array(
    z.object({ name, in: z.array(z.string()).min(1), times: z.array(z.tuple([partialDay, partialDay])).min(1) }),
  ),
})
export type PlaceList = z.infer<typeof PlaceList>

const monthDay = z.string().regex(/^\d\d-\d\d$/)

/** Public holidays: fixed ones, and per year the days off and the Saturdays or Sundays worked for them. */
export const HolidayList = z.object({
  ...head,
  everyYear: z.array(monthDay),
  years: z.record(z.string().regex(/^\d{4}$/), z.object({ off: z.array(isoDay), working: z.array(isoDay) })),
})
export type HolidayList = z.infer<typeof HolidayList>
