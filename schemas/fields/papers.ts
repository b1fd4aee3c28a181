import type { FieldDefinition } from './define.ts'

/**
 * What diplomas, certificates, cards, rating sheets and the rest say of themselves. What they say of the person (name, birth
 * date, …) is read as the person's own fields and stands beside the résumé's.
 */
export const papers = {
  awardTitle: { vi: 'Tên văn bằng, chứng chỉ', en: 'Title of the award', type: 'text', privacy: 'public' },
  awardSchool: { vi: 'Cơ sở cấp bằng', en: 'Awarding school', type: 'text', privacy: 'public' },
  awardMajor: { vi: 'Ngành, chuyên ngành trên bằng', en: 'Major on the award', type: 'text', privacy: 'public' },
  awardMode: {
    vi: 'Hình thức đào tạo trên bằng',
    en: 'Mode on the award',
    type: 'text',
    near: 'training-modes',
    privacy: 'public',
  },
  awardYear: { vi: 'Năm tốt nghiệp', en: 'Year of graduation', type: 'date', privacy: 'public' },
  awardClass: { vi: 'Xếp loại tốt nghiệp', en: 'Class of the award', type: 'text', privacy: 'public' },
  awardSerial: { vi: 'Số hiệu văn bằng', en: 'Serial number of the award', type: 'text', privacy: 'personal' },
  awardRegister: { vi: 'Số vào sổ cấp bằng', en: 'Number in the register', type: 'text', privacy: 'personal' },
  awardDate: { vi: 'Ngày cấp bằng', en: 'Award dated', type: 'date', privacy: 'public' },
  trainingFrom: { vi: 'Học từ ngày', en: 'Course from', type: 'date', privacy: 'public' },
  trainingTo: { vi: 'Học đến ngày', en: 'Course to', type: 'date', privacy: 'public' },
  birthCertificateNo: {
    vi: 'Số giấy khai sinh',
    en: 'Number of the birth certificate',
    type: 'text',
    privacy: 'personal',
  },
  birthRegister: { vi: 'Nơi đăng ký khai sinh', en: 'Birth registered at', type: 'text', privacy: 'personal' },
  birthRegisteredOn: { vi: 'Ngày đăng ký khai sinh', en: 'Birth registered on', type: 'date', privacy: 'personal' },
  motherName: { vi: 'Họ tên mẹ', en: 'Mother’s name', type: 'personName', privacy: 'sensitive' },
  fatherName: { vi: 'Họ tên cha', en: 'Father’s name', type: 'personName', privacy: 'sensitive' },
  nationality: { vi: 'Quốc tịch', en: 'Nationality', type: 'text', privacy: 'personal' },
  cardExpiry: { vi: 'Giá trị của thẻ đến', en: 'Card valid until', type: 'text', privacy: 'personal' },
  cardMarks: { vi: 'Đặc điểm nhận dạng', en: 'Distinguishing marks', type: 'text', privacy: 'sensitive' },
  ratingYear: { vi: 'Năm đánh giá', en: 'Year of the rating', type: 'date', privacy: 'personal' },
  ratingPosition: { vi: 'Chức vụ khi đánh giá', en: 'Position when rated', type: 'text', privacy: 'public' },
  ratingAgency: { vi: 'Đơn vị khi đánh giá', en: 'Agency when rated', type: 'text', privacy: 'public' },
  ownRating: { vi: 'Tự xếp loại chất lượng', en: 'Own rating', type: 'text', privacy: 'personal' },
  rating: { vi: 'Kết quả xếp loại chất lượng', en: 'Rating', type: 'text', privacy: 'personal' },
  healthClass: { vi: 'Phân loại sức khỏe', en: 'Class of health', type: 'text', privacy: 'sensitive' },
  healthConclusion: { vi: 'Kết luận sức khỏe', en: 'Conclusion on health', type: 'text', privacy: 'sensitive' },
  healthDate: { vi: 'Ngày khám sức khỏe', en: 'Examined on', type: 'date', privacy: 'personal' },
} as const satisfies Record<string, FieldDefinition>
