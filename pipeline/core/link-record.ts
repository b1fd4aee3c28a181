// What of a draft matters for linking, as plain strings. How two of them compare is left to stages/link/.
import type { DraftValue, FieldCode, LinkRecord, PersonDraft, Place } from '../../schemas/index.ts'
import type { LinkRow } from './stage.ts'
import { nfc } from './text.ts'

const compared = [
  'fullName',
  'birthDate',
  'gender',
  'citizenId',
  'socialInsuranceNo',
  'hometown',
  'recruitmentDate',
  'partyAdmissionDate',
] as const satisfies readonly FieldCode[]

/** Only what was read counts. A number graded poor is left out: one wrong digit of it names another person. */
export function linkRecordOf({ dossier, agency, values }: PersonDraft): LinkRecord {
  const place = placeOf(values.hometown)
  const units =
    place?.currentCode === undefined ? (place?.candidates ?? []).map(({ code }) => code) : [place.currentCode]
  return {
    dossier,
    agency,
    fullName: textOf(values.fullName),
    birthDate: textOf(values.birthDate),
    gender: textOf(values.gender),
    citizenId: numberOf(values.citizenId),
    socialInsuranceNo: numberOf(values.socialInsuranceNo),
    hometown: place?.text ?? textOf(values.hometown),
    hometownCommune: place?.commune ?? '',
    hometownDistrict: place?.district ?? '',
    hometownProvince: place?.province ?? '',
    hometownUnits: [...new Set(units)].sort(),
    recruitmentDate: textOf(values.recruitmentDate),
    partyAdmissionDate: textOf(values.partyAdmissionDate),
    sure: compared.filter((field) => values[field].outcome.status === 'read' && values[field].grade === 'good'),
  }
}

function textOf({ outcome }: DraftValue): string {
  return outcome.status === 'read' && typeof outcome.value === 'string' ? nfc(outcome.value).trim() : ''
}

function numberOf(value: DraftValue): string {
  return value.grade === 'poor' ? '' : textOf(value).replace(/\D/gu, '')
}

function placeOf({ outcome }: DraftValue): Place | undefined {
  return outcome.status === 'read' && typeof outcome.value === 'object' ? outcome.value : undefined
}

/** The record as text by field, lists parted by a space. */
export function linkRowOf({ dossier, hometownUnits, sure, ...texts }: LinkRecord): LinkRow {
  return { id: dossier, fields: { ...texts, hometownUnits: hometownUnits.join(' '), sure: sure.join(' ') } }
}
