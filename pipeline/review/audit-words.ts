// What the log calls each thing that was done, as people say it.
import type { Text } from './visit.tsx'

export const actionNames = {
  sign_in: { vi: 'Đăng nhập', en: 'Signed in' },
  sign_in_failed: { vi: 'Đăng nhập sai', en: 'Failed to sign in' },
  sign_out: { vi: 'Đăng xuất', en: 'Signed out' },
  read: { vi: 'Xem hồ sơ', en: 'Read a dossier' },
  reason_given: { vi: 'Nêu lý do mở hồ sơ', en: 'Gave a reason' },
  decide: { vi: 'Quyết định', en: 'Decided' },
  release: { vi: 'Trả về hàng đợi', en: 'Put back' },
  account_added: { vi: 'Lập tài khoản', en: 'Added an account' },
  account_disabled: { vi: 'Khóa tài khoản', en: 'Disabled an account' },
  account_enabled: { vi: 'Mở lại tài khoản', en: 'Enabled an account' },
  role_given: { vi: 'Thêm quyền', en: 'Gave a role' },
  role_taken: { vi: 'Bớt quyền', en: 'Took a role away' },
  password_reset: { vi: 'Cấp mật khẩu mới', en: 'Reset a password' },
  password_changed: { vi: 'Đổi mật khẩu', en: 'Changed a password' },
  reason_asked: { vi: 'Đặt việc hỏi lý do', en: 'Set asking for reasons' },
  link_again: { vi: 'Cho ghép lại toàn bộ', en: 'Linked the register again' },
  sample_drawn: { vi: 'Rút mẫu', en: 'Drew samples' },
  second_look: { vi: 'Xem mẫu lần hai', en: 'Took a second look' },
  settle_difference: { vi: 'Phân định hai người ghi khác nhau', en: 'Settled a difference' },
  errors_out: { vi: 'Tải danh sách cần sửa (Excel)', en: 'Took errors out as Excel' },
  errors_tried: { vi: 'Xem trước tệp Excel đã sửa', en: 'Previewed a corrected workbook' },
  errors_taken: { vi: 'Ghi tệp Excel đã sửa', en: 'Took in a corrected workbook' },
  report_out: { vi: 'Tải báo cáo Excel', en: 'Downloaded the report' },
  print_slips: { vi: 'In phiếu quét lại', en: 'Printed rescan slips' },
  print_minutes: { vi: 'In biên bản bàn giao', en: 'Printed handover minutes' },
  print_contradictions: { vi: 'In phiếu đối chiếu', en: 'Printed a contradiction sheet' },
  package_prepared: { vi: 'Lập gói', en: 'Prepared a package' },
  package_validated: { vi: 'Gói hợp lệ', en: 'A package is valid' },
  package_refused: { vi: 'Gói không hợp lệ', en: 'A package was refused' },
  package_approved: { vi: 'Duyệt gói', en: 'Approved a package' },
  package_signed: { vi: 'Ký gói', en: 'Signed a package' },
  package_cancelled: { vi: 'Hủy gói', en: 'Cancelled a package' },
  api_list: { vi: 'Hệ thống khác đọc danh sách', en: 'Another system listed persons' },
  api_read: { vi: 'Hệ thống khác đọc một người', en: 'Another system read a person' },
} as const satisfies Record<string, Text>

export type AuditAction = keyof typeof actionNames

const names = new Map<string, Text>(Object.entries(actionNames))
export const actionName = (action: string): Text => names.get(action) ?? { vi: action, en: action }
