import type { FieldDefinition } from './define.ts'

/** Recruitment, post, rank and pay (2C-BNV/2008 items 10 to 14). */
export const post = {
  occupationWhenRecruited: {
    vi: 'Nghề nghiệp khi được tuyển dụng',
    en: 'Occupation when recruited',
    type: 'text',
    privacy: 'personal',
  },
  recruitmentDate: { vi: 'Ngày tuyển dụng', en: 'Date of recruitment', type: 'date', privacy: 'public' },
  recruitingAgency: { vi: 'Cơ quan tuyển dụng', en: 'Recruiting agency', type: 'text', privacy: 'public' },
  currentPosition: { vi: 'Chức vụ (chức danh) hiện tại', en: 'Current position', type: 'text', privacy: 'public' },
  mainDuty: { vi: 'Công việc chính được giao', en: 'Main duty', type: 'text', privacy: 'public' },
  rankName: { vi: 'Ngạch công chức (viên chức)', en: 'Rank', type: 'text', near: 'rank-names', privacy: 'public' },
  rankCode: { vi: 'Mã ngạch', en: 'Rank code', type: 'code', codes: 'ranks', privacy: 'public' },
  salaryStep: { vi: 'Bậc lương', en: 'Salary step', type: 'step', privacy: 'personal' },
  salaryCoefficient: { vi: 'Hệ số lương', en: 'Salary coefficient', type: 'decimal', privacy: 'personal' },
  salaryFrom: { vi: 'Ngày hưởng', en: 'Salary from', type: 'date', privacy: 'personal' },
  positionAllowance: { vi: 'Phụ cấp chức vụ', en: 'Position allowance', type: 'allowance', privacy: 'personal' },
  otherAllowance: { vi: 'Phụ cấp khác', en: 'Other allowance', type: 'allowance', privacy: 'personal' },
} as const satisfies Record<string, FieldDefinition>
