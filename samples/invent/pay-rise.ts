// What a decision on a regular pay rise says of a life: the step of the last regular rise before the declaration.
import type { FieldCode, Value } from '../../schemas/index.ts'
import { between, chance, pick, type Random, seeded } from '../random.ts'
import { isoDay } from './calendar.ts'
import type { Life, PayRow } from './life.ts'

/** Who decides, as the paper's head and foot name them. */
export interface Authority {
  /** The body above it, where the head names one. */
  readonly above?: string
  /** The issuer's own lines. */
  readonly name: readonly string[]
  readonly head: string
  readonly signsAs: string
  readonly place: string
  readonly suffix: string
  readonly proposer: string
}

export interface PayRise {
  readonly values: Partial<Record<FieldCode, Value>>
  readonly wording: {
    readonly salutation: 'ông' | 'bà'
    readonly levels: number
    readonly isPublicEmployee: boolean
    readonly authority: Authority
    readonly post: string
    /** "có hiệu lực kể từ ngày ký": the paper names no date of effect. */
    readonly fromSigning: boolean
    /** One sentence in article 1 instead of a list. */
    readonly isProse: boolean
  }
}

const signers = [
  'Nguyễn Văn Thành',
  'Trần Quang Minh',
  'Ma Thị Thuý',
  'Hoàng Đức Lâm',
  'Vũ Thị Hoà',
  'Nông Văn Trường',
] as const

export function inventPayRise(life: Life, month: number, seed: string): PayRise {
  const random = seeded(`pay rise ${seed}`)
  const [before, now] = life.pay.filter((row) => row.month <= month).slice(-2)
  const post = life.posts.filter((post) => post.from <= (now?.month ?? 0)).at(-1)
  if (before === undefined || now === undefined || post === undefined)
    throw new RangeError('a rise needs two pay steps and a post')
  const wording: PayRise['wording'] = {
    salutation: life.gender === 'Nam' ? 'ông' : 'bà',
    levels: now.levels,
    isPublicEmployee: now.code.startsWith('V.') || now.code.startsWith('1'),
    authority: authorityOf(post.managing),
    post: post.position,
    fromSigning: chance(random, 0.5),
    isProse: chance(random, 0.3),
  }
  const signed = now.month + between(random, 0, Math.min(1, month - now.month))
  const head = headOf(wording, isoDay(signed, between(random, 2, 26)), random)
  return { wording, values: { ...head, ...stepsOf(life, before, now), decisionAgency: post.unit } }
}

function headOf(
  { authority, isPublicEmployee, fromSigning }: PayRise['wording'],
  signed: string,
  random: Random,
): PayRise['values'] {
  return {
    decisionNumber: `${between(random, 12, 2400)}/QĐ-${authority.suffix}`,
    decisionDate: signed,
    decisionIssuer: authority.name.join(' '),
    decisionSubject: `Về việc nâng bậc lương thường xuyên đối với ${isPublicEmployee ? 'viên chức' : 'công chức'}`,
    signer: pick(random, signers),
    ...(!fromSigning && { effectiveDate: signed }),
  }
}

function stepsOf({ fullName, birth }: Life, before: PayRow, now: PayRow): PayRise['values'] {
  return {
    decisionFullName: fullName,
    decisionBirthDate: isoDay(birth.month, birth.day),
    decisionRankName: now.rank,
    decisionRankCode: now.code,
    decisionFromStep: before.level,
    decisionFromCoefficient: before.coefficient,
    decisionSalaryStep: now.level,
    decisionSalaryCoefficient: now.coefficient,
    decisionSalaryFrom: isoDay(now.month, 1),
  }
}

/** The department of the province decides for its own; for everyone else the district does. */
function authorityOf(managing: string): Authority {
  const [, department, province] = /^(Sở .*) tỉnh (.*)$/.exec(managing) ?? []
  const district = /(huyện|thành phố) (.*)$/.exec(managing)
  if (department !== undefined && province !== undefined) {
    const name = department.toLocaleUpperCase('vi')
    const place = province === 'Hà Giang' ? 'Hà Giang' : 'Tuyên Quang'
    const above = `ỦY BAN NHÂN DÂN TỈNH ${province.toLocaleUpperCase('vi')}`
    return {
      above,
      name: [name],
      head: `GIÁM ĐỐC ${name}`,
      signsAs: 'GIÁM ĐỐC',
      place,
      suffix: 'SYT',
      proposer: 'Trưởng phòng Tổ chức cán bộ',
    }
  }
  const name = ['ỦY BAN NHÂN DÂN', (district?.[0] ?? '').toLocaleUpperCase('vi')]
  return {
    name,
    head: `CHỦ TỊCH ${name.join(' ')}`,
    signsAs: 'CHỦ TỊCH',
    place: district?.[2] ?? '',
    suffix: 'UBND',
    proposer: 'Trưởng phòng Nội vụ',
  }
}
