// Items 1 to 26 of the form 2C-BNV/2008 as data: labels, the fields behind them, the printed hints (domain: QĐ 02/2008/QĐ-BNV).
import type { FieldCode } from '../../schemas/index.ts'

export interface Slot {
  readonly label: string
  readonly field: FieldCode
  /** Points of leader at least. */
  readonly leader?: number
  /** Printed behind the value: "kg". */
  readonly after?: string
  /** The item's own number where two items share a line. */
  readonly number?: string
}

export interface Item {
  readonly number?: string
  readonly slots: readonly Slot[]
  /** In brackets on the line below. */
  readonly hint?: string
}

const address = '(Số nhà, đường phố, thành phố, xóm, thôn, xã, huyện, tỉnh)'

/** Everything from item 6 to 26; the first five have shapes of their own. In braces: what offices word differently. */
export const items: readonly Item[] = [
  {
    number: '6',
    slots: [
      { label: 'Dân tộc', field: 'ethnicity' },
      { number: '7', label: 'Tôn giáo', field: 'religion' },
    ],
  },
  { number: '8', slots: [{ label: 'Nơi đăng ký {household} thường trú', field: 'permanentAddress' }], hint: address },
  { number: '9', slots: [{ label: 'Nơi ở hiện nay', field: 'currentAddress' }], hint: address },
  { number: '10', slots: [{ label: 'Nghề nghiệp khi được tuyển dụng', field: 'occupationWhenRecruited' }] },
  {
    number: '11',
    slots: [
      { label: 'Ngày tuyển dụng', field: 'recruitmentDate' },
      { label: 'Cơ quan tuyển dụng', field: 'recruitingAgency' },
    ],
  },
  {
    number: '12',
    slots: [{ label: 'Chức vụ (chức danh) hiện tại', field: 'currentPosition' }],
    hint: '(Về chính quyền hoặc Đảng, đoàn thể, kể cả chức vụ kiêm nhiệm)',
  },
  { number: '13', slots: [{ label: 'Công việc chính được giao', field: 'mainDuty' }] },
  {
    number: '14',
    slots: [
      { label: 'Ngạch công chức (viên chức)', field: 'rankName' },
      { label: 'Mã ngạch', field: 'rankCode' },
    ],
  },
  {
    slots: [
      { label: 'Bậc lương', field: 'salaryStep', leader: 10 },
      { label: 'Hệ số', field: 'salaryCoefficient', leader: 10 },
      { label: 'Ngày hưởng', field: 'salaryFrom' },
      { label: 'Phụ cấp chức vụ', field: 'positionAllowance', leader: 10 },
      { label: 'Phụ cấp khác', field: 'otherAllowance', leader: 10 },
    ],
  },
  {
    number: '15.1',
    slots: [{ label: 'Trình độ giáo dục phổ thông (đã tốt nghiệp lớp mấy/thuộc hệ nào)', field: 'generalEducation' }],
  },
  {
    number: '15.2',
    slots: [{ label: 'Trình độ chuyên môn cao nhất', field: 'highestQualification' }],
    hint: '(TSKH, TS, Ths, cử nhân, kỹ sư, cao đẳng, trung cấp, sơ cấp, chuyên ngành)',
  },
  {
    number: '15.3',
    slots: [
      { label: 'Lý luận chính trị', field: 'politicalTheory' },
      { number: '15.4', label: 'Quản lý nhà nước', field: 'stateManagement' },
    ],
    hint: '(Cao cấp, trung cấp, sơ cấp và tương đương) (chuyên viên cao cấp, chuyên viên chính, chuyên viên, cán sự,)',
  },
  {
    number: '15.5',
    slots: [
      { label: 'Ngoại ngữ', field: 'foreignLanguage' },
      { number: '15.6', label: 'Tin học', field: 'informatics' },
    ],
    hint: '(Tên ngoại ngữ + Trình độ A, B, C, D……) (Trình độ A, B, C,……)',
  },
  {
    number: '16',
    slots: [
      { label: 'Ngày vào Đảng Cộng sản Việt Nam', field: 'partyAdmissionDate' },
      { label: 'Ngày chính thức', field: 'partyOfficialDate' },
    ],
  },
  {
    number: '17',
    slots: [{ label: 'Ngày tham gia tổ chức chính trị - xã hội', field: 'politicalOrganisationDate' }],
    hint: '(Ngày tham gia tổ chức: Đoàn, Hội, ….. và làm việc gì trong tổ chức đó)',
  },
  {
    number: '18',
    slots: [
      { label: 'Ngày nhập ngũ', field: 'enlistmentDate' },
      { label: 'Ngày xuất ngũ', field: 'dischargeDate' },
      { label: 'Quân hàm cao nhất', field: 'highestMilitaryRank' },
    ],
  },
  {
    number: '19',
    slots: [{ label: 'Danh hiệu được phong tặng cao nhất', field: 'highestTitle' }],
    hint: '(Anh hùng lao động, anh hùng lực lượng vũ trang; nhà giáo, thày thuốc, nghệ sĩ nhân dân và ưu tú, …)',
  },
  { number: '20', slots: [{ label: 'Sở trường công tác', field: 'strength' }] },
  {
    number: '21',
    slots: [
      { label: 'Khen thưởng', field: 'commendation' },
      { number: '22', label: 'Kỷ luật', field: 'discipline' },
    ],
    hint: '(Hình thức cao nhất, năm nào) (về đảng, chính quyền, đoàn thể hình thức cao nhất, năm nào)',
  },
  {
    number: '23',
    slots: [
      { label: 'Tình trạng {health}', field: 'health' },
      { label: 'Chiều cao', field: 'heightCm', leader: 10 },
      { label: 'Cân nặng', field: 'weightKg', leader: 8, after: 'kg' },
      { label: 'Nhóm máu', field: 'bloodGroup', leader: 10 },
    ],
  },
  {
    number: '24',
    slots: [
      { label: 'Là thương binh hạng', field: 'disabledSoldierClass' },
      { label: 'Là con gia đình chính sách', field: 'policyFamily' },
    ],
    hint: '(Con thương binh, con liệt sĩ, người nhiễm chất độc da cam Dioxin)',
  },
  {
    number: '25',
    slots: [
      { label: 'Số chứng minh nhân dân', field: 'citizenId' },
      { label: 'Ngày cấp', field: 'citizenIdDate' },
      { number: '26', label: '{insurance}', field: 'socialInsuranceNo' },
    ],
  },
]

export const titles = {
  27: 'Đào tạo, bồi dưỡng về chuyên môn, nghiệp vụ, lý luận chính trị, ngoại ngữ, tin học',
  28: 'Tóm tắt quá trình công tác',
  29: 'Đặc điểm lịch sử bản thân',
  30: 'Quan hệ gia đình',
  31: 'Diễn biến quá trình lương của cán bộ, công chức',
  32: 'Nhận xét, đánh giá của cơ quan, đơn vị quản lý và sử dụng cán bộ, công chức',
} as const

export const heads = {
  education: [
    'Tên trường',
    'Chuyên ngành đào tạo, bồi dưỡng',
    'Từ tháng, năm - đến tháng, năm',
    'Hình thức đào tạo',
    'Văn bằng, chứng chỉ, trình độ gì',
  ],
  work: [
    'Từ tháng, năm đến tháng, năm',
    'Chức danh, chức vụ, đơn vị công tác (đảng, chính quyền, đoàn thể, tổ chức xã hội), kể cả thời gian được đào tạo, bồi dưỡng về chuyên môn, nghiệp vụ, ……',
  ],
  family: [
    'Mối quan hệ',
    'Họ và tên',
    'Năm sinh',
    'Quê quán, nghề nghiệp, chức danh, chức vụ, đơn vị công tác, học tập, nơi ở (trong, ngoài nước); thành viên các tổ chức chính trị - xã hội ………..?)',
  ],
} as const

export const history = [
  '- Khai rõ: bị bắt, bị tù (từ ngày tháng năm nào đến ngày tháng năm nào, ở đâu), đã khai báo cho ai, những vấn đề gì? Bản thân có làm việc trong chế độ cũ (cơ quan, đơn vị nào, địa điểm, chức danh, chức vụ, thời gian làm việc ….)',
  '- Tham gia hoặc có quan hệ với các tổ chức chính trị, kinh tế, xã hội nào ở nước ngoài (làm gì, tổ chức nào, đặt trụ sở ở đâu .......?):',
  '- Có thân nhân (Cha, Mẹ, Vợ, Chồng, con, anh chị em ruột) ở nước ngoài (làm gì, địa chỉ ……..)?',
] as const
