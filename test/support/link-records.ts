// Records for linking: one invented official to vary, and a whole invented province with its truth, drawn from a seed.
import type { LinkRecord } from '../../schemas/index.ts'

export function aLinkRecord(given: Partial<LinkRecord> = {}): LinkRecord {
  return {
    dossier: 'A',
    agency: 'TQ',
    fullName: 'Nông Thị Bích Đào',
    birthDate: '1984-03-17',
    gender: 'Nữ',
    citizenId: '',
    socialInsuranceNo: '',
    hometown: 'xã Hùng Lợi, huyện Yên Sơn, tỉnh Tuyên Quang',
    hometownCommune: 'Hùng Lợi',
    hometownDistrict: 'Yên Sơn',
    hometownProvince: 'Tuyên Quang',
    hometownUnits: ['02494'],
    recruitmentDate: '',
    partyAdmissionDate: '',
    sure: ['fullName', 'birthDate', 'gender', 'citizenId'],
    ...given,
  }
}

export interface Province {
  readonly records: LinkRecord[]
  /** Pairs of dossiers of one person, sorted inside. */
  readonly truth: ReadonlySet<string>
}

export const truthKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)

/**
 * People of one province: 7 of 100 have a second dossier, read worse; 2 of 100 have a twin, 2 of 100 a namesake born
 * the same day, who is somebody else. Rates of damage are those of poor scans, not of good ones.
 */
export function aProvince(people: number, seed: number): Province {
  const random = randomFrom(seed)
  const records: LinkRecord[] = []
  const truth = new Set<string>()
  const add = (record: LinkRecord) => {
    const dossier = `hs-${String(records.length).padStart(6, '0')}`
    records.push({ ...record, dossier })
    return dossier
  }
  for (let person = 0; person < people; person++) {
    const record = aPerson(random)
    const dossier = add(record)
    if (random() < 0.07) truth.add(truthKey(dossier, add(anotherPaperOf(record, random))))
    if (random() < 0.02) add(aTwinOf(record, random))
    if (random() < 0.02) {
      const { fullName, gender, birthDate } = record
      add({ ...aPerson(random), fullName, gender, birthDate })
    }
  }
  return { records, truth }
}

/** Mulberry32: the same numbers on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

type Random = () => number

const words = (text: string) => text.split(' ')
const families = words(
  'Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Hoàng Hoàng Vũ Đỗ Bùi Ma Nông Lý Triệu Giàng Vàng Sùng Bàn Đặng',
)
const men = words(
  'An Anh Bình Cường Chứ Dũng Duy Đạt Đức Giang Hải Hiếu Hùng Hưng Huy Khánh Long Minh Nam Páo Phúc Quân Sơn Tài Tâm Thắng Thành Tiến Trung Tuấn Tùng Vinh',
)
const women = words(
  'An Anh Bích Chi Dung Đào Giang Hà Hạnh Hằng Hiền Hoa Hồng Huệ Hương Hường Lan Liên Linh Loan Mai Nga Ngọc Nhung Oanh Phương Quyên Tâm Thảo Thu Trang Yến',
)
const middles = words('Minh Hoàng Ngọc Thanh Quốc Đức Quang Hữu Xuân Đình Hồng Công Thế Kim Mạnh Bích Thu Thúy')

const pick = <T>(random: Random, from: readonly [T, ...T[]] | readonly T[]): T => {
  const found = from[Math.floor(random() * from.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}
const digits = (random: Random, count: number) =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join('')
const two = (value: number) => String(value).padStart(2, '0')
const date = (random: Random, from: number, years: number) =>
  `${from + Math.floor(random() * years)}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`

function nameOf(random: Random, isMan: boolean): string {
  const usual = isMan ? 'Văn' : 'Thị'
  const middle = random() < (isMan ? 0.4 : 0.8) ? [usual] : [pick(random, middles)]
  if (random() < 0.45) middle.push(pick(random, middles))
  return [pick(random, families), ...middle, pick(random, isMan ? men : women)].join(' ')
}

function aPerson(random: Random): LinkRecord {
  const isMan = random() < 0.5
  const born = date(random, 1963, 40)
  const birthDate = random() < 0.04 ? `${born.slice(0, 4)}-01-01` : born
  const since = Number(birthDate.slice(0, 4)) + 22
  const old = Math.floor(random() * 330)
  const century = birthDate < '2000' ? 0 : 2
  return {
    ...aLinkRecord(),
    fullName: nameOf(random, isMan),
    birthDate,
    gender: isMan ? 'Nam' : 'Nữ',
    citizenId: `008${century + (isMan ? 0 : 1)}${birthDate.slice(2, 4)}${digits(random, 6)}`,
    socialInsuranceNo: digits(random, 10),
    hometown: `xã số ${old}`,
    hometownCommune: `Xã số ${old}`,
    hometownDistrict: `Huyện số ${old % 18}`,
    hometownProvince: old < 193 ? 'Hà Giang' : 'Tuyên Quang',
    hometownUnits: [two(old % 124)],
    recruitmentDate: random() < 0.3 ? `${since}-09-01` : date(random, since, 4),
    partyAdmissionDate: random() < 0.6 ? date(random, since, 15) : '',
  }
}

/** Twins differ in the given name, the number and nothing else that a résumé tells. */
function aTwinOf(record: LinkRecord, random: Random): LinkRecord {
  const given = pick(random, record.gender === 'Nam' ? men : women)
  const isOwn = record.fullName.endsWith(` ${given}`)
  const fullName = record.fullName.replace(/\S+$/u, isOwn ? 'Út' : given)
  const socialInsuranceNo = digits(random, 10)
  const partyAdmissionDate = record.partyAdmissionDate && date(random, 2000, 10)
  return {
    ...record,
    fullName,
    socialInsuranceNo,
    partyAdmissionDate,
    citizenId: record.citizenId.slice(0, 6) + digits(random, 6),
  }
}

function anotherPaperOf(record: LinkRecord, random: Random): LinkRecord {
  const may = (share: number) => random() < share
  const damaged = (number: string) => (may(0.025) ? oneDigitWrong(number, random) : number)
  const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D').replaceAll('đ', 'd')
  let { fullName, birthDate } = record
  if (may(0.09)) fullName = plain(fullName)
  if (may(0.025)) fullName = fullName.replace(/n/u, 'h')
  if (may(0.012)) fullName = fullName.replace(/^(\S+) \S+ /u, '$1 ')
  if (may(0.034)) birthDate = oneDigitWrong(birthDate, random)
  if (may(0.03)) birthDate = birthDate.slice(0, 4)
  const isOldNumber = may(0.35)
  const hasPlace = !may(0.12)
  return {
    ...record,
    fullName,
    birthDate,
    gender: may(0.02) ? '' : record.gender,
    citizenId: may(0.3) ? '' : isOldNumber ? `07${digits(random, 7)}` : damaged(record.citizenId),
    socialInsuranceNo: may(0.45) ? '' : damaged(record.socialInsuranceNo),
    ...(hasPlace
      ? {}
      : { hometown: '', hometownCommune: '', hometownDistrict: '', hometownProvince: '', hometownUnits: [] }),
    recruitmentDate: may(0.15) ? '' : record.recruitmentDate,
    partyAdmissionDate: may(0.1) ? '' : record.partyAdmissionDate,
  }
}

function oneDigitWrong(number: string, random: Random): string {
  const at = number.length - 1 - Math.floor(random() * 2)
  return `${number.slice(0, at)}${(Number(number[at]) + 1) % 10}${number.slice(at + 1)}`
}
