import type { FieldDefinition } from './define.ts'

/** Party, organisations, army (2C-BNV/2008 items 16 to 18; TT 06/2023/TT-BNV items 26, 27; Mẫu 2-KNĐ items 13 to 16). */
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
  partyPosition: { vi: 'Chức vụ Đảng hiện tại', en: 'Position in the Party', type: 'text', privacy: 'sensitive' },
  concurrentPartyPosition: {
    vi: 'Chức vụ Đảng kiêm nhiệm',
    en: 'Concurrent position in the Party',
    type: 'text',
    privacy: 'sensitive',
  },
  youthUnion: { vi: 'Ngày và nơi kết nạp Đoàn', en: 'Joined the Youth Union', type: 'text', privacy: 'sensitive' },
  firstPartyAdmission: {
    vi: 'Ngày và nơi kết nạp Đảng lần thứ nhất',
    en: 'First admitted to the Party',
    type: 'text',
    privacy: 'sensitive',
  },
  firstPartyRecognition: {
    vi: 'Ngày và nơi công nhận chính thức lần thứ nhất',
    en: 'First recognised as a full member',
    type: 'text',
    privacy: 'sensitive',
  },
  partyReferees: {
    vi: 'Người giới thiệu vào Đảng',
    en: 'Who recommended for the Party',
    type: 'text',
    privacy: 'sensitive',
  },
} as const satisfies Record<string, FieldDefinition>
