// What is held, one entry a person, with the reasons and the one thing to do next. Who is held is decided elsewhere.
import type { HeldRecord, OutFinding } from '../../schemas/index.ts'
import { gate, isHolding } from './gate.ts'
import { canonicalJson, compareIds } from './id.ts'

const noPersonStep = 'Chạy lại các bước liên kết và hợp nhất.'
const noReasonStep = 'Mở hồ sơ để xem các phát hiện.'
const noPerson = `Hồ sơ chưa thuộc bản ghi chuẩn nào. ${noPersonStep}`
const noReason = `Bản ghi chưa đủ điều kiện xuất. ${noReasonStep}`

interface Held {
  readonly personId?: string
  readonly dossiers: Set<string>
  readonly findings: OutFinding[]
  readonly isAlone: boolean
}

/** A dossier without a person has an entry of its own. */
export function createHolds() {
  const held = new Map<string, Held>()
  return {
    add(personId: string | undefined, dossiers: readonly string[], findings: readonly OutFinding[], isAlone = false) {
      const key = canonicalJson(personId === undefined ? ['', ...dossiers] : [personId])
      const before = held.get(key)
      const entry = before ?? {
        ...(personId === undefined ? {} : { personId }),
        ...{ dossiers: new Set<string>(), findings: [], isAlone },
      }
      for (const dossier of dossiers) entry.dossiers.add(dossier)
      entry.findings.push(...findings.filter(isHolding))
      held.set(key, { ...entry, isAlone: entry.isAlone || isAlone })
    },
    sorted: (): HeldRecord[] => [...held].sort(([a], [b]) => compareIds(a, b)).map(([, entry]) => heldRecord(entry)),
  }
}

function heldRecord({ dossiers, findings, isAlone, ...person }: Held): HeldRecord {
  const reasons = [...new Set([...findings.map(({ message }) => message), ...(isAlone ? [noPerson] : [])])].sort()
  // The order in which records come must not choose the step.
  const { fails, next = isAlone ? noPersonStep : noReasonStep } = gate(
    findings.toSorted((a, b) => compareIds(canonicalJson(a), canonicalJson(b))),
  )
  return {
    ...person,
    dossiers: [...dossiers].sort(),
    reasons: reasons.length === 0 ? [noReason] : reasons,
    fails: [...fails],
    next,
  }
}
