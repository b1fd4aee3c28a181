// Blocking keys: what two records must share to be compared at all. The join itself is the pair finder's.
import type { LinkageModel, LinkRecord } from '../../../schemas/index.ts'
import { EnvironmentError } from '../../core/errors.ts'
import { fold } from '../../core/text.ts'

/** Each key gives its value, or nothing when the record cannot be found by it. */
const keys: Readonly<Record<string, (record: LinkRecord) => string>> = {
  citizenId: ({ citizenId }) => (citizenId.length === 9 || citizenId.length === 12 ? citizenId : ''),
  socialInsuranceNo: ({ socialInsuranceNo }) => (socialInsuranceNo.length >= 8 ? socialInsuranceNo : ''),
  foldedName: ({ fullName }) => (fullName.includes(' ') ? fold(fullName) : ''),
  givenName: ({ fullName }) => fold(fullName).split(' ').at(-1) ?? '',
  birthDate: ({ birthDate }) => (birthDate.length === 10 ? birthDate : ''),
  birthYear: ({ birthDate }) => birthDate.slice(0, 4),
  gender: ({ gender }) => gender,
  hometownUnit: ({ hometownUnits }) => (hometownUnits.length === 1 ? (hometownUnits[0] ?? '') : ''),
}

/** The values of a record under each list of the model; a list with an unknown part gives none. */
export function blockingKeys(record: LinkRecord, blocking: LinkageModel['blocking']): string[] {
  return blocking.flatMap((names) => {
    const parts = names.map((name) => keyNamed(name)(record))
    return parts.includes('') ? [] : [`${names.join('+')}=${parts.join('|')}`]
  })
}

function keyNamed(name: string): (record: LinkRecord) => string {
  const key = keys[name]
  if (!key) throw new EnvironmentError(`Mô hình ghép cặp nêu khóa không có: ${name}. Sửa schemas/linkage-model.json.`)
  return key
}
