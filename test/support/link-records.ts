// A record for linking: one invented official to vary. Whole provinces are samples/province.ts.
import type { LinkRecord } from '../../schemas/index.ts'

export function aLinkRecord(given: Partial<LinkRecord> = {}): LinkRecord {
  return {
    dossier: 'A',
    agency: 'TQ',
    fullName: 'Nông Thị Bích Đào',
    birthDate: '1984-03-17',
    gender: 'Nữ',
    citizenId: '',
    socialInsuranceNo: '',
    hometown: 'xã Hùng Lợi, huyện Yên Sơn, tỉnh Tuyên Quang',
    hometownCommune: 'Hùng Lợi',
    hometownDistrict: 'Yên Sơn',
    hometownProvince: 'Tuyên Quang',
    hometownUnits: ['02494'],
    recruitmentDate: '',
    partyAdmissionDate: '',
    sure: ['fullName', 'birthDate', 'gender', 'citizenId'],
    ...given,
  }
}
