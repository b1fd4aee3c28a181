// What each measure counts and what fails it, as data. The rules say what is wrong (a finding names items and a dimension);
// here it is said of how many items that is.
import {
  type FieldCode,
  fieldCodes,
  fieldOf,
  type MeasureName,
  type QualityDimension,
  type Severity,
  tableCodes,
} from '../../../schemas/index.ts'
import { dimensionNames } from '../release-sheets.ts'
import type { MeasuredDossier, MeasuredFinding } from './measured.ts'

/** The dossier as a whole: findings that name no item of the measure fall to it. */
export const whole = '*'

export interface Measure {
  readonly vi: string
  readonly en: string
  /** What is counted and what fails, for the reader of a report. */
  readonly counts: string
  readonly items: (dossier: MeasuredDossier, demanded: readonly string[]) => readonly string[]
  /** Open findings that fail the items they name. */
  readonly failedBy: (finding: MeasuredFinding) => boolean
  /** Items that fail without a finding, with the reason. */
  readonly failed: (dossier: MeasuredDossier) => readonly (readonly [item: string, reason: OwnReason])[]
  /** The share from which it is green, and yellow; identifiers know no yellow. */
  readonly green: number
  readonly yellow: number
}

export const ownReasons = {
  undated: { vi: 'Không giấy tờ nào trong hồ sơ có ngày, nên không biết còn mới hay không', en: 'No paper has a date' },
  possible_duplicate: { vi: 'Nghi trùng với hồ sơ khác, chưa ai phân định', en: 'A possible duplicate, undecided' },
  not_shared: { vi: 'Chưa có biên nhận của cơ sở dữ liệu quốc gia', en: 'No receipt of the national database' },
  identifier_missing: { vi: 'Không có số định danh đọc được', en: 'No identity number was read' },
  identifier_unsure: { vi: 'Số định danh chưa chắc đã đọc đúng', en: 'The identity number may be misread' },
  identifier_old: { vi: 'Chỉ có số CMND 9 chữ số, chưa có số định danh cá nhân', en: 'Only a 9-digit number' },
  unit_unknown: { vi: 'Địa danh chưa gắn được mã đơn vị hành chính hiện nay', en: 'A place without its present code' },
} as const
export type OwnReason = keyof typeof ownReasons

const severities: readonly Severity[] = ['info', 'warning', 'error']
const by =
  (dimension: QualityDimension, least: Severity) =>
  (finding: MeasuredFinding): boolean =>
    finding.dimension === dimension && severities.indexOf(finding.severity) >= severities.indexOf(least)

/** Everything with writing in it, and the dossier itself; of a dossier without any writing nothing can be said. */
function written({ fields, rows }: MeasuredDossier): string[] {
  const items = [
    ...fieldCodes.filter((field) => fields[field] !== undefined && fields[field].status !== 'blank'),
    ...tableCodes.filter((table) => (rows[table] ?? 0) > 0),
  ]
  return items.length === 0 ? [] : [...items, whole]
}

const places = fieldCodes.filter((field) => fieldOf(field).type === 'place')
const writtenPlaces = ({ fields }: MeasuredDossier): FieldCode[] =>
  places.filter((field) => fields[field] !== undefined && fields[field].status !== 'blank')
const nothing = () => []

export const measures: Readonly<Record<MeasureName, Measure>> = {
  accuracy: {
    vi: dimensionNames.accuracy,
    en: 'Accuracy',
    counts:
      'Mục có chữ. Không đạt khi đọc chưa chắc, không hiểu được giá trị, hoặc trái với giấy tờ gốc, với lẽ thường.',
    items: written,
    failedBy: by('accuracy', 'warning'),
    failed: nothing,
    green: 0.9,
    yellow: 0.75,
  },
  completeness: {
    vi: dimensionNames.completeness,
    en: 'Completeness',
    counts:
      'Mục phải có, kể cả của những người trong danh sách mà chưa nhận hồ sơ. Không đạt khi thiếu, để trống, hoặc thiếu giấy tờ, thiếu trang.',
    items: (_dossier, demanded) => [...demanded, whole],
    failedBy: by('completeness', 'warning'),
    failed: nothing,
    green: 0.9,
    yellow: 0.75,
  },
  cleanness: {
    vi: dimensionNames.cleanness,
    en: 'Cleanness',
    counts: 'Mục có chữ. Không đạt khi sai khuôn dạng, dữ liệu rác, hoặc hồ sơ nghi trùng chưa phân định.',
    items: written,
    failedBy: by('cleanness', 'warning'),
    failed: ({ isDoubled }) => (isDoubled ? [[whole, 'possible_duplicate']] : []),
    green: 0.9,
    yellow: 0.75,
  },
  timeliness: {
    vi: dimensionNames.timeliness,
    en: 'Timeliness',
    counts: 'Hồ sơ. Không đạt khi có bất kỳ nội dung nào quá hạn cập nhật, hoặc không giấy tờ nào có ngày.',
    items: () => [whole],
    failedBy: by('timeliness', 'info'),
    failed: ({ isDated }) => (isDated ? [] : [[whole, 'undated']]),
    green: 0.9,
    yellow: 0.75,
  },
  consistency: {
    vi: dimensionNames.consistency,
    en: 'Consistency',
    counts: 'Mục có chữ. Không đạt khi mâu thuẫn với mục khác, giấy tờ khác của cùng người.',
    items: written,
    failedBy: by('consistency', 'warning'),
    failed: nothing,
    green: 0.9,
    yellow: 0.75,
  },
  shareability: {
    vi: dimensionNames.shareability,
    en: 'Shareability',
    counts: 'Hồ sơ. Chỉ đạt khi đã có biên nhận chấp nhận của cơ sở dữ liệu quốc gia cho một gói dữ liệu đã xuất.',
    items: () => [whole],
    failedBy: by('shareability', 'warning'),
    failed: ({ isShared }) => (isShared ? [] : [[whole, 'not_shared']]),
    green: 0.9,
    yellow: 0.75,
  },
  identifiers: {
    vi: 'Định danh',
    en: 'Identifiers',
    counts:
      'Số định danh cá nhân 12 chữ số và mã đơn vị hành chính của các địa danh. Phải đạt 100 %: thiếu, chưa chắc hoặc có sai sót đều là không đạt.',
    items: (dossier) => ['citizenId', ...writtenPlaces(dossier)],
    failedBy: ({ severity, about }) => severity !== 'info' && about.includes('citizenId'),
    failed: unsoundIdentifiers,
    green: 1,
    yellow: 1,
  },
}

function unsoundIdentifiers(dossier: MeasuredDossier): (readonly [string, OwnReason])[] {
  const { fields, citizenIdDigits, codedPlaces } = dossier
  const number: OwnReason | undefined =
    citizenIdDigits === undefined
      ? 'identifier_missing'
      : fields.citizenId?.isSure !== true
        ? 'identifier_unsure'
        : citizenIdDigits === 12
          ? undefined
          : 'identifier_old'
  return [
    ...(number === undefined ? [] : [['citizenId', number] as const]),
    ...writtenPlaces(dossier).flatMap((field) =>
      codedPlaces.includes(field) ? [] : [[field, 'unit_unknown'] as const],
    ),
  ]
}
