// Why a value did not leave, in words for people.
import type { LeftOut } from '../../../schemas/index.ts'

const words: Readonly<Record<LeftOut['why'], string>> = {
  absent: 'giấy tờ không ghi hoặc không tìm thấy',
  not_trusted: 'chưa đọc chắc; mở ảnh và xác nhận',
  not_understood: 'không hiểu được chữ ghi trên giấy; mở ảnh và nhập lại',
  not_in_list: 'không có trong danh mục của nơi nhận; đối chiếu danh mục',
  too_coarse: 'giấy tờ chỉ ghi năm hoặc tháng, nơi nhận cần đủ ngày',
  too_long: 'dài hơn mức nơi nhận cho phép',
  other_form: 'không đúng dạng nơi nhận yêu cầu',
  no_number: 'không phải là số',
  bad_character: 'có ký tự không ghi được vào tệp',
}

export const misfitWords = (why: LeftOut['why']): string => words[why]

/** `Ngày sinh (dòng 2): chưa đọc chắc; mở ảnh và xác nhận.` */
export const misfitSentence = ({ vi, row, why }: LeftOut): string =>
  `${vi}${row === undefined ? '' : ` (dòng ${row})`}: ${words[why]}.`
