// How different offices print and fill the same form: typefaces, numbering, leaders, wording, where pages end.
// Real variety: the official print with its typo, what personnel software prints, what offices retyped themselves.
import type { Sheet, Type } from './sheet.ts'
import type { Hand } from './written.ts'

export interface Layout {
  readonly name: string
  readonly type: Type
  readonly margins: Sheet['margins']
  readonly hand: Hand
  /** After the number of an item: "1)", "1.", "1-". */
  readonly number: ')' | '.' | '-'
  readonly colon: ':' | ' :'
  readonly household: 'bộ khẩu' | 'hộ khẩu'
  readonly insurance: 'Số sổ BHXH' | 'Sổ BHXH'
  readonly health: 'sức khoẻ' | 'sức khỏe'
  /** The printed hints in brackets on lines of their own; software leaves most of them out. */
  readonly hints: boolean
  /** Headings of the items 27 to 32. */
  readonly capitals: boolean
  /** Printed "tháng … năm" in the date of birth, or one date with strokes. */
  readonly birth: 'words' | 'strokes'
  /** Strokes stand in an empty date. */
  readonly strokes: boolean
  /** Items before which a page ends. */
  readonly breaks: readonly number[]
  readonly widths: {
    readonly education: readonly number[]
    readonly work: readonly number[]
    readonly family: readonly number[]
  }
  readonly tableSize: number
  /** Empty rows printed below what is filled in. */
  readonly spareRows: number
  readonly photo: 'left' | 'right' | 'none'
  readonly pageNumbers: boolean
  readonly staffNumber: 'left' | 'right'
}

const official: Layout = {
  name: 'official',
  type: {
    faces: { label: 'times', value: 'times', hint: 'timesItalic', heading: 'timesBold' },
    size: 13,
    lineHeight: 19.5,
    leader: 'dots',
  },
  margins: { left: 71, right: 48, top: 50, bottom: 52 },
  hand: { dates: 'padded', height: '1m58' },
  number: ')',
  colon: ':',
  household: 'bộ khẩu',
  insurance: 'Số sổ BHXH',
  health: 'sức khoẻ',
  hints: true,
  capitals: false,
  birth: 'words',
  strokes: true,
  breaks: [29, 31],
  widths: { education: [26, 24, 18, 14, 18], work: [26, 74], family: [15, 24, 11, 50] },
  tableSize: 12,
  spareRows: 2,
  photo: 'left',
  pageNumbers: false,
  staffNumber: 'left',
}

const software: Layout = {
  name: 'software',
  type: {
    faces: { label: 'times', value: 'timesBold', hint: 'timesItalic', heading: 'timesBold' },
    size: 12,
    lineHeight: 18,
    leader: 'none',
  },
  margins: { left: 62, right: 42, top: 44, bottom: 44 },
  hand: { dates: 'padded', height: '158 cm' },
  number: ')',
  colon: ':',
  household: 'hộ khẩu',
  insurance: 'Sổ BHXH',
  health: 'sức khỏe',
  hints: false,
  capitals: true,
  birth: 'words',
  strokes: false,
  breaks: [],
  widths: { education: [30, 24, 16, 12, 18], work: [20, 80], family: [14, 22, 10, 54] },
  tableSize: 11,
  spareRows: 0,
  photo: 'right',
  pageNumbers: true,
  staffNumber: 'right',
}

const retyped: Layout = {
  ...official,
  name: 'retyped',
  type: {
    faces: { label: 'serif', value: 'serifItalic', hint: 'serifItalic', heading: 'serifBold' },
    size: 10.5,
    lineHeight: 18.5,
    leader: 'under',
  },
  hand: { dates: 'plain', height: '1,58 m' },
  number: '.',
  colon: ' :',
  household: 'hộ khẩu',
  insurance: 'Số sổ BHXH',
  hints: true,
  strokes: true,
  breaks: [18, 28],
  widths: { education: [24, 26, 20, 13, 17], work: [30, 70], family: [17, 25, 12, 46] },
  tableSize: 10,
  spareRows: 1,
  photo: 'none',
}

const dense: Layout = {
  ...official,
  name: 'dense',
  type: {
    faces: { label: 'times', value: 'timesBoldItalic', hint: 'timesItalic', heading: 'timesBold' },
    size: 12,
    lineHeight: 16.2,
    leader: 'rule',
  },
  margins: { left: 80, right: 40, top: 42, bottom: 40 },
  hand: { dates: 'official', height: '1m58' },
  number: '-',
  household: 'hộ khẩu',
  health: 'sức khỏe',
  birth: 'strokes',
  strokes: false,
  breaks: [30],
  widths: { education: [28, 22, 20, 12, 18], work: [24, 76], family: [13, 25, 10, 52] },
  tableSize: 11.5,
  spareRows: 3,
  photo: 'left',
}

const modern: Layout = {
  ...software,
  name: 'modern',
  type: {
    faces: { label: 'sans', value: 'sans', hint: 'sansItalic', heading: 'sansBold' },
    size: 10.5,
    lineHeight: 18,
    leader: 'dots',
  },
  margins: { left: 56, right: 46, top: 48, bottom: 48 },
  hand: { dates: 'padded', height: '1m58' },
  hints: true,
  capitals: false,
  birth: 'words',
  strokes: true,
  breaks: [19, 29],
  tableSize: 9.5,
  spareRows: 1,
  photo: 'left',
}

export const layouts = { official, software, retyped, dense, modern } as const
