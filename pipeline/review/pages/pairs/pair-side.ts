// What of a dossier is laid beside another: the fields by which persons are told apart, and the page they stand on.
import type { FieldCode, PersonDraft } from '../../../../schemas/index.ts'

export const comparedFields: readonly FieldCode[] = [
  'fullName',
  'otherName',
  'birthDate',
  'gender',
  'ethnicity',
  'birthplace',
  'hometown',
  'permanentAddress',
  'citizenId',
  'socialInsuranceNo',
  'staffNumber',
  'recruitmentDate',
  'partyAdmissionDate',
  'employingAgency',
  'currentPosition',
]

/** The page the name was read on, else the first of the first paper. */
export function facePage({ values, documents }: PersonDraft): string | undefined {
  const { outcome } = values.fullName
  const named = outcome.status === 'missing' ? undefined : outcome.provenance?.pageId
  return named ?? documents[0]?.pages[0]
}
