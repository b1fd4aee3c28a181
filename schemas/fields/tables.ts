import type { TableDefinition } from './define.ts'

/** A table is a field whose value is rows (2C-BNV/2008 items 27, 28, 30, 31). */
export const tables = {
  education: {
    vi: 'Đào tạo, bồi dưỡng',
    en: 'Training',
    cells: {
      school: { vi: 'Tên trường', en: 'School', type: 'text', privacy: 'public' },
      major: { vi: 'Chuyên ngành', en: 'Major', type: 'text', privacy: 'public' },
      start: { vi: 'Từ tháng, năm', en: 'From', type: 'date', privacy: 'public' },
      end: { vi: 'Đến tháng, năm', en: 'To', type: 'date', privacy: 'public' },
      mode: { vi: 'Hình thức đào tạo', en: 'Mode', type: 'text', near: 'training-modes', privacy: 'public' },
      award: { vi: 'Văn bằng, chứng chỉ', en: 'Award', type: 'text', near: 'degrees', privacy: 'public' },
    },
  },
  workHistory: {
    vi: 'Quá trình công tác',
    en: 'Work history',
    cells: {
      start: { vi: 'Từ tháng, năm', en: 'From', type: 'date', privacy: 'public' },
      end: { vi: 'Đến tháng, năm', en: 'To', type: 'date', privacy: 'public' },
      position: {
        vi: 'Chức danh, chức vụ, đơn vị công tác',
        en: 'Position and agency',
        type: 'text',
        privacy: 'public',
      },
    },
  },
  family: {
    vi: 'Quan hệ gia đình',
    en: 'Family',
    cells: {
      side: { vi: 'Bên', en: 'Side', type: 'text', privacy: 'sensitive' },
      relation: { vi: 'Mối quan hệ', en: 'Relation', type: 'text', near: 'relations', privacy: 'sensitive' },
      name: { vi: 'Họ và tên', en: 'Name', type: 'personName', privacy: 'sensitive' },
      birthYear: { vi: 'Năm sinh', en: 'Year of birth', type: 'date', privacy: 'sensitive' },
      detail: {
        vi: 'Quê quán, nghề nghiệp, nơi ở',
        en: 'Origin, occupation, residence',
        type: 'text',
        privacy: 'sensitive',
      },
    },
  },
  salaryHistory: {
    vi: 'Diễn biến quá trình lương',
    en: 'Salary history',
    cells: {
      month: { vi: 'Tháng/năm', en: 'Month', type: 'date', privacy: 'personal' },
      rankCode: { vi: 'Mã ngạch', en: 'Rank code', type: 'code', codes: 'ranks', privacy: 'personal' },
      step: { vi: 'Bậc', en: 'Step', type: 'step', privacy: 'personal' },
      coefficient: { vi: 'Hệ số lương', en: 'Coefficient', type: 'decimal', privacy: 'personal' },
    },
  },
} as const satisfies Record<string, TableDefinition>
