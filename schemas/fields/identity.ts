import type { FieldDefinition } from './define.ts'

/** Who the person is (2C-BNV/2008 header, items 1 to 9 and 25, 26). */
export const identity = {
  staffNumber: { vi: 'Số hiệu cán bộ, công chức', en: 'Staff number', type: 'code', privacy: 'personal' },
  managingAgency: { vi: 'Cơ quan có thẩm quyền quản lý', en: 'Managing agency', type: 'text', privacy: 'public' },
  employingAgency: { vi: 'Cơ quan, đơn vị sử dụng', en: 'Employing agency', type: 'text', privacy: 'public' },
  fullName: {
    vi: 'Họ và tên khai sinh',
    en: 'Full name at birth',
    type: 'personName',
    privacy: 'personal',
    mandatory: true,
  },
  otherName: { vi: 'Tên gọi khác', en: 'Other name', type: 'text', privacy: 'personal' },
  birthDate: { vi: 'Ngày sinh', en: 'Date of birth', type: 'date', privacy: 'personal', mandatory: true },
  gender: { vi: 'Giới tính', en: 'Gender', type: 'choice', list: 'gender', privacy: 'personal', mandatory: true },
  birthplace: { vi: 'Nơi sinh', en: 'Place of birth', type: 'place', privacy: 'personal' },
  hometown: { vi: 'Quê quán', en: 'Place of origin', type: 'place', privacy: 'personal', mandatory: true },
  ethnicity: {
    vi: 'Dân tộc',
    en: 'Ethnic group',
    type: 'choice',
    list: 'ethnicity',
    privacy: 'sensitive',
    mandatory: true,
  },
  religion: { vi: 'Tôn giáo', en: 'Religion', type: 'choice', list: 'religion', privacy: 'sensitive', mandatory: true },
  permanentAddress: {
    vi: 'Nơi đăng ký hộ khẩu thường trú',
    en: 'Permanent address',
    type: 'place',
    privacy: 'personal',
  },
  currentAddress: { vi: 'Nơi ở hiện nay', en: 'Current address', type: 'place', privacy: 'personal' },
  citizenId: {
    vi: 'Số CMND/CCCD',
    en: 'Identity number',
    type: 'citizenNumber',
    privacy: 'sensitive',
    mandatory: true,
  },
  citizenIdDate: { vi: 'Ngày cấp CMND/CCCD', en: 'Identity number issued on', type: 'date', privacy: 'personal' },
  socialInsuranceNo: { vi: 'Số sổ BHXH', en: 'Social insurance number', type: 'digits', privacy: 'sensitive' },
} as const satisfies Record<string, FieldDefinition>
