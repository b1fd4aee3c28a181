// A paper of an envelope as rows of text, before it is set on pages. `^` before a row centres it, `>` sets it on the right, ` || `
// parts two blocks side by side, `|` the cells of a table. Written after what lies in real files, not after what a reader knows.
import { between, pick, type Random } from '../random.ts'

export interface Paper {
  /** The kind it is in truth; undefined: of no kind anyone has named. */
  readonly kind: string | undefined
  /** Of a paper that lost its first page: what it was. */
  readonly was?: string
  /** Rows of each page. */
  readonly pages: readonly (readonly string[])[]
  /** In inches; A4 where not told. */
  readonly size?: readonly [number, number]
}

export interface Person {
  readonly name: string
  readonly birth: string
  readonly isWoman: boolean
  readonly commune: string
  readonly district: string
  readonly office: string
  readonly superior: string
  readonly post: string
  readonly rank: string
  readonly code: string
}

const families = ['Nguyễn', 'Ma', 'Hoàng', 'Trần', 'Lê', 'Vàng', 'Lý', 'Đặng', 'Bàn', 'Phạm', 'Nông', 'Sùng', 'Giàng']
const men = ['Văn Thắng', 'Đức Minh', 'A Páo', 'Quang Hải', 'Công Hoan', 'Mí Sò', 'Xuân Bách', 'Tiến Lực', 'Hữu Ước']
const women = ['Thị Lan', 'Thị Mai Hương', 'Thu Trang', 'Thị Chư', 'Hồng Nhung', 'Thị Vân', 'Diệu Linh', 'Thị Say']
const communes = ['Hùng Lợi', 'Kiến Thiết', 'Lũng Cú', 'Phú Bình', 'Trung Sơn', 'Quản Bạ', 'Yên Hoa', 'Tân Trào']
const districts = ['Yên Sơn', 'Hàm Yên', 'Na Hang', 'Đồng Văn', 'Vị Xuyên', 'Bắc Quang', 'Chiêm Hóa', 'Sơn Dương']
const offices = [
  ['SỞ NỘI VỤ', 'ỦY BAN NHÂN DÂN TỈNH TUYÊN QUANG'],
  ['PHÒNG GIÁO DỤC VÀ ĐÀO TẠO', 'UBND HUYỆN HÀM YÊN'],
  ['SỞ TÀI CHÍNH', 'UBND TỈNH HÀ GIANG'],
  ['TRƯỜNG TRUNG HỌC PHỔ THÔNG CHUYÊN', 'SỞ GIÁO DỤC VÀ ĐÀO TẠO'],
  ['BỆNH VIỆN ĐA KHOA HUYỆN YÊN SƠN', 'SỞ Y TẾ TUYÊN QUANG'],
  ['ỦY BAN NHÂN DÂN XÃ HÙNG LỢI', 'HUYỆN YÊN SƠN'],
] as const
const ranks = [
  ['Chuyên viên', '01.003'],
  ['Chuyên viên chính', '01.002'],
  ['Giáo viên trung học cơ sở hạng II', 'V.07.04.31'],
  ['Kế toán viên', '06.031'],
  ['Bác sĩ hạng III', 'V.08.01.03'],
  ['Cán sự', '01.004'],
] as const
const posts = ['Trưởng phòng', 'Phó Trưởng phòng', 'Giáo viên', 'Chuyên viên', 'Kế toán', 'Phó Hiệu trưởng']

export const day = (random: Random, from = 1985, to = 2026): string =>
  `${two(between(random, 1, 28))}/${two(between(random, 1, 12))}/${between(random, from, to)}`
export const two = (number: number): string => String(number).padStart(2, '0')

export function longDay(random: Random, from = 1995, to = 2026): string {
  return `ngày ${two(between(random, 1, 28))} tháng ${two(between(random, 1, 12))} năm ${between(random, from, to)}`
}

export function invent(random: Random): Person {
  const isWoman = random() < 0.5
  const [office, superior] = pick(random, offices)
  const [rank, code] = pick(random, ranks)
  return {
    name: `${pick(random, families)} ${pick(random, isWoman ? women : men)}`,
    birth: day(random, 1964, 1998),
    isWoman,
    commune: pick(random, communes),
    district: pick(random, districts),
    office,
    superior,
    post: pick(random, posts),
    rank,
    code,
  }
}

/** So many sentences of the kind that fills the pages of every office. */
export function prose(random: Random, sentences: number): string[] {
  return Array.from({ length: sentences }, () => pick(random, clauses))
}

const clauses = [
  'Luôn chấp hành nghiêm chủ trương, đường lối của Đảng, chính sách, pháp luật của Nhà nước.',
  'Có ý thức giữ gìn đoàn kết nội bộ, hòa nhã với đồng nghiệp và nhân dân.',
  'Hoàn thành khối lượng công việc được giao đúng thời hạn, bảo đảm chất lượng.',
  'Tích cực học tập nâng cao trình độ chuyên môn, nghiệp vụ và ngoại ngữ.',
  'Trong năm đã tham mưu ban hành nhiều văn bản chỉ đạo thuộc lĩnh vực phụ trách.',
  'Còn hạn chế trong việc ứng dụng công nghệ thông tin vào giải quyết công việc.',
  'Thực hiện tốt quy chế làm việc của cơ quan, đơn vị và nơi cư trú.',
  'Gia đình chấp hành tốt các quy định của địa phương, tham gia đầy đủ các phong trào.',
  'Mạnh dạn đấu tranh phê bình và tự phê bình, tiếp thu ý kiến đóng góp của tập thể.',
  'Phối hợp với các phòng chuyên môn kiểm tra, hướng dẫn cơ sở theo kế hoạch.',
  'Đề nghị cấp có thẩm quyền xem xét, tạo điều kiện để hoàn thành tốt hơn nhiệm vụ.',
] as const

/** The two heads of a paper of state. */
export function head(random: Random, person: Person, number: string, where = 'Tuyên Quang'): string[] {
  const nation = pick(random, ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM'])
  return [
    `${person.superior} || ${nation}`,
    `${person.office} || ${pick(random, ['Độc lập - Tự do - Hạnh phúc', 'Độc lập – Tự do – Hạnh phúc'])}`,
    '',
    `${number === '' ? ' ' : `Số: ${number}`} || ${where}, ${longDay(random)}`,
    '',
  ]
}

/** A head with the nation alone, over papers that people write themselves. */
export const plainHead = (): string[] => ['^CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', '^Độc lập - Tự do - Hạnh phúc', '']

export function signed(random: Random, title: string, name: string): string[] {
  const receivers = pick(random, [
    ['Nơi nhận:', '- Như Điều 3;', '- Lưu: VT, TCCB.'],
    ['Nơi nhận:', '- Như trên;', '- Lưu VT.'],
  ])
  return [
    '',
    `${receivers[0] ?? ''} || ${title}`,
    `${receivers[1] ?? ''} || `,
    `${receivers[2] ?? ''} || `,
    '',
    ` || ${name}`,
  ]
}
