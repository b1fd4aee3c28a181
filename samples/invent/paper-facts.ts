// Everything the papers of one invented life say on a given day: the résumé's facts, what other forms ask besides, a decision
// of each kind, diplomas, cards, ratings. By the catalogue's codes, as values; how they are written is the drawer's business.
import type { FieldCode, Value } from '../../schemas/index.ts'
import { between, pick, type Random, seeded } from '../random.ts'
import { isoDay, isoMonth, monthAt, yearOf } from './calendar.ts'
import { declarationMonth, declare, type Facts } from './declare.ts'
import { inventLife, type Life } from './life.ts'
import { inventPayRise } from './pay-rise.ts'

type Values = Partial<Record<FieldCode, Value>>

export function inventPaperFacts(seed: string): Facts {
  const life = inventLife(seed)
  const random = seeded(`papers ${seed}`)
  const month = declarationMonth(life, random, [2016, 2024])
  const base = declare(life, month, seed)
  const rise = inventPayRise(life, month, seed)
  return {
    values: {
      ...rise.values,
      ...base.values,
      ...besides(life, month, random),
      ...told(random, month),
      ...decided(life, month, random),
      ...proven(life, random),
    },
    tables: { ...base.tables, ...listed(life, month, random) },
    spelling: { ...base.spelling },
  }
}

const day = (random: Random, month: number): string => isoDay(month, between(random, 1, 28))

/** What the other résumé forms ask beside 2C-BNV/2008. */
function besides(life: Life, month: number, random: Random): Values {
  return {
    citizenId: life.citizenId,
    formerCitizenId: life.idCard,
    citizenIdPlace: 'Cục Cảnh sát quản lý hành chính về trật tự xã hội',
    managingProvince: life.home.province,
    officialCode: `TQ${between(random, 100000, 999999)}`,
    phone: `09${between(random, 10000000, 99999999)}`,
    healthInsuranceNo: `HC4080${between(random, 100000000, 999999999)}`,
    familyOrigin: pick(random, ['Nông dân', 'Công nhân', 'Cán bộ']),
    presentOccupation: 'Công chức',
    currentAgencySince: day(random, month - 30),
    revolutionDate: day(random, life.recruited),
    appointmentDate: day(random, month - 24),
    reappointmentDate: day(random, month - 3),
    plannedPosition: 'Phó Trưởng phòng',
    concurrentPosition: 'Tổ trưởng Công đoàn',
    partyPosition: pick(random, ['Chi ủy viên', 'Phó Bí thư chi bộ']),
    concurrentPartyPosition: 'Đảng ủy viên',
    longestWork: 'Công tác văn phòng',
    rankDate: day(random, month - 40),
    salaryPercent: '100%',
    seniorityAllowance: '7%',
    seniorityAllowanceFrom: day(random, month - 5),
    concurrentAllowance: 0.1,
    jobPosition: 'Chuyên viên về tổ chức bộ máy',
    jobPositionCode: 'NV.02.17',
  }
}

/** Learning, Party, means, and the yearly supplement. */
function told(random: Random, month: number): Values {
  return {
    academicTitle: 'Không',
    professionalTraining: 'Bồi dưỡng tiêu chuẩn chức danh nghề nghiệp hạng III',
    vocationalEducation: 'Trung cấp kế toán',
    ethnicLanguage: pick(random, ['Tiếng Tày', 'Tiếng Mông']),
    youthUnion: '26/3/2001, Trường THPT Chuyên Tuyên Quang',
    policyGroup: 'Con thương binh',
    grantedHouse: 'Không',
    ownHouse: 'Nhà cấp IV',
    ownHouseArea: '120',
    ownLand: '250',
    grantedLand: '0',
    productionLand: 'Không',
    incomeFromPay: '96 triệu đồng',
    incomeFromOther: '20 triệu đồng',
    supplementFrom: isoDay(monthAt(yearOf(month), 1), 1),
    supplementTo: isoDay(monthAt(yearOf(month), 12), 31),
    travelAbroad: 'Không',
    economyChanges: 'Mua 01 xe máy Honda trị giá 40 triệu đồng',
    familyChanges: 'Sinh con thứ hai',
    otherChanges: 'Không',
  }
}

/** One decision of every kind, as if all were of one day. */
function decided(life: Life, month: number, random: Random): Values {
  const post = life.posts.at(-1)
  return {
    decisionFullName: life.fullName,
    decisionBirthDate: isoDay(life.birth.month, life.birth.day),
    decisionFormerPosition: post?.position ?? 'Chuyên viên',
    decisionAgency: post?.unit ?? 'Sở Nội vụ',
    decisionToAgency: `Phòng Nội vụ huyện ${pick(random, ['Na Hang', 'Hàm Yên', 'Sơn Dương'])}`,
    decisionPosition: pick(random, ['Trưởng phòng', 'Phó Trưởng phòng', 'Phó Chánh Văn phòng']),
    decisionTerm: pick(random, ['5 năm', '36 tháng', '12 tháng']),
    decisionFrom: isoDay(month + 1, 1),
    decisionAllowance: pick(random, [0.3, 0.5]),
    decisionProbation: '12 tháng',
    decisionQualification: 'Đại học Luật',
    decisionPercent: '6%',
    decisionNextFrom: isoDay(month, 1),
    decisionAward: 'Giấy khen',
    decisionReason: 'hoàn thành xuất sắc nhiệm vụ năm học',
    decisionDiscipline: pick(random, ['Khiển trách', 'Cảnh cáo']),
    decisionBirthplace: life.birthplace.text.toLocaleLowerCase('vi') === '' ? 'Na Hang' : life.birthplace.text,
    decisionInsuranceNo: `08${between(random, 10000000, 99999999)}`,
    decisionResidence: life.permanentAddress.text,
  }
}

/** Diplomas, birth certificate, cards, rating, health. */
function proven(life: Life, random: Random): Values {
  const year = yearOf(life.studyFrom) + life.trade.years
  return {
    awardTitle: 'BẰNG TỐT NGHIỆP ĐẠI HỌC',
    awardSchool: 'TRƯỜNG ĐẠI HỌC TÂN TRÀO',
    awardMajor: life.trade.major,
    awardMode: 'Chính quy',
    awardYear: String(year),
    awardClass: pick(random, ['Khá', 'Giỏi', 'Trung bình khá']),
    awardSerial: `QH${between(random, 100000, 999999)}`,
    awardRegister: `${between(random, 100, 999)}/ĐHTT`,
    awardDate: isoDay(monthAt(year, 7), between(random, 1, 28)),
    trainingFrom: isoDay(monthAt(year + 2, 3), between(random, 1, 28)),
    trainingTo: isoDay(monthAt(year + 2, 6), between(random, 1, 28)),
    birthCertificateNo: `${between(random, 10, 99)}/${yearOf(life.birth.month)}`,
    birthRegister: `UBND ${life.birthplace.text.split(',')[0] ?? ''}`,
    birthRegisteredOn: isoDay(life.birth.month, 28),
    motherName: `${pick(random, ['Nông', 'Ma', 'Hoàng'])} Thị ${pick(random, ['Lan', 'Mận', 'Sen'])}`,
    fatherName: `${life.family} Văn ${pick(random, ['Sơn', 'Thành', 'Lực'])}`,
    nationality: 'Việt Nam',
    cardExpiry: `${between(random, 10, 28)}/05/2035`,
    cardMarks: 'Nốt ruồi cách 1cm dưới mép phải',
    ratingYear: String(yearOf(life.recruited) + 12),
    ratingPosition: life.posts.at(-1)?.position ?? 'Chuyên viên',
    ratingAgency: life.posts.at(-1)?.unit ?? 'Sở Nội vụ',
    ownRating: 'Hoàn thành tốt nhiệm vụ',
    rating: pick(random, ['Hoàn thành xuất sắc nhiệm vụ', 'Hoàn thành tốt nhiệm vụ', 'Hoàn thành nhiệm vụ']),
    healthClass: pick(random, ['Loại I', 'Loại II']),
    healthConclusion: 'Không mắc bệnh',
    healthDate: isoDay(life.recruited - 1, 12),
  }
}

/** The tables that only some forms have. */
function listed(life: Life, month: number, random: Random): Partial<Facts['tables']> {
  const year = yearOf(month)
  return {
    commendations: [
      {
        year: String(year - 2),
        professionalRating: 'Hoàn thành tốt',
        emulationRating: 'Lao động tiên tiến',
        award: 'Giấy khen',
      },
      {
        year: String(year - 1),
        professionalRating: 'Hoàn thành tốt',
        emulationRating: 'Chiến sĩ thi đua cơ sở',
        award: 'Bằng khen',
      },
    ],
    allowanceHistory: [
      { start: isoMonth(month - 30), end: 'nay', allowance: 'Phụ cấp công vụ', percent: '25%', mode: 'Hằng tháng' },
    ],
    positionChanges: [{ start: isoMonth(month - 8), end: 'nay', position: 'Được bổ nhiệm Phó Trưởng phòng Tổ chức' }],
    furtherTraining: [
      {
        school: 'Trường Chính trị tỉnh',
        major: 'Quản lý nhà nước',
        start: isoMonth(month - 7),
        end: isoMonth(month - 4),
        mode: 'Bồi dưỡng',
        award: 'Chứng chỉ',
      },
    ],
    decisionPersons: listOfNames(life, month, random),
    contents: contentsOf(life, month, random),
  }
}

/** The first papers of an envelope. */
const contentsOf = (life: Life, month: number, random: Random): Record<string, Value>[] => [
  { number: '1', paper: 'Quyển lý lịch viên chức', paperDate: isoDay(life.recruited, 5), sheets: '6' },
  { number: '2', paper: 'Sơ yếu lý lịch viên chức', paperDate: day(random, month - 20), sheets: '4' },
  { number: '3', paper: 'Bản sao giấy khai sinh', paperDate: isoDay(life.birth.month, 28), sheets: '1' },
  { number: '4', paper: 'Quyết định tuyển dụng', paperDate: isoDay(life.recruited, 1), sheets: '2' },
]

/** Four persons, the second of them this one. */
function listOfNames(life: Life, month: number, random: Random): Record<string, Value>[] {
  const row = (name: string, birthDate: string, step: number): Record<string, Value> => ({
    name,
    birthDate,
    agency: pick(random, ['Phòng Nội vụ', 'Văn phòng', 'Thanh tra']),
    rankCode: '01.003',
    fromStep: step,
    fromCoefficient: Math.round((2.34 + (step - 1) * 0.33) * 100) / 100,
    step: step + 1,
    coefficient: Math.round((2.34 + step * 0.33) * 100) / 100,
    from: isoDay(month + 1, 1),
  })
  return [
    row('Lý Thị Hồng', '1984-03-12', 3),
    row(life.fullName, isoDay(life.birth.month, life.birth.day), 4),
    row('Trần Đức Minh', '1979-11-02', 5),
    row('Phàn Văn Lìn', '1988-06-21', 2),
  ]
}
