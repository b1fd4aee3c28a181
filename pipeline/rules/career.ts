// The post held today against the rest of the paper: the work history, the allowances, the studies, the army.
import { isBefore, yearsBetween } from '../core/dates.ts'
import { fold } from '../core/text.ts'
import { isFullTime } from './qualification.ts'
import { defineRule, inRow } from './rule.ts'

/** Posts that carry an allowance of leadership. */
const leads = /\b(?:truong|giam doc|chu tich|bi thu|chanh|thu truong|vien truong|cuc truong)\b/u
const isLeader = (position: string) => leads.test(fold(position).replace(/\bto truong\b|\bke toan truong\b/gu, ''))

const post = [
  defineRule({
    code: 'current_position_not_in_work_history',
    severity: 'info',
    dimension: 'consistency',
    basis: 'Mẫu 2C-BNV/2008 mục 11 và mục 28',
    basisVerified: false,
    fields: ['currentPosition'],
    tables: ['workHistory'],
    message: {
      vi: 'Chức vụ hiện tại "{position}" không có trong quá trình công tác. Bổ sung giai đoạn hiện tại hoặc kiểm tra chức vụ.',
      en: 'The present position "{position}" is not in the work history. Add the present period, or check the position.',
    },
    check: ({ currentPosition, workHistory }) => {
      const posts = workHistory.flatMap(({ position }) => position ?? [])
      const sought = fold(currentPosition)
      const isTold = posts.some((each) => each.includes(currentPosition) || fold(each).includes(sought))
      return posts.length === 0 || isTold ? undefined : { position: currentPosition }
    },
  }),
  defineRule({
    code: 'several_current_posts',
    severity: 'info',
    dimension: 'consistency',
    basis: 'Mẫu 2C-BNV/2008 mục 28',
    basisVerified: false,
    fields: [],
    tables: ['workHistory'],
    message: {
      vi: 'Quá trình công tác có {count} giai đoạn đến nay. Có thể do kiêm nhiệm; nếu không thì bổ sung mốc kết thúc.',
      en: 'The work history has {count} periods that still run. Possible with two posts; else add where they ended.',
    },
    check: ({ workHistory }) => {
      const count = workHistory.filter(({ end }) => end === 'nay').length
      return count > 1 ? { count } : undefined
    },
  }),
  defineRule({
    code: 'position_allowance_without_leadership',
    severity: 'info',
    dimension: 'consistency',
    basis: 'Nghị định 204/2004/NĐ-CP (phụ cấp chức vụ của chức danh lãnh đạo)',
    basisVerified: false,
    fields: ['currentPosition', 'positionAllowance'],
    message: {
      vi: 'Hưởng phụ cấp chức vụ {allowance} nhưng chức vụ hiện tại ghi "{position}". Kiểm tra chức vụ hoặc quyết định bổ nhiệm.',
      en: 'There is a position allowance of {allowance}, but the position is "{position}". Check it, or the appointment.',
    },
    check: ({ currentPosition, positionAllowance }) => {
      const isPaid = typeof positionAllowance === 'number' && positionAllowance > 0
      const mayBePaid =
        isLeader(currentPosition) || /\b(?:to truong|ke toan truong|pho|phu trach)\b/u.test(fold(currentPosition))
      return isPaid && !mayBePaid ? { allowance: positionAllowance, position: currentPosition } : undefined
    },
  }),
  defineRule({
    code: 'leadership_without_position_allowance',
    severity: 'info',
    dimension: 'completeness',
    basis: 'Nghị định 204/2004/NĐ-CP (phụ cấp chức vụ của chức danh lãnh đạo)',
    basisVerified: false,
    fields: ['currentPosition'],
    without: ['positionAllowance'],
    message: {
      vi: 'Chức vụ "{position}" thường có phụ cấp chức vụ nhưng mục này trống. Kiểm tra ảnh và quyết định bổ nhiệm.',
      en: 'The position "{position}" mostly carries an allowance, but none is told. See the image and the appointment.',
    },
    check: ({ currentPosition }) => (isLeader(currentPosition) ? { position: currentPosition } : undefined),
  }),
  defineRule({
    code: 'recruited_during_full_time_study',
    severity: 'warning',
    dimension: 'consistency',
    basis: 'Thống kê: tuyển dụng sau khi học xong khóa chính quy đầu tiên',
    basisVerified: false,
    fields: ['recruitmentDate'],
    tables: ['education'],
    message: {
      vi: 'Tuyển dụng {recruited} khi đang học chính quy từ {start} đến {end}. Kiểm tra ngày tuyển dụng và thời gian học.',
      en: 'Recruited on {recruited} amid a full-time course from {start} to {end}. Check both.',
    },
    check: ({ recruitmentDate: recruited, education }) =>
      education.flatMap((row) => {
        const { index, start, end } = row
        if (start === undefined || end === undefined || !isFullTime(row)) return []
        return isBefore(start, recruited) && isBefore(recruited, end)
          ? [inRow('education', index, { recruited, start, end })]
          : []
      }),
  }),
]

const army = [
  defineRule({
    code: 'recruited_during_service',
    severity: 'info',
    dimension: 'consistency',
    basis: 'Mẫu 2C-BNV/2008 mục 10 và mục 18',
    basisVerified: false,
    fields: ['recruitmentDate', 'enlistmentDate', 'dischargeDate'],
    message: {
      vi: 'Tuyển dụng {recruited} khi đang tại ngũ từ {enlisted} đến {discharged}. Kiểm tra ba ngày.',
      en: 'Recruited on {recruited} while serving from {enlisted} to {discharged}. Check the three dates.',
    },
    check: ({ recruitmentDate: recruited, enlistmentDate: enlisted, dischargeDate: discharged }) =>
      isBefore(enlisted, recruited) && isBefore(recruited, discharged)
        ? { recruited, enlisted, discharged }
        : undefined,
  }),
  defineRule({
    code: 'discharge_without_enlistment',
    severity: 'warning',
    dimension: 'completeness',
    basis: 'Mẫu 2C-BNV/2008 mục 18',
    basisVerified: false,
    fields: ['dischargeDate'],
    without: ['enlistmentDate'],
    message: {
      vi: 'Có ngày xuất ngũ {discharged} nhưng không có ngày nhập ngũ. Kiểm tra ảnh hoặc đề nghị khai bổ sung.',
      en: 'Discharged on {discharged}, but no enlistment is told. See the image, or ask for it.',
    },
    check: ({ dischargeDate: discharged }) => ({ discharged }),
  }),
  defineRule({
    code: 'military_rank_without_service',
    severity: 'info',
    dimension: 'completeness',
    basis: 'Mẫu 2C-BNV/2008 mục 18',
    basisVerified: false,
    fields: ['highestMilitaryRank'],
    without: ['enlistmentDate'],
    message: {
      vi: 'Có quân hàm "{rank}" nhưng không có ngày nhập ngũ. Kiểm tra ảnh hoặc đề nghị khai bổ sung.',
      en: 'There is a military rank "{rank}", but no enlistment. See the image, or ask for it.',
    },
    check: ({ highestMilitaryRank: rank }) => (fold(rank) === 'khong' ? undefined : { rank }),
  }),
  defineRule({
    code: 'service_longer_than_a_career',
    severity: 'warning',
    dimension: 'accuracy',
    basis: 'Thống kê: thời gian tại ngũ không quá 40 năm',
    basisVerified: false,
    fields: ['enlistmentDate', 'dischargeDate'],
    message: {
      vi: 'Tại ngũ {years} năm, từ {enlisted} đến {discharged}. Kiểm tra cả hai ngày.',
      en: 'Served {years} years, from {enlisted} to {discharged}. Check both dates.',
    },
    check: ({ enlistmentDate: enlisted, dischargeDate: discharged }) => {
      const { least } = yearsBetween(enlisted, discharged)
      return least > 40 ? { years: least, enlisted, discharged } : undefined
    },
  }),
]

export const career = [...post, ...army]
