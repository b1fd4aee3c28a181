import type { FieldDefinition } from './define.ts'

/** What a decision says (NĐ 30/2020/NĐ-CP Phụ lục I). What it changes is prefixed, so that it never mixes with the résumé. */
export const decision = {
  decisionNumber: { vi: 'Số quyết định', en: 'Decision number', type: 'code', privacy: 'public' },
  decisionDate: { vi: 'Ngày ban hành quyết định', en: 'Date of the decision', type: 'date', privacy: 'public' },
  decisionIssuer: { vi: 'Cơ quan ban hành', en: 'Issuer', type: 'text', privacy: 'public' },
  decisionSubject: { vi: 'Trích yếu', en: 'Subject', type: 'text', privacy: 'personal' },
  signer: { vi: 'Người ký', en: 'Signer', type: 'personName', privacy: 'public' },
  effectiveDate: { vi: 'Ngày có hiệu lực', en: 'Effective from', type: 'date', privacy: 'public' },
  decisionFullName: {
    vi: 'Họ tên trong quyết định',
    en: 'Name in the decision',
    type: 'personName',
    privacy: 'personal',
    rivalOf: 'fullName',
  },
  decisionBirthDate: {
    vi: 'Ngày sinh trong quyết định',
    en: 'Birth date in the decision',
    type: 'date',
    privacy: 'personal',
    rivalOf: 'birthDate',
  },
  decisionAgency: { vi: 'Đơn vị trong quyết định', en: 'Agency in the decision', type: 'text', privacy: 'public' },
  decisionRankName: {
    vi: 'Ngạch trong quyết định',
    en: 'Rank in the decision',
    type: 'text',
    near: 'rank-names',
    privacy: 'public',
  },
  decisionRankCode: {
    vi: 'Mã ngạch trong quyết định',
    en: 'Rank code in the decision',
    type: 'code',
    codes: 'ranks',
    privacy: 'public',
    rivalOf: 'rankCode',
  },
  decisionFromStep: { vi: 'Từ bậc', en: 'From step', type: 'step', privacy: 'personal' },
  decisionFromCoefficient: { vi: 'Từ hệ số', en: 'From coefficient', type: 'decimal', privacy: 'personal' },
  decisionSalaryStep: { vi: 'Lên bậc', en: 'To step', type: 'step', privacy: 'personal', rivalOf: 'salaryStep' },
  decisionSalaryCoefficient: {
    vi: 'Hệ số mới',
    en: 'To coefficient',
    type: 'decimal',
    privacy: 'personal',
    rivalOf: 'salaryCoefficient',
  },
  decisionSalaryFrom: {
    vi: 'Hưởng từ ngày',
    en: 'Salary from',
    type: 'date',
    privacy: 'personal',
    rivalOf: 'salaryFrom',
  },
} as const satisfies Record<string, FieldDefinition>
