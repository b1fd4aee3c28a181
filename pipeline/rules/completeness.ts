// What must be there and is not: fields, tables, papers, pages. What is there but wrong belongs to the other files.
import { type Evidence, fieldCodes, fieldOf, type Mark } from '../../schemas/index.ts'
import { isPayDecision, isResume } from './papers.ts'
import { type Context, defineReadingRule, defineRule, type Hit, type Reading } from './rule.ts'

/** Read in the codified text: the components of a dossier, the résumé 2C-BNV/2008 among them. */
const components = 'Thông tư 11/2012/TT-BNV Điều 9 khoản 1 điểm b; mẫu 2C-BNV/2008'
const mandatory = fieldCodes.filter((field) => fieldOf(field).mandatory)

/** Not demanded of everybody, but a résumé without them is rarely whole. */
const expected = [
  'birthplace',
  'permanentAddress',
  'recruitmentDate',
  'currentPosition',
  'rankCode',
  'salaryStep',
  'salaryCoefficient',
  'salaryFrom',
  'generalEducation',
  'highestQualification',
] as const

const whenStatus =
  (...statuses: readonly Reading['value']['outcome']['status'][]) =>
  ({ field, value }: Reading): Evidence | undefined =>
    statuses.includes(value.outcome.status) ? { field } : undefined

const marked = (marks: readonly Mark[], kind: Mark['kind']): Hit[] =>
  marks.filter((mark) => mark.kind === kind).map(({ subject }) => ({ evidence: { subject }, about: subject }))

/** Papers are known of a dossier only; of a person nothing can be missed here. */
const hasResume = ({ papers }: Context) => papers.some(isResume)

const fieldsThere = [
  defineReadingRule({
    code: 'required_field_missing',
    severity: 'error',
    dimension: 'completeness',
    basis: components,
    basisVerified: true,
    fields: mandatory,
    message: {
      vi: 'Không tìm thấy mục "{field}" trong hồ sơ. Tìm trên ảnh và nhập tay, hoặc quét bổ sung trang còn thiếu.',
      en: '"{field}" was not found in the dossier. Look for it on the images and key it in, or scan the missing page.',
    },
    check: whenStatus('missing'),
  }),
  defineReadingRule({
    code: 'required_field_blank',
    severity: 'error',
    dimension: 'completeness',
    basis: components,
    basisVerified: true,
    fields: mandatory,
    message: {
      vi: 'Mục "{field}" bắt buộc phải có nhưng để trống. Đề nghị người khai bổ sung.',
      en: '"{field}" is required but left blank. Ask the person to complete it.',
    },
    check: whenStatus('blank'),
  }),
  defineReadingRule({
    code: 'required_value_not_understood',
    severity: 'error',
    dimension: 'completeness',
    basis: components,
    basisVerified: true,
    // A malformed identity number has a rule of its own, with its own words.
    fields: mandatory.filter((field) => field !== 'citizenId'),
    message: {
      vi: 'Mục bắt buộc "{field}" có chữ nhưng không hiểu được giá trị. Đối chiếu ảnh và nhập tay.',
      en: 'The required "{field}" has writing that could not be understood. Compare with the image and key it in.',
    },
    check: whenStatus('unparsed'),
  }),
  defineReadingRule({
    code: 'expected_field_empty',
    severity: 'warning',
    dimension: 'completeness',
    basis: 'Mẫu 2C-BNV/2008, các mục 4, 8, 11, 12, 14, 15',
    basisVerified: false,
    fields: expected,
    message: {
      vi: 'Sơ yếu lý lịch không có "{field}". Kiểm tra lại ảnh; nếu bản giấy cũng trống thì đề nghị bổ sung.',
      en: 'The résumé has no "{field}". Check the image; if the paper is empty too, ask for it.',
    },
    check: (reading, context) => (hasResume(context) ? whenStatus('missing', 'blank')(reading) : undefined),
  }),
]

const papersThere = [
  defineRule({
    code: 'expected_table_empty',
    severity: 'warning',
    dimension: 'completeness',
    basis: 'Mẫu 2C-BNV/2008, các mục 27, 28, 30, 31',
    basisVerified: false,
    fields: [],
    tables: ['education', 'workHistory', 'family', 'salaryHistory'],
    message: {
      vi: 'Không đọc được dòng nào của bảng "{table}". Kiểm tra trang có bảng này đã được quét chưa.',
      en: 'No row of the table "{table}" was read. Check that its page was scanned.',
    },
    check: ({ education, workHistory, family, salaryHistory }, context) =>
      hasResume(context)
        ? Object.entries({ education, workHistory, family, salaryHistory })
            .filter(([, rows]) => rows.length === 0)
            .map(([table]) => ({ evidence: { table }, fields: [table] }))
        : [],
  }),
  defineRule({
    code: 'resume_missing',
    severity: 'warning',
    dimension: 'completeness',
    basis: components,
    basisVerified: true,
    fields: [],
    message: {
      vi: 'Hồ sơ có {papers} giấy tờ nhưng không có sơ yếu lý lịch. Quét bổ sung sơ yếu lý lịch.',
      en: 'The dossier has {papers} papers but no résumé. Scan the résumé.',
    },
    check: (_, context) =>
      context.papers.length > 0 && !hasResume(context) ? { papers: context.papers.length } : undefined,
  }),
  defineRule({
    code: 'paper_missing_pay_decision',
    severity: 'warning',
    dimension: 'completeness',
    basis: 'Thông tư 11/2012/TT-BNV Điều 9 (hồ sơ đang công tác, điểm b: quyết định nâng lương)',
    basisVerified: true,
    fields: ['salaryStep'],
    message: {
      vi: 'Đang hưởng bậc {step} nhưng trong hồ sơ không có quyết định nâng bậc lương. Tìm và quét bổ sung quyết định.',
      en: 'The person is on step {step} but the dossier has no decision on the pay rise. Find and scan it.',
    },
    check: ({ salaryStep }, context) =>
      salaryStep > 1 && hasResume(context) && !context.papers.some(isPayDecision) ? { step: salaryStep } : undefined,
  }),
]

const pagesThere = [
  defineRule({
    code: 'scan_unreadable',
    severity: 'error',
    dimension: 'completeness',
    basis: 'Thông tư 11/2012/TT-BNV Điều 9',
    basisVerified: true,
    fields: [],
    message: {
      vi: 'Không mở được tệp quét {subject}, nên chưa biết trong đó có giấy tờ gì. Quét lại hoặc bỏ mật khẩu của tệp.',
      en: 'The scan {subject} could not be opened, so nobody knows what it holds. Scan again or remove its password.',
    },
    check: (_, { marks }) => marked(marks, 'scan_unreadable'),
  }),
  defineRule({
    code: 'page_unreadable',
    severity: 'warning',
    dimension: 'completeness',
    basis: 'Thông tư 11/2012/TT-BNV Điều 9',
    basisVerified: true,
    fields: [],
    message: {
      vi: 'Không đọc được trang {subject}. Xem ảnh và quét lại trang này nếu cần.',
      en: 'The page {subject} could not be read. Look at the image and scan the page again if needed.',
    },
    check: (_, { marks }) => marked(marks, 'page_unreadable'),
  }),
  defineRule({
    code: 'page_unclassified',
    severity: 'info',
    dimension: 'completeness',
    basis: 'Thông tư 11/2012/TT-BNV Điều 9',
    basisVerified: true,
    fields: [],
    message: {
      vi: 'Có {count} trang chưa xác định được thuộc loại giấy tờ nào. Xem các trang này để biết có phải là thành phần hồ sơ không.',
      en: '{count} pages belong to no known form. Look at them to see whether they are papers of the dossier.',
    },
    check: (_, { marks }) => {
      const count = marked(marks, 'page_unclassified').length
      return count > 0 ? { count } : undefined
    },
  }),
  defineRule({
    code: 'scan_delivered_twice',
    severity: 'info',
    dimension: 'cleanness',
    basis: 'Thông tư 11/2012/TT-BNV Điều 14 khoản 3 (mỗi loại tài liệu giữ một bản)',
    basisVerified: true,
    fields: [],
    message: {
      vi: 'Tệp quét {subject} giống hệt một tệp đã nhận. Kiểm tra có phải quét hoặc giao nhầm hai lần không.',
      en: 'The scan {subject} is the same file as one received before. Check whether it was delivered twice by mistake.',
    },
    check: (_, { marks }) => marked(marks, 'scan_delivered_twice'),
  }),
]

export const completeness = [...fieldsThere, ...papersThere, ...pagesThere]
