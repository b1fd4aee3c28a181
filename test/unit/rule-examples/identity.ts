// Examples of the rules of identity.ts.
import { unparsed } from '../../support/a-draft.ts'
import { cleanValues } from '../../support/clean-person.ts'
import type { RuleExamples } from './example.ts'

const born = (province: string) => ({ ...cleanValues.birthplace, province })

export const identityExamples: RuleExamples = {
  citizen_id_malformed: {
    fires: { values: { citizenId: unparsed('00818500123') } },
    edge: { values: { citizenId: unparsed('070123456, Ngòy cốp: 06/5/2021') } },
  },
  citizen_id_unknown_province: {
    fires: { values: { citizenId: '003185001234' } },
    edge: { values: { citizenId: '002185001234' } },
  },
  citizen_id_registered_abroad: {
    fires: { values: { citizenId: '116185001234' } },
    edge: { values: { citizenId: '096185001234' } },
  },
  citizen_id_disagrees_gender: {
    fires: { values: { citizenId: '008085001234' } },
    edge: { values: { citizenId: '008085001234', gender: 'Nam' } },
  },
  citizen_id_disagrees_birth_year: {
    fires: { values: { birthDate: '1986-04-12' } },
    edge: { values: { birthDate: '2005', citizenId: '008305001234' } },
  },
  citizen_id_old_number: {
    fires: { values: { citizenId: '070123456' } },
    edge: { values: { citizenId: '008185001234' } },
  },
  citizen_id_province_differs_birthplace: {
    fires: { values: { birthplace: born('Hà Giang') } },
    edge: { values: { birthplace: born('Hà Tuyên') } },
  },
  citizen_id_issued_under_age: {
    fires: { values: { birthDate: '1985-04-12', citizenIdDate: '1999-04-11' } },
    edge: { values: { birthDate: '1985-04-12', citizenIdDate: '1999-04-12' } },
  },
  citizen_id_before_twelve_digits: {
    fires: { values: { citizenIdDate: '2011-12-31' } },
    edge: { values: { citizenIdDate: '2012' } },
  },
  social_insurance_no_malformed: {
    fires: { values: { socialInsuranceNo: '080800123' } },
    edge: { values: { socialInsuranceNo: '008185001234' } },
  },
  birth_date_partial: {
    fires: { values: { birthDate: '1985-04' } },
    edge: { values: { birthDate: '1985-04-01' } },
  },
  age_at_declaration_implausible: {
    fires: { values: { birthDate: '2006-03-16' } },
    edge: { values: { birthDate: '2006-03-15' } },
  },
  full_name_has_other_signs: {
    fires: { values: { fullName: 'Hoàng Thị Mai_' } },
    edge: { values: { fullName: "H'Hen Niê" } },
  },
  number_is_a_placeholder: {
    fires: { values: { socialInsuranceNo: '0812345678' } },
    edge: { values: { socialInsuranceNo: '0812345679' } },
  },
  other_name_same_as_full_name: {
    fires: { values: { otherName: 'HOÀNG THỊ MAI' } },
    edge: { values: { otherName: 'Hoàng Thị Mái' } },
  },
  gender_disagrees_name: {
    fires: { values: { gender: 'Nam' } },
    edge: { values: { fullName: 'Thị Mai', gender: 'Nam' } },
  },
  birth_date_new_years_day: {
    fires: { values: { birthDate: '1985-01-01' } },
    edge: { values: { birthDate: '1985-01' } },
  },
  full_name_one_syllable: {
    fires: { values: { fullName: 'Mai' } },
    edge: { values: { fullName: 'Y Ê' } },
  },
}
