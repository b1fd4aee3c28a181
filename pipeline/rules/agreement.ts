// Papers against each other: the form and the decisions, two forms, two dossiers of one person. Nothing is settled here.
import type { FieldCode, Rival, Value } from '../../schemas/index.ts'
import { isBefore, mayBeSame } from '../core/dates.ts'
import { gradeOf } from '../core/grade.ts'
import { disagree } from '../core/same-value.ts'
import { isFirm, saidIn } from './plain.ts'
import { type Context, defineReadingRule, type Hit, type Reading } from './rule.ts'

/** Read in the codified text: components that differ are examined, and changed only by a written decision. */
const conflict = 'Thông tư 11/2012/TT-BNV Điều 11 khoản 2, 3 (sửa đổi bởi Thông tư 06/2019/TT-BNV)'

/** What changes in a working life: a newer decision does not contradict an older form. */
const pay = ['rankCode', 'salaryStep', 'salaryCoefficient', 'salaryFrom'] as const

/** Rivals of the field `as` that cannot mean the same as the value. A steward's decision has settled it. */
function contradicting({ value, field }: Reading, as: FieldCode): Rival[] {
  if (value.source?.kind === 'steward') return []
  const isDate = field.endsWith('Date') || field === 'salaryFrom'
  return value.rivals.filter((rival) => {
    if (rival.field !== as || !disagree(value.outcome, rival.outcome)) return false
    return !isDate || !mayBeSame(text(value.outcome), text(rival.outcome))
  })
}

function text(outcome: Rival['outcome']): string {
  if (outcome.status !== 'read') return ''
  return typeof outcome.value === 'object' ? outcome.value.text : String(outcome.value)
}

const plain = (value: Value) => (typeof value === 'object' ? value.text : value)
const told = (outcome: Rival['outcome']) => (outcome.status === 'read' ? plain(outcome.value) : '')
const paperOf = ({ outcome }: Rival) => (outcome.status === 'missing' ? undefined : outcome.provenance?.documentId)

/** Whether the decision was signed after the form was written; undefined when one of the dates is not known. */
function isNewer(rival: Rival, { value }: Reading, { papers }: Context): boolean | undefined {
  const { source } = value
  const find = (documentId: string | undefined) => papers.find((paper) => paper.documentId === documentId)
  const [form, decision] = [find(source?.kind === 'reading' ? source.documentId : undefined), find(paperOf(rival))]
  const declared = form === undefined ? undefined : saidIn(form, 'declarationDate')
  const signed = decision === undefined ? undefined : saidIn(decision, 'decisionDate')
  return declared === undefined || signed === undefined ? undefined : isBefore(declared, signed)
}

function hitOf(rival: Rival, { field, value }: Reading, isDoubtful: boolean): Hit {
  const documentId = paperOf(rival)
  return {
    evidence: { form: told(value.outcome), decision: told(rival.outcome) },
    fields: [field, rival.field],
    documentId,
    about: rival.dossier,
    isDoubtful: isDoubtful || !isFirm(value) || (rival.grade ?? gradeOf(rival.outcome)) !== 'good',
  }
}

const decided = (
  code: string,
  field: FieldCode,
  as: FieldCode,
  message: { readonly vi: string; readonly en: string },
  isPay = pay.some((each) => each === field),
) =>
  defineReadingRule({
    code: `decision_disagrees_${code}`,
    severity: 'error',
    dimension: 'consistency',
    basis: conflict,
    basisVerified: true,
    fields: [field],
    message,
    check: (reading, context) =>
      contradicting(reading, as).flatMap((rival) => {
        // Of a person the papers are not known: which is newer was asked with its dossiers.
        if (isPay && context.papers.length === 0) return []
        const newer = isPay ? isNewer(rival, reading, context) : false
        // Where nobody knows which paper is older, it is only a reason to look.
        return newer === true ? [] : [hitOf(rival, reading, newer === undefined)]
      }),
  })

const withDecision = [
  decided('full_name', 'fullName', 'decisionFullName', {
    vi: 'Sơ yếu lý lịch ghi tên "{form}", quyết định ghi "{decision}". Đối chiếu giấy khai sinh, kiểm tra quyết định có đúng của người này không.',
    en: 'The résumé says "{form}", the decision "{decision}". See the birth certificate; check that the decision is this person’s.',
  }),
  decided('birth_date', 'birthDate', 'decisionBirthDate', {
    vi: 'Sơ yếu lý lịch ghi ngày sinh {form}, quyết định ghi {decision}. Đối chiếu giấy khai sinh gốc; với đảng viên theo lý lịch đảng viên gốc.',
    en: 'The résumé gives the birth date {form}, the decision {decision}. See the birth certificate, or the original Party file.',
  }),
  decided('rank_code', 'rankCode', 'decisionRankCode', {
    vi: 'Sơ yếu lý lịch ghi mã ngạch {form}, quyết định ghi {decision}. Xem lại cả hai giấy tờ và chọn giá trị đúng.',
    en: 'The résumé gives the rank code {form}, the decision {decision}. Look at both papers and choose.',
  }),
  decided('salary_step', 'salaryStep', 'decisionSalaryStep', {
    vi: 'Sơ yếu lý lịch ghi bậc {form}, quyết định ghi bậc {decision}. Xem lại cả hai giấy tờ và chọn giá trị đúng.',
    en: 'The résumé gives step {form}, the decision step {decision}. Look at both papers and choose.',
  }),
  decided('salary_coefficient', 'salaryCoefficient', 'decisionSalaryCoefficient', {
    vi: 'Sơ yếu lý lịch ghi hệ số {form}, quyết định ghi {decision}. Xem lại cả hai giấy tờ và chọn giá trị đúng.',
    en: 'The résumé gives the coefficient {form}, the decision {decision}. Look at both papers and choose.',
  }),
  decided('salary_from', 'salaryFrom', 'decisionSalaryFrom', {
    vi: 'Sơ yếu lý lịch ghi hưởng lương từ {form}, quyết định ghi {decision}. Xem lại cả hai giấy tờ và chọn giá trị đúng.',
    en: 'The résumé gives the salary from {form}, the decision from {decision}. Look at both papers and choose.',
  }),
  defineReadingRule({
    code: 'resume_older_than_decision',
    severity: 'info',
    dimension: 'timeliness',
    basis: 'Thông tư 11/2012/TT-BNV Điều 11 khoản 1 (bổ sung lý lịch hằng năm)',
    basisVerified: true,
    fields: ['salaryStep'],
    message: {
      vi: 'Sơ yếu lý lịch ghi bậc {form}, quyết định ký sau đó đã nâng lên bậc {decision}. Cập nhật theo quyết định.',
      en: 'The résumé gives step {form}; a later decision raised it to {decision}. Update it from the decision.',
    },
    check: (reading, context) =>
      contradicting(reading, 'decisionSalaryStep')
        .filter((rival) => isNewer(rival, reading, context) === true)
        .map((rival) => hitOf(rival, reading, false)),
  }),
]

const between = (reading: Reading) =>
  contradicting(reading, reading.field).map((rival) => ({
    ...hitOf(rival, reading, false),
    evidence: { field: reading.field },
    fields: [reading.field],
  }))

/** An old card's number and the personal number are two numbers; two personal numbers are not. */
const areComparable = (a: string, b: string) => a.length === b.length

const amongPapers = [
  defineReadingRule({
    code: 'documents_disagree_on_identity',
    severity: 'error',
    dimension: 'consistency',
    basis: conflict,
    basisVerified: true,
    fields: ['fullName', 'birthDate', 'gender', 'citizenId'],
    message: {
      vi: 'Các giấy tờ ghi "{field}" khác nhau. Đối chiếu giấy khai sinh gốc hoặc quyển lý lịch, rồi chọn giá trị đúng.',
      en: 'The papers disagree on "{field}". See the birth certificate or the first résumé, and choose.',
    },
    check: (reading) =>
      between({
        ...reading,
        value: {
          ...reading.value,
          rivals: reading.value.rivals.filter(
            ({ outcome }) => reading.field !== 'citizenId' || areComparable(text(reading.value.outcome), text(outcome)),
          ),
        },
      }),
  }),
  defineReadingRule({
    code: 'documents_disagree',
    severity: 'warning',
    dimension: 'consistency',
    basis: conflict,
    basisVerified: true,
    // Only what does not change in a life: two addresses of two years do not contradict each other.
    fields: [
      'birthplace',
      'hometown',
      'ethnicity',
      'recruitmentDate',
      'partyAdmissionDate',
      'partyOfficialDate',
      'enlistmentDate',
      'dischargeDate',
      'socialInsuranceNo',
    ],
    message: {
      vi: 'Các giấy tờ ghi "{field}" khác nhau. Xem lại các giấy tờ và chọn giá trị đúng.',
      en: 'The papers disagree on "{field}". Look at them and choose.',
    },
    check: between,
  }),
]

export const agreement = [...withDecision, ...amongPapers]
