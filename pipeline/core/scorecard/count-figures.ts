// Counts the management figures by agency and up the tree, and keeps whom each number is about.
import type { AgencyTree } from '../agency-tree.ts'
import { summedUp } from '../roster/coverage.ts'
import { type Figure, figures, type MeasuredPerson } from './figures.ts'

export const unknown = 'unknown'
const all: Readonly<Record<string, Figure>> = figures

/** Persons, and of each figure how many are in each group; a figure's groups and its unknown add up to the persons. */
export interface FigureCounts {
  readonly persons: number
  readonly groups: Readonly<Record<string, number>>
}

/** A person's group in every figure, as `women/women`, `age/unknown`: what the counts are made of. */
export interface FigurePlaces {
  readonly personId: string
  readonly agency: string
  readonly places: readonly string[]
}

export const placeOf = (figure: string, group: string): string => `${figure}/${group}`
/** Every number of the figures with its name: "Nữ", "Dân tộc: chưa rõ". */
export const figurePlaceNames = Object.entries(all).flatMap(([name, { vi, en, groups }]) => [
  ...groups.map((group) => ({ place: placeOf(name, group.name), vi: group.vi, en: group.en })),
  { place: placeOf(name, unknown), vi: `${vi}: chưa rõ`, en: `${en}: unknown` },
])

export function figurePlaces(person: MeasuredPerson, today: string): FigurePlaces {
  const { personId, agency } = person
  const places = Object.entries(all).map(([name, { groupOf }]) => placeOf(name, groupOf(person, today) ?? unknown))
  return { personId, agency, places }
}

export interface FigureTable {
  readonly total: FigureCounts
  /** Each with all agencies under it. */
  readonly agencies: ReadonlyMap<string, FigureCounts>
  readonly people: readonly FigurePlaces[]
}

export function countFigures(people: readonly FigurePlaces[], tree: Pick<AgencyTree, 'lineage'>): FigureTable {
  const own = new Map<string, FigureCounts>()
  for (const { agency, places } of people)
    own.set(agency, addCounts(own.get(agency) ?? nobody, { persons: 1, groups: countOf(places) }))
  return {
    total: [...own.values()].reduce(addCounts, nobody),
    agencies: summedUp(own, tree, nobody, addCounts),
    people,
  }
}

const nobody: FigureCounts = { persons: 0, groups: {} }
const countOf = (places: readonly string[]) => Object.fromEntries(places.map((place) => [place, 1]))

function addCounts(a: FigureCounts, b: FigureCounts): FigureCounts {
  const groups = { ...a.groups }
  for (const [place, count] of Object.entries(b.groups)) groups[place] = (groups[place] ?? 0) + count
  return { persons: a.persons + b.persons, groups }
}
