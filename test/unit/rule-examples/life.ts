// Examples of the rules of chronology.ts, party.ts and family.ts.
import type { RuleExamples } from './example.ts'

const child = (birthYear: string) => ({ side: 'own', relation: 'Con', name: 'Nông Hoàng Minh', birthYear })
const wife = (side: string) => ({ side, relation: 'Vợ', name: 'Lý Thị Hoa', birthYear: '1986' })

export const chronologyExamples: RuleExamples = {
  recruited_under_age: {
    fires: { values: { recruitmentDate: '2003-04-11' } },
    edge: { values: { recruitmentDate: '2003' } },
  },
  recruited_over_age: {
    fires: { values: { birthDate: '1948-08-01' } },
    edge: { values: { birthDate: '1948-08-02' } },
  },
  salary_before_recruitment: {
    fires: { values: { salaryFrom: '2008-07-31' } },
    edge: { values: { salaryFrom: '2008-08' } },
  },
  enlisted_under_age: {
    fires: { values: { enlistmentDate: '2002-04-11' } },
    edge: { values: { enlistmentDate: '2002-04-12' } },
  },
  discharged_before_enlisted: {
    fires: { values: { enlistmentDate: '2004-02', dischargeDate: '2004-01' } },
    edge: { values: { enlistmentDate: '2004-02', dischargeDate: '2004' } },
  },
  date_after_declaration: {
    fires: { values: { citizenIdDate: '2024-03-16' } },
    edge: { values: { citizenIdDate: '2024-03' } },
  },
  decision_signed_in_childhood: {
    fires: { decision: { decisionDate: '2001-04-11' } },
    edge: { decision: { decisionDate: '2001-04-12' } },
  },
}

export const partyExamples: RuleExamples = {
  party_joined_under_age: {
    fires: { values: { partyAdmissionDate: '2003-04-11' } },
    edge: { values: { partyAdmissionDate: '2003-04-12' } },
  },
  party_official_before_admission: {
    fires: { values: { partyOfficialDate: '2012-05-18' } },
    edge: { values: { partyOfficialDate: '2012' } },
  },
  party_probation_short: {
    fires: { values: { partyOfficialDate: '2013-05-18' } },
    edge: { values: { partyOfficialDate: '2013-05' } },
  },
  party_probation_long: {
    fires: { values: { partyOfficialDate: '2014-06-19' } },
    edge: { values: { partyOfficialDate: '2014-05-19' } },
  },
  organisation_joined_under_age: {
    fires: { values: { politicalOrganisationDate: '2000-03-26' } },
    edge: { values: { politicalOrganisationDate: '2000' } },
  },
  party_joined_before_organisation: {
    fires: { values: { politicalOrganisationDate: '2012-05-20' } },
    edge: { values: { politicalOrganisationDate: '2012-05-19' } },
  },
}

export const familyExamples: RuleExamples = {
  parent_too_young: {
    fires: { tables: { family: [{ side: 'own', relation: 'Mẹ', name: 'Ma Thị Lành', birthYear: '1973' }] } },
    edge: { tables: { family: [{ side: 'own', relation: 'Mẹ', name: 'Ma Thị Lành', birthYear: '1972' }] } },
  },
  child_too_old: { fires: { tables: { family: [child('1997')] } }, edge: { tables: { family: [child('1998')] } } },
  relative_born_after_declaration: {
    fires: { tables: { family: [child('2025')] } },
    edge: { tables: { family: [child('2024')] } },
  },
  relative_told_twice: {
    fires: { tables: { family: [child('2012'), child('2012')] } },
    edge: { tables: { family: [child('2012'), child('2014')] } },
  },
  several_spouses: {
    fires: { tables: { family: [wife('own'), { ...wife('own'), name: 'Lò Thị Pá' }] } },
    edge: { tables: { family: [wife('own'), { ...wife('spouse'), relation: 'Chồng' }] } },
  },
  parent_not_told: {
    fires: { tables: { family: [{ side: 'own', relation: 'Bố', name: 'Hoàng Văn Sáng' }] } },
    edge: { tables: { family: [] } },
  },
  relation_unknown: {
    fires: { tables: { family: [{ side: 'own', relation: 'Clig', name: 'Hoàng Văn Sáng' }] } },
    edge: { tables: { family: [{ side: 'own', relation: 'Em gái', name: 'Hoàng Thị Lan' }] } },
  },
}
