// The official contents lists of a dossier: which papers the law wants in it, and which kinds of papers (paper-kinds.json) meet
// each. Công chức: Thông tư 11/2012/TT-BNV Điều 9; viên chức: Thông tư 07/2019/TT-BNV Điều 10.

export interface ContentsItem {
  /** As the article letters it; the second list is that of the years of service. */
  readonly item: string
  readonly vi: string
  readonly kinds: readonly string[]
  /** `always`: its absence is told; `yearly`: one a year; `ifAny`: only where there was occasion. */
  readonly need: 'always' | 'yearly' | 'ifAny'
}

export interface ContentsList {
  readonly group: 'officials' | 'employees'
  readonly vi: string
  readonly basis: string
  readonly items: readonly ContentsItem[]
}

const changes = [
  'decision-probation-end',
  'decision-rank',
  'decision-pay-rise',
  'decision-seniority-allowance',
  'decision-appointment',
  'decision-transfer',
  'decision-training',
  'decision-award',
  'decision-discipline',
  'decision-leaving',
  'decision-retirement',
] as const
const proofs = ['diploma', 'certificate', 'transcript'] as const

export const contentsLists: readonly ContentsList[] = [
  {
    group: 'officials',
    vi: 'Cán bộ, công chức',
    basis: 'Thông tư 11/2012/TT-BNV Điều 9',
    items: [
      { item: '1.a', vi: 'Quyển "Lý lịch cán bộ, công chức"', kinds: ['resume-book'], need: 'always' },
      { item: '1.b', vi: '"Sơ yếu lý lịch"', kinds: ['resume'], need: 'always' },
      { item: '1.c', vi: '"Tiểu sử tóm tắt"', kinds: ['life-summary'], need: 'always' },
      { item: '1.d', vi: 'Bản sao giấy khai sinh', kinds: ['birth-certificate'], need: 'always' },
      { item: '1.d', vi: 'Giấy chứng nhận sức khỏe', kinds: ['health-certificate'], need: 'always' },
      { item: '1.d', vi: 'Văn bằng, chứng chỉ, bảng điểm', kinds: proofs, need: 'always' },
      { item: '1.đ', vi: 'Quyết định tuyển dụng, tiếp nhận', kinds: ['decision-recruitment'], need: 'always' },
      { item: '2.a', vi: 'Phiếu bổ sung lý lịch', kinds: ['resume-supplement'], need: 'yearly' },
      { item: '2.b', vi: 'Quyết định về nhân sự', kinds: changes, need: 'ifAny' },
      {
        item: '2.c',
        vi: 'Bản tự kiểm điểm, nhận xét, đánh giá hằng năm',
        kinds: ['rating', 'self-review'],
        need: 'yearly',
      },
      { item: '2.d', vi: 'Nhận xét, đánh giá của cơ quan có thẩm quyền', kinds: ['assessment'], need: 'ifAny' },
      { item: '2.đ', vi: 'Bản kê khai tài sản', kinds: ['asset-declaration'], need: 'ifAny' },
      { item: '2.e', vi: 'Đơn, thư và kết luận', kinds: ['complaint'], need: 'ifAny' },
    ],
  },
  {
    group: 'employees',
    vi: 'Viên chức',
    basis: 'Thông tư 07/2019/TT-BNV Điều 10',
    items: [
      { item: '1.a', vi: 'Quyển "Lý lịch viên chức" (HS01)', kinds: ['resume-book'], need: 'always' },
      { item: '1.b', vi: '"Sơ yếu lý lịch viên chức" (HS02)', kinds: ['resume'], need: 'always' },
      { item: '1.c', vi: 'Bản sao giấy khai sinh', kinds: ['birth-certificate'], need: 'always' },
      { item: '1.d', vi: 'Phiếu lý lịch tư pháp', kinds: ['criminal-record'], need: 'always' },
      { item: '1.đ', vi: 'Giấy chứng nhận sức khỏe', kinds: ['health-certificate'], need: 'always' },
      { item: '1.e', vi: 'Văn bằng, chứng chỉ', kinds: proofs, need: 'always' },
      { item: '1.g', vi: 'Quyết định tuyển dụng', kinds: ['decision-recruitment'], need: 'always' },
      { item: '2.a', vi: 'Phiếu bổ sung lý lịch (HS03)', kinds: ['resume-supplement'], need: 'yearly' },
      { item: '2.b', vi: 'Quyết định về nhân sự', kinds: changes, need: 'ifAny' },
      { item: '2.c', vi: 'Bản tự kiểm điểm, đánh giá', kinds: ['rating', 'self-review', 'assessment'], need: 'yearly' },
      { item: '2.d', vi: 'Bản kê khai tài sản', kinds: ['asset-declaration'], need: 'ifAny' },
      { item: '2.đ', vi: 'Đơn, thư', kinds: ['complaint'], need: 'ifAny' },
    ],
  },
]
