// What the HR systems' lists say otherwise than the papers: a reason to look, never a value. The paper goes before every list.
import { fieldCodes, type FieldCode, fieldOf } from '../../schemas/index.ts'
import { sameValue } from '../core/same-value.ts'
import { show } from '../core/values/index.ts'
import { defineReadingRule, type Reading } from './rule.ts'
import type { Context } from './rule.ts'

const basis = 'Danh sách trích từ phần mềm quản lý nhân sự: chỉ để đối chiếu (Thông tư 11/2012/TT-BNV Điều 11 khoản 2)'

/** The most credible list that says otherwise. */
function otherwise({ field, value }: Reading, { listed }: Context, isWarned: boolean) {
  for (const { name, values, warn } of listed) {
    const told = values[field]
    if (told === undefined || warn.includes(field) !== isWarned) continue
    const { outcome } = value
    if (outcome.status === 'read' && !sameValue(outcome.value, told))
      return { field, list: name, told: show(fieldOf(field), told) }
  }
  return undefined
}

const fields: readonly FieldCode[] = fieldCodes

export const listed = [
  defineReadingRule({
    code: 'list_disagrees',
    severity: 'warning',
    dimension: 'consistency',
    basis,
    basisVerified: false,
    fields,
    message: {
      vi: 'Mục "{field}" trên giấy tờ khác với "{told}" trong {list}. Đối chiếu ảnh; giấy tờ đúng thì sửa danh sách, đọc sai thì sửa giá trị.',
      en: '"{field}" on the papers differs from "{told}" in {list}. See the image; if the paper is right mend the list, if it was misread mend the value.',
    },
    check: (reading, context) => otherwise(reading, context, true),
  }),
  defineReadingRule({
    code: 'list_says_otherwise',
    severity: 'info',
    dimension: 'consistency',
    basis,
    basisVerified: false,
    fields,
    message: {
      vi: 'Mục "{field}" ghi khác trong {list}: "{told}". Xem bên nào mới hơn; giấy tờ không bị sửa theo danh sách.',
      en: '"{field}" is told otherwise in {list}: "{told}". See which is newer; the papers are never changed by a list.',
    },
    check: (reading, context) => otherwise(reading, context, false),
  }),
]
