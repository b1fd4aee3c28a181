import type { Privacy, TableDefinition } from './define.ts'

/** A table is a field whose value is rows (2C-BNV/2008 items 27, 28, 30, 31; TT 06/2023/TT-BNV items 32 to 37; annexes). */
const text = (vi: string, en: string, privacy: Privacy = 'personal') => ({ vi, en, type: 'text', privacy }) as const
const date = (vi: string, en: string) => ({ vi, en, type: 'date', privacy: 'personal' }) as const

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
      group: text('Nội dung đào tạo', 'Kind of training', 'public'),
      language: text('Ngoại ngữ, tiếng dân tộc', 'Language', 'public'),
      score: text('Điểm số', 'Score', 'public'),
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
      agency: text('Đơn vị công tác', 'Agency', 'public'),
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
      end: date('Đến tháng/năm', 'To'),
      amount: text('Tiền lương theo vị trí việc làm', 'Pay of the job position'),
    },
  },
  allowanceHistory: {
    vi: 'Các loại phụ cấp khác',
    en: 'Other allowances',
    cells: {
      start: date('Từ tháng, năm', 'From'),
      end: date('Đến tháng, năm', 'To'),
      allowance: text('Loại phụ cấp', 'Allowance'),
      percent: text('Phần trăm hưởng', 'Per cent'),
      coefficient: text('Hệ số', 'Coefficient'),
      mode: text('Hình thức hưởng', 'Manner'),
      amount: text('Giá trị (đồng)', 'Amount (đồng)'),
    },
  },
  oldRegimeWork: {
    vi: 'Làm việc cho chế độ cũ',
    en: 'Work under the old regime',
    cells: {
      start: date('Từ tháng, năm', 'From'),
      end: date('Đến tháng, năm', 'To'),
      detail: text('Chức danh, chức vụ, đơn vị, địa điểm', 'Position, agency, place', 'sensitive'),
    },
  },
  foreignOrganisations: {
    vi: 'Quan hệ với tổ chức ở nước ngoài',
    en: 'Organisations abroad',
    cells: {
      start: date('Từ tháng, năm', 'From'),
      end: date('Đến tháng, năm', 'To'),
      detail: text('Tên tổ chức, trụ sở, công việc', 'Organisation, seat, work', 'sensitive'),
    },
  },
  commendations: {
    vi: 'Thành tích thi đua, khen thưởng',
    en: 'Commendations',
    cells: {
      year: date('Năm', 'Year'),
      professionalRating: text('Xếp loại chuyên môn', 'Rating of the work'),
      emulationRating: text('Xếp loại thi đua', 'Rating in emulation'),
      award: text('Hình thức khen thưởng', 'Award', 'public'),
    },
  },
  disciplines: {
    vi: 'Kỷ luật Đảng, hành chính',
    en: 'Disciplinary measures',
    cells: {
      start: date('Từ tháng, năm', 'From'),
      end: date('Đến tháng, năm', 'To'),
      measure: text('Hình thức', 'Measure', 'sensitive'),
      breach: text('Hành vi vi phạm chính', 'Breach', 'sensitive'),
      authority: text('Cơ quan quyết định', 'Decided by', 'sensitive'),
    },
  },
  positionChanges: {
    vi: 'Thay đổi về chức danh, chức vụ, đơn vị công tác',
    en: 'Changes of position and agency',
    cells: {
      start: date('Từ tháng, năm', 'From'),
      end: date('Đến tháng, năm', 'To'),
      position: text('Chức danh, chức vụ, đơn vị', 'Position and agency', 'public'),
    },
  },
  furtherTraining: {
    vi: 'Đào tạo, bồi dưỡng bổ sung',
    en: 'Training since',
    cells: {
      school: text('Tên trường', 'School', 'public'),
      major: text('Chuyên ngành', 'Major', 'public'),
      start: date('Từ tháng, năm', 'From'),
      end: date('Đến tháng, năm', 'To'),
      mode: { vi: 'Hình thức đào tạo', en: 'Mode', type: 'text', near: 'training-modes', privacy: 'public' },
      award: { vi: 'Văn bằng, chứng chỉ', en: 'Award', type: 'text', near: 'degrees', privacy: 'public' },
    },
  },
  decisionPersons: {
    vi: 'Danh sách kèm theo quyết định',
    en: 'Persons of a decision',
    cells: {
      number: text('Số thứ tự', 'Number', 'public'),
      name: { vi: 'Họ và tên', en: 'Name', type: 'personName', privacy: 'personal' },
      birthDate: date('Ngày sinh', 'Birth date'),
      agency: text('Chức vụ, đơn vị', 'Position, agency', 'public'),
      rankCode: { vi: 'Mã ngạch', en: 'Rank code', type: 'code', codes: 'ranks', privacy: 'personal' },
      fromStep: { vi: 'Bậc cũ', en: 'From step', type: 'step', privacy: 'personal' },
      fromCoefficient: { vi: 'Hệ số cũ', en: 'From coefficient', type: 'decimal', privacy: 'personal' },
      step: { vi: 'Bậc mới', en: 'To step', type: 'step', privacy: 'personal' },
      coefficient: { vi: 'Hệ số mới', en: 'To coefficient', type: 'decimal', privacy: 'personal' },
      from: date('Hưởng từ ngày', 'From'),
      note: text('Ghi chú', 'Note'),
    },
  },
  contents: {
    vi: 'Bảng kê thành phần tài liệu',
    en: 'Contents of the envelope',
    cells: {
      number: text('Số thứ tự', 'Number', 'public'),
      paper: text('Tên tài liệu', 'Paper', 'public'),
      paperDate: date('Ngày, tháng, năm của tài liệu', 'Date of the paper'),
      sheets: text('Số tờ', 'Sheets', 'public'),
      note: text('Ghi chú', 'Note', 'public'),
    },
  },
} as const satisfies Record<string, TableDefinition>
