import type { FieldDefinition } from './define.ts'

/** Schooling and qualifications (2C-BNV/2008 item 15). */
export const education = {
  generalEducation: {
    vi: 'Trình độ giáo dục phổ thông',
    en: 'General education',
    type: 'schooling',
    privacy: 'public',
  },
  highestQualification: {
    vi: 'Trình độ chuyên môn cao nhất',
    en: 'Highest qualification',
    type: 'text',
    privacy: 'public',
  },
  politicalTheory: {
    vi: 'Lý luận chính trị',
    en: 'Political theory',
    type: 'choice',
    list: 'political-theory',
    open: true,
    privacy: 'public',
  },
  stateManagement: {
    vi: 'Quản lý nhà nước',
    en: 'State management',
    type: 'choice',
    list: 'state-management',
    open: true,
    privacy: 'public',
  },
  foreignLanguage: { vi: 'Ngoại ngữ', en: 'Foreign language', type: 'text', privacy: 'public' },
  informatics: { vi: 'Tin học', en: 'Informatics', type: 'text', privacy: 'public' },
  academicTitle: { vi: 'Học hàm', en: 'Academic title', type: 'text', privacy: 'public' },
  professionalTraining: {
    vi: 'Trình độ nghiệp vụ theo chuyên ngành',
    en: 'Professional training',
    type: 'text',
    privacy: 'public',
  },
  vocationalEducation: { vi: 'Giáo dục nghề nghiệp', en: 'Vocational education', type: 'text', privacy: 'public' },
  ethnicLanguage: { vi: 'Tiếng dân tộc thiểu số', en: 'Language of an ethnic group', type: 'text', privacy: 'public' },
} as const satisfies Record<string, FieldDefinition>
