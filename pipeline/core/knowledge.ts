// What the program knows of the world: code lists, ranks, pay, places. Built from schemas/code-lists/ by adapters/knowledge.ts.
import type { CodeEntry, CodeListName, EarlierPayList, PayGroup, Place, Rank, UsualList } from '../../schemas/index.ts'
import type { Near } from './knowledge/closest.ts'

export interface ListIndex {
  readonly entries: readonly CodeEntry[]
  /** The entry of that official name; else of that alias, if only one has it. Case, tone placement and hyphens do not matter. */
  exact(text: string): CodeEntry | undefined
  /** All entries of that name or alias: an old name may be that of several. */
  named(text: string): readonly CodeEntry[]
  /** By name or alias without tones; several when tones alone tell them apart. */
  folded(text: string): readonly CodeEntry[]
  /** Entries with a name like it, the nearest first; which is meant is decided by `clearly` (closest.ts). */
  near(text: string, farthest?: number): readonly Near<CodeEntry>[]
}

export interface Places {
  /** The three layers of a place from its writing (domain.md 3.2); never guesses between several. */
  resolve(text: string): Place
  /**
   * The same, and whether every name was known as written and no sister unit is one sign away. The day of the paper, ISO,
   * decides between units of one name where only one was in force then.
   */
  read(text: string, at?: string): { place: Place; isExact: boolean }
  /** The same with the reasons, for a person. */
  explain(text: string, at?: string): PlaceReading
  /** Whether a name is a unit of the kind, before or after 2025-07-01; folded comparison. */
  has(kind: 'commune' | 'district' | 'province', name: string): boolean
}

/** Why a place was understood so, or left open; each has its sentence in `hoso place`. */
export type PlaceReason =
  | 'turned_round'
  | 'mended'
  | 'misread'
  | 'misread_open'
  | 'sister_unit'
  | 'other_kind'
  | 'levels_mixed'
  | 'parts_left'
  | 'no_district'
  | 'homonym'
  | 'split'
  | 'no_successor'
  | 'date_decides'
  | 'not_in_force'
  | 'aside_decides'
  | 'aside_contradicts'
  | 'elsewhere_in_province'
  | 'unknown_commune'
  | 'unknown'

export interface PlacePart {
  readonly level: 'commune' | 'district' | 'province'
  readonly written: string
  /** As the official name, another right spelling of it, or only like it. */
  readonly match: 'same' | 'spelling' | 'alike' | 'unknown'
  readonly unit?: string
}

/** A unit under its name of a time; `until` is the first day it was no more. */
export interface UnitThen {
  readonly code: string
  readonly name: string
  readonly from?: string
  readonly until?: string
}

export interface PlaceReading {
  readonly place: Place
  readonly isExact: boolean
  readonly parts: readonly PlacePart[]
  /** In force at the day asked for; without one, as named. */
  readonly then: readonly UnitThen[]
  readonly reasons: readonly PlaceReason[]
}

export interface Pay {
  readonly groups: readonly PayGroup[]
  readonly ranks: readonly Rank[]
  group(name: string): PayGroup | undefined
  /** The rank of a code, `01.003`, `V.07.03.29`; undefined if the list does not have it. */
  rank(code: string): Rank | undefined
  /** Names of the pay groups a rank may have on a day; of all times without one. */
  groupsOf(rank: Rank, at?: string): readonly string[]
  /** Scales of NĐ 25/CP of 1993, as far as known: for notes only. */
  readonly earlier: EarlierPayList
  /** Lương cơ sở on a day, đồng a month; undefined before the list begins. */
  baseAt(at: string): number | undefined
}

export interface BookEntry extends CodeEntry {
  /** What else the list says of it, for people. */
  readonly note?: string
  readonly origin: string
  readonly isVerified: boolean
}

/** A code list to be shown. */
export interface Book {
  readonly list: string
  readonly vi: string
  readonly origin: string
  readonly isVerified: boolean
  readonly entries: readonly BookEntry[]
}

/** Age of retirement in months; undefined for a gender or a year that the list does not have. */
export type RetirementAge = (gender: string, year: number) => number | undefined

export interface CitizenPlaces {
  /** Province of the first three digits of a 12-digit number; undefined when no province has them. */
  province(code: string): string | undefined
}

/** What Vietnamese writing allows and what is usual in it. Evidence to doubt a reading by, never to change it. */
export interface Language {
  /** By the rules of spelling; case and place of the tone (hòa, hoà) do not matter. */
  isSyllable(text: string): boolean
  /** A word that is no syllable and yet right: borrowed, an abbreviation, part of an official place name. */
  isKnownWord(text: string): boolean
  /** Texts of the list that the writing nearly is, best first; undefined where it is one of them. */
  nearly(list: UsualList, text: string): readonly string[] | undefined
  /** Runs of words that are nearly a usual phrase, with the phrase; the writing must have single spaces. */
  nearPhrases(text: string): readonly Replacement[]
}

export interface Replacement {
  readonly from: string
  readonly to: string
}

export type NameRank = 'common' | 'known' | 'rare'

export interface PersonNames {
  /** How usual a family name is; undefined when it is on no list. */
  family(name: string): NameRank | undefined
  /** Family names that differ in tones and marks only, the most usual first. */
  familiesLike(name: string): readonly { readonly name: string; readonly rank: NameRank }[]
  /** Whether the syllable stands in a known name. */
  isUsed(syllable: string): boolean
  /** Syllables of known names that differ in one tone or mark only. */
  usedLike(syllable: string): readonly string[]
}

export interface Knowledge {
  readonly lists: Readonly<Record<CodeListName, ListIndex>>
  /** The lists as they ship, to be shown. */
  readonly books: readonly Book[]
  readonly pay: Pay
  readonly places: Places
  readonly citizenPlaces: CitizenPlaces
  readonly retirementAge: RetirementAge
  readonly language: Language
  readonly personNames: PersonNames
  /** Hash of all lists: part of the stamp of the stages that read them. */
  readonly digest: string
}
