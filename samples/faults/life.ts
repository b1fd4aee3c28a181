// Faults in what somebody learnt and where they served.
import type { FactRow } from '../invent/declare.ts'
import {
  born,
  cellOf,
  changed,
  type Fault,
  fault,
  inserted,
  later,
  leavesOut,
  onlyIf,
  says,
  type Sound,
  tells,
  textOf,
} from './fault.ts'

const course = (start: string, end: string, award: string, mode = 'Tại chức'): FactRow => ({
  ...{ school: 'Trường Đại học Tân Trào', major: 'Kinh tế', start, end, mode, award },
})
const firstCourse = (change: (row: FactRow, sound: Sound) => FactRow) =>
  tells('education', (rows, sound) => changed(rows, 0, change(rows[0] ?? {}, sound)))
const isGraduate = onlyIf(({ form }) => /Cử nhân|Bác sĩ/u.test(cellOf(form.tables.education[0], 'award')))
const declared = (sound: Sound) => textOf(sound, 'declarationDate').slice(0, 7)

const learning: readonly Fault[] = [
  fault(
    'no course at all',
    'expected_table_empty',
    tells('education', () => []),
  ),
  fault(
    'a course that ends before it begins',
    'education_row_reversed',
    firstCourse(({ start = '', end = '' }) => ({ start: end, end: start })),
  ),
  fault(
    'a course begun as a child',
    'education_row_under_age',
    firstCourse((_, sound) => ({ start: born(sound, 13).slice(0, 7), end: born(sound, 17).slice(0, 7) })),
  ),
  fault(
    'a degree in four months',
    'education_course_short',
    firstCourse((row) => ({ start: later(cellOf(row, 'end'), -4) })),
  ),
  fault(
    'a course of nine years',
    'education_course_long',
    onlyIf((sound) => later(textOf(sound, 'recruitmentDate'), 124).slice(0, 7) < declared(sound)),
    tells('education', (rows, sound) => {
      const start = later(textOf(sound, 'recruitmentDate'), 8).slice(0, 7)
      return [...rows, course(start, later(start, 112), 'Chứng chỉ B')]
    }),
  ),
  fault(
    'two full-time courses at once',
    'education_full_time_overlap',
    tells('education', ([first = {}, ...rows]) => {
      const [start, end] = [later(cellOf(first, 'start'), 4), cellOf(first, 'end')]
      return [{ ...first, mode: 'Chính quy' }, course(start, end, 'Chứng chỉ B', 'Chính quy'), ...rows]
    }),
  ),
  fault(
    'a master before the bachelor',
    'higher_award_before_lower',
    isGraduate,
    says('highestQualification', 'Thạc sĩ Kinh tế'),
    tells('education', (rows) => [
      ...rows,
      course(cellOf(rows[0], 'start'), later(cellOf(rows[0], 'end'), -3), 'Thạc sĩ'),
    ]),
  ),
  fault('a doctorate without a course', 'qualification_without_training', says('highestQualification', 'Tiến sĩ Luật')),
  fault(
    'a master’s degree not counted',
    'qualification_below_training',
    onlyIf((sound) => later(textOf(sound, 'recruitmentDate'), 50).slice(0, 7) < declared(sound)),
    tells('education', (rows, sound) => {
      const start = later(textOf(sound, 'recruitmentDate'), 20).slice(0, 7)
      return [...rows, course(start, later(start, 24), 'Thạc sĩ')]
    }),
  ),
  fault(
    'political theory never learnt',
    'political_theory_without_training',
    onlyIf((sound) => textOf(sound, 'politicalTheory') !== ''),
    tells('education', (rows) =>
      rows.filter((row) => !/hành chính|Chính trị/u.test(`${cellOf(row, 'major')}${cellOf(row, 'school')}`)),
    ),
    onlyIf(({ form }) => form.tables.education.length > 0),
  ),
  fault(
    'a course told twice',
    'table_row_told_twice',
    tells('education', ([first = {}, ...rows]) => [first, first, ...rows]),
  ),
  fault(
    'a course begun after the declaration',
    'row_after_declaration',
    tells('education', (rows, sound) => [
      ...rows,
      course(later(declared(sound), 1), later(declared(sound), 30), 'Chứng chỉ B'),
    ]),
  ),
  fault(
    'recruited amid the studies',
    'recruited_during_full_time_study',
    firstCourse((_, sound) => ({ end: later(textOf(sound, 'recruitmentDate'), 5).slice(0, 7), mode: 'Chính quy' })),
  ),
]

/** A leader’s post carries a term and an allowance, which would come and go with the fault. */
const isNoLeader = onlyIf((sound) => !/trưởng|phó|chủ tịch/iu.test(textOf(sound, 'currentPosition')))

const serving: readonly Fault[] = [
  fault(
    'a period that ends before it begins',
    'work_history_row_reversed',
    tells('workHistory', (rows) => {
      const end = cellOf(rows[0], 'end')
      return inserted(rows, 1, { start: later(end, -2), end: later(end, -3), position: 'Biệt phái' })
    }),
  ),
  fault(
    'two periods out of order',
    'work_history_disorder',
    tells('workHistory', ([a = {}, b = {}, ...rows]) => [b, a, ...rows]),
  ),
  fault(
    'two years of which nothing is told',
    'work_history_gap',
    onlyIf(({ form }) => cellOf(form.tables.workHistory.at(-1), 'end') === 'nay'),
    tells('workHistory', (rows) => {
      const [before, last] = [rows.at(-2), rows.at(-1)]
      const end = later(cellOf(last, 'start'), -26)
      return cellOf(before, 'start') < end ? changed(rows, rows.length - 2, { end }) : undefined
    }),
  ),
  fault(
    'the first year of service is not told',
    'work_history_starts_late',
    onlyIf(
      (sound) => cellOf(sound.form.tables.workHistory[0], 'start') >= textOf(sound, 'recruitmentDate').slice(0, 7),
    ),
    tells('workHistory', (rows) => changed(rows, 0, { start: later(cellOf(rows[0], 'start'), 15) })),
  ),
  fault(
    'a career begun as a child',
    'work_history_under_age',
    tells('workHistory', (rows, sound) =>
      inserted(rows, 0, {
        start: born(sound, 12).slice(0, 7),
        end: later(cellOf(rows[0], 'start'), -1),
        position: 'Giúp việc gia đình',
      }),
    ),
  ),
  fault(
    'the last years are not told',
    'work_history_not_current',
    isNoLeader,
    tells('workHistory', (rows, sound) => {
      const end = later(declared(sound), -15)
      return cellOf(rows.at(-1), 'start') < end ? changed(rows, -1, { end }) : undefined
    }),
  ),
  fault(
    'a post in no period',
    'current_position_not_in_work_history',
    isNoLeader,
    says('currentPosition', 'Văn thư lưu trữ'),
  ),
  fault(
    'two posts that still run',
    'several_current_posts',
    tells('workHistory', (rows) => {
      const start = later(cellOf(rows.at(-1), 'start'), 3)
      return [...rows, { start, end: 'nay', position: 'Ủy viên Ban Chấp hành Công đoàn' }]
    }),
  ),
  fault(
    'an allowance of leadership for none',
    'position_allowance_without_leadership',
    isNoLeader,
    says('positionAllowance', 0.3),
  ),
  fault(
    'an allowance nobody gets',
    'position_allowance_out_of_range',
    isNoLeader,
    says('currentPosition', 'Tổ trưởng'),
    tells('workHistory', (rows) => changed(rows, -1, { position: 'Tổ trưởng tổ Một cửa' })),
    says('positionAllowance', 2.5),
  ),
  fault(
    'a leader without the allowance',
    'leadership_without_position_allowance',
    isNoLeader,
    says('currentPosition', 'Chủ tịch Hội Nông dân'),
    tells('workHistory', (rows) => changed(rows, -1, { position: 'Chủ tịch Hội Nông dân xã' })),
    leavesOut('positionAllowance'),
  ),
]

const isCivilian = onlyIf((sound) => textOf(sound, 'enlistmentDate') === '')
const army: readonly Fault[] = [
  fault(
    'enlisted at sixteen',
    'enlisted_under_age',
    says('enlistmentDate', (sound) => born(sound, 16)),
    says('dischargeDate', (sound) => born(sound, 18)),
  ),
  fault(
    'discharged before the enlistment',
    'discharged_before_enlisted',
    says('enlistmentDate', (sound) => born(sound, 19)),
    says('dischargeDate', (sound) => later(born(sound, 19), -2)),
  ),
  fault(
    'recruited while serving',
    'recruited_during_service',
    says('enlistmentDate', (sound) => later(textOf(sound, 'recruitmentDate'), -12)),
    says('dischargeDate', (sound) => later(textOf(sound, 'recruitmentDate'), 6)),
  ),
  fault(
    'a discharge only',
    'discharge_without_enlistment',
    isCivilian,
    says('dischargeDate', (sound) => born(sound, 20)),
  ),
  fault('a military rank only', 'military_rank_without_service', isCivilian, says('highestMilitaryRank', 'Hạ sĩ')),
]

export const faultsOfLife = [...learning, ...serving, ...army]
