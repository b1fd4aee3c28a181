// Which of several dossiers' values of a field survives (quy tắc chọn giá trị). The others stay; people decide.
import type { DraftValue, FieldCode, Grade, Outcome } from '../../schemas/index.ts'

/** One dossier's word on a field; `declaredOn` is the date its résumé was declared, empty when unknown. */
export interface Claim {
  readonly dossier: string
  readonly declaredOn: string
  readonly value: DraftValue
}

type Order = (x: Claim, y: Claim) => number

/**
 * The claims, best first, the same for any order given. A steward's word comes first, and what is written before what
 * is not. A fact that lasts is taken from the best reading; of what changes with the years the newest declaration
 * counts, even where it was read badly: an old salary that is sharp is still the wrong one.
 */
export function bySurvival(field: FieldCode, claims: readonly Claim[]): Claim[] {
  const orders = isLasting(field)
    ? [steward, written, kindOfNumber(field), status, grade, newest, byDossier]
    : [steward, written, newest, status, grade, byDossier]
  return [...claims].sort((x, y) => orders.reduce((order, next) => order || next(x, y), 0))
}

/** The newest declaration first; an undated one last. */
export const newest: Order = (x, y) => descending(x.declaredOn, y.declaredOn)

export const byDossier: Order = (x, y) => descending(y.dossier, x.dossier)

/**
 * Facts that no later paper changes without a decision. The law would take them from the birth certificate, then from
 * the first résumé (TT 11/2012/TT-BNV Đ.11); among résumé forms alone the better reading is only proposed.
 */
export const isLasting = (field: FieldCode): boolean => lasting.has(field)

const lasting: ReadonlySet<FieldCode> = new Set<FieldCode>([
  'fullName',
  'birthDate',
  'gender',
  'birthplace',
  'hometown',
  'ethnicity',
  'citizenId',
  'socialInsuranceNo',
  'bloodGroup',
  'occupationWhenRecruited',
  'recruitmentDate',
  'recruitingAgency',
  'partyAdmissionDate',
  'partyOfficialDate',
  'politicalOrganisationDate',
  'enlistmentDate',
  'dischargeDate',
])

const steward: Order = (x, y) => rank(isSteward, x, y)
const written: Order = (x, y) => rank(isWritten, x, y)
const status: Order = (x, y) => statuses.indexOf(x.value.outcome.status) - statuses.indexOf(y.value.outcome.status)
const grade: Order = (x, y) => grades.indexOf(x.value.grade) - grades.indexOf(y.value.grade)

const statuses: readonly Outcome['status'][] = ['read', 'unparsed', 'blank', 'missing']
const grades: readonly Grade[] = ['good', 'doubtful', 'poor']

const isSteward = ({ value }: Claim) => value.source?.kind === 'steward'
const isWritten = ({ value: { outcome } }: Claim) => outcome.status === 'read' || outcome.status === 'unparsed'

/** The 12-digit number is the key of the person; a 9-digit one was right on its paper and is no longer valid. */
function kindOfNumber(field: FieldCode): Order {
  const isPersonal = ({ value: { outcome } }: Claim) =>
    outcome.status === 'read' && typeof outcome.value === 'string' && outcome.value.length === 12
  return field === 'citizenId' ? (x, y) => rank(isPersonal, x, y) : () => 0
}

const rank = (test: (claim: Claim) => boolean, x: Claim, y: Claim) => Number(test(y)) - Number(test(x))

function descending(x: string, y: string): number {
  return x > y ? -1 : x < y ? 1 : 0
}
