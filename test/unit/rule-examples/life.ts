// Examples of the rules of chronology.ts, party.ts and family.ts.
import { blank, unparsed } from '../../support/a-draft.ts'
import type { RuleExamples } from './example.ts'

const child = (birthYear: string) => ({ side: 'own', relation: 'Con', name: 'Nông Hoàng Minh', birthYear })
const relative = (relation: string, birthYear: string, name = 'Lò Thị Pá') => ({
  tables: { family: [{ side: 'own', relation, name, birthYear }] },
})
const held = (start: string, end: string) => ({ start, end, position: 'Chuyên viên' })
const fullTime = { school: 'Trường A', award: 'Cử nhân', start: '2003-09', end: '2007-06', mode: 'Chính quy' }
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

const service = (enlistmentDate: string, dischargeDate: string) => ({ values: { enlistmentDate, dischargeDate } })

export const careerExamples: RuleExamples = {
  current_position_not_in_work_history: {
    fires: { values: { currentPosition: 'Phó Trưởng phòng', positionAllowance: 0.2 } },
    edge: { values: { currentPosition: 'chuyên viên phòng Nội vụ' } },
  },
  several_current_posts: {
    fires: { tables: { workHistory: [held('2008-08', 'nay'), held('2015-06', 'nay')] } },
    edge: { tables: { workHistory: [held('2008-08', '2015-05'), held('2015-06', 'nay')] } },
  },
  position_allowance_without_leadership: {
    fires: { values: { positionAllowance: 0.3 } },
    edge: { values: { currentPosition: 'Phó Trưởng phòng', positionAllowance: 0.3 } },
  },
  leadership_without_position_allowance: {
    fires: { values: { currentPosition: 'Trưởng phòng', positionAllowance: blank() } },
    edge: { values: { currentPosition: 'Tổ trưởng chuyên môn', positionAllowance: blank() } },
  },
  recruited_during_full_time_study: {
    fires: { values: { recruitmentDate: '2007-05-31' }, tables: { education: [fullTime] } },
    edge: { values: { recruitmentDate: '2007-06-01' }, tables: { education: [fullTime] } },
  },
  recruited_during_service: {
    fires: service('2006-02', '2008-09'),
    edge: service('2006-02', '2008-08'),
  },
  discharge_without_enlistment: {
    fires: { values: { dischargeDate: '2005-01-20' } },
    edge: service('2003-04', '2005-01-20'),
  },
  military_rank_without_service: {
    fires: { values: { highestMilitaryRank: 'Hạ sĩ' } },
    edge: { values: { highestMilitaryRank: 'Không' } },
  },
  service_longer_than_a_career: {
    fires: { ...service('1960-02', '2001-03') },
    edge: { ...service('1960-02', '2001-02') },
  },
}

export const partyExamples: RuleExamples = {
  party_admission_missing: {
    fires: { values: { partyAdmissionDate: blank() } },
    edge: { values: { partyAdmissionDate: unparsed('19/5/20l2') } },
  },
  party_joined_over_age: {
    fires: { values: { birthDate: '1950-01-02' } },
    edge: { values: { birthDate: '1952-01-02' } },
  },
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
  relative_has_own_name: {
    fires: relative('Chị', '1980', 'Hoàng Thị Mai'),
    edge: relative('Chị', '1980', 'Hoàng Thị Mái'),
  },
  gender_disagrees_spouse: {
    fires: relative('Vợ', '1986'),
    edge: relative('Mẹ vợ', '1950'),
  },
  in_laws_not_told: {
    fires: relative('Chồng', '1983'),
    edge: {
      tables: {
        family: [
          { side: 'own', relation: 'Chồng', name: 'Lò Văn Pá' },
          { side: 'spouse', relation: 'Mẹ chồng', name: 'Lò Thị Sua' },
        ],
      },
    },
  },
  mother_too_old: { fires: relative('Mẹ', '1929'), edge: relative('Mẹ', '1930') },
  sibling_order_disagrees: { fires: relative('Em ruột', '1984'), edge: relative('Em họ', '1984') },
  spouse_too_young: { fires: relative('Chồng', '2009'), edge: relative('Chồng', '2008') },
  child_too_old_for_spouse: {
    fires: { tables: { family: [wife('own'), child('1998')] } },
    edge: { tables: { family: [wife('own'), child('1999')] } },
  },
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
