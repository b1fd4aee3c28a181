// Adds the dossiers' measures up: every set of dossiers that is told is a sum over the same parts.
import { type Card, type MeasureName, measureNames, type ScorecardSnapshot } from '../../../schemas/index.ts'
import type { AgencyTree } from '../agency-tree.ts'
import { summedUp } from '../roster/coverage.ts'
import { addCards, type DossierScore, missingPerson, noCard } from './score-dossier.ts'

export interface AgencyCard {
  readonly own: Card
  /** With all agencies under it. */
  readonly whole: Card
}

export interface Scorecard {
  readonly total: Card
  readonly agencies: ReadonlyMap<string, AgencyCard>
  readonly batches: ReadonlyMap<string, Card>
  readonly scores: readonly DossierScore[]
}

export interface Missing {
  readonly agency: string
  readonly persons: number
}

/** `missing`: expected persons nothing was received of; a batch knows nothing of them. */
export function scorecardOf(
  scores: readonly DossierScore[],
  given: {
    readonly tree: Pick<AgencyTree, 'lineage'>
    readonly missing: readonly Missing[]
    readonly demanded: readonly string[]
  },
): Scorecard {
  const own = grouped(scores, ({ agency }) => agency)
  for (const { agency, persons } of given.missing)
    own.set(agency, addCards(own.get(agency) ?? noCard, times(missingPerson(given.demanded), persons)))
  const sums = summedUp(own, given.tree, noCard, addCards)
  return {
    total: [...own.values()].reduce(addCards, noCard),
    agencies: new Map([...sums].map(([agency, whole]) => [agency, { own: own.get(agency) ?? noCard, whole }])),
    batches: grouped(scores, ({ batchId }) => batchId),
    scores,
  }
}

/** The measures of each person: of all dossiers that are theirs. A dossier of nobody yet is left out. */
export const personCards = (scores: readonly DossierScore[]): Map<string, Card> =>
  grouped(scores, ({ personId }) => personId)

function grouped(scores: readonly DossierScore[], keyOf: (score: DossierScore) => string | undefined) {
  const cards = new Map<string, Card>()
  for (const score of scores) {
    const key = keyOf(score)
    if (key !== undefined) cards.set(key, addCards(cards.get(key) ?? noCard, score.card))
  }
  return cards
}

function times(card: Card, count: number): Card {
  const { completeness } = card.measures
  const { passed, total, sound, dossiers } = completeness
  return {
    ...card,
    missing: card.missing * count,
    measures: {
      ...card.measures,
      completeness: {
        passed: passed * count,
        total: total * count,
        sound: sound * count,
        dossiers: dossiers * count,
      },
    },
  }
}

/** What is kept of a run for the trend: numbers only, in the order of their keys. */
export function snapshotOf(today: string, { total, agencies, batches }: Scorecard): ScorecardSnapshot {
  return {
    today,
    total,
    agencies: Object.fromEntries([...agencies].map(([agency, { whole }]) => [agency, whole])),
    batches: Object.fromEntries(batches),
  }
}

export interface ReasonCount {
  readonly measure: MeasureName
  readonly code: string
  readonly dossiers: number
  readonly items: number
}

/** By measure in its order, the reason that befell most dossiers first. */
export function reasonCounts(scores: readonly DossierScore[]): ReasonCount[] {
  const counts = new Map<string, ReasonCount>()
  for (const { reasons } of scores)
    for (const { measure, code, items } of reasons) {
      const key = `${measure}/${code}`
      const before = counts.get(key) ?? { measure, code, dossiers: 0, items: 0 }
      counts.set(key, { ...before, dossiers: before.dossiers + 1, items: before.items + items })
    }
  const order = (name: string) => measureNames.findIndex((each) => each === name)
  return [...counts.values()].sort(
    (a, b) => order(a.measure) - order(b.measure) || b.dossiers - a.dossiers || (a.code < b.code ? -1 : 1),
  )
}
