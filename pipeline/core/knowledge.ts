// What the program knows of the world: code lists, ranks, pay, places. Built from schemas/code-lists/ by adapters/knowledge.ts.
import type { ChoiceList, CodeEntry, PayGroup, Place, Rank, UsualList } from '../../schemas/index.ts'

export interface ListIndex {
  readonly entries: readonly CodeEntry[]
  /** The entry of that official name; else of that alias, if only one has it. Case, tone placement and hyphens do not matter. */
  exact(text: string): CodeEntry | undefined
  /** All entries of that name or alias: an old name may be that of several. */
  named(text: string): readonly CodeEntry[]
  /** By name or alias without tones; several when tones alone tell them apart. */
  folded(text: string): readonly CodeEntry[]
}

export interface Places {
  /** The three layers of a place from its writing (domain.md 3.2); never guesses between several. */
  resolve(text: string): Place
  /** The same, and whether every name was known as written. */
  read(text: string): { place: Place; isExact: boolean }
  /** Whether a name is a unit of the kind, before or after 2025-07-01; folded comparison. */
  has(kind: 'commune' | 'district' | 'province', name: string): boolean
}

export interface Pay {
  readonly groups: readonly PayGroup[]
  readonly ranks: readonly Rank[]
  group(name: string): PayGroup | undefined
  /** The rank of a code, `01.003`, `V.07.03.29`; undefined if the list does not have it. */
  rank(code: string): Rank | undefined
}

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
  readonly lists: Readonly<Record<ChoiceList, ListIndex>>
  readonly pay: Pay
  readonly places: Places
  readonly citizenPlaces: CitizenPlaces
  readonly language: Language
  readonly personNames: PersonNames
  /** Hash of all lists: part of the stamp of the stages that read them. */
  readonly digest: string
}
