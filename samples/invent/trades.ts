// The trades of the invented people: rank codes through the years, pay by NĐ 204/2004/NĐ-CP, studies, places of work.

export interface PayGroup {
  readonly first: number
  readonly step: number
  readonly levels: number
  /** Months on a step before the regular rise. */
  readonly months: number
}

export const payGroups = {
  A21: { first: 4.4, step: 0.34, levels: 8, months: 36 },
  A1: { first: 2.34, step: 0.33, levels: 9, months: 36 },
  A0: { first: 2.1, step: 0.31, levels: 10, months: 36 },
  B: { first: 1.86, step: 0.2, levels: 12, months: 24 },
} as const satisfies Record<string, PayGroup>

export const coefficientOf = (group: PayGroup, level: number): number =>
  Math.round((group.first + (level - 1) * group.step) * 100) / 100

export interface Rank {
  /** First year of this code. */
  readonly since: number
  readonly code: string
  readonly name: string
}

export interface Trade {
  readonly ranks: readonly Rank[]
  readonly pay: PayGroup
  readonly school: string
  readonly major: string
  readonly years: number
  readonly award: string
  readonly qualification: string
  /** {c} commune without kind, {d} "huyện Yên Sơn", {p} province. */
  readonly unit: readonly string[]
  readonly managing: string
  readonly positions: readonly [string, string]
  readonly duties: readonly string[]
  readonly strength: readonly string[]
}

export const trades: readonly Trade[] = [
  {
    ranks: [{ since: 1993, code: '01.003', name: 'Chuyên viên' }],
    pay: payGroups.A1,
    school: 'Học viện Hành chính Quốc gia',
    major: 'Quản lý nhà nước',
    years: 4,
    award: 'Cử nhân',
    qualification: 'Cử nhân Quản lý nhà nước',
    unit: [
      'Phòng Nội vụ {d}',
      'Văn phòng HĐND và UBND {d}',
      'Phòng Lao động - Thương binh và Xã hội {d}',
      'Phòng Dân tộc {d}',
    ],
    managing: 'Ủy ban nhân dân {d}',
    positions: ['Chuyên viên', 'Phó Trưởng phòng'],
    duties: [
      'Tham mưu công tác tổ chức bộ máy, biên chế',
      'Theo dõi công tác cán bộ, công chức',
      'Công tác cải cách hành chính',
      'Theo dõi công tác tôn giáo, dân tộc',
    ],
    strength: ['Công tác tham mưu, tổng hợp', 'Nghiên cứu, soạn thảo văn bản', 'Quản lý nhà nước'],
  },
  {
    ranks: [{ since: 1993, code: '06.031', name: 'Kế toán viên' }],
    pay: payGroups.A1,
    school: 'Trường Đại học Kinh tế và Quản trị kinh doanh Thái Nguyên',
    major: 'Kế toán',
    years: 4,
    award: 'Cử nhân',
    qualification: 'Cử nhân Kế toán',
    unit: ['Phòng Tài chính - Kế hoạch {d}', 'Trung tâm Y tế {d}', 'Ban Quản lý dự án {d}'],
    managing: 'Ủy ban nhân dân {d}',
    positions: ['Kế toán viên', 'Kế toán trưởng'],
    duties: ['Kế toán ngân sách', 'Phụ trách công tác tài chính, kế toán của đơn vị'],
    strength: ['Kế toán, tài chính', 'Thống kê, tổng hợp số liệu'],
  },
  {
    ranks: [
      { since: 1993, code: '15a.201', name: 'Giáo viên trung học cơ sở chính' },
      { since: 2016, code: 'V.07.04.11', name: 'Giáo viên THCS hạng II' },
      { since: 2021, code: 'V.07.04.32', name: 'Giáo viên THCS hạng III' },
    ],
    pay: payGroups.A1,
    school: 'Trường Đại học Sư phạm Thái Nguyên',
    major: 'Sư phạm Ngữ văn',
    years: 4,
    award: 'Cử nhân',
    qualification: 'Cử nhân Sư phạm Ngữ văn',
    unit: ['Trường THCS {c}', 'Trường PTDTBT THCS {c}'],
    managing: 'Ủy ban nhân dân {d}',
    positions: ['Giáo viên', 'Tổ trưởng chuyên môn'],
    duties: ['Giảng dạy môn Ngữ văn, chủ nhiệm lớp', 'Giảng dạy môn Ngữ văn, phụ trách tổ Khoa học xã hội'],
    strength: ['Giảng dạy', 'Bồi dưỡng học sinh giỏi'],
  },
  {
    ranks: [
      { since: 1993, code: '15a.206', name: 'Giáo viên mầm non chính' },
      { since: 2016, code: 'V.07.02.05', name: 'Giáo viên mầm non hạng III' },
      { since: 2021, code: 'V.07.02.26', name: 'Giáo viên mầm non hạng III' },
    ],
    pay: payGroups.A0,
    school: 'Trường Cao đẳng Sư phạm Tuyên Quang',
    major: 'Giáo dục mầm non',
    years: 3,
    award: 'Cao đẳng',
    qualification: 'Cao đẳng Giáo dục mầm non',
    unit: ['Trường Mầm non {c}'],
    managing: 'Ủy ban nhân dân {d}',
    positions: ['Giáo viên', 'Tổ trưởng tổ Mẫu giáo'],
    duties: ['Nuôi dưỡng, chăm sóc, giáo dục trẻ', 'Chủ nhiệm lớp mẫu giáo 5 tuổi'],
    strength: ['Chăm sóc, giáo dục trẻ', 'Múa, hát'],
  },
  {
    ranks: [
      { since: 1993, code: '16.118', name: 'Bác sĩ' },
      { since: 2016, code: 'V.08.01.03', name: 'Bác sĩ hạng III' },
    ],
    pay: payGroups.A1,
    school: 'Trường Đại học Y Dược Thái Nguyên',
    major: 'Y đa khoa',
    years: 6,
    award: 'Bác sĩ',
    qualification: 'Bác sĩ đa khoa',
    unit: ['Bệnh viện Đa khoa {d}', 'Trung tâm Y tế {d}'],
    managing: 'Sở Y tế tỉnh {p}',
    positions: ['Bác sĩ điều trị', 'Phó Trưởng khoa Nội'],
    duties: ['Khám bệnh, chữa bệnh', 'Khám, điều trị bệnh nhân khoa Nội'],
    strength: ['Khám bệnh, chữa bệnh', 'Nội khoa'],
  },
  {
    ranks: [
      { since: 1993, code: '16.119', name: 'Y sĩ' },
      { since: 2016, code: 'V.08.03.07', name: 'Y sĩ hạng IV' },
    ],
    pay: payGroups.B,
    school: 'Trường Trung cấp Y tế Hà Giang',
    major: 'Y sĩ đa khoa',
    years: 2,
    award: 'Trung cấp',
    qualification: 'Trung cấp Y sĩ đa khoa',
    unit: ['Trạm Y tế {k}'],
    managing: 'Trung tâm Y tế {d}',
    positions: ['Y sĩ', 'Phó Trạm trưởng'],
    duties: ['Khám, chữa bệnh ban đầu', 'Theo dõi chương trình tiêm chủng mở rộng'],
    strength: ['Khám, chữa bệnh', 'Y học dự phòng'],
  },
]

/** Those of the first trade may later sit the examination for the next rank. */
export const senior: { readonly rank: Rank; readonly pay: PayGroup } = {
  rank: { since: 1993, code: '01.002', name: 'Chuyên viên chính' },
  pay: payGroups.A21,
}
