// What judging again would change: which records would no longer leave, and which rules come and go.
import type { Finding } from '../../schemas/index.ts'
import { isHoldingFinding } from './gate.ts'
import { compareIds } from './id.ts'

/** One record whose findings would differ. */
export interface Rejudged {
  readonly subject: string
  readonly kind: 'dossier' | 'person'
  /** What would be found anew, and what no longer. */
  readonly came: readonly Finding[]
  readonly gone: readonly Finding[]
  /** `lost`: it may leave today and would be held; `won`: the other way round. */
  readonly change: 'lost' | 'won' | 'same'
}

/** Undefined when nothing would change. A finding told in other words, or of other weight, is another one. */
export function rejudged(
  record: Pick<Rejudged, 'subject' | 'kind'>,
  before: readonly Finding[],
  after: readonly Finding[],
): Rejudged | undefined {
  const [came, gone] = [without(after, before), without(before, after)]
  if (came.length + gone.length === 0) return undefined
  const [wasHeld, isHeld] = [before.some(isHoldingFinding), after.some(isHoldingFinding)]
  return { ...record, came, gone, change: wasHeld === isHeld ? 'same' : isHeld ? 'lost' : 'won' }
}

const keyOf = ({ findingId, severity, isWaived }: Finding) => `${findingId} ${severity} ${isWaived}`

function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const known = new Set(others.map(keyOf))
  return findings.filter((finding) => !known.has(keyOf(finding)))
}

/** Those that would be lost first: they are what somebody must answer for before switching over. */
export const byChange = (a: Rejudged, b: Rejudged): number =>
  order.indexOf(a.change) - order.indexOf(b.change) || compareIds(a.subject, b.subject)
const order: readonly Rejudged['change'][] = ['lost', 'won', 'same']

/** How often each rule would come and go, by code. */
export function changesByRule(all: readonly Rejudged[]): { code: string; came: number; gone: number }[] {
  const counts = new Map<string, { came: number; gone: number }>()
  const add = (code: string, came: number, gone: number) => {
    const before = counts.get(code) ?? { came: 0, gone: 0 }
    counts.set(code, { came: before.came + came, gone: before.gone + gone })
  }
  for (const { came, gone } of all) {
    for (const { code } of came) add(code, 1, 0)
    for (const { code } of gone) add(code, 0, 1)
  }
  return [...counts].map(([code, count]) => ({ code, ...count })).sort((a, b) => compareIds(a.code, b.code))
}
