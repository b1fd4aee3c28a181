// The linkage model as data (Fellegi–Sunter): what is read of a record, how two are compared, what agreement weighs, and
// when two records are worth comparing. Written by people or by `hoso estimate`; the results of linking are linkage.ts.
import { z } from 'zod'

/**
 * One step of bringing a value to the form that is compared; steps run in order. `words`, `split`, `deletions` and
 * `masks` make a list of the value: two lists agree where they share a member.
 */
export const ColumnStep = z.union([
  z.enum([
    'lower',
    'fold', // without tones and marks, đ as d, lower case
    'unifyTones', // hòa = hoà, lower case, tones kept
    'digits', // digits only
    'letters', // letters, digits and single spaces only
    'noSpaces',
    'sortWords', // word order and nothing else taken out
    'firstWord',
    'middleWords',
    'lastWord', // the given name of a Vietnamese
    'words',
    'deletions', // the word with each single letter left out, and itself: finds one wrong letter by equality
    'masks', // the value with each single sign masked: finds one wrong sign by equality
    'year',
    'monthDay',
    'swapDayMonth',
    'days', // number of the day, for `within`
    'length',
    'soundex', // English sound code, of the first word
  ]),
  /** Reads a date written so (YYYY, MM, DD and any signs between) as ISO; what does not fit is not told. */
  z.strictObject({ date: z.string().min(4) }),
  z.strictObject({ part: z.tuple([z.int().nonnegative(), z.int().positive()]) }),
  /** What does not match this regular expression counts as not told. */
  z.strictObject({ matching: z.string() }),
  /** What matches counts as not told. */
  z.strictObject({ notMatching: z.string() }),
  z.strictObject({ replace: z.tuple([z.string(), z.string()]) }),
  z.strictObject({ without: z.array(z.string()).min(1) }),
  z.strictObject({ split: z.string().min(1) }),
])
export type ColumnStep = z.infer<typeof ColumnStep>

/** A column of the comparison. `from` names headers of the file or fields of LinkRow; several are joined by a space. */
export const LinkColumn = z.strictObject({
  from: z.union([z.string(), z.array(z.string()).min(1)]),
  as: z.array(ColumnStep).default([]),
  /** Values that mean "not told", compared folded, before the steps. */
  empty: z.array(z.string()).default([]),
})
export type LinkColumn = z.infer<typeof LinkColumn>

const columns = z.union([z.string(), z.array(z.string()).min(1)])

/** What may hold of two records. Symmetric by construction; where a side does not tell a column, it does not hold. */
export type Condition =
  | { equal: string | string[] }
  | { crossed: [string, string] }
  | { similar: string; jaroWinkler: number }
  | { edits: string; atMost: number }
  | { damerau: string; atMost: number }
  | { toneEdits: string; atMost: number }
  | { oneSignOff: string }
  | { begins: string }
  | { shared: string; atLeast: number }
  | { partOf: string }
  | { within: string; atMost: number }
  | { known: string | string[] }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ equal: columns }),
    /** The values of two columns changed places: family and given name, day and month. */
    z.strictObject({ crossed: z.tuple([z.string(), z.string()]) }),
    z.strictObject({ similar: z.string(), jaroWinkler: z.number().min(0).max(1) }),
    /** Levenshtein. */
    z.strictObject({ edits: z.string(), atMost: z.int().positive() }),
    /** Levenshtein with neighbours changing places as one edit. */
    z.strictObject({ damerau: z.string(), atMost: z.int().positive() }),
    /** Weighted: a lost tone or mark costs less than another letter (core/text.ts). */
    z.strictObject({ toneEdits: z.string(), atMost: z.number().positive() }),
    /** Same length, and one sign differs or two neighbours changed places. */
    z.strictObject({ oneSignOff: z.string() }),
    /** One begins with the other: "1984" and "1984-03-17". */
    z.strictObject({ begins: z.string() }),
    /** Lists with so many members in common. */
    z.strictObject({ shared: z.string(), atLeast: z.int().positive().default(1) }),
    /** Lists of which one holds all members of the other. */
    z.strictObject({ partOf: z.string() }),
    /** Numbers. */
    z.strictObject({ within: z.string(), atMost: z.number().nonnegative() }),
    z.strictObject({ known: columns }),
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
  ]),
)

/**
 * A level of agreement: `m` among the same person, `u` among different persons; weight = log2(m/u). Without `when` it is
 * what is left. Without m and u the model must be estimated before it can score. `vi` is for people.
 */
export const ComparisonLevel = z.strictObject({
  level: z.string(),
  when: Condition.optional(),
  m: z.number().positive().max(1).optional(),
  u: z.number().positive().max(1).optional(),
  /** The column whose value's frequency corrects the weight: a rare name agreeing proves more. */
  termFrequency: z.string().optional(),
  /** Is not evidence, whatever the data say: 0 bits, never estimated. */
  isNeutral: z.boolean().default(false),
  vi: z.string().default(''),
})
export type ComparisonLevel = z.infer<typeof ComparisonLevel>

/**
 * Levels stand from the closest to else; the first that holds counts. A pair is on the level `missing`, 0 bits and not
 * listed, where a side does not tell one of `needs` (not given: the columns of the first level).
 */
export const Comparison = z.strictObject({
  comparison: z.string(),
  vi: z.string().default(''),
  needs: z.array(z.string()).optional(),
  levels: z.array(ComparisonLevel).min(2),
  /** Bits that this comparison may add or take at most: for fields that err or agree together with others. */
  cap: z.strictObject({ least: z.number().negative().optional(), most: z.number().positive().optional() }).optional(),
})
export type Comparison = z.infer<typeof Comparison>

/** Levels that must be found together, each comparison on one of the levels listed. */
export const EvidencePattern = z.record(z.string(), z.array(z.string()).min(1))
export type EvidencePattern = z.infer<typeof EvidencePattern>

/**
 * How often strangers show a class of evidence: by comparison the columns whose agreement stands for it, taken as
 * independent among those who agree on `strata`. Strangers who agree on a column of `vetoedBy` (both have a number of one
 * kind) would be kept apart.
 */
export const Chance = z.strictObject({
  strata: z.array(z.string()).default([]),
  agreeing: z.record(z.string(), z.array(z.string()).min(1)),
  vetoedBy: z.array(z.string()).default([]),
  /**
   * Twins agree on everything but the name: of the pairs with `instead` in place of the class's own levels, those that
   * chance does not explain. `share` of them is held to stand under one name in some paper.
   */
  twins: z
    .strictObject({
      instead: EvidencePattern,
      agreeing: z.record(z.string(), z.array(z.string()).min(1)),
      share: z.number().min(0).max(1),
    })
    .optional(),
})
export type Chance = z.infer<typeof Chance>

/** Evidence that proves one person; without `chance` it is held to be no matter of chance. */
export const EvidenceClass = z.strictObject({
  class: z.string(),
  vi: z.string().default(''),
  when: EvidencePattern,
  /** Numbers of `when` that may stand in dossiers of at most so many different names. */
  namesAtMost: z.record(z.string(), z.int().positive()).default({}),
  chance: Chance.optional(),
})
export type EvidenceClass = z.infer<typeof EvidenceClass>

/** Share of each part of a name among the people of the country, without tones; `unseen` for what the tables lack. */
export const NameShares = z.strictObject({
  origin: z.string(),
  vi: z.string(),
  /** The column of whole folded names it stands for. */
  column: z.string(),
  /** Share at which the name's level needs no correction; rarer names gain at most down to `rarest`. */
  average: z.number().positive().max(1),
  rarest: z.number().positive().max(1),
  unseen: z.strictObject({ family: z.number(), middle: z.number(), given: z.number() }),
  family: z.record(z.string(), z.number()),
  middle: z.record(z.string(), z.number()),
  given: z.record(z.string(), z.number()),
})
export type NameShares = z.infer<typeof NameShares>

/** Share of each value of a column among the records it was estimated on. Values rarer than `rarest` are not listed. */
export const TermFrequencies = z.strictObject({
  average: z.number().positive().max(1),
  rarest: z.number().positive().max(1),
  values: z.record(z.string(), z.number()),
})
export type TermFrequencies = z.infer<typeof TermFrequencies>

/** How the numbers are found on data without labels. */
export const Estimation = z.strictObject({
  /** Columns whose agreement is nearly proof; a share `recall` of the same is assumed to be found by them. */
  certain: z.array(z.array(z.string()).min(1)).default([]),
  recall: z.number().positive().max(1).default(0.9),
  /** Blocks of the training rounds; each round trains the comparisons it is not blocked on. Not given: `blocking`. */
  rounds: z.array(z.array(z.string()).min(1)).optional(),
  /** Random pairs that u of fuzzy levels is counted on. */
  randomPairs: z.int().positive().default(1_000_000),
  /** A value seen by fewer records is weighed as if seen by so many. */
  rarestCount: z.int().positive().default(5),
})
export type Estimation = z.infer<typeof Estimation>

/** Fellegi–Sunter as data (design.md 9). `prior` in bits; a pair is looked at when all columns of one blocking list agree. */
export const LinkageModel = z.strictObject({
  version: z.int().positive(),
  origin: z.string(),
  columns: z.record(z.string(), LinkColumn),
  prior: z.number().optional(),
  priorVi: z.string().default('Hai bản ghi bất kỳ hiếm khi là của một người'),
  blocking: z.array(z.array(z.string()).min(1)).min(1),
  /** A block of more records is split by the next column of the blocking lists, and reported. */
  maxBlock: z.int().positive().default(5000),
  /** Records that agree on this column are never one: two lists without duplicates of their own. */
  neverWithin: z.string().optional(),
  comparisons: z.array(Comparison).min(1),
  nameShares: NameShares.optional(),
  termFrequencies: z.record(z.string(), TermFrequencies).default({}),
  estimation: Estimation.prefault({}),
  /** Pairs held to be distinct are listed from here on: so that people see why two namesakes were not joined. */
  listAbove: z.number().optional(),
  reviewAbove: z.number().optional(),
  matchAbove: z.number().optional(),
  /** A weight is not a proof: without one of these a pair is never joined by itself. None given: weight alone. */
  sameWhen: z.array(EvidenceClass).default([]),
  /** A class of which chance alone would bring about more than this share of its merges is closed for the run. */
  wrongAtMost: z.number().positive().max(1).default(0.001),
  /** A number under more names than this is a filler that a clerk typed: sharing it must not be reviewed pair by pair. */
  fillerNames: z.int().positive().default(5),
  /** When two records that share a number stand under different names. */
  otherName: EvidencePattern.optional(),
  /** What keeps a pair from being joined whatever its weight, in words for the steward. */
  vetoes: z.array(z.strictObject({ when: EvidencePattern, vi: z.string() })).default([]),
  /** What a steward must see even where the weight says "distinct": one number on two people. */
  mustReview: z.array(z.strictObject({ when: EvidencePattern, vi: z.string() })).default([]),
})
export type LinkageModel = z.infer<typeof LinkageModel>
