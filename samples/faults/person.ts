// Faults in who somebody is: numbers, names, places, what is left out, what the body measures.
import {
  type Fault,
  bornIn,
  born,
  decides,
  fault,
  later,
  leavesOut,
  onlyIf,
  says,
  type Sound,
  tells,
  textOf,
} from './fault.ts'

/** A wrong name on every paper: no disagreement, only a wrong name. */
const named = (change: (name: string) => string | undefined) => [
  says('fullName', (sound) => change(textOf(sound, 'fullName'))),
  decides('decisionFullName', (sound: Sound) => textOf(sound, 'fullName')),
]
const hasPersonalNumber = onlyIf((sound) => textOf(sound, 'citizenId').length === 12)
const numbered = (change: (number: string, sound: Sound) => string | undefined) => [
  hasPersonalNumber,
  says('citizenId', (sound) => change(textOf(sound, 'citizenId'), sound)),
]

const numbers: readonly Fault[] = [
  fault('a digit of the identity number is lost', 'citizen_id_malformed', ...numbered((n) => n.slice(0, 11))),
  fault('the number is of no province', 'citizen_id_unknown_province', ...numbered((n) => `003${n.slice(3)}`)),
  fault('the number is of a country', 'citizen_id_registered_abroad', ...numbered((n) => `116${n.slice(3)}`)),
  fault(
    'the number is of the other gender',
    'citizen_id_disagrees_gender',
    ...numbered((n) => `${n.slice(0, 3)}${1 - Number(n[3])}${n.slice(4)}`),
  ),
  fault(
    'the number is of another birth year',
    'citizen_id_disagrees_birth_year',
    ...numbered((n) => `${n.slice(0, 4)}${String((Number(n.slice(4, 6)) + 1) % 100).padStart(2, '0')}${n.slice(6)}`),
  ),
  fault('only the old card is told', 'citizen_id_old_number', ...numbered(() => '070264913')),
  fault(
    'the number is of another province than the birthplace',
    'citizen_id_province_differs_birthplace',
    onlyIf(
      ({ form }) => typeof form.values.birthplace === 'object' && form.values.birthplace.province === 'Tuyên Quang',
    ),
    ...numbered((n) => (n.startsWith('008') ? `002${n.slice(3)}` : undefined)),
  ),
  fault(
    'a twelve-digit card of 2010',
    'citizen_id_before_twelve_digits',
    hasPersonalNumber,
    says('citizenIdDate', '2010-05-10'),
  ),
  fault(
    'the card was issued after the declaration',
    'date_after_declaration',
    says('citizenIdDate', (sound) => {
      const declared = textOf(sound, 'declarationDate')
      const day = Number(declared.slice(8))
      return day < 28 ? `${declared.slice(0, 8)}${String(day + 1).padStart(2, '0')}` : undefined
    }),
  ),
  fault(
    'a digit of the insurance number is lost',
    'social_insurance_no_malformed',
    says('socialInsuranceNo', (sound) => textOf(sound, 'socialInsuranceNo').slice(0, 9)),
  ),
  fault('the insurance number is made up', 'number_is_a_placeholder', says('socialInsuranceNo', '0800000000')),
]

const names: readonly Fault[] = [
  fault(
    'a digit stands in the name',
    'required_value_not_understood',
    says('fullName', (sound) => `${textOf(sound, 'fullName')}1`),
  ),
  fault('only the given name is there', 'full_name_one_syllable', ...named((name) => name.split(' ').at(-1))),
  fault(
    'the other name is the name itself',
    'other_name_same_as_full_name',
    says('otherName', (sound) => textOf(sound, 'fullName')),
  ),
  fault(
    'a middle name of the other gender',
    'gender_disagrees_name',
    ...named((name) => {
      const syllables = name.split(' ')
      const other = syllables[1] === 'Thị' ? 'Văn' : syllables[1] === 'Văn' ? 'Thị' : undefined
      return other === undefined || syllables.length < 3 ? undefined : syllables.with(1, other).join(' ')
    }),
  ),
  fault(
    'the person stands in the family table',
    'relative_has_own_name',
    tells('family', (rows, sound) => [{ ...rows[0], name: textOf(sound, 'fullName') }, ...rows.slice(1)]),
  ),
]

const birth: readonly Fault[] = [
  fault(
    'only month and year of birth',
    'birth_date_partial',
    says('birthDate', (sound) => textOf(sound, 'birthDate').slice(0, 7)),
  ),
  fault(
    'the first of January',
    'birth_date_new_years_day',
    says('birthDate', (sound) => `${bornIn(sound, 0)}-01-01`),
    decides('decisionBirthDate', (sound) => textOf(sound, 'birthDate')),
  ),
  fault(
    'joined a youth organisation as a child',
    'organisation_joined_under_age',
    says('politicalOrganisationDate', (sound) => born(sound, 13)),
  ),
  fault(
    'a decision signed in childhood',
    'decision_signed_in_childhood',
    decides('decisionDate', (sound) => born(sound, 14)),
    decides('effectiveDate', (sound) => born(sound, 14)),
  ),
  fault('a decision of a year to come', 'date_in_future', decides('decisionDate', '2033-05-10')),
]

const gaps: readonly Fault[] = [
  fault('no religion', 'required_field_blank', leavesOut('religion')),
  fault('no people', 'required_field_blank', leavesOut('ethnicity')),
  fault('no place of origin', 'required_field_blank', leavesOut('hometown')),
  fault('no permanent address', 'expected_field_empty', leavesOut('permanentAddress')),
  fault('no general education', 'expected_field_empty', leavesOut('generalEducation')),
  fault('no birthplace', 'expected_field_empty', leavesOut('birthplace')),
]

const hometown = (text: string) => says('hometown', { text })
const words: readonly Fault[] = [
  fault('a people nobody knows', 'required_value_not_understood', says('ethnicity', 'Cao Bồi')),
  fault('a theory outside the list', 'value_outside_code_list', says('politicalTheory', 'Đang theo học')),
  fault('a commune that never was', 'place_not_resolved', hometown('Xã Hồng Hoang, huyện Yên Sơn, tỉnh Tuyên Quang')),
  fault('a commune that was split', 'place_ambiguous', hometown('Xã Kim Phú, thành phố Tuyên Quang, tỉnh Tuyên Quang')),
  fault('no commune', 'place_without_commune', hometown('Huyện Yên Sơn, tỉnh Tuyên Quang')),
  fault('not available', 'value_is_junk', says('mainDuty', 'N/A')),
  fault('a wrong encoding', 'text_garbled', says('mainDuty', 'CÃ´ng tÃ¡c tá»• chá»©c')),
  fault('schooling beyond its system', 'value_not_understood', says('generalEducation', '13/12')),
  fault(
    'the ten-year system after its time',
    'schooling_system_unusual',
    onlyIf((sound) => bornIn(sound, 0) >= '1980'),
    says('generalEducation', '10/10'),
  ),
  fault(
    'a degree without secondary school',
    'schooling_short_of_qualification',
    onlyIf((sound) => !textOf(sound, 'highestQualification').startsWith('Trung cấp')),
    says('generalEducation', '9/12'),
  ),
  fault('taller than anybody', 'height_implausible', says('heightCm', 225)),
  fault('heavier than anybody', 'weight_implausible', says('weightKg', 188)),
  fault('tall and far too light', 'weight_disagrees_height', says('heightCm', 195), says('weightKg', 42)),
]

const party = (admission: number, official: number) => [
  says('partyAdmissionDate', (sound) => later(textOf(sound, 'partyAdmissionDate'), admission)),
  says('partyOfficialDate', (sound) => later(textOf(sound, 'partyAdmissionDate'), official - admission)),
]
const isMember = onlyIf((sound) => textOf(sound, 'partyOfficialDate') !== '')
const isMemberFor = (months: number) =>
  onlyIf((sound) => later(textOf(sound, 'partyAdmissionDate'), months) < textOf(sound, 'declarationDate'))
const membership: readonly Fault[] = [
  fault(
    'joined the Party at seventeen',
    'party_joined_under_age',
    isMember,
    says('partyAdmissionDate', (sound) => born(sound, 17)),
    says('partyOfficialDate', (sound) => born(sound, 18)),
  ),
  fault('full member before the admission', 'party_official_before_admission', isMember, ...party(0, -6)),
  fault('probation of half a year', 'party_probation_short', isMember, ...party(0, 6)),
  fault('probation of three years', 'party_probation_long', isMember, isMemberFor(37), ...party(0, 36)),
  fault('no admission', 'party_admission_missing', isMember, leavesOut('partyAdmissionDate')),
  fault(
    'never made a full member',
    'party_official_overdue',
    isMember,
    isMemberFor(14),
    leavesOut('partyOfficialDate'),
  ),
  fault(
    'joined the Party before the youth organisation',
    'party_joined_before_organisation',
    isMember,
    says('politicalOrganisationDate', (sound) => later(textOf(sound, 'partyAdmissionDate'), 6)),
  ),
]

export const faultsOfPerson = [...numbers, ...names, ...birth, ...gaps, ...words, ...membership]
