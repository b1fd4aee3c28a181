// What of a dossier goes into the error book, and how a field stands when the book comes back.
import {
  type FieldCode,
  fieldOf,
  type Finding,
  type Outcome,
  type PersonDraft,
  type StewardDecision,
} from '../../../schemas/index.ts'
import { expectedOf } from '../decision-subject.ts'
import { problemFields } from '../problem-fields.ts'
import { show } from '../values/index.ts'
import { type ErrorItem, versionOf } from './error-item.ts'
import type { StandingField } from './judge-edits.ts'

/** A dossier as it stands: `decisions` are those that stand, oldest first. */
export interface ReviewedDraft {
  readonly draft: PersonDraft
  readonly findings: readonly Finding[]
  readonly decisions: readonly StewardDecision[]
  readonly pageNumbers: ReadonlyMap<string, number>
}

/** In the order of the printed form. */
export function errorItems(reviewed: ReviewedDraft, tell: (finding: Finding) => string): ErrorItem[] {
  const { draft, findings, decisions, pageNumbers } = reviewed
  const { outcome: name } = draft.values.fullName
  return problemFields(draft, findings).flatMap(({ field, value, findings: own, risk }) => {
    const { outcome } = value
    const standing = standingField(draft, field, decisions)
    // A decision that the draft does not know of yet: what it says is not seen here.
    if (standing.isPending) return []
    return [
      {
        dossier: draft.dossier,
        name: name.status === 'read' ? show(fieldOf('fullName'), name.value) : '',
        field,
        page: pageOf(outcome, pageNumbers),
        risk,
        raw: outcome.status === 'read' || outcome.status === 'unparsed' ? outcome.raw : '',
        why: reasons(outcome, own.map(tell)),
        candidates:
          outcome.status === 'read' || outcome.status === 'unparsed'
            ? outcome.candidates.map((candidate) => show(fieldOf(field), candidate.value))
            : [],
        value: standing.value,
        version: standing.version,
      },
    ]
  })
}

export function standingField(
  { values }: Pick<PersonDraft, 'values'>,
  field: FieldCode,
  decisions: readonly StewardDecision[],
): StandingField & { readonly isPending: boolean } {
  const { outcome, source } = values[field]
  const { seen, newest } = expectedOf(values[field], field, decisions)
  const applied = source?.kind === 'steward' ? source.decisionId : undefined
  const last = decisions.find(({ decisionId }) => decisionId === newest)
  return {
    outcome,
    value: outcome.status === 'read' ? show(fieldOf(field), outcome.value) : '',
    version: versionOf(seen, newest),
    seen,
    newest,
    isPending: last !== undefined && newest !== applied && 'seen' in last && last.seen === seen,
  }
}

function pageOf(outcome: Outcome, pageNumbers: ReadonlyMap<string, number>): number | undefined {
  const place = outcome.status === 'missing' ? undefined : outcome.provenance
  return place === undefined ? undefined : pageNumbers.get(place.pageId)
}

function reasons(outcome: Outcome, told: readonly string[]): string[] {
  const problem = outcome.status === 'unparsed' ? [outcome.problem] : []
  const all = [...problem, ...told]
  return all.length > 0 ? [...new Set(all)] : ['Đọc chưa chắc: so với ảnh.']
}
