// What is told of an error book that came back: how many rows changed what, and of each row given back why and what to do.
import type { Refused } from './read-error-book.ts'

export const refusals: Readonly<Record<Refused['why'], string>> = {
  broken: 'Dòng không còn nguyên (ô khóa bị sửa, hoặc chỉ sắp xếp một phần cột). Xuất lại tệp rồi sửa lại dòng này.',
  cleared: 'Giá trị bị xóa trắng mà không có kết luận. Chọn "Giấy không ghi" hoặc "Không đọc được".',
  both: 'Vừa sửa giá trị vừa chọn kết luận. Chỉ làm một trong hai.',
  conclusion_unknown: 'Kết luận không có trong danh sách. Chọn lại từ ô thả xuống.',
  note_alone: 'Chỉ có ghi chú, không có giá trị sửa hay kết luận: chưa ghi gì.',
  unknown: 'Không có hồ sơ hoặc mục này. Kiểm tra có phải tệp của nơi khác không.',
  stale:
    'Giá trị đã thay đổi sau khi xuất tệp (đọc lại, hoặc người khác đã quyết định). Xuất lại tệp để xem giá trị mới.',
  invalid: 'Giá trị chưa dùng được.',
  twice: 'Hai dòng của cùng một mục nói khác nhau. Giữ lại một dòng.',
}

export const refusalText = ({ why, problem }: Refused): string => problem ?? refusals[why]
