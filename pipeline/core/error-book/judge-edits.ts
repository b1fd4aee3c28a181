// What the changes of an error book come to, held against the values as they stand now: decisions to keep, or rows given back.
// Nothing is overwritten: whoever saw another version is told so.
import { type FieldCode, fieldOf, type Outcome, type Value } from '../../../schemas/index.ts'
import type { Knowledge } from '../knowledge.ts'
import { typedValue } from '../typed-value.ts'
import { show } from '../values/index.ts'
import { longestEditable, sameAfterTrip } from './error-item.ts'
import type { Edit, Refused } from './read-error-book.ts'

/** A field as it stands now. */
export interface StandingField {
  readonly outcome: Outcome
  /** As people write it; empty where there is none. */
  readonly value: string
  readonly version: string
  /** Hash of the reading under whatever was decided on it: what a new decision speaks of. */
  readonly seen: string
  /** The decision that stands on it. */
  readonly newest: string | undefined
}

export type Ruling =
  | { readonly kind: 'confirm' | 'blank' | 'unreadable' }
  | { readonly kind: 'correct'; readonly value: Value; readonly code?: string }

export interface Change {
  readonly row: number
  readonly dossier: string
  readonly field: FieldCode
  readonly note: string
  readonly ruling: Ruling
  readonly standing: StandingField
}

export interface Judged {
  readonly changes: readonly Change[]
  readonly refused: readonly Refused[]
  /** Typed otherwise, and means what stands there already. */
  readonly same: number
}

export function judgeEdits(
  edits: readonly Edit[],
  standingOf: (dossier: string, field: FieldCode) => StandingField | undefined,
  knowledge: Knowledge,
): Judged {
  const changes: Change[] = []
  const refused: Refused[] = []
  let same = 0
  for (const edit of edits) {
    const standing = standingOf(edit.dossier, edit.field)
    const judged = standing === undefined ? ({ why: 'unknown' } as const) : judge(edit, standing, knowledge)
    if (judged === 'same') same += 1
    else if ('why' in judged)
      refused.push({ row: edit.row, dossier: edit.dossier, label: fieldOf(edit.field).vi, ...judged })
    else if (standing !== undefined) {
      const { row, dossier, field, note } = edit
      changes.push({ row, dossier, field, note, ruling: judged, standing })
    }
  }
  return { changes, refused, same }
}

function judge(
  { wish, field, version }: Edit,
  standing: StandingField,
  knowledge: Knowledge,
): Ruling | Pick<Refused, 'why' | 'problem'> | 'same' {
  if (standing.version !== version) return { why: 'stale' }
  if (wish.kind === 'confirm' && standing.outcome.status !== 'read' && standing.outcome.status !== 'blank')
    return { why: 'invalid', problem: 'Chưa có giá trị nào để xác nhận: hãy ghi giá trị đúng.' }
  if (wish.kind !== 'correct') return { kind: wish.kind }
  if (standing.value.length > longestEditable)
    return { why: 'invalid', problem: 'Giá trị quá dài cho bảng tính: hãy sửa ở trang hồ sơ.' }
  const typed = typedValue(fieldOf(field), wish.text, knowledge)
  if ('problem' in typed) return { why: 'invalid', problem: typed.problem }
  if (
    standing.outcome.status === 'read' &&
    sameAfterTrip(show(fieldOf(field), typed.value)) === sameAfterTrip(standing.value)
  )
    return 'same'
  return { kind: 'correct', ...typed }
}
