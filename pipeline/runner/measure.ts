// Measures everything that was computed: streams what the store picks out, adds it up, keeps a snapshot for the trend.
import type { Agency } from '../../schemas/index.ts'
import { type AgencyTree, agencyTree } from '../core/agency-tree.ts'
import { compareRoster, type RosterComparison } from '../core/roster/compare-roster.ts'
import { type FigurePlaces, figurePlaces } from '../core/scorecard/count-figures.ts'
import { figureFields } from '../core/scorecard/figures.ts'
import { type DossierScore, scoreDossier } from '../core/scorecard/score-dossier.ts'
import { type Scorecard, scorecardOf, snapshotOf } from '../core/scorecard/scorecard.ts'
import { rules } from '../rules/index.ts'
import { allAgencies } from '../store/agencies.ts'
import type { Database } from '../store/database.ts'
import { measuredDossiers } from '../store/measured.ts'
import { measuredPersons } from '../store/measured-persons.ts'
import { receivedPersons } from '../store/received.ts'
import { rosterEntries } from '../store/roster.ts'
import { keepSnapshot } from '../store/scorecards.ts'

export interface Measured {
  readonly agencies: readonly Agency[]
  readonly tree: AgencyTree
  readonly scores: readonly DossierScore[]
  /** Undefined where no list of expected persons was taken in. */
  readonly comparison: RosterComparison | undefined
  readonly people: readonly FigurePlaces[]
}

/** Fields and tables whose absence some rule tells: what completeness is measured over. */
export const demanded: readonly string[] = [
  ...new Set(
    rules
      .filter(({ dimension }) => dimension === 'completeness')
      .flatMap(({ fields, tables }): string[] => [...fields, ...tables]),
  ),
]

export async function measure(database: Database, today: string): Promise<Measured> {
  const agencies = await allAgencies(database)
  const tree = agencyTree(agencies)
  const expected = await rosterEntries(database)
  const comparison = expected.length === 0 ? undefined : compareRoster(expected, await receivedPersons(database), tree)
  const homeOf = homes(comparison)
  const scores: DossierScore[] = []
  for await (const dossier of measuredDossiers(database))
    scores.push(scoreDossier({ ...dossier, agency: homeOf(dossier) }, demanded))
  const people: FigurePlaces[] = []
  for await (const person of measuredPersons(database, figureFields))
    people.push(figurePlaces({ ...person, agency: homeOf(person) }, today))
  return { agencies, tree, scores, comparison, people }
}

/** Scans often come in under the agency above: who is surely on an agency's list is counted there. */
function homes(comparison: RosterComparison | undefined) {
  const listed = new Map((comparison?.received ?? []).map(({ entry, person }) => [person.personId, entry.agency]))
  return ({ agency, personId }: { agency: string; personId?: string | undefined }): string =>
    listed.get(personId ?? '') ?? agency
}

/** The sums over these scores; `comparison` tells whom of the expected nothing was received of. */
export function cardsOf(
  scores: readonly DossierScore[],
  comparison: RosterComparison | undefined,
  tree: AgencyTree,
): Scorecard {
  const missing = (comparison?.missing ?? []).map(({ agency }) => ({ agency, persons: 1 }))
  return scorecardOf(scores, { tree, missing, demanded })
}

/** Kept only when a number changed since the last time. */
export async function keepMeasures(database: Database, measured: Measured, today: string, now: Date): Promise<void> {
  const { scores, comparison, tree } = measured
  await keepSnapshot(database, snapshotOf(today, cardsOf(scores, comparison, tree)), now)
}
