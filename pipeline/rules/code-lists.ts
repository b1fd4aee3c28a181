// Whether what was read can be told in codes: words of the lists, units of today. Rank codes belong to salary.ts.
import { type FieldCode, fieldCodes, fieldOf, type Place } from '../../schemas/index.ts'
import { defineReadingRule, type Reading } from './rule.ts'

const choices = fieldCodes.filter((field) => fieldOf(field).type === 'choice')
const isOpen = (field: FieldCode) => fieldOf(field).open === true
const placeFields = fieldCodes.filter((field) => fieldOf(field).type === 'place')

/** A word that was read but has no code in its list. */
function uncoded({ field, value: { outcome } }: Reading) {
  if (outcome.status !== 'read' || outcome.code !== undefined) return undefined
  return { field, word: typeof outcome.value === 'object' ? outcome.value.text : outcome.value }
}

function placeIn({ value: { outcome } }: Reading): Place | undefined {
  return outcome.status === 'read' && typeof outcome.value === 'object' ? outcome.value : undefined
}

export const codeLists = [
  defineReadingRule({
    code: 'value_not_in_code_list',
    severity: 'warning',
    dimension: 'shareability',
    basis: 'Danh mục dùng chung của cơ sở dữ liệu quốc gia về cán bộ, công chức, viên chức',
    basisVerified: false,
    fields: choices.filter((field) => !isOpen(field)),
    message: {
      vi: '"{word}" ở mục "{field}" không có trong danh mục. Chọn lại theo danh mục.',
      en: '"{word}" of "{field}" is not in its code list. Choose from the list.',
    },
    check: uncoded,
  }),
  defineReadingRule({
    code: 'value_outside_code_list',
    severity: 'info',
    dimension: 'shareability',
    basis: 'Danh mục dùng chung của cơ sở dữ liệu quốc gia về cán bộ, công chức, viên chức',
    basisVerified: false,
    fields: choices.filter(isOpen),
    message: {
      vi: '"{word}" ở mục "{field}" được giữ nguyên vì chưa có trong danh mục. Nên chọn từ danh mục nếu cùng nghĩa.',
      en: '"{word}" of "{field}" is kept as written, for the list does not have it. Choose from the list if it means the same.',
    },
    check: uncoded,
  }),
  defineReadingRule({
    code: 'place_not_resolved',
    severity: 'warning',
    dimension: 'shareability',
    basis: 'Quyết định 19/2025/QĐ-TTg (mã đơn vị hành chính)',
    basisVerified: false,
    fields: placeFields,
    message: {
      vi: 'Chưa xác định được đơn vị hành chính hiện nay của "{field}": {text}. Kiểm tra tên xã, tỉnh.',
      en: 'Today’s unit of "{field}" is not known: {text}. Check the names of commune and province.',
    },
    check: (reading) => {
      const place = placeIn(reading)
      if (place?.commune === undefined || place.currentCode !== undefined || (place.candidates ?? []).length > 0)
        return undefined
      return { field: reading.field, text: place.text }
    },
  }),
  defineReadingRule({
    code: 'place_without_commune',
    severity: 'info',
    dimension: 'completeness',
    basis: 'Mẫu 2C-BNV/2008 mục 4, 5, 8, 9 (xã, huyện, tỉnh)',
    basisVerified: false,
    fields: placeFields,
    message: {
      vi: 'Mục "{field}" ghi "{text}", không có tên xã, phường. Đối chiếu giấy khai sinh hoặc đề nghị khai đầy đủ.',
      en: '"{field}" says "{text}" and names no commune. See the birth certificate, or ask for the whole place.',
    },
    check: (reading) => {
      const place = placeIn(reading)
      return place === undefined || place.commune !== undefined || place.currentCode !== undefined
        ? undefined
        : { field: reading.field, text: place.text }
    },
  }),
  defineReadingRule({
    code: 'place_ambiguous',
    severity: 'warning',
    dimension: 'shareability',
    basis: 'Quyết định 19/2025/QĐ-TTg; các nghị quyết sắp xếp đơn vị hành chính năm 2025',
    basisVerified: false,
    fields: placeFields,
    message: {
      vi: '"{field}" có thể thuộc một trong {count} xã, phường hiện nay: {names}. Chọn đơn vị đúng.',
      en: '"{field}" may lie in any of {count} communes of today: {names}. Choose the right one.',
    },
    check: (reading) => {
      const { candidates = [], currentCode } = placeIn(reading) ?? {}
      if (currentCode !== undefined || candidates.length === 0) return undefined
      return { field: reading.field, count: candidates.length, names: candidates.map(({ name }) => name).join('; ') }
    },
  }),
]
