// The columns of a list of expected persons and the names offices give them; the template is made from these too.
import type { Columns } from '../worksheet/headings.ts'

export type RosterColumn =
  | 'agency'
  | 'fullName'
  | 'familyName'
  | 'givenName'
  | 'birthDate'
  | 'birthMale'
  | 'birthFemale'
  | 'citizenId'
  | 'staffNumber'
  | 'position'

/** Offices write "Số" before these, or leave it out. */
const numbers = (...names: readonly string[]) => names.flatMap((name) => [name, `Số ${name}`])

export const rosterColumns: Columns<RosterColumn> = {
  agency: {
    vi: 'Mã đơn vị',
    how: 'Mã như trong danh mục đơn vị đã nạp. Bắt buộc, trừ khi nạp với --agency.',
    aliases: ['Mã cơ quan', 'Mã cơ quan, đơn vị', 'Mã định danh đơn vị', 'Mã định danh cơ quan', 'Mã ĐV'],
  },
  fullName: {
    vi: 'Họ và tên',
    how: 'Họ, chữ đệm và tên khai sinh. Bắt buộc.',
    aliases: [
      'Họ tên khai sinh',
      'Họ, chữ đệm và tên',
      'Họ, chữ đệm và tên khai sinh',
      'Tên cán bộ',
      'Họ tên cán bộ',
      'Họ tên cán bộ, công chức',
      'Họ tên cán bộ, công chức, viên chức',
      'Họ tên CBCCVC',
      'Họ tên viên chức',
    ],
  },
  familyName: { vi: 'Họ và chữ đệm', aliases: ['Họ', 'Họ đệm', 'Họ và tên đệm', 'Họ lót', 'Họ và tên lót'] },
  givenName: { vi: 'Tên', aliases: ['Tên gọi'] },
  birthDate: {
    vi: 'Ngày sinh',
    how: 'dd/MM/yyyy; không rõ ngày thì MM/yyyy hoặc chỉ năm. Bắt buộc nếu không có số định danh.',
    aliases: ['Ngày, tháng, năm sinh', 'Năm sinh', 'Tháng năm sinh', 'NTNS', 'Ngày tháng năm'],
  },
  birthMale: { vi: 'Năm sinh: nam', aliases: ['Ngày sinh: nam', 'Ngày, tháng, năm sinh: nam'] },
  birthFemale: { vi: 'Năm sinh: nữ', aliases: ['Ngày sinh: nữ', 'Ngày, tháng, năm sinh: nữ'] },
  citizenId: {
    vi: 'Số định danh cá nhân',
    how: '12 số định danh (CCCD) hoặc 9 số CMND, giữ cả số 0 ở đầu.',
    aliases: [
      ...numbers(
        'CCCD',
        'CMND',
        'ĐDCN',
        'CMND/CCCD',
        'CMND/CCCD/ĐDCN',
        'căn cước',
        'căn cước công dân',
        'thẻ căn cước',
      ),
      ...numbers('chứng minh nhân dân', 'định danh cá nhân/CCCD', 'định danh cá nhân/CMND', 'căn cước/CCCD'),
      'Số định danh',
      'Mã định danh',
      'Mã định danh cá nhân',
    ],
  },
  staffNumber: {
    vi: 'Số hiệu cán bộ',
    how: 'Không bắt buộc.',
    aliases: [
      'Số hiệu',
      'Số hiệu CBCC',
      'Số hiệu CBCCVC',
      'Số hiệu cán bộ, công chức',
      'Số hiệu cán bộ, công chức, viên chức',
      'Số hiệu công chức',
      'Số hiệu viên chức',
      'Mã cán bộ',
      'Mã CBCCVC',
      'Mã nhân viên',
      'Số hồ sơ',
      'Mã hồ sơ',
    ],
  },
  position: {
    vi: 'Chức vụ',
    how: 'Không bắt buộc.',
    aliases: ['Chức danh', 'Chức vụ, chức danh', 'Chức vụ hiện tại', 'Chức vụ, chức danh hiện tại', 'Chức vụ công tác'],
  },
}
