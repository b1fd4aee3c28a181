// Which rules a steward has accepted as exceptions, and until when. What was accepted for one dossier holds for that one.
import type { StewardDecision } from '../../schemas/index.ts'

export interface Waived {
  readonly waived: string[]
  readonly waivedUntil?: Record<string, string>
}
/** As kept; records of before there were limits have none. */
interface Kept {
  readonly waived?: readonly string[] | undefined
  readonly waivedUntil?: Readonly<Record<string, string>> | undefined
}

/** The newest word on each rule counts; `decisions` are oldest first. */
export function waivedBy(decisions: readonly StewardDecision[]): Waived {
  const standing = new Map<string, string | undefined>()
  for (const decision of decisions) {
    if (decision.kind === 'waive') standing.set(decision.rule, decision.until)
    if (decision.kind === 'unwaive') standing.delete(decision.rule)
  }
  return shapeOf(standing)
}

/** Of a person only what was accepted in every dossier, and no longer than in each of them. */
export function waivedInAll(dossiers: readonly Kept[]): Waived {
  const [first, ...others] = dossiers
  const standing = new Map<string, string | undefined>()
  for (const rule of first?.waived ?? [])
    if (others.every(({ waived = [] }) => waived.includes(rule))) {
      const limits = dossiers.flatMap(({ waivedUntil }) => waivedUntil?.[rule] ?? []).sort()
      standing.set(rule, limits[0])
    }
  return shapeOf(standing)
}

/** Those in force on that day. */
export function inForce({ waived = [], waivedUntil = {} }: Kept, day: string | undefined): string[] {
  return waived.filter((rule) => day === undefined || day <= (waivedUntil[rule] ?? day))
}

function shapeOf(standing: ReadonlyMap<string, string | undefined>): Waived {
  const limits = [...standing].flatMap(([rule, until]) => (until === undefined ? [] : [[rule, until] as const]))
  const waived = [...standing.keys()].sort()
  return limits.length === 0 ? { waived } : { waived, waivedUntil: Object.fromEntries(limits.sort()) }
}
