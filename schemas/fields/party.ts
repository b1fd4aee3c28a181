import type { FieldDefinition } from './define.ts'

/** Party, organisations, army (2C-BNV/2008 items 16 to 18). */
export const party = {
  partyAdmissionDate: {
    vi: 'Ngày vào Đảng Cộng sản Việt Nam',
    en: 'Admitted to the Party',
    type: 'date',
    privacy: 'sensitive',
  },
  partyOfficialDate: { vi: 'Ngày chính thức', en: 'Full Party member since', type: 'date', privacy: 'sensitive' },
  politicalOrganisationDate: {
    vi: 'Ngày tham gia tổ chức chính trị - xã hội',
    en: 'Joined a socio-political organisation',
    type: 'date',
    privacy: 'sensitive',
  },
  enlistmentDate: { vi: 'Ngày nhập ngũ', en: 'Enlisted', type: 'date', privacy: 'personal' },
  dischargeDate: { vi: 'Ngày xuất ngũ', en: 'Discharged', type: 'date', privacy: 'personal' },
  highestMilitaryRank: {
    vi: 'Quân hàm cao nhất',
    en: 'Highest military rank',
    type: 'text',
    near: 'military-ranks',
    privacy: 'personal',
  },
} as const satisfies Record<string, FieldDefinition>
