// What others say of the person: proofs of birth, identity, health, schooling; certificates of merit.
import { between, chance, pick, type Random } from '../random.ts'
import { day, head, longDay, type Paper, type Person, plainHead, signed } from './paper.ts'

export function birth(random: Random, { name, birth, commune, isWoman }: Person): Paper {
  const title = pick(random, ['^GIẤY KHAI SINH', '^GIẤY KHAI SINH', '^TRÍCH LỤC KHAI SINH'])
  return {
    kind: 'birth-certificate',
    pages: [
      [
        ...plainHead(),
        title,
        chance(random, 0.5) ? '^(BẢN SAO)' : '',
        `Số: ${between(random, 1, 300)}/${between(random, 1970, 2000)}`,
        `Họ, chữ đệm, tên: ${name}`,
        `Ngày, tháng, năm sinh: ${birth}`,
        `Giới tính: ${isWoman ? 'Nữ' : 'Nam'}  Dân tộc: Tày  Quốc tịch: Việt Nam`,
        `Nơi sinh: Trạm y tế xã ${commune}`,
        `Quê quán: xã ${commune}`,
        'Họ, chữ đệm, tên người mẹ: Hoàng Thị Dung',
        'Năm sinh: 1953  Dân tộc: Tày',
        'Họ, chữ đệm, tên người cha: Ma Văn Khánh',
        `Nơi đăng ký khai sinh: UBND xã ${commune}`,
        `Ngày, tháng, năm đăng ký: ${day(random, 1970, 2005)}`,
        'Người đi khai sinh || NGƯỜI KÝ GIẤY KHAI SINH',
      ],
    ],
  }
}

export function identity(random: Random, person: Person): Paper {
  const sides = pick(random, [oldCard, newCard, newCard])(random, person)
  return { kind: 'identity-card', pages: chance(random, 0.6) ? sides : [sides.flat()] }
}

function oldCard(random: Random, { name, birth, commune }: Person): string[][] {
  return [
    [
      ...plainHead(),
      '^GIẤY CHỨNG MINH NHÂN DÂN',
      'SỐ 070712345',
      `Họ tên: ${name.toUpperCase()}`,
      `Sinh ngày: ${birth}`,
      `Nguyên quán: xã ${commune}, Tuyên Quang`,
      `Nơi ĐKHK thường trú: xã ${commune}`,
    ],
    [
      'Dân tộc: Tày  Tôn giáo: Không',
      '^DẤU VẾT RIÊNG VÀ DỊ HÌNH',
      'Nốt ruồi C: 1cm trên sau mép trái',
      `Ngày ${between(random, 1, 28)} tháng 7 năm 2001`,
      '^GIÁM ĐỐC CÔNG AN TỈNH TUYÊN QUANG',
      'NGÓN TRỎ TRÁI  NGÓN TRỎ PHẢI',
    ],
  ]
}

function newCard(random: Random, { name, birth, commune, isWoman }: Person): string[][] {
  const number = `0020${between(random, 70, 99)}00${between(random, 1000, 9999)}`
  return [
    [
      '^CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      '^Độc lập - Tự do - Hạnh phúc',
      '^SOCIALIST REPUBLIC OF VIET NAM',
      '^CĂN CƯỚC CÔNG DÂN',
      '^Citizen Identity Card',
      `Số / No.: ${number}`,
      `Họ và tên / Full name: ${name.toUpperCase()}`,
      `Ngày sinh / Date of birth: ${birth}`,
      `Giới tính / Sex: ${isWoman ? 'Nữ' : 'Nam'}  Quốc tịch / Nationality: Việt Nam`,
      `Quê quán / Place of origin: ${commune}`,
      `Nơi thường trú / Place of residence: Thôn 3, ${commune}`,
      'Có giá trị đến / Date of expiry: 01/01/2038',
    ],
    [
      'Đặc điểm nhân dạng / Personal identification: Nốt ruồi C: 2cm',
      `Ngày, tháng, năm / Date, month, year: ${day(random, 2017, 2023)}`,
      'CỤC TRƯỞNG CỤC CẢNH SÁT QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI',
      `IDVNM${number.slice(3)}<<${number}<<4`,
      '7001012M3801017VNM<<<<<<<<<<<8',
    ],
  ]
}

export function health(random: Random, { name, birth, commune }: Person): Paper {
  const title = pick(random, ['^GIẤY KHÁM SỨC KHỎE', '^GIẤY CHỨNG NHẬN SỨC KHỎE', '^PHIẾU KHÁM SỨC KHOẺ'])
  const first = [
    ...head(
      random,
      {
        name,
        birth,
        commune,
        isWoman: true,
        district: '',
        office: 'BỆNH VIỆN ĐA KHOA TỈNH',
        superior: 'SỞ Y TẾ TUYÊN QUANG',
        post: '',
        rank: '',
        code: '',
      },
      `${between(random, 1, 900)}/GKSK`,
    ),
    title,
    `Họ và tên (chữ in hoa): ${name.toUpperCase()}`,
    `Sinh ngày: ${birth}`,
    `Chỗ ở hiện tại: xã ${commune}`,
    'Lý do khám sức khỏe: tuyển dụng',
    'TIỀN SỬ BỆNH CỦA ĐỐI TƯỢNG KHÁM SỨC KHỎE',
    '1. Tiền sử gia đình: Không',
    '2. Tiền sử bản thân: Không',
  ]
  return { kind: 'health-certificate', pages: [first, examined(random)] }
}

export function criminalRecord(random: Random, person: Person): Paper {
  return {
    kind: 'criminal-record',
    pages: [
      [
        ...head(
          random,
          { ...person, office: 'SỞ TƯ PHÁP', superior: 'UBND TỈNH TUYÊN QUANG' },
          `${between(random, 100, 2000)}/STP-LLTP`,
        ),
        '^PHIẾU LÝ LỊCH TƯ PHÁP SỐ 1',
        `1. Họ và tên: ${person.name}`,
        `2. Ngày, tháng, năm sinh: ${person.birth}`,
        '3. Giới tính: Nam  4. Quốc tịch: Việt Nam',
        '9. Tình trạng án tích: Không có án tích',
        ...signed(random, 'GIÁM ĐỐC', 'Vũ Văn Đại'),
      ],
    ],
  }
}

function examined(random: Random): string[] {
  return [
    'I. KHÁM THỂ LỰC',
    'Chiều cao: 160 cm  Cân nặng: 52 kg  Huyết áp: 120/80',
    'II. KHÁM LÂM SÀNG',
    '1. Nội khoa: bình thường',
    '2. Ngoại khoa: bình thường',
    '3. Mắt: 10/10',
    '4. Tai - Mũi - Họng: bình thường',
    '5. Răng - Hàm - Mặt: bình thường',
    'III. KHÁM CẬN LÂM SÀNG',
    'Công thức máu: bình thường',
    'IV. KẾT LUẬN',
    'Đủ sức khỏe công tác, loại I',
    ` || ${longDay(random)}`,
    ' || NGƯỜI KẾT LUẬN',
    ' || (Ký, ghi rõ họ tên và đóng dấu)',
  ]
}
