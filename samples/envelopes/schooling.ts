// What schools and chiefs give: diplomas, certificates, transcripts, certificates of merit.
import { between, pick, type Random } from '../random.ts'
import { day, longDay, type Paper, type Person } from './paper.ts'

export function diploma(random: Random, { name, birth }: Person): Paper {
  const degree = pick(random, [
    'BẰNG TỐT NGHIỆP ĐẠI HỌC',
    'BẰNG CỬ NHÂN',
    'BẰNG KỸ SƯ',
    'BẰNG THẠC SĨ',
    'BẰNG TỐT NGHIỆP TRUNG HỌC PHỔ THÔNG',
    'BẰNG TỐT NGHIỆP CAO CẤP LÝ LUẬN CHÍNH TRỊ',
    'BẰNG TỐT NGHIỆP TRUNG CẤP CHUYÊN NGHIỆP',
  ])
  return {
    kind: 'diploma',
    size: [11.7, 8.3],
    pages: [
      [
        '^CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        '^Độc lập - Tự do - Hạnh phúc',
        '',
        '^HIỆU TRƯỞNG',
        '^TRƯỜNG ĐẠI HỌC SƯ PHẠM THÁI NGUYÊN',
        '^cấp',
        `^${degree}`,
        `Cho: ${name}`,
        `Ngày sinh: ${birth}`,
        'Ngành đào tạo: Sư phạm Toán học',
        `Năm tốt nghiệp: ${between(random, 1990, 2018)}`,
        'Xếp loại tốt nghiệp: Khá',
        'Hình thức đào tạo: Chính quy',
        `Số hiệu: QB ${between(random, 10000, 99999)} || Thái Nguyên, ${longDay(random)}`,
        `Số vào sổ cấp bằng: ${between(random, 10, 990)} || Hiệu trưởng`,
      ],
    ],
  }
}

export function certificate(random: Random, { name, birth }: Person): Paper {
  const title = pick(random, [
    'CHỨNG CHỈ',
    'CHỨNG CHỈ BỒI DƯỠNG NGẠCH CHUYÊN VIÊN',
    'CHỨNG NHẬN',
    'GIẤY CHỨNG NHẬN',
    'CHỨNG CHỈ TIN HỌC ỨNG DỤNG',
  ])
  return {
    kind: 'certificate',
    pages: [
      [
        '^CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        '^Độc lập - Tự do - Hạnh phúc',
        '',
        pick(random, ['^GIÁM ĐỐC TRUNG TÂM', '^HIỆU TRƯỞNG TRƯỜNG CHÍNH TRỊ TỈNH']),
        `^${title}`,
        `Cấp cho: ${name}`,
        `Sinh ngày: ${birth}`,
        'Đã hoàn thành chương trình bồi dưỡng kiến thức quản lý nhà nước',
        `Từ ngày ${day(random, 2005, 2015)} đến ngày ${day(random, 2015, 2020)}`,
        'Xếp loại: Giỏi',
        ` || ${longDay(random)}`,
        `Số vào sổ: ${between(random, 10, 900)} || (Ký tên, đóng dấu)`,
      ],
    ],
  }
}

export function transcript(random: Random, { name, birth }: Person): Paper {
  const rows = (from: number) =>
    Array.from(
      { length: 18 },
      (_, i) =>
        `| ${from + i} | ${pick(random, ['Triết học Mác - Lênin', 'Giải tích', 'Đại số', 'Tiếng Anh', 'Pháp luật đại cương', 'Tâm lý học'])} | ${between(random, 2, 5)} | ${between(random, 5, 9)} |`,
    )
  const title = pick(random, ['^BẢNG ĐIỂM', '^BẢNG KẾT QUẢ HỌC TẬP', '^BẢNG ĐIỂM TỐT NGHIỆP ĐẠI HỌC'])
  return {
    kind: 'transcript',
    pages: [
      [
        'BỘ GIÁO DỤC VÀ ĐÀO TẠO || CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'TRƯỜNG ĐẠI HỌC SƯ PHẠM || Độc lập - Tự do - Hạnh phúc',
        '',
        title,
        `Họ và tên: ${name}  Ngày sinh: ${birth}`,
        '| TT | Tên học phần | Số tín chỉ | Điểm |',
        ...rows(1),
      ],
      [
        '| TT | Tên học phần | Số tín chỉ | Điểm |',
        ...rows(19),
        'Điểm trung bình chung toàn khóa: 7,2',
        ' || TRƯỞNG PHÒNG ĐÀO TẠO',
      ],
    ],
  }
}

export function merit(random: Random, person: Person): Paper {
  const what = pick(random, ['BẰNG KHEN', 'GIẤY KHEN'])
  return {
    kind: 'award-certificate',
    size: [11.7, 8.3],
    pages: [
      [
        '^CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        '^Độc lập - Tự do - Hạnh phúc',
        '',
        `^${person.superior}`,
        '^TẶNG',
        `^${what}`,
        `^${person.isWoman ? 'Bà' : 'Ông'}: ${person.name}`,
        `^${person.post}, ${person.office}`,
        '^Đã có thành tích xuất sắc trong công tác',
        `Quyết định số ${between(random, 10, 990)}/QĐ-CT || Tuyên Quang, ${longDay(random)}`,
        `Số sổ vàng: ${between(random, 10, 90)} || CHỦ TỊCH`,
      ],
    ],
  }
}
