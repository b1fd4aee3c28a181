// What a decision on a regular pay rise says of a life: the step of the last regular rise before the declaration.
import type { FieldCode, Value } from '../../schemas/index.ts'
import { between, chance, pick, seeded } from '../random.ts'
import { isoDay } from './calendar.ts'
import type { Life } from './life.ts'

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
  }
}

const signers = ['Nguyễn Văn Thành', 'Trần Quang Minh', 'Ma Thị Thuý', 'Hoàng Đức Lâm', 'Vũ Thị Hoà', 'Nông Văn Trường'] as const

export function inventPayRise(life: Life, month: number, seed: string): PayRise {
  const random = seeded(`pay rise ${seed}`)
  const rows = life.pay.filter((row) => row.month <= month)
  const [before, now] = rows.slice(-2)
  const post = life.posts.filter((post) => post.from <= (now?.month ?? 0)).at(-1)
  if (before === undefined || now === undefined || post === undefined) throw new RangeError('a rise needs two pay steps and a post')
  const signed = now.month + between(random, 0, Math.min(1, month - now.month))
  const decisionDate = isoDay(signed, between(random, 2, 26))
  const isPublicEmployee = now.code.startsWith('V.') || now.code.startsWith('1')
  const authority = authorityOf(post.managing)
  const fromSigning = chance(random, 0.5)
  return {
    values: {
      decisionNumber: `${between(random, 12, 2400)}/QĐ-${authority.suffix}`,
      decisionDate,
      decisionIssuer: authority.name.join(' '),
      decisionSubject: `Về việc nâng bậc lương thường xuyên đối với ${isPublicEmployee ? 'viên chức' : 'công chức'}`,
      signer: pick(random, signers),
      ...(!fromSigning && { effectiveDate: decisionDate }),
      decisionFullName: life.fullName,
      decisionBirthDate: isoDay(life.birth.month, life.birth.day),
      decisionAgency: post.unit,
      decisionRankName: now.rank,
      decisionRankCode: now.code,
      decisionFromStep: before.level,
      decisionFromCoefficient: before.coefficient,
      decisionSalaryStep: now.level,
      decisionSalaryCoefficient: now.coefficient,
      decisionSalaryFrom: isoDay(now.month, 1),
    },
    wording: {
      salutation: life.gender === 'Nam' ? 'ông' : 'bà',
      levels: now.levels,
      isPublicEmployee,
      authority,
      post: post.position,
      fromSigning,
    },
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
    return { above, name: [name], head: `GIÁM ĐỐC ${name}`, signsAs: 'GIÁM ĐỐC', place, suffix: 'SYT', proposer: 'Trưởng phòng Tổ chức cán bộ' }
  }
  const name = ['ỦY BAN NHÂN DÂN', (district?.[0] ?? '').toLocaleUpperCase('vi')]
  return { name, head: `CHỦ TỊCH ${name.join(' ')}`, signsAs: 'CHỦ TỊCH', place: district?.[2] ?? '', suffix: 'UBND', proposer: 'Trưởng phòng Nội vụ' }
}
