// Decisions about a person, in the layouts of three decades: subject line or none, articles, an annex of names.
import { between, chance, pick, type Random } from '../random.ts'
import { day, head, longDay, type Paper, type Person, signed } from './paper.ts'

interface Subject {
  readonly kind: string | undefined
  readonly subject: readonly string[]
  /** The first article, behind its number. */
  readonly article: (person: Person, random: Random) => string
}

const mister = ({ isWoman, name }: Person): string => `${isWoman ? 'bà' : 'ông'} ${name}`

const subjects: readonly Subject[] = [
  {
    kind: 'decision-recruitment',
    subject: [
      'Về việc tuyển dụng công chức',
      'Về việc tuyển dụng viên chức sự nghiệp giáo dục',
      'V/v tuyển dụng vào ngạch công chức hành chính',
    ],
    article: (p) =>
      `Tuyển dụng ${mister(p)}, sinh ngày ${p.birth}, vào làm việc tại ${p.office}, thời gian tập sự 12 tháng, hưởng 85% bậc 1.`,
  },
  {
    kind: 'decision-probation-end',
    subject: [
      'Về việc công nhận hết thời gian tập sự',
      'V/v công nhận hết tập sự đối với viên chức',
      'Về việc công nhận công chức hoàn thành chế độ tập sự',
    ],
    article: (p) => `Công nhận ${mister(p)} hết thời gian tập sự kể từ ngày 01/9/2009 và được xếp lương bậc 1.`,
  },
  {
    kind: 'decision-rank',
    subject: [
      'Về việc bổ nhiệm vào ngạch công chức',
      'Về việc bổ nhiệm và xếp lương chức danh nghề nghiệp viên chức',
      'V/v nâng ngạch công chức',
      'Về việc bổ nhiệm ngạch chuyên viên',
    ],
    article: (p) => `Bổ nhiệm ${mister(p)} vào ngạch ${p.rank}, mã số ${p.code}, bậc 3, hệ số 3,00.`,
  },
  {
    kind: 'decision-pay-rise',
    subject: [
      'Về việc nâng bậc lương thường xuyên',
      'Về việc nâng bậc lương trước thời hạn đối với công chức',
      'V/v nâng bậc lương',
      'Về việc nâng lương thường xuyên năm 2016',
    ],
    article: (p) =>
      `Nâng bậc lương cho ${mister(p)}, ngạch ${p.rank} (${p.code}): từ bậc 3, hệ số 3,00 lên bậc 4, hệ số 3,33.`,
  },
  {
    kind: 'decision-seniority-allowance',
    subject: ['Về việc hưởng phụ cấp thâm niên vượt khung', 'V/v nâng mức phụ cấp thâm niên vượt khung'],
    article: (p) =>
      `${p.isWoman ? 'Bà' : 'Ông'} ${p.name} được hưởng phụ cấp thâm niên vượt khung 6% kể từ ngày 01/12/2018.`,
  },
  {
    kind: 'decision-appointment',
    subject: [
      'Về việc bổ nhiệm chức vụ Trưởng phòng',
      'Về việc bổ nhiệm lại cán bộ',
      'Về việc điều động và bổ nhiệm công chức giữ chức vụ lãnh đạo',
      'V/v bổ nhiệm Phó Hiệu trưởng',
    ],
    article: (p) => `Bổ nhiệm ${mister(p)} giữ chức vụ ${p.post}, thời hạn 05 năm.`,
  },
  {
    kind: 'decision-transfer',
    subject: [
      'Về việc điều động công chức',
      'Về việc tiếp nhận và phân công công tác',
      'V/v luân chuyển cán bộ',
      'Về việc biệt phái viên chức',
      'Về việc cho chuyển công tác',
    ],
    article: (p) =>
      `Điều động ${mister(p)}, ${p.post}, đến nhận công tác tại Ủy ban nhân dân huyện ${p.district} kể từ ngày ký.`,
  },
  {
    kind: 'decision-training',
    subject: [
      'Về việc cử cán bộ, công chức đi đào tạo',
      'V/v cử viên chức tham gia lớp bồi dưỡng',
      'Về việc cử công chức đi học lớp cao cấp lý luận chính trị',
      'Về việc cử đi đào tạo sau đại học',
    ],
    article: (p) => `Cử ${mister(p)}, ${p.post}, đi học lớp bồi dưỡng quản lý nhà nước, thời gian 03 tháng.`,
  },
  {
    kind: 'decision-award',
    subject: [
      'Về việc tặng danh hiệu Lao động tiên tiến',
      'Về việc khen thưởng thành tích công tác năm',
      'V/v tặng Giấy khen',
      'Về việc công nhận danh hiệu Chiến sĩ thi đua cơ sở',
      'Về việc tặng thưởng Bằng khen',
    ],
    article: (p) => `Tặng danh hiệu cho ${mister(p)} đã có thành tích xuất sắc trong công tác.`,
  },
  {
    kind: 'decision-discipline',
    subject: ['Về việc xử lý kỷ luật công chức', 'Về việc thi hành kỷ luật đối với viên chức', 'V/v kỷ luật'],
    article: (p) => `Thi hành kỷ luật bằng hình thức Khiển trách đối với ${mister(p)}, ${p.post}.`,
  },
  {
    kind: 'decision-retirement',
    subject: [
      'Về việc nghỉ hưu hưởng chế độ bảo hiểm xã hội',
      'Về việc nghỉ hưu đối với công chức',
      'V/v nghỉ việc để hưởng chế độ hưu trí',
    ],
    article: (p) =>
      `${p.isWoman ? 'Bà' : 'Ông'} ${p.name}, số sổ BHXH 1010012345, được nghỉ hưu hưởng chế độ bảo hiểm xã hội kể từ ngày 01/3/2024.`,
  },
  {
    kind: 'decision-leaving',
    subject: ['Về việc cho thôi việc theo nguyện vọng', 'Về việc giải quyết thôi việc đối với viên chức'],
    article: (p) => `Cho ${mister(p)} thôi việc theo nguyện vọng cá nhân kể từ ngày 01/7/2020.`,
  },
]
/** Decisions that are of none of these kinds: a person decides what they are. */
const strange: readonly Subject[] = [
  {
    kind: undefined,
    subject: [
      'Về việc thu hồi quyết định nâng bậc lương',
      'Về việc phê duyệt kế hoạch mua sắm tài sản',
      'Về việc thành lập tổ công tác cải cách hành chính',
    ],
    article: () => 'Thành lập Tổ công tác gồm các ông, bà có tên trong danh sách kèm theo.',
  },
]

const grounds = [
  'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;',
  'Căn cứ Luật Cán bộ, công chức ngày 13 tháng 11 năm 2008;',
  'Căn cứ Nghị định số 204/2004/NĐ-CP ngày 14/12/2004 của Chính phủ về chế độ tiền lương;',
  'Căn cứ Thông tư số 08/2013/TT-BNV ngày 31/7/2013 hướng dẫn thực hiện chế độ nâng bậc lương;',
  'Căn cứ Quyết định số 15/2011/QĐ-UBND về phân cấp quản lý tổ chức, cán bộ;',
  'Xét đề nghị của Trưởng phòng Tổ chức cán bộ,',
]
const heads = ['GIÁM ĐỐC', 'CHỦ TỊCH', 'TRƯỞNG PHÒNG', 'HIỆU TRƯỞNG']

export function decision(random: Random, person: Person): Paper {
  const subject = pick(random, chance(random, 0.06) ? strange : subjects)
  const number = `${between(random, 1, 2400)}/QĐ-${pick(random, ['SNV', 'UBND', 'PGDĐT', 'STC', 'BV'])}`
  const chief = pick(random, heads)
  const hasAnnex = chance(random, 0.12)
  const first = [
    ...head(random, person, number),
    `^${pick(random, ['QUYẾT ĐỊNH', 'QUYẾT ĐỊNH', `QUYẾT ĐỊNH CỦA ${chief}`])}`,
    `^${pick(random, subject.subject)}`,
    '',
    `^${chief} ${person.office}`,
    '',
    ...grounds.filter(() => chance(random, 0.7)),
    '',
    '^QUYẾT ĐỊNH:',
    `Điều 1. ${subject.article(person, random)}`,
    `Điều 2. ${pick(random, ['Chế độ, chính sách được thực hiện theo quy định hiện hành của Nhà nước.', 'Quyết định này có hiệu lực kể từ ngày ký.'])}`,
  ]
  const rest = [
    `Điều 3. Chánh Văn phòng, Trưởng phòng Tổ chức cán bộ và ${mister(person)} chịu trách nhiệm thi hành Quyết định này./.`,
    ...signed(
      random,
      chance(random, 0.4) ? `KT. ${chief}` : chief,
      pick(random, ['Đỗ Xuân Quyền', 'Hà Thị Nga', 'Lục Văn Tâm']),
    ),
  ]
  const pages = chance(random, 0.25) ? [first, ['^2', '', ...rest]] : [[...first, ...rest]]
  return { kind: subject.kind, pages: hasAnnex ? [...pages, annex(random, number, pages.length + 1)] : pages }
}

function annex(random: Random, number: string, page: number): string[] {
  const names = Array.from(
    { length: between(random, 8, 22) },
    (_, i) =>
      `| ${i + 1} | ${pick(random, ['Nguyễn', 'Ma', 'Trần'])} ${pick(random, ['Văn Sự', 'Thị Hoa', 'Đình Khôi'])} | ${day(random, 1965, 1995)} | Chuyên viên | 3,33 | 3,66 |`,
  )
  const title = pick(random, [['^PHỤ LỤC'], ['^DANH SÁCH'], ['^DANH SÁCH CÔNG CHỨC, VIÊN CHỨC']])
  const top = chance(random, 0.5) ? [`^${page}`, ''] : []
  return [
    ...top,
    ...title,
    `^(Kèm theo Quyết định số ${number} ${longDay(random)})`,
    '',
    '| TT | Họ và tên | Ngày sinh | Chức danh | Hệ số cũ | Hệ số mới |',
    ...names,
  ]
}
