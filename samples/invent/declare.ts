// What a person declares on a given day, and what a decision on a pay rise says: facts by the catalogue's codes, as values.
// How they are written is the layout's business.
import type { FieldCode, TableCode, Value } from '../../schemas/index.ts'
import { between, chance, pick, type Random, seeded } from '../random.ts'
import { isoDay, isoMonth, monthAt, yearOf } from './calendar.ts'
import { familyOf } from './family.ts'
import type { Life, PayRow } from './life.ts'
import { assessments, bloodGroups, health } from './lists.ts'

export type FactRow = Readonly<Record<string, Value>>

/** What every résumé tells; other forms have tables of their own besides. */
export type ResumeTable = 'education' | 'workHistory' | 'family' | 'salaryHistory'

/** A field that is absent is left empty on the paper. */
export interface Facts {
  readonly values: Partial<Record<FieldCode, Value>>
  readonly tables: Readonly<Record<ResumeTable, readonly FactRow[]>> & Partial<Record<TableCode, readonly FactRow[]>>
  /** Words the paper writes otherwise than the catalogue does. */
  readonly spelling: Partial<Record<FieldCode, string>>
}

/** A day on which the last regular rise is one to twenty months old. Years before or after may be asked for. */
export function declarationMonth(life: Life, random: Random, years: readonly [number, number] = [2009, 2025]): number {
  const rises = life.pay.filter(
    (row) => row.isRegular && yearOf(row.month) >= years[0] && yearOf(row.month + 6) <= years[1],
  )
  const rise = pick(random, rises.length > 0 ? rises : life.pay.filter((row) => row.isRegular))
  return Math.min(rise.month + between(random, 1, Math.min(20, rise.months - 3)), monthAt(2025, 6))
}

export function declare(life: Life, month: number, seed: string): Facts {
  const random = seeded(`declare ${seed}`)
  const pay = life.pay.filter((row) => row.month <= month)
  const values: Facts['values'] = {
    ...who(life, month, random),
    ...work(life, month, pay, random),
    ...learning(life, month, random),
    ...standing(life, month, random),
    declarationDate: isoDay(month, between(random, 1, 28)),
  }
  return {
    values,
    tables: {
      education: schooling(life, month, random),
      workHistory: history(life, month),
      family: familyOf(life, month, random),
      salaryHistory: pay.map((row) => ({
        month: isoMonth(row.month),
        rankCode: row.code,
        step: row.level,
        coefficient: row.coefficient,
      })),
    },
    spelling: { ethnicity: life.ethnicityWritten, ...fullStops(values) },
  }
}

/** Sentences end with a full stop on paper, which is no part of the value. */
function fullStops({ assessment, personalHistory }: Facts['values']): Facts['spelling'] {
  const isSentence = typeof personalHistory === 'string' && personalHistory.includes(' ')
  return {
    ...(typeof assessment === 'string' && { assessment: `${assessment}.` }),
    ...(isSentence && { personalHistory: `${personalHistory}.` }),
  }
}

const some = <K extends FieldCode>(
  when: boolean,
  values: Partial<Record<K, Value>>,
): Partial<Record<FieldCode, Value>> => (when ? values : {})

function who(life: Life, month: number, random: Random): Facts['values'] {
  const { fullName, gender, birth, birthplace, hometown, ethnicity, permanentAddress, currentAddress } = life
  const hasNewCard = yearOf(month) >= 2021
  const issued = hasNewCard ? monthAt(2021, between(random, 2, 9)) : month - between(random, 12, 96)
  return {
    ...some(chance(random, 0.7), {
      staffNumber: `${life.home.province === 'Tuyên Quang' ? '08' : '02'}.${between(random, 1000, 9999)}`,
    }),
    fullName,
    gender,
    birthplace,
    hometown,
    ethnicity,
    permanentAddress,
    currentAddress,
    birthDate: isoDay(birth.month, birth.day),
    ...some(chance(random, 0.2), { otherName: 'Không' }),
    religion: ethnicity === 'Hmông' && chance(random, 0.2) ? 'Tin Lành' : 'Không',
    citizenId: hasNewCard ? life.citizenId : life.idCard,
    citizenIdDate: isoDay(Math.min(issued, month - 1), between(random, 1, 28)),
    socialInsuranceNo: `${life.home.province === 'Tuyên Quang' ? '08' : '02'}${between(random, 10000000, 99999999)}`,
  }
}

function work(life: Life, month: number, pay: readonly PayRow[], random: Random): Facts['values'] {
  const post = life.posts.filter((post) => post.from <= month).at(-1)
  const row = pay.at(-1)
  if (post === undefined || row === undefined) throw new RangeError('a declaration needs a post and a pay step')
  const isHead = /Trưởng|trưởng/.test(post.position)
  return {
    managingAgency: post.managing,
    employingAgency: post.unit,
    occupationWhenRecruited: pick(random, ['Sinh viên', 'Không', 'Làm ruộng']),
    recruitmentDate: isoDay(life.recruited, 1),
    recruitingAgency: life.posts[0]?.managing ?? post.managing,
    currentPosition: post.position,
    mainDuty: pick(random, life.trade.duties),
    rankName: row.rank,
    rankCode: row.code,
    salaryStep: row.level,
    salaryCoefficient: row.coefficient,
    salaryFrom: isoDay(row.month, 1),
    ...some(isHead, { positionAllowance: pick(random, [0.2, 0.3]) }),
    ...some(chance(random, 0.5), { otherAllowance: pick(random, [0.2, 0.3, 0.5, 0.7]) }),
    strength: pick(random, life.trade.strength),
  }
}

function learning(life: Life, month: number, random: Random): Facts['values'] {
  const isOld = month - life.recruited > 72
  return {
    generalEducation: '12/12',
    highestQualification: life.trade.qualification,
    ...some(isOld, { politicalTheory: 'Trung cấp' }),
    ...some(life.trade.ranks[0]?.code === '01.003', {
      stateManagement: pick(random, ['Chuyên viên', 'Chuyên viên chính']),
    }),
    foreignLanguage: pick(random, ['Tiếng Anh trình độ B', 'Tiếng Anh trình độ A', 'Anh B', 'Tiếng Anh bậc 2']),
    informatics: pick(random, ['Trình độ B', 'Tin học văn phòng trình độ B', 'Ứng dụng CNTT cơ bản', 'Trình độ A']),
  }
}

function standing(life: Life, month: number, random: Random): Facts['values'] {
  const joined = life.recruited + between(random, 14, 60)
  const day = pick(random, [3, 19, 26, 7, 12])
  const { army } = life
  const isMember = joined + 12 <= month && chance(random, 0.8)
  return {
    // The day of full membership must have come by the declaration, whatever its day of the month.
    ...some(isMember && joined + 12 < month, {
      partyAdmissionDate: isoDay(joined, day),
      partyOfficialDate: isoDay(joined + 12, day),
    }),
    politicalOrganisationDate: isoDay(monthAt(yearOf(life.birth.month) + 16, 3), 26),
    ...(army !== undefined && {
      enlistmentDate: isoDay(army.from, 15),
      dischargeDate: isoDay(army.to, 20),
      highestMilitaryRank: army.rank,
    }),
    ...some(chance(random, 0.3), { highestTitle: 'Không' }),
    ...some(chance(random, 0.7), {
      commendation: `${pick(random, ['Giấy khen của Chủ tịch UBND huyện', 'Bằng khen của UBND tỉnh', 'Chiến sĩ thi đua cơ sở'])} năm ${yearOf(month) - 1}`,
    }),
    discipline: 'Không',
    health: pick(random, health),
    heightCm: life.gender === 'Nam' ? between(random, 160, 174) : between(random, 150, 163),
    weightKg: life.gender === 'Nam' ? between(random, 56, 72) : between(random, 44, 58),
    bloodGroup: pick(random, bloodGroups),
    ...some(chance(random, 0.15), { disabledSoldierClass: '4/4' }),
    ...some(chance(random, 0.4), { policyFamily: pick(random, ['Con thương binh', 'Không', 'Con liệt sĩ']) }),
    personalHistory: pick(random, ['Không', 'Không', 'Bản thân không bị bắt, bị tù; không làm việc trong chế độ cũ']),
    foreignRelations: 'Không',
    ...some(chance(random, 0.8), { assessment: pick(random, assessments) }),
  }
}

function schooling(life: Life, month: number, random: Random): FactRow[] {
  const { school, major, years, award } = life.trade
  const politics = life.recruited + between(random, 36, 60)
  const rows: FactRow[] = [
    {
      school,
      major,
      start: isoMonth(life.studyFrom),
      end: isoMonth(life.studyFrom + years * 12 - 3),
      mode: 'Chính quy',
      award,
    },
  ]
  if (politics + 12 < month)
    rows.push({
      school: `Trường Chính trị tỉnh ${life.home.province}`,
      major: 'Lý luận chính trị - hành chính',
      start: isoMonth(politics),
      end: isoMonth(politics + 9),
      mode: 'Tại chức',
      award: 'Trung cấp',
    })
  if (chance(random, 0.7))
    rows.push({
      school: 'Trung tâm Giáo dục thường xuyên tỉnh',
      major: pick(random, ['Tin học ứng dụng', 'Tiếng Anh', 'Tiếng Mông']),
      start: isoMonth(life.recruited + 5),
      end: isoMonth(life.recruited + 8),
      mode: 'Bồi dưỡng',
      award: 'Chứng chỉ B',
    })
  return rows
}

function history(life: Life, month: number): FactRow[] {
  const posts = life.posts.filter((post) => post.from <= month)
  const student: FactRow = {
    start: isoMonth(life.studyFrom),
    end: isoMonth(life.studyFrom + life.trade.years * 12 - 3),
    position: `Sinh viên ${life.trade.school}`,
  }
  return [
    student,
    ...posts.map((post, index) => {
      const next = posts[index + 1]
      return {
        start: isoMonth(post.from),
        end: next === undefined ? 'nay' : isoMonth(next.from - 1),
        position: `${post.position}, ${post.unit}`,
      }
    }),
  ]
}
