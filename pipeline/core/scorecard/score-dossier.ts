// Measures one dossier: of each measure's items, which passed, and why the others did not.
import type { Card, MeasureName, Share } from '../../../schemas/index.ts'
import type { MeasuredDossier, Reason } from './measured.ts'
import { type Measure, measures, whole } from './measures.ts'

/** What is kept of each dossier; everything told of any set of dossiers is a sum of these. */
export interface DossierScore {
  readonly dossier: string
  readonly agency: string
  readonly batchId: string
  readonly personId?: string | undefined
  readonly card: Card
  readonly reasons: readonly Reason[]
}

/** `demanded`: the fields and tables whose absence some rule would tell. */
export function scoreDossier(dossier: MeasuredDossier, demanded: readonly string[]): DossierScore {
  const { agency, batchId, personId, isJudged, findings } = dossier
  const open = findings.filter(({ isWaived }) => !isWaived)
  const reasons: Reason[] = []
  const shares = byMeasure((name): Share => {
    if (!isJudged) return noShare
    const { items, failures } = measured(measures[name], { ...dossier, findings: open }, demanded)
    for (const [code, failed] of failures) reasons.push({ measure: name, code, items: failed.size })
    const failed = new Set([...failures.values()].flatMap((each) => [...each])).size
    const isAsked = items.length > 0
    return {
      passed: items.length - failed,
      total: items.length,
      sound: isAsked && failed === 0 ? 1 : 0,
      dossiers: isAsked ? 1 : 0,
    }
  })
  const isHeld = open.some(({ severity }) => severity === 'error')
  const card = {
    dossiers: 1,
    unjudged: isJudged ? 0 : 1,
    held: isHeld ? 1 : 0,
    waived: findings.length - open.length,
    missing: 0,
    measures: shares,
  }
  return { dossier: dossier.dossier, agency, batchId, personId, card, reasons }
}

/** By reason, the items it failed. */
function measured(measure: Measure, dossier: MeasuredDossier, demanded: readonly string[]) {
  const items = measure.items(dossier, demanded)
  const asked = new Set(items)
  const failures = new Map<string, Set<string>>()
  const fail = (code: string, named: readonly string[]) => {
    const hit = named.filter((item) => asked.has(item))
    for (const item of hit.length > 0 ? hit : [whole].filter((item) => asked.has(item)))
      failures.set(code, (failures.get(code) ?? new Set()).add(item))
  }
  for (const [item, reason] of measure.failed(dossier)) fail(reason, [item])
  for (const finding of dossier.findings) if (measure.failedBy(finding)) fail(finding.code, finding.about)
  return { items, failures }
}

/** A person expected and not received: a dossier of which nothing is there. */
export function missingPerson(demanded: readonly string[]): Card {
  const total = demanded.length + 1
  return {
    ...noCard,
    missing: 1,
    measures: { ...noCard.measures, completeness: { passed: 0, total, sound: 0, dossiers: 1 } },
  }
}

const noShare: Share = { passed: 0, total: 0, sound: 0, dossiers: 0 }

export function byMeasure<T>(of: (name: MeasureName) => T): Record<MeasureName, T> {
  return {
    accuracy: of('accuracy'),
    completeness: of('completeness'),
    cleanness: of('cleanness'),
    timeliness: of('timeliness'),
    consistency: of('consistency'),
    shareability: of('shareability'),
    identifiers: of('identifiers'),
  }
}

export const noCard: Card = {
  dossiers: 0,
  unjudged: 0,
  held: 0,
  waived: 0,
  missing: 0,
  measures: byMeasure(() => noShare),
}

export const addCards = (a: Card, b: Card): Card => ({
  dossiers: a.dossiers + b.dossiers,
  unjudged: a.unjudged + b.unjudged,
  held: a.held + b.held,
  waived: a.waived + b.waived,
  missing: a.missing + b.missing,
  measures: byMeasure((name) => addShares(a.measures[name], b.measures[name])),
})

const addShares = (a: Share, b: Share): Share => ({
  passed: a.passed + b.passed,
  total: a.total + b.total,
  sound: a.sound + b.sound,
  dossiers: a.dossiers + b.dossiers,
})
