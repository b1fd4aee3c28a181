// The papers in which a person tells of themselves: résumés of four editions, supplements, summaries, the book, those of the Party.
import { between, chance, pick, type Random } from '../random.ts'
import { day, longDay, type Paper, type Person, prose } from './paper.ts'

const dots = (random: Random): string => '.'.repeat(between(random, 6, 30))

function told(random: Random, { name, birth, commune, district, isWoman, rank, code, post }: Person): string[] {
  return [
    `1) Họ và tên khai sinh (viết chữ in hoa): ${name.toUpperCase()}`,
    `2) Tên gọi khác: ${dots(random)}`,
    `3) Sinh ngày: ${birth.replaceAll('/', ' tháng ')}, Giới tính (nam, nữ): ${isWoman ? 'Nữ' : 'Nam'}`,
    `4) Nơi sinh: Xã ${commune}, Huyện ${district}, Tỉnh Tuyên Quang`,
    `5) Quê quán: Xã ${commune}, Huyện ${district}, Tỉnh Tuyên Quang`,
    '6) Dân tộc: Tày, 7) Tôn giáo: Không',
    `8) Nơi đăng ký bộ khẩu thường trú: Thôn 3, xã ${commune}, huyện ${district}`,
    `9) Nơi ở hiện nay: Thôn 3, xã ${commune}`,
    '10) Nghề nghiệp khi được tuyển dụng: Học sinh',
    `11) Ngày tuyển dụng: ${day(random, 1990, 2015)}, Cơ quan tuyển dụng: Sở Nội vụ`,
    `12) Chức vụ (chức danh) hiện tại: ${post}`,
    '13) Công việc chính được giao: Tham mưu tổng hợp',
    `14) Ngạch công chức (viên chức): ${rank}, Mã ngạch: ${code}`,
    'Bậc lương: 4, Hệ số: 3,33, Ngày hưởng: 01/02/2020, Phụ cấp chức vụ: 0,3, Phụ cấp khác: 0',
    '15.1- Trình độ giáo dục phổ thông (đã tốt nghiệp lớp mấy/thuộc hệ nào): 12/12',
    '15.2- Trình độ chuyên môn cao nhất: Cử nhân',
    '15.3- Lý luận chính trị: Trung cấp  15.4- Quản lý nhà nước: Chuyên viên',
  ]
}

const later = (random: Random): string[][] => [
  [
    `16) Ngày vào Đảng Cộng sản Việt Nam: ${day(random, 1998, 2018)}, Ngày chính thức: ${day(random, 1999, 2019)}`,
    '17) Ngày tham gia tổ chức chính trị - xã hội: 26/3/1995',
    '18) Ngày nhập ngũ: , Ngày xuất ngũ: , Quân hàm cao nhất:',
    '20) Sở trường công tác: Tổng hợp',
    '21) Khen thưởng: Bằng khen  22) Kỷ luật: Không',
    '23) Tình trạng sức khoẻ: Tốt, Chiều cao: 1m62, Cân nặng: 55 kg, Nhóm máu: O',
    '25) Số chứng minh nhân dân: 070712345  26) Số sổ BHXH: 0801023456',
    '27) Đào tạo, bồi dưỡng về chuyên môn, nghiệp vụ, lý luận chính trị, ngoại ngữ, tin học',
    '| Tên trường | Chuyên ngành đào tạo, bồi dưỡng | Từ tháng, năm - đến tháng, năm | Hình thức đào tạo | Văn bằng, chứng chỉ |',
    '| Trường ĐHSP Thái Nguyên | Toán | 9/1998 - 6/2002 | Chính quy | Cử nhân |',
    '28) Tóm tắt quá trình công tác',
    '| Từ tháng, năm đến tháng, năm | Chức danh, chức vụ, đơn vị công tác (đảng, chính quyền, đoàn thể) |',
    '| 9/2002 - 8/2010 | Giáo viên Trường THCS Kiến Thiết |',
    '| 9/2010 - nay | Chuyên viên Phòng Giáo dục và Đào tạo |',
  ],
  [
    '29) Đặc điểm lịch sử bản thân:',
    '- Khai rõ: bị bắt, bị tù (từ ngày tháng năm nào đến ngày tháng năm nào, ở đâu), đã khai báo cho ai: Không',
    '- Tham gia hoặc có quan hệ với các tổ chức chính trị, kinh tế, xã hội nào ở nước ngoài: Không',
    '30) Quan hệ gia đình',
    'a) Về bản thân: Cha, Mẹ, Vợ (hoặc chồng), các con, anh chị em ruột',
    '| Mối quan hệ | Họ và tên | Năm sinh | Quê quán, nghề nghiệp, chức danh, chức vụ, đơn vị công tác |',
    '| Cha | Ma Văn Khánh | 1950 | Làm ruộng, xã Hùng Lợi |',
    '| Mẹ | Hoàng Thị Dung | 1953 | Làm ruộng, xã Hùng Lợi |',
    'b) Về bên vợ (hoặc chồng): Cha, Mẹ, anh chị em ruột',
    '| Cha | Trần Đức Lộc | 1948 | Hưu trí |',
  ],
  ending(random),
]

const ending = (random: Random): string[] => [
  '31) Diễn biến quá trình lương của cán bộ, công chức',
  '| Tháng/năm | 9/2003 | 9/2006 | 9/2009 | 9/2012 |',
  '| Mã ngạch/bậc | 01.003/1 | 01.003/2 | 01.003/3 | 01.003/4 |',
  '| Hệ số lương | 2,34 | 2,67 | 3,00 | 3,33 |',
  '32) Nhận xét, đánh giá của cơ quan, đơn vị quản lý và sử dụng cán bộ, công chức',
  ...prose(random, 2),
  `Người khai || ${longDay(random)}`,
  'Tôi xin cam đoan những lời khai trên đây là đúng sự thật || Thủ trưởng cơ quan, đơn vị quản lý và sử dụng CBCC',
  '(Ký tên, ghi rõ họ tên) || (Ký tên, đóng dấu)',
]

export function resume(random: Random, person: Person): Paper {
  const edition = pick(random, [
    { code: 'Mẫu 2C-BNV/2008', title: 'SƠ YẾU LÝ LỊCH CÁN BỘ, CÔNG CHỨC' },
    { code: 'Mẫu HS02-VC/BNV', title: 'SƠ YẾU LÝ LỊCH VIÊN CHỨC' },
    { code: 'Mẫu 2C/TCTW-98', title: 'SƠ YẾU LÝ LỊCH' },
    { code: '', title: 'SƠ YẾU LÝ LỊCH' },
  ])
  const top = [
    `Cơ quan, đơn vị có thẩm quyền quản lý CBCC: ${person.superior} || ${edition.code}`,
    `Cơ quan, đơn vị sử dụng CBCC: ${person.office} || Số hiệu: 0${between(random, 1000, 9999)}`,
    '',
    `^${edition.title}`,
    '',
  ]
  return { kind: 'resume', pages: [[...top, ...told(random, person)], ...later(random)] }
}

export function supplement(random: Random, { name, birth, post, rank, code }: Person): Paper {
  const who = pick(random, ['CÁN BỘ, CÔNG CHỨC', 'VIÊN CHỨC', ''])
  const year = between(random, 2009, 2025)
  return {
    kind: 'resume-supplement',
    pages: [
      [
        `^PHIẾU BỔ SUNG LÝ LỊCH ${who}`.trim(),
        `^Từ ngày 01/01/${year} đến ngày 31/12/${year}`,
        '',
        `1) Họ và tên khai sinh (viết chữ in hoa): ${name.toUpperCase()}`,
        `2) Sinh ngày ${birth}`,
        `3) Chức vụ (chức danh) hiện tại: ${post}`,
        `4) Ngạch công chức (viên chức): ${rank}  Mã ngạch: ${code}`,
        'I. THAY ĐỔI VỀ CHỨC DANH, CHỨC VỤ, ĐƠN VỊ CÔNG TÁC',
        '| Từ tháng, năm - Đến tháng, năm | Chức danh, chức vụ được bổ nhiệm, bầu cử, điều động, miễn nhiệm |',
        'II. ĐÀO TẠO, BỒI DƯỠNG NÂNG CAO TRÌNH ĐỘ CHUYÊN MÔN, NGHIỆP VỤ',
        'Không',
      ],
      [
        'III. KHEN THƯỞNG: Lao động tiên tiến',
        'IV. KỶ LUẬT: Không',
        'V. ĐI NƯỚC NGOÀI: Không',
        'VI. TÌNH TRẠNG SỨC KHOẺ: Bình thường',
        'VII. VỀ KINH TẾ BẢN THÂN: Không thay đổi',
        'VIII. VỀ GIA ĐÌNH: Không thay đổi',
        'IX. NHỮNG VẤN ĐỀ KHÁC CẦN BỔ SUNG: Không',
        '',
        'Người khai bổ sung || Thủ trưởng cơ quan, đơn vị',
        '(Ký tên, ghi rõ họ tên) || (Ký tên, đóng dấu)',
      ],
    ],
  }
}

export function lifeSummary(random: Random, person: Person): Paper {
  const rows = [
    ...told(random, person).slice(0, 9),
    `10) Cơ quan, đơn vị công tác: ${person.office}`,
    '14) Khen thưởng: Không  15) Kỷ luật: Không',
    '16) Tóm tắt quá trình công tác, học tập của bản thân',
    '| Từ tháng, năm đến tháng, năm | Chức danh, chức vụ, đơn vị công tác |',
    '| 9/2002 - nay | Chuyên viên |',
  ]
  const end = ['', ` || ${longDay(random)}`, ' || Người khai (hoặc người trích lục)', ' || (Ký tên, ghi rõ họ tên)']
  const title = ['^TIỂU SỬ TÓM TẮT', '']
  return {
    kind: 'life-summary',
    pages: chance(random, 0.5)
      ? [[...title, ...rows, ...end]]
      : [
          [...title, ...rows],
          ['| 01/2015 - nay | Phó Trưởng phòng |', ...end],
        ],
  }
}

export function book(random: Random, person: Person): Paper {
  const name = pick(random, ['LÝ LỊCH CÁN BỘ, CÔNG CHỨC', 'QUYỂN LÝ LỊCH', 'LÝ LỊCH VIÊN CHỨC'])
  const cover = ['', '', '', `^${name}`, '', `^Họ và tên: ${person.name}`, '^Số hiệu: 08.2231']
  return {
    kind: 'resume-book',
    size: [5.4, 7.9],
    pages: [
      cover,
      ['^I. SƠ LƯỢC LÝ LỊCH', '', ...told(random, person).slice(0, 12)],
      ['^II. ĐẶC ĐIỂM LỊCH SỬ BẢN THÂN', '', ...prose(random, 8)],
      [
        '^III. ĐÀO TẠO, BỒI DƯỠNG',
        '| Tên trường | Ngành học | Thời gian | Văn bằng |',
        '^IV. KHEN THƯỞNG - KỶ LUẬT',
        ...prose(random, 3),
      ],
      ['^V. QUAN HỆ GIA ĐÌNH', '', ...prose(random, 7)],
      [
        '^VI. TỰ NHẬN XÉT',
        '',
        ...prose(random, 5),
        '^CAM ĐOAN',
        'Tôi xin cam đoan những lời khai trên là đúng.',
        ' || Người khai ký tên',
      ],
    ],
  }
}

export function partyResume(random: Random, person: Person): Paper {
  const isApplicant = chance(random, 0.6)
  const title = isApplicant ? 'LÝ LỊCH CỦA NGƯỜI XIN VÀO ĐẢNG' : 'LÝ LỊCH ĐẢNG VIÊN'
  return {
    kind: isApplicant ? 'party-entry-resume' : 'party-member-resume',
    size: [5.4, 7.9],
    pages: [
      ['^ĐẢNG CỘNG SẢN VIỆT NAM', '', '', `^${title}`, '', `^Họ và tên đang dùng: ${person.name}`],
      [
        `01. Họ và tên đang dùng: ${person.name}  02. Nam, nữ: ${person.isWoman ? 'Nữ' : 'Nam'}`,
        `03. Họ và tên khai sinh: ${person.name}`,
        '04. Các bí danh: Không',
        `05. Sinh ngày ${person.birth}`,
        `06. Nơi sinh: xã ${person.commune}`,
        '08. Nơi cư trú:',
        '09. Dân tộc: Dao  10. Tôn giáo: Không',
        '11. Nghề nghiệp hiện nay: Cán bộ',
        '12. Trình độ hiện nay:',
      ],
      ['^LỊCH SỬ BẢN THÂN', ...prose(random, 9)],
      [
        '^NHỮNG CÔNG TÁC, CHỨC VỤ ĐÃ QUA',
        '| Từ tháng năm đến tháng năm | Làm việc gì, chức vụ |',
        '| 1998 - 2003 | Giáo viên |',
        '^ĐẶC ĐIỂM LỊCH SỬ',
        ...prose(random, 3),
      ],
      ['^HOÀN CẢNH GIA ĐÌNH', ...prose(random, 8)],
      [
        '^TỰ NHẬN XÉT',
        ...prose(random, 4),
        '^CAM ĐOAN VÀ KÝ TÊN',
        'Tôi cam đoan đã khai đầy đủ, rõ ràng, trung thực.',
        ' || (Ký và ghi rõ họ tên)',
      ],
    ],
  }
}
