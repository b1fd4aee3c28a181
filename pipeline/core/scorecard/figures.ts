// The management figures of an agency's people, as data: who is counted, over which values. Only what was read surely or
// confirmed counts; what is not known is told as unknown, never guessed from anything else.
import type { FieldCode, Value } from '../../../schemas/index.ts'
import { yearsBetween } from '../dates.ts'
import { fold } from '../text.ts'

/** A golden record's values that are graded good or confirmed; null where the paper surely says nothing. */
export interface MeasuredPerson {
  readonly personId: string
  readonly agency: string
  readonly values: Readonly<Partial<Record<FieldCode, Value | null>>>
}

/** The fields the figures look at: nothing else of a person is read for them. */
export const figureFields = [
  'gender',
  'ethnicity',
  'birthDate',
  'highestQualification',
  'assessment',
  'partyAdmissionDate',
  'partyOfficialDate',
] as const satisfies readonly FieldCode[]

export interface Figure {
  readonly vi: string
  readonly en: string
  /** In the order in which they are told; what fits none is unknown. */
  readonly groups: readonly { readonly name: string; readonly vi: string; readonly en: string }[]
  /** The name of the person's group; undefined when it is not known. */
  readonly groupOf: (person: MeasuredPerson, today: string) => string | undefined
}

const textOf = ({ values }: MeasuredPerson, field: FieldCode): string | undefined => {
  const value = values[field]
  return typeof value === 'string' ? value : undefined
}

/** Highest first; a degree counts where the writing, or a part of it after a comma, begins with its name. */
const degrees: readonly [group: string, begins: readonly string[]][] = [
  ['doctor', ['tien si', 'tskh', 'ts ', 'ts.']],
  ['master', ['thac si', 'ths ', 'ths.', 'bac si chuyen khoa', 'bsck', 'bac si noi tru']],
  ['bachelor', ['dai hoc', 'cu nhan', 'ky su', 'bac si', 'duoc si', 'kien truc su', 'luat su']],
  ['college', ['cao dang']],
  ['vocational', ['trung cap', 'trung hoc chuyen nghiep']],
  ['elementary', ['so cap']],
]

const ratings: readonly [group: string, words: string][] = [
  ['excellent', 'hoan thanh xuat sac nhiem vu'],
  ['well', 'hoan thanh tot nhiem vu'],
  ['done', 'hoan thanh nhiem vu'],
  ['failed', 'khong hoan thanh nhiem vu'],
]

export const figures = {
  women: {
    vi: 'Giới tính',
    en: 'Gender',
    groups: [
      { name: 'women', vi: 'Nữ', en: 'Women' },
      { name: 'men', vi: 'Nam', en: 'Men' },
    ],
    groupOf: (person) => ({ Nữ: 'women', Nam: 'men' })[textOf(person, 'gender') ?? ''],
  },
  ethnicity: {
    vi: 'Dân tộc',
    en: 'Ethnic group',
    groups: [
      { name: 'minority', vi: 'Dân tộc thiểu số', en: 'Ethnic minority' },
      { name: 'kinh', vi: 'Kinh', en: 'Kinh' },
    ],
    groupOf: (person) => {
      const people = textOf(person, 'ethnicity')
      return people === undefined ? undefined : people === 'Kinh' ? 'kinh' : 'minority'
    },
  },
  age: {
    vi: 'Độ tuổi',
    en: 'Age',
    groups: [
      { name: 'under40', vi: 'Dưới 40', en: 'Under 40' },
      { name: 'from40', vi: 'Từ 40', en: '40 and over' },
    ],
    groupOf: (person, today) => {
      const { least, most } = yearsBetween(textOf(person, 'birthDate') ?? '', today)
      return most < 40 ? 'under40' : least >= 40 ? 'from40' : undefined
    },
  },
  party: {
    vi: 'Đảng viên',
    en: 'Party membership',
    groups: [
      { name: 'member', vi: 'Đảng viên', en: 'Member' },
      { name: 'none', vi: 'Chưa vào Đảng', en: 'Not a member' },
    ],
    groupOf: ({ values }) => {
      const said = [values.partyAdmissionDate, values.partyOfficialDate]
      if (said.some((date) => typeof date === 'string' && /^\d{4}/u.test(date))) return 'member'
      return said.every((date) => date === null || date === 'Không') ? 'none' : undefined
    },
  },
  qualification: {
    vi: 'Trình độ chuyên môn',
    en: 'Qualification',
    groups: [
      { name: 'doctor', vi: 'Tiến sĩ', en: 'Doctorate' },
      { name: 'master', vi: 'Thạc sĩ và tương đương', en: 'Master' },
      { name: 'bachelor', vi: 'Đại học', en: 'Bachelor' },
      { name: 'college', vi: 'Cao đẳng', en: 'College' },
      { name: 'vocational', vi: 'Trung cấp', en: 'Vocational' },
      { name: 'elementary', vi: 'Sơ cấp', en: 'Elementary' },
    ],
    groupOf: (person) => {
      const parts = (textOf(person, 'highestQualification') ?? '').split(/[,;/+]/u).map((part) => fold(part))
      return degrees.find(([, begins]) => parts.some((part) => begins.some((degree) => part.startsWith(degree))))?.[0]
    },
  },
  rating: {
    vi: 'Xếp loại chất lượng',
    en: 'Rating',
    groups: [
      { name: 'excellent', vi: 'Hoàn thành xuất sắc', en: 'Excellent' },
      { name: 'well', vi: 'Hoàn thành tốt', en: 'Good' },
      { name: 'done', vi: 'Hoàn thành', en: 'Done' },
      { name: 'failed', vi: 'Không hoàn thành', en: 'Not done' },
    ],
    // Praise in prose is no rating: only the level told right after "xếp loại", and only if it is one.
    groupOf: (person) => {
      const told = [...fold(textOf(person, 'assessment') ?? '').matchAll(/xep loai[:\s-]*(?<level>[a-z ]+)/gu)]
      const levels = told.map(({ groups }) => ratings.find(([, words]) => groups?.level?.startsWith(words))?.[0])
      return new Set(levels).size === 1 ? levels[0] : undefined
    },
  },
} as const satisfies Record<string, Figure>
