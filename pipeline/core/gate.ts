// The gate: a record leaves only as đúng, đủ, sạch, sống, thống nhất. What keeps it back, and the one thing to do about it.
import {
  FieldCode,
  fieldCodes,
  fieldOf,
  type Finding,
  type OutFinding,
  QualityDimension,
  tableCodes,
  tableOf,
} from '../../schemas/index.ts'

type Language = 'vi' | 'en'
/** Of a finding what the gate looks at. */
export type Weighed = Pick<OutFinding, 'code' | 'severity' | 'dimension' | 'fields' | 'message' | 'waived'>

export interface Verdict {
  readonly isHeld: boolean
  /** The criteria it fails, in the order of the mission's words. */
  readonly fails: readonly QualityDimension[]
  /** One sentence; only of what is held. */
  readonly next?: string
}

/** An error that nobody accepted as an exception keeps a record from leaving. */
export const isHolding = ({ severity, waived }: Pick<Weighed, 'severity' | 'waived'>): boolean =>
  severity === 'error' && waived !== true

export const isHoldingFinding = ({ severity, isWaived }: Finding): boolean => severity === 'error' && !isWaived

export function gate(findings: readonly Weighed[], language: Language = 'vi'): Verdict {
  const holding = findings.filter(isHolding)
  const fails = QualityDimension.options.filter((each) => holding.some(({ dimension }) => dimension === each))
  const next = nextStep(holding, language)
  return { isHeld: holding.length > 0, fails, ...(next === undefined ? {} : { next }) }
}

interface Words {
  readonly vi: string
  readonly en: string
}
interface Step extends Words {
  readonly codes: RegExp
  /** Said where so many fields are concerned that it is not about the fields. */
  readonly many?: Words
}
/** More missing fields than this, and the form itself is missing. */
const several = 4

/**
 * In the order in which they save the most work: a missing scan may settle all the rest, what stands on the image needs
 * nobody else, a conflict needs a conclusion, and only then is the person asked. `{fields}` are named.
 */
const steps: readonly Step[] = [
  {
    codes: /^secret_paper_refused$/u,
    vi: 'Chuyển hồ sơ có tài liệu mật cho nơi được phép giữ; không xử lý tiếp tại đây.',
    en: 'Hand the dossier with secret papers to those who may hold it; do not go on here.',
  },
  {
    codes: /^scan_unreadable$/u,
    vi: 'Quét lại hoặc bỏ mật khẩu của tệp không mở được, rồi chạy lại.',
    en: 'Scan again, or remove the password of the file that cannot be opened, then run again.',
  },
  {
    codes: /^(?:required_reading_poor|required_value_not_understood|citizen_id_malformed|date_in_future)$/u,
    vi: 'Mở ảnh và nhập lại: {fields}.',
    en: 'Open the image and key in: {fields}.',
  },
  {
    codes: /^required_field_missing$/u,
    vi: 'Tìm trên ảnh và nhập, hoặc quét bổ sung trang có: {fields}.',
    en: 'Find on the images and key in, or scan the page that has: {fields}.',
    many: {
      vi: 'Quét bổ sung sơ yếu lý lịch: {count} mục bắt buộc không có trên giấy tờ nào.',
      en: 'Scan the résumé: {count} required fields are on no paper.',
    },
  },
  {
    codes: /^citizen_id_/u,
    vi: 'Đối chiếu thẻ căn cước rồi sửa: {fields}.',
    en: 'Compare with the identity card and correct: {fields}.',
  },
  {
    codes: /^(?:documents|decision)_disagree/u,
    vi: 'In phiếu đối chiếu, trình người có thẩm quyền kết luận: {fields}.',
    en: 'Print the contradiction sheet and have it decided: {fields}.',
  },
  {
    codes: /^required_field_blank$/u,
    vi: 'Đề nghị người khai bổ sung: {fields}.',
    en: 'Ask the person for: {fields}.',
  },
]

function nextStep(holding: readonly Weighed[], language: Language): string | undefined {
  for (const step of steps) {
    const concerned = holding.filter(({ code }) => step.codes.test(code))
    if (concerned.length === 0) continue
    const names = fieldNames(concerned, language)
    const words = step.many !== undefined && names.length > several ? step.many : step
    return words[language].replace('{count}', String(names.length)).replace('{fields}', names.join(', '))
  }
  // A rule the list does not know says in its last sentence what to do.
  return holding[0]?.message.split(/(?<=\.)\s+/u).at(-1)
}

/** Each once, in the order of the printed form; a field of a decision is told by the person's field it speaks of. */
function fieldNames(findings: readonly Weighed[], language: Language): string[] {
  const told = new Set(findings.flatMap(({ fields }) => fields.slice(0, 1)))
  const inOrder = [...fieldCodes, ...tableCodes].filter((code) => told.has(code))
  return (inOrder.length > 0 ? inOrder : [...told]).map((code) => nameOf(code, language))
}

function nameOf(code: string, language: Language): string {
  const field = FieldCode.safeParse(code)
  if (field.success) return fieldOf(field.data)[language]
  const table = tableCodes.find((each) => each === code)
  return table === undefined ? code : tableOf(table)[language]
}
