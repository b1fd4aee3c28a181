// What invented people are made of: names of the peoples of the two former provinces, places that were, schools.

export interface People {
  readonly ethnicity: string
  /** Other spellings found on paper; the catalogue's word is `ethnicity`. */
  readonly written: readonly string[]
  readonly family: readonly string[]
  readonly male: readonly string[]
  readonly female: readonly string[]
}

const commonMale = [
  'Văn Hùng',
  'Đức Thịnh',
  'Quang Huy',
  'Văn Khuyến',
  'Mạnh Cường',
  'Ngọc Sơn',
  'Xuân Trường',
  'Minh Tuấn',
  'Hữu Nghĩa',
  'Văn Đạt',
  'Tiến Dũng',
  'Trung Kiên',
  'Hoài Nam',
  'Văn Thuỷ',
  'Thanh Bình',
  'Quốc Việt',
]
const commonFemale = [
  'Thị Hồng Thắm',
  'Thị Thu Hà',
  'Thị Nguyệt',
  'Thị Bích Ngọc',
  'Thanh Huyền',
  'Thị Kim Oanh',
  'Thị Phượng',
  'Thị Thúy Hằng',
  'Thị Ánh Tuyết',
  'Thị Hường',
  'Thị Mỹ Linh',
  'Thị Lan Anh',
  'Diệu Linh',
  'Thị Quỳnh',
  'Thị Yến',
  'Thị Vượng',
]

export const peoples: readonly People[] = [
  {
    ethnicity: 'Kinh',
    written: ['Kinh'],
    family: ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Vũ', 'Đỗ', 'Bùi', 'Đặng', 'Ngô', 'Trịnh'],
    male: commonMale,
    female: commonFemale,
  },
  {
    ethnicity: 'Tày',
    written: ['Tày'],
    family: ['Ma', 'Hoàng', 'Nông', 'Quan', 'Chẩu', 'Hà', 'Lương', 'Nguyễn', 'Triệu'],
    male: commonMale,
    female: commonFemale,
  },
  {
    ethnicity: 'Hmông',
    written: ['Hmông', 'Mông', "H'Mông"],
    family: ['Giàng', 'Vàng', 'Sùng', 'Thào', 'Mua', 'Ly', 'Cháng', 'Hầu'],
    male: ['A Chứ', 'Mí Páo', 'A Sình', 'Mí Dính', 'Seo Lử', 'A Vảng', 'Mí Say', 'Chá Súa'],
    female: ['Thị Mỷ', 'Thị Dợ', 'Thị Máy', 'Thị Sua', 'Thị Chúa', 'Thị Pà', 'Thị Xúa'],
  },
  {
    ethnicity: 'Dao',
    written: ['Dao'],
    family: ['Bàn', 'Triệu', 'Phàn', 'Đặng', 'Lý', 'Tẩn', 'Chảo'],
    male: ['Văn Quẩy', 'Văn Tòng', 'Tiến Lưu', 'Chòi Pao', 'Tà Chẩn', 'Văn Phẩu', 'Quốc Hương'],
    female: ['Thị Mẩy', 'Thị Lai', 'Mùi Nghính', 'Thị Phẩy', 'Thị Coi', 'Thị Liều'],
  },
  {
    ethnicity: 'Nùng',
    written: ['Nùng'],
    family: ['Lù', 'Lèng', 'Vương', 'Hoàng', 'Nùng', 'Cháng'],
    male: ['Văn Chương', 'Seo Phà', 'Đức Vinh', 'Văn Lìn', 'Thàng Phủ'],
    female: ['Thị Lìn', 'Thị Hoa', 'Thị Chấn', 'Thị Sen'],
  },
  {
    ethnicity: 'Sán Chay',
    written: ['Sán Chay', 'Cao Lan'],
    family: ['Hoàng', 'Trần', 'Âu', 'La', 'Lâm', 'Sầm'],
    male: ['Văn Thông', 'Văn Lục', 'Ngọc Tiến', 'Văn Ích'],
    female: ['Thị Vân', 'Thị Loan', 'Thị Sáng', 'Thị Tư'],
  },
  {
    ethnicity: 'La Chí',
    written: ['La Chí'],
    family: ['Vương', 'Ly', 'Lùng', 'Tận'],
    male: ['Văn Phúc', 'Đức Quyền', 'Văn Thìn'],
    female: ['Thị Đường', 'Thị Nhình', 'Thị Thơm'],
  },
]

export interface District {
  /** Name as written after its kind, lower case kind ("huyện Yên Sơn"). */
  readonly kind: 'Huyện' | 'Thành phố'
  readonly district: string
  readonly province: 'Tuyên Quang' | 'Hà Giang'
  /** With their kind. */
  readonly communes: readonly string[]
}

/** Units as they were before 01/7/2025. */
export const districts: readonly District[] = [
  {
    kind: 'Huyện',
    district: 'Yên Sơn',
    province: 'Tuyên Quang',
    communes: [
      'Xã Hùng Lợi',
      'Xã Kiến Thiết',
      'Xã Lang Quán',
      'Xã Mỹ Bằng',
      'Xã Nhữ Khê',
      'Xã Chiêu Yên',
      'Xã Công Đa',
    ],
  },
  {
    kind: 'Huyện',
    district: 'Hàm Yên',
    province: 'Tuyên Quang',
    communes: ['Xã Phù Lưu', 'Xã Thái Sơn', 'Xã Bạch Xa', 'Xã Nhân Mục', 'Xã Minh Hương', 'Thị trấn Tân Yên'],
  },
  {
    kind: 'Huyện',
    district: 'Chiêm Hóa',
    province: 'Tuyên Quang',
    communes: ['Xã Kim Bình', 'Xã Ngọc Hội', 'Xã Hùng Mỹ', 'Xã Phúc Thịnh', 'Thị trấn Vĩnh Lộc', 'Xã Hòa An'],
  },
  {
    kind: 'Huyện',
    district: 'Sơn Dương',
    province: 'Tuyên Quang',
    communes: ['Xã Minh Thanh', 'Xã Hồng Sơn', 'Xã Ninh Lai', 'Xã Phúc Ứng', 'Thị trấn Sơn Dương', 'Xã Kháng Nhật'],
  },
  {
    kind: 'Huyện',
    district: 'Na Hang',
    province: 'Tuyên Quang',
    communes: ['Xã Côn Lôn', 'Xã Yên Hoa', 'Xã Đà Vị', 'Thị trấn Na Hang', 'Xã Thượng Nông'],
  },
  {
    kind: 'Huyện',
    district: 'Lâm Bình',
    province: 'Tuyên Quang',
    communes: ['Xã Thượng Lâm', 'Xã Thổ Bình', 'Xã Khuôn Hà', 'Xã Phúc Sơn'],
  },
  {
    kind: 'Thành phố',
    district: 'Tuyên Quang',
    province: 'Tuyên Quang',
    communes: ['Phường Tân Quang', 'Phường Phan Thiết', 'Phường Ỷ La', 'Xã Tràng Đà', 'Phường Nông Tiến'],
  },
  {
    kind: 'Huyện',
    district: 'Vị Xuyên',
    province: 'Hà Giang',
    communes: ['Xã Cao Bồ', 'Xã Minh Tân', 'Xã Phú Linh', 'Thị trấn Vị Xuyên', 'Xã Phong Quang'],
  },
  {
    kind: 'Huyện',
    district: 'Bắc Quang',
    province: 'Hà Giang',
    communes: ['Xã Quang Minh', 'Xã Hùng An', 'Xã Việt Hồng', 'Thị trấn Việt Quang', 'Xã Kim Ngọc'],
  },
  {
    kind: 'Huyện',
    district: 'Đồng Văn',
    province: 'Hà Giang',
    communes: ['Xã Lũng Cú', 'Xã Sủng Là', 'Xã Phố Cáo', 'Xã Sính Lủng', 'Xã Má Lé'],
  },
  {
    kind: 'Huyện',
    district: 'Mèo Vạc',
    province: 'Hà Giang',
    communes: ['Xã Pả Vi', 'Xã Khâu Vai', 'Xã Niêm Sơn', 'Xã Sủng Trà', 'Xã Cán Chu Phìn'],
  },
  {
    kind: 'Huyện',
    district: 'Xín Mần',
    province: 'Hà Giang',
    communes: ['Xã Khuôn Lùng', 'Xã Nà Chì', 'Xã Bản Díu', 'Xã Nấm Dẩn'],
  },
  {
    kind: 'Huyện',
    district: 'Hoàng Su Phì',
    province: 'Hà Giang',
    communes: ['Xã Hồ Thầu', 'Xã Bản Luốc', 'Xã Chiến Phố', 'Xã Nậm Dịch'],
  },
  {
    kind: 'Thành phố',
    district: 'Hà Giang',
    province: 'Hà Giang',
    communes: ['Phường Nguyễn Trãi', 'Phường Trần Phú', 'Phường Minh Khai', 'Xã Phương Độ'],
  },
]

export const hamlets = [
  'Bản Chang',
  'Nà Tông',
  'Khuổi Phầy',
  'Làng Nghiêm',
  'Đồng Trang',
  'Nà Lung',
  'Khâu Lấu',
  'Minh Thái',
  'Phia Đén',
  'Tân Thành',
  'Quyết Thắng',
  'Lũng Hòa',
] as const
export const occupations = [
  'Làm ruộng',
  'Làm ruộng',
  'Giáo viên đã nghỉ hưu',
  'Cán bộ hưu trí',
  'Buôn bán',
  'Công nhân',
  'Giáo viên',
  'Y sĩ',
] as const
export const health = ['Tốt', 'Tốt', 'Bình thường'] as const
export const bloodGroups = ['O', 'O', 'B', 'A', 'AB'] as const
export const assessments = [
  'Có lập trường tư tưởng chính trị vững vàng; chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước; hoàn thành tốt nhiệm vụ được giao',
  'Phẩm chất đạo đức tốt, lối sống giản dị, đoàn kết với đồng nghiệp. Hàng năm được xếp loại hoàn thành tốt nhiệm vụ',
  'Chấp hành nghiêm nội quy, quy chế của cơ quan; có tinh thần trách nhiệm trong công tác; hoàn thành xuất sắc nhiệm vụ năm gần nhất',
] as const
