// Covers and lists, what people hand in and offices hand over, and what is none of these.
import { between, pick, type Random } from '../random.ts'
import { day, head, longDay, type Paper, type Person, plainHead, prose, signed } from './paper.ts'

export function contents(random: Random): Paper {
  const title = pick(random, [
    'MỤC LỤC TÀI LIỆU TRONG HỒ SƠ',
    'BẢNG KÊ THÀNH PHẦN TÀI LIỆU TRONG HỒ SƠ',
    'MỤC LỤC HỒ SƠ',
  ])
  const rows = Array.from(
    { length: 16 },
    (_, i) =>
      `| ${i + 1} | ${between(random, 1, 900)}/QĐ | ${day(random, 1995, 2020)} | Quyết định, giấy tờ kèm theo | ${i * 2 + 1} | |`,
  )
  return {
    kind: 'contents-list',
    pages: [
      [
        `^${title}`,
        '',
        '| STT | Số, ký hiệu | Ngày tháng | Tên tài liệu, trích yếu nội dung | Tờ số | Ghi chú |',
        ...rows,
      ],
    ],
  }
}

export function cover(random: Random, person: Person): Paper {
  return {
    kind: 'dossier-cover',
    size: [9.8, 13.4],
    pages: [
      [
        `^${person.superior}`,
        `^${person.office}`,
        '',
        '',
        `^${pick(random, ['HỒ SƠ CÁN BỘ, CÔNG CHỨC', 'HỒ SƠ VIÊN CHỨC', 'HỒ SƠ CÁN BỘ'])}`,
        '',
        `Họ và tên: ${person.name.toUpperCase()}`,
        'Các bí danh: Không',
        `Quê quán: ${person.commune}, ${person.district}`,
        `Số hồ sơ: ${between(random, 100, 9999)}`,
      ],
    ],
  }
}

export function handover(random: Random, person: Person): Paper {
  return {
    kind: 'dossier-transfer',
    pages: [
      [
        ...head(random, person, `${between(random, 1, 99)}/PC`),
        pick(random, ['^PHIẾU CHUYỂN HỒ SƠ CÁN BỘ, CÔNG CHỨC', '^PHIẾU GIAO NHẬN HỒ SƠ']),
        `Chuyển hồ sơ của: ${person.name}`,
        'Gồm các tài liệu kê theo danh mục kèm theo.',
        ...signed(random, 'TRƯỞNG PHÒNG', 'Hà Thị Nga'),
      ],
    ],
  }
}

export function application(random: Random, person: Person): Paper {
  return {
    kind: 'application',
    pages: [
      [
        ...plainHead(),
        `^${pick(random, ['ĐƠN XIN CHUYỂN CÔNG TÁC', 'ĐƠN XIN NGHỈ KHÔNG HƯỞNG LƯƠNG', 'ĐƠN ĐỀ NGHỊ', 'ĐƠN ĐĂNG KÝ DỰ TUYỂN'])}`,
        `Kính gửi: ${person.office}`,
        `Tôi tên là: ${person.name}, sinh ngày ${person.birth}`,
        ...prose(random, 6),
        'Xin trân trọng cảm ơn!',
        ` || ${longDay(random)}`,
        ' || Người làm đơn',
        ' || (Ký, ghi rõ họ tên)',
      ],
    ],
  }
}

export function contract(random: Random, person: Person): Paper {
  return {
    kind: 'contract',
    pages: [
      [
        ...head(random, person, `${between(random, 1, 99)}/HĐLV`),
        '^HỢP ĐỒNG LÀM VIỆC',
        'Chúng tôi, một bên là Ông: Lục Văn Tâm, chức vụ: Hiệu trưởng',
        `Một bên là: ${person.name}, sinh ngày ${person.birth}`,
        'Điều 1. Loại hợp đồng, thời hạn và nhiệm vụ hợp đồng',
        ...prose(random, 4),
      ],
      [
        '^2',
        'Điều 2. Chế độ làm việc',
        ...prose(random, 3),
        'Điều 3. Nghĩa vụ và quyền lợi của người được tuyển dụng',
        ...prose(random, 5),
      ],
      [
        '^3',
        'Điều 5. Điều khoản thi hành',
        ...prose(random, 2),
        'NGƯỜI ĐƯỢC TUYỂN DỤNG || NGƯỜI ĐỨNG ĐẦU ĐƠN VỊ',
        '(Ký tên, ghi rõ họ tên) || (Ký tên, đóng dấu)',
      ],
    ],
  }
}

/** A letter, a plan, a note by hand: papers of no kind that a personnel file has a name for. */
export function strange(random: Random, person: Person): Paper {
  const letter = [
    ...head(random, person, `${between(random, 1, 900)}/UBND-NN`),
    '^V/v chuẩn bị các điều kiện ứng phó mưa bão',
    'Kính gửi: Ủy ban nhân dân các xã, thị trấn.',
    ...prose(random, 7),
    ...signed(random, 'KT. CHỦ TỊCH', 'Đỗ Xuân Quyền'),
  ]
  const plan = [
    ...head(random, person, `${between(random, 1, 90)}/KH-SNV`),
    '^KẾ HOẠCH',
    '^Kiểm tra công tác văn thư, lưu trữ năm 2018',
    ...prose(random, 9),
    ...signed(random, 'GIÁM ĐỐC', 'Hà Thị Nga'),
  ]
  return {
    kind: undefined,
    pages: pick(random, [[letter], [plan], [[...plan.slice(0, -6)], ['^2', ...prose(random, 5), ...plan.slice(-6)]]]),
  }
}
