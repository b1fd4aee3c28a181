// What the program knows of the world: code lists, ranks, pay, places. Built from schemas/code-lists/ by adapters/knowledge.ts.
import type { ChoiceList, CodeEntry, PayGroup, Place, Rank } from '../../schemas/index.ts'

export interface ListIndex {
  readonly entries: readonly CodeEntry[]
  /** By official name or alias: exact after NFC and case folding. */
  exact(text: string): CodeEntry | undefined
  /** By name or alias without tones; several when tones alone tell them apart. */
  folded(text: string): readonly CodeEntry[]
}

export interface Places {
  /** The three layers of a place from its writing (domain.md 3.2); never guesses between several. */
  resolve(text: string): Place
  /** Whether a name is a unit of the kind, before or after 2025-07-01; folded comparison. */
  has(kind: 'commune' | 'district' | 'province', name: string): boolean
}

export interface Pay {
  readonly groups: readonly PayGroup[]
  group(name: string): PayGroup | undefined
  /** The rank of a code, `01.003`, `V.07.03.29`; undefined if the list does not have it. */
  rank(code: string): Rank | undefined
}

export interface CitizenPlaces {
  /** Province of the first three digits of a 12-digit number; undefined when no province has them. */
  province(code: string): string | undefined
}

export interface Knowledge {
  readonly lists: Readonly<Record<ChoiceList, ListIndex>>
  readonly pay: Pay
  readonly places: Places
  readonly citizenPlaces: CitizenPlaces
  /** Hash of all lists: part of the stamp of the stages that read them. */
  readonly digest: string
}
