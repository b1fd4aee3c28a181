// Which of several papers' values the law would take (schemas/source-order.json). It only proposes: the record is held until
// a person decides, and two papers of equal standing that differ give no proposal.
import type { FieldCode, PaperSource, SourceOrder, Value } from '../../schemas/index.ts'
import { compareIds } from './id.ts'
import { sameValue } from './same-value.ts'

/** What one paper says of a field. `date`: when it was declared or signed, empty when not known. */
export interface PaperClaim {
  readonly dossier: string
  readonly documentId: string
  readonly form: string
  readonly date: string
  readonly page: number | undefined
  readonly value: Value
  readonly isSure: boolean
}

export interface Proposal {
  readonly claim: PaperClaim
  readonly source: PaperSource
}

export function propose(
  field: FieldCode,
  claims: readonly PaperClaim[],
  { order, isMember }: { readonly order: SourceOrder; readonly isMember: boolean },
): Proposal | undefined {
  const { sources = [], newestFirst = false } = order.orders.find(({ fields }) => fields.includes(field)) ?? {}
  const left = [...claims]
  for (const source of sources) {
    if ((source.onlyMembers && !isMember) || (source.fields !== undefined && !source.fields.includes(field))) continue
    const found = left.filter(({ form }) => source.forms.some((part) => form.includes(part)))
    const [best] = found.toSorted((a, b) => byAge(a, b) * (newestFirst ? -1 : 1))
    if (best === undefined) continue
    const isOpen = found.some((other) => byAge(other, best) === 0 && !sameValue(other.value, best.value))
    return isOpen ? undefined : { claim: best, source }
  }
  return undefined
}

/** The oldest first; a paper without a date may be of any age, so that it stands with every other. */
const byAge = (a: PaperClaim, b: PaperClaim): number =>
  a.date === '' || b.date === '' ? 0 : compareIds(a.date, b.date)
