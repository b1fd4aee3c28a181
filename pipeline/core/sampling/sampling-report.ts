// The second looks summed up: error rates of confirmed and of automatically accepted values, in all, by field and by agency.
import {
  type FieldCode,
  fieldCodes,
  type SampledValue,
  type SampleKind,
  type SecondLook,
  type SeenAgain,
  type Outcome,
} from '../../../schemas/index.ts'
import { compareIds } from '../id.ts'
import { sameValue } from '../same-value.ts'
import { type ErrorRate, errorRate } from './error-rate.ts'

/** Where a drawn value stands. `differs` waits for a verdict and counts as wrong until there is one. */
export type SampleState = 'waiting' | 'agrees' | 'differs' | 'first_right' | 'first_wrong' | 'unreadable' | 'outdated'

export type Looked = Pick<SampledValue, 'field' | 'agency' | 'kind'> & { readonly state: SampleState }

export function stateOf(looks: readonly SecondLook[]): SampleState {
  const verdict = looks.find((each) => each.kind === 'verdict')
  if (verdict?.kind === 'verdict') return verdict.firstIsRight ? 'first_right' : 'first_wrong'
  const look = looks.find((each) => each.kind === 'look')
  if (look?.kind !== 'look') return looks.length > 0 ? 'outdated' : 'waiting'
  if (look.saw.status === 'unreadable') return 'unreadable'
  return look.agrees ? 'agrees' : 'differs'
}

/** Whether two people who did not see each other's word say the same of the paper. */
export function agree(first: Outcome, second: SeenAgain): boolean {
  if (first.status === 'read' && second.status === 'read') return sameValue(first.value, second.value)
  return first.status === 'blank' && second.status === 'blank'
}

export interface Rated extends ErrorRate {
  readonly waiting: number
  /** Two people differ and nobody has said who is right: in `wrong` till then. */
  readonly open: number
  /** The second person could not read it: in no rate. */
  readonly unreadable: number
}

export interface SamplingOfKind {
  readonly kind: SampleKind
  readonly total: Rated
  readonly fields: readonly (readonly [FieldCode, Rated])[]
  readonly agencies: readonly (readonly [string, Rated])[]
}

/** Only kinds of which something was drawn. */
export function samplingReport(drawn: readonly Looked[]): SamplingOfKind[] {
  return (['confirmed', 'automatic'] as const).flatMap((kind) => {
    const own = drawn.filter((each) => each.kind === kind)
    if (own.length === 0) return []
    const agencies = [...new Set(own.map(({ agency }) => agency))].sort(compareIds)
    const rated = (wanted: (each: Looked) => boolean) => rate(own.filter(wanted))
    return [
      {
        kind,
        total: rate(own),
        fields: fieldCodes
          .filter((field) => own.some((each) => each.field === field))
          .map((field) => [field, rated((each) => each.field === field)] as const),
        agencies: agencies.map((agency) => [agency, rated((each) => each.agency === agency)] as const),
      },
    ]
  })
}

function rate(drawn: readonly Looked[]): Rated {
  const count = (...states: SampleState[]) => drawn.filter(({ state }) => states.includes(state)).length
  const wrong = count('differs', 'first_wrong')
  return {
    ...errorRate(wrong, wrong + count('agrees', 'first_right')),
    waiting: count('waiting'),
    open: count('differs'),
    unreadable: count('unreadable'),
  }
}
