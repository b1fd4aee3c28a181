// The invented official of a-draft.ts as plain values: every date, number and row fits every other.
import type { Place, Value } from '../../schemas/index.ts'

const place = (text: string): Place => ({
  text,
  commune: 'Hùng Lợi',
  district: 'Yên Sơn',
  province: 'Tuyên Quang',
  currentCode: '02455',
  currentName: 'Xã Hùng Lợi',
})

export const cleanValues = {
  staffNumber: '08.1234',
  managingAgency: 'Ủy ban nhân dân huyện Yên Sơn',
  employingAgency: 'Phòng Nội vụ huyện Yên Sơn',
  fullName: 'Hoàng Thị Mai',
  birthDate: '1985-04-12',
  gender: 'Nữ',
  birthplace: place('Xã Hùng Lợi, huyện Yên Sơn, tỉnh Tuyên Quang'),
  hometown: place('Xã Hùng Lợi, huyện Yên Sơn, tỉnh Tuyên Quang'),
  ethnicity: 'Tày',
  religion: 'Không',
  permanentAddress: place('Thôn Nà Mộ, xã Hùng Lợi, huyện Yên Sơn, tỉnh Tuyên Quang'),
  currentAddress: place('Thôn Nà Mộ, xã Hùng Lợi, huyện Yên Sơn, tỉnh Tuyên Quang'),
  citizenId: '008185001234',
  citizenIdDate: '2021-05-10',
  socialInsuranceNo: '0808001234',
  recruitmentDate: '2008-08-01',
  recruitingAgency: 'Ủy ban nhân dân huyện Yên Sơn',
  currentPosition: 'Chuyên viên',
  mainDuty: 'Công tác tổ chức cán bộ',
  rankName: 'Chuyên viên',
  rankCode: '01.003',
  salaryStep: 6,
  salaryCoefficient: 3.99,
  salaryFrom: '2023-08-01',
  otherAllowance: 0.5,
  generalEducation: '12/12',
  highestQualification: 'Đại học Luật',
  politicalTheory: 'Trung cấp',
  stateManagement: 'Chuyên viên',
  foreignLanguage: 'Tiếng Anh B',
  informatics: 'Tin học văn phòng B',
  partyAdmissionDate: '2012-05-19',
  partyOfficialDate: '2013-05-19',
  politicalOrganisationDate: '2001-03-26',
  commendation: 'Giấy khen năm 2019',
  discipline: 'Không',
  health: 'Tốt',
  heightCm: 158,
  weightKg: 50,
  bloodGroup: 'O',
  declarationDate: '2024-03-15',
} satisfies Record<string, Value>

export const cleanDecision = {
  decisionNumber: '812/QĐ-UBND',
  decisionDate: '2023-08-20',
  decisionIssuer: 'Ủy ban nhân dân huyện Yên Sơn',
  decisionFullName: 'Hoàng Thị Mai',
  decisionBirthDate: '1985-04-12',
  decisionRankName: 'Chuyên viên',
  decisionRankCode: '01.003',
  decisionFromStep: 5,
  decisionFromCoefficient: 3.66,
  decisionSalaryStep: 6,
  decisionSalaryCoefficient: 3.99,
  decisionSalaryFrom: '2023-08-01',
} satisfies Record<string, Value>

const degree = {
  school: 'Trường Đại học Luật Hà Nội',
  major: 'Luật',
  start: '2003-09',
  end: '2007-06',
  award: 'Cử nhân Luật',
}
const politics = {
  school: 'Trường Chính trị tỉnh Tuyên Quang',
  major: 'Lý luận chính trị - hành chính',
  start: '2014-09',
  end: '2015-06',
  award: 'Trung cấp',
}
const pay = (month: string, step: number, coefficient: number) => ({ month, rankCode: '01.003', step, coefficient })

export const cleanTables = {
  education: [degree, politics],
  workHistory: [
    { start: '2008-08', end: '2015-05', position: 'Chuyên viên Phòng Tư pháp huyện Yên Sơn' },
    { start: '2015-06', end: 'nay', position: 'Chuyên viên Phòng Nội vụ huyện Yên Sơn' },
  ],
  family: [
    { side: 'own', relation: 'Cha', name: 'Hoàng Văn Sáng', birthYear: '1958', detail: 'Làm ruộng' },
    { side: 'own', relation: 'Mẹ', name: 'Ma Thị Lành', birthYear: '1960', detail: 'Làm ruộng' },
    { side: 'own', relation: 'Chồng', name: 'Nông Văn Bảo', birthYear: '1983', detail: 'Giáo viên' },
    { side: 'own', relation: 'Con', name: 'Nông Hoàng Minh', birthYear: '2012', detail: 'Học sinh' },
    { side: 'spouse', relation: 'Bố chồng', name: 'Nông Văn Khầy', birthYear: '1955', detail: 'Làm ruộng' },
  ],
  salaryHistory: [
    pay('2008-08', 1, 2.34),
    pay('2011-08', 2, 2.67),
    pay('2014-08', 3, 3),
    pay('2017-08', 4, 3.33),
    pay('2020-08', 5, 3.66),
    pay('2023-08', 6, 3.99),
  ],
} satisfies Record<string, Record<string, Value>[]>

/** A day on which nothing of this person is overdue. */
export const cleanToday = '2024-09-01'
