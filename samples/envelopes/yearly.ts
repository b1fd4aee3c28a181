// Papers of every year and every office: ratings, self-reviews, assessments, declarations, covers and lists, and what is none of these.
import { between, chance, pick, type Random } from '../random.ts'
import { day, head, longDay, type Paper, type Person, plainHead, prose, signed } from './paper.ts'

const marks = [
  'Hoàn thành xuất sắc nhiệm vụ',
  'Hoàn thành tốt nhiệm vụ',
  'Hoàn thành nhiệm vụ',
  'Không hoàn thành nhiệm vụ',
]

export function rating(random: Random, person: Person): Paper {
  const year = between(random, 2010, 2025)
  const title = pick(random, [
    'PHIẾU ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG CÔNG CHỨC',
    'PHIẾU ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG VIÊN CHỨC',
    'PHIẾU ĐÁNH GIÁ VÀ PHÂN LOẠI CÔNG CHỨC',
    'PHIẾU XẾP LOẠI CHẤT LƯỢNG VIÊN CHỨC',
  ])
  const top = chance(random, 0.6) ? head(random, person, '') : []
  return {
    kind: 'rating',
    pages: [
      [
        ...top,
        `^${title}`,
        `^Năm ${year}`,
        `Họ và tên: ${person.name}`,
        `Chức vụ, chức danh: ${person.post}`,
        `Đơn vị công tác: ${person.office}`,
        'I. KẾT QUẢ TỰ ĐÁNH GIÁ',
        '1. Chính trị tư tưởng:',
        ...prose(random, 2),
        '2. Đạo đức, lối sống:',
        ...prose(random, 2),
        '3. Tác phong, lề lối làm việc:',
        ...prose(random, 1),
      ],
      ...rated(random),
    ],
  }
}

export function selfReview(random: Random, person: Person): Paper {
  const title = pick(random, ['BẢN KIỂM ĐIỂM CÁ NHÂN', 'BẢN TỰ KIỂM ĐIỂM', 'BẢN TỰ NHẬN XÉT, ĐÁNH GIÁ'])
  const more = Array.from({ length: between(random, 0, 2) }, (_, i) => [`^${i + 2}`, ...prose(random, 14)])
  return {
    kind: 'self-review',
    pages: [
      [
        ...plainHead(),
        `^${title}`,
        `^Năm ${between(random, 2008, 2025)}`,
        `Họ và tên: ${person.name}`,
        `Chức vụ: ${person.post}`,
        'I. Ưu điểm, kết quả đạt được',
        ...prose(random, 10),
      ],
      ...more,
      [
        `^${more.length + 2}`,
        'II. Hạnh chế, khuyết điểm và nguyên nhân',
        ...prose(random, 4),
        'III. Phương hướng, biện pháp khắc phục',
        ...prose(random, 2),
        ' || NGƯỜI TỰ KIỂM ĐIỂM',
        ' || (Ký, ghi rõ họ tên)',
      ],
    ],
  }
}

export function assessment(random: Random, person: Person): Paper {
  const title = pick(random, ['NHẬN XÉT, ĐÁNH GIÁ CÁN BỘ', 'BẢN NHẬN XÉT, ĐÁNH GIÁ', 'NHẬN XÉT CÁN BỘ'])
  return {
    kind: 'assessment',
    pages: [
      [
        ...head(random, person, `${between(random, 1, 99)}-NX/CB`),
        `^${title}`,
        `Họ và tên: ${person.name}  Sinh ngày: ${person.birth}`,
        '1. Phẩm chất chính trị, đạo đức, lối sống:',
        ...prose(random, 6),
        '2. Năng lực công tác:',
        ...prose(random, 6),
      ],
      [
        '^2',
        '3. Uy tín và triển vọng phát triển:',
        ...prose(random, 5),
        ...signed(random, 'TRƯỞNG PHÒNG', 'Lục Văn Tâm'),
      ],
    ],
  }
}

export function assets(random: Random, person: Person): Paper {
  return {
    kind: 'asset-declaration',
    pages: [
      [
        ...plainHead(),
        '^BẢN KÊ KHAI TÀI SẢN, THU NHẬP',
        `^(Ngày ${day(random, 2014, 2025)})`,
        'I. THÔNG TIN CHUNG',
        '1. Người kê khai tài sản, thu nhập',
        `- Họ và tên: ${person.name}  Ngày tháng năm sinh: ${person.birth}`,
        `- Chức vụ/chức danh công tác: ${person.post}`,
        '2. Vợ hoặc chồng của người kê khai tài sản, thu nhập',
        '- Họ và tên: Trần Thị Lụa',
        '3. Con chưa thành niên',
      ],
      ...possessions,
    ],
  }
}

function rated(random: Random): string[][] {
  return [
    [
      '^2',
      '4. Ý thức tổ chức kỷ luật:',
      ...prose(random, 1),
      '5. Kết quả thực hiện chức trách, nhiệm vụ được giao:',
      ...prose(random, 3),
      'II. TỰ NHẬN XÉT, XẾP LOẠI CHẤT LƯỢNG',
      ...marks.map((mark) => `□ ${mark}`),
      ` || ${longDay(random)}`,
      ' || NGƯỜI TỰ XẾP LOẠI',
      ' || (Ký, ghi rõ họ tên)',
    ],
    [
      '^3',
      'III. Ý KIẾN NHẬN XÉT, ĐÁNH GIÁ',
      ...prose(random, 2),
      'IV. KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG',
      ...marks.slice(0, 3).map((mark) => `□ ${mark}`),
      ' || THỦ TRƯỞNG ĐƠN VỊ',
      ' || (Ký, ghi rõ họ tên)',
    ],
  ]
}

const possessions: readonly (readonly string[])[] = [
  [
    '^2',
    'II. THÔNG TIN MÔ TẢ VỀ TÀI SẢN',
    '1. Quyền sử dụng thực tế đối với đất:',
    '1.1. Đất ở: 200 m2 tại xã Hùng Lợi',
    '2. Nhà ở, công trình xây dựng:',
    '2.1. Nhà ở: nhà cấp 4, 80 m2',
  ],
  [
    '^3',
    '4. Kim khí quý, đá quý: Không',
    '5. Tiền: Không',
    '9. Tài sản ở nước ngoài: Không',
    '11. Tổng thu nhập giữa hai lần kê khai: 180 triệu đồng',
  ],
  [
    '^4',
    'III. BIẾN ĐỘNG TÀI SẢN, THU NHẬP; GIẢI TRÌNH NGUỒN GỐC',
    '| Loại tài sản, thu nhập | Tăng/giảm | Nội dung giải trình |',
    'NGƯỜI NHẬN BẢN KÊ KHAI || NGƯỜI KÊ KHAI TÀI SẢN',
    '(Ký, ghi rõ họ tên) || (Ký, ghi rõ họ tên)',
  ],
]
