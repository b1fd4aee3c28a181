// How well the paper was read, and junk that was read well. What the values say of the person is for the other files.
import { fieldCodes, fieldOf, type ValueType } from '../../schemas/index.ts'
import { fold } from '../core/text.ts'
import { isFirm } from './plain.ts'
import { defineReadingRule, defineRule, type Reading } from './rule.ts'

const isMandatory = ({ definition }: Reading) => definition.mandatory === true
const optional = fieldCodes.filter((field) => !fieldOf(field).mandatory)
const mandatory = fieldCodes.filter((field) => fieldOf(field).mandatory)
const written = fieldCodes.filter((field) =>
  (['text', 'personName', 'code', 'choice', 'digits'] satisfies ValueType[]).some(
    (type) => type === fieldOf(field).type,
  ),
)
const experience = 'Thống kê: số liệu nhận dạng trên các mẫu thử (npm run corpus)'
/** A third party's summary is all that was seen of it. */
const errorGroups = 'Công văn 4856/BCA-TTDLQG năm 2026, Phụ lục 3 (nhóm lỗi dữ liệu rác)'

const whenGrade =
  (grade: 'doubtful' | 'poor') =>
  ({ field, value }: Reading) =>
    value.outcome.status === 'read' && value.grade === grade && value.source?.kind !== 'steward' ? { field } : undefined

const graded = [
  defineReadingRule({
    code: 'reading_doubtful',
    severity: 'warning',
    dimension: 'accuracy',
    basis: experience,
    basisVerified: false,
    fields: fieldCodes,
    message: {
      vi: 'Chưa chắc đã đọc đúng "{field}". So với ảnh, xác nhận hoặc sửa.',
      en: '"{field}" may not have been read right. Compare with the image, confirm or correct it.',
    },
    check: whenGrade('doubtful'),
  }),
  defineReadingRule({
    code: 'reading_poor',
    severity: 'warning',
    dimension: 'accuracy',
    basis: experience,
    basisVerified: false,
    fields: optional,
    message: {
      vi: 'Đọc "{field}" rất kém, không nên tin. Nhập lại theo ảnh.',
      en: '"{field}" was read so badly that it should not be trusted. Key it in from the image.',
    },
    check: whenGrade('poor'),
  }),
  defineReadingRule({
    code: 'required_reading_poor',
    severity: 'error',
    dimension: 'accuracy',
    basis: 'Thông tư 11/2012/TT-BNV Điều 9 khoản 1 điểm b; mẫu 2C-BNV/2008',
    basisVerified: true,
    fields: mandatory,
    message: {
      vi: 'Mục bắt buộc "{field}" đọc rất kém, không thể đưa vào cơ sở dữ liệu. Nhập lại theo ảnh.',
      en: 'The required "{field}" was read so badly that it cannot be sent. Key it in from the image.',
    },
    check: whenGrade('poor'),
  }),
  defineReadingRule({
    code: 'value_not_understood',
    severity: 'warning',
    dimension: 'accuracy',
    basis: experience,
    basisVerified: false,
    fields: optional,
    message: {
      vi: 'Mục "{field}" có chữ nhưng không hiểu được giá trị. Đối chiếu ảnh và nhập tay.',
      en: '"{field}" has writing that could not be understood. Compare with the image and key it in.',
    },
    check: ({ field, value }) => (value.outcome.status === 'unparsed' ? { field } : undefined),
  }),
  defineReadingRule({
    code: 'blank_doubtful',
    severity: 'info',
    dimension: 'accuracy',
    basis: experience,
    basisVerified: false,
    fields: optional,
    message: {
      vi: 'Mục "{field}" có vẻ để trống nhưng chưa chắc. Xem ảnh nếu mục này quan trọng.',
      en: '"{field}" seems to be left blank, but that is not sure. See the image if it matters.',
    },
    check: (reading) =>
      reading.value.outcome.status === 'blank' && reading.value.grade !== 'good' && !isMandatory(reading)
        ? { field: reading.field }
        : undefined,
  }),
  defineRule({
    code: 'table_reading_doubtful',
    severity: 'warning',
    dimension: 'accuracy',
    basis: experience,
    basisVerified: false,
    fields: [],
    message: {
      vi: 'Bảng "{table}" có {cells} ô chưa chắc đã đọc đúng. So với ảnh, xác nhận hoặc sửa.',
      en: 'The table "{table}" has {cells} cells that may not have been read right. Compare with the image.',
    },
    check: (_, { rows }) =>
      Object.entries(rows).flatMap(([table, all]) => {
        const cells = all.flatMap((row) => Object.values(row.cells))
        const doubtful = cells.filter((cell) => cell.outcome.status === 'unparsed' || !isFirm(cell)).length
        return doubtful === 0 ? [] : [{ evidence: { table, cells: doubtful }, fields: [table] }]
      }),
  }),
  defineRule({
    code: 'steward_decision_outdated',
    severity: 'warning',
    dimension: 'timeliness',
    basis: 'Quy ước của phần mềm: quyết định rà soát chỉ có hiệu lực với đúng giá trị đã xem',
    basisVerified: false,
    fields: [],
    message: {
      vi: '"{field}" đã được rà soát nhưng giá trị đọc được nay đã khác. Xem lại và quyết định lần nữa.',
      en: '"{field}" was reviewed, but it now reads differently. Look at it and decide again.',
    },
    check: (_, { marks }) =>
      marks
        .filter(({ kind }) => kind === 'decision_outdated')
        .map(({ subject: field }) => ({ evidence: { field }, fields: [field] })),
  }),
]

const junk = new Set(['n/a', 'na', 'null', 'none', 'test', 'abc', 'xxx', 'khong ro', 'chua ro', 'chua co thong tin'])
const longestJunk = Math.max(...[...junk].map((word) => word.length))
/** In NFC a letter with its marks is one sign, so that a longer writing cannot fold to one of them. */
const isJunk = (text: string) => (text.length <= longestJunk && junk.has(fold(text))) || !/[\p{L}\p{N}]/u.test(text)

/** UTF-8 taken for Latin-1, and TCVN3 (ABC) taken for Unicode: texts of old files, not of the engine. */
const garble = /\uFFFD|á[º»]|Ä[‘\u0090\u0091]|Æ[°¡]|Ã[\u00A0-\u00BF]|[®µ¶¸¹¨]/u

const textIn = ({ value: { outcome } }: Reading) =>
  outcome.status === 'read' && typeof outcome.value === 'string' ? outcome.value : undefined

const clean = [
  defineReadingRule({
    code: 'value_is_junk',
    severity: 'warning',
    dimension: 'cleanness',
    basis: errorGroups,
    basisVerified: false,
    fields: written,
    message: {
      vi: 'Mục "{field}" chỉ ghi "{value}", không phải thông tin. Để trống hoặc đề nghị khai bổ sung.',
      en: '"{field}" says only "{value}", which is no information. Leave it blank or ask the person.',
    },
    check: (reading) => {
      const value = textIn(reading)
      return value !== undefined && isJunk(value) ? { field: reading.field, value } : undefined
    },
  }),
  defineReadingRule({
    code: 'text_garbled',
    severity: 'warning',
    dimension: 'cleanness',
    basis: errorGroups,
    basisVerified: false,
    fields: written,
    message: {
      vi: 'Mục "{field}" bị lỗi phông chữ. Nhập lại theo ảnh, dùng bảng mã Unicode.',
      en: '"{field}" is garbled by a wrong encoding. Key it in from the image in Unicode.',
    },
    check: (reading) => (garble.test(textIn(reading) ?? '') ? { field: reading.field } : undefined),
  }),
  defineRule({
    code: 'height_implausible',
    severity: 'warning',
    dimension: 'accuracy',
    basis: 'Thống kê: người trưởng thành cao từ 120 đến 210 cm',
    basisVerified: false,
    fields: ['heightCm'],
    message: {
      vi: 'Chiều cao {centimetres} cm khó có thể đúng. Đối chiếu ảnh.',
      en: 'A height of {centimetres} cm is hardly right. Compare with the image.',
    },
    check: ({ heightCm }) => (heightCm < 120 || heightCm > 210 ? { centimetres: heightCm } : undefined),
  }),
  defineRule({
    code: 'weight_implausible',
    severity: 'warning',
    dimension: 'accuracy',
    basis: 'Thống kê: người trưởng thành nặng từ 30 đến 150 kg',
    basisVerified: false,
    fields: ['weightKg'],
    message: {
      vi: 'Cân nặng {kilograms} kg khó có thể đúng. Đối chiếu ảnh.',
      en: 'A weight of {kilograms} kg is hardly right. Compare with the image.',
    },
    check: ({ weightKg }) => (weightKg < 30 || weightKg > 150 ? { kilograms: weightKg } : undefined),
  }),
]

const body = defineRule({
  code: 'weight_disagrees_height',
  severity: 'warning',
  dimension: 'consistency',
  basis: 'Thống kê: chỉ số khối cơ thể của người đi làm từ 13 đến 45',
  basisVerified: false,
  fields: ['heightCm', 'weightKg'],
  message: {
    vi: 'Cao {centimetres} cm mà nặng {kilograms} kg khó có thể đúng. Đối chiếu ảnh.',
    en: '{centimetres} cm and {kilograms} kg hardly belong together. Compare with the image.',
  },
  // Alone implausible, each has its own finding.
  check: ({ heightCm, weightKg }) => {
    if (heightCm < 120 || heightCm > 210 || weightKg < 30 || weightKg > 150) return undefined
    const index = weightKg / (heightCm / 100) ** 2
    return index < 13 || index > 45 ? { centimetres: heightCm, kilograms: weightKg } : undefined
  },
})

export const reading = [...graded, ...clean, body]
