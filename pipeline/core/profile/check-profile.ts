// What is wrong with a profile, and what it leaves open: elements nobody fills, fields of the catalogue no element names.
import {
  FieldCode,
  fieldCodes,
  fieldOf,
  type MessageKind,
  messageKinds,
  type Profile,
  type ProfileElement,
  type ProfileSection,
  type TableCode,
  tableCodes,
  tableOf,
} from '../../../schemas/index.ts'

export interface ProfileCheck {
  /** Each must be mended before the profile can be used. */
  readonly problems: readonly string[]
  /** Paths of elements that nothing fills yet. */
  readonly unfilled: readonly string[]
  /** Fields, and cells as `table.cell`, that leave under no name and are not told in `withoutPlace`. */
  readonly unnamed: readonly string[]
  /** Fields the catalogue holds to be mandatory and the profile does not. */
  readonly optionalHere: readonly string[]
}

export function checkProfile(profile: Profile): ProfileCheck {
  const elements = elementsOf(profile)
  const named = new Set(elements.flatMap((each) => sourceOf(each)))
  const all = [...fieldCodes, ...tableCodes.flatMap((code) => cellsOf(code))]
  return {
    problems: [
      ...elements.flatMap(problemsOf(profile)),
      ...twice(elements.map(({ path }) => path)).map((path) => `${path}: tên này dùng hai lần`),
      ...messageKinds.flatMap((kind) =>
        twice(singleNames(profile, kind)).map((name) => `${kind}: hai nhóm cùng có "${name}"`),
      ),
      ...sectionsOf(profile).flatMap(({ section }) => tableProblems(section)),
      ...Object.keys(profile.withoutPlace)
        .filter((code) => !isKnown(code))
        .map((code) => `withoutPlace: danh mục trường không có "${code}"`),
    ],
    unfilled: elements.filter(({ element }) => element.from === undefined).map(({ path }) => path),
    unnamed: all.filter((code) => !named.has(code) && !isWithoutPlace(code, profile)),
    optionalHere: fieldCodes.filter(
      (code) =>
        fieldOf(code).mandatory === true &&
        !elements.some((each) => each.element.mandatory === true && sourceOf(each).includes(code)),
    ),
  }
}

interface Placed {
  readonly path: string
  readonly section: ProfileSection
  readonly element: ProfileElement
}

const sectionsOf = (profile: Profile) =>
  messageKinds.flatMap((kind) => profile.messages[kind].sections.map((section) => ({ kind, section })))

const elementsOf = (profile: Profile): Placed[] =>
  sectionsOf(profile).flatMap(({ kind, section }) =>
    section.elements.map((element) => ({ path: `${kind}.${section.name}.${element.name}`, section, element })),
  )

/** All groups stand in one sheet of a workbook, under the names of their elements. */
const singleNames = (profile: Profile, kind: MessageKind): string[] =>
  profile.messages[kind].sections.flatMap((section) =>
    section.kind === 'group' ? section.elements.map(({ name }) => name) : [],
  )

const cellsOf = (code: TableCode): string[] => Object.keys(tableOf(code).cells).map((cell) => `${code}.${cell}`)

function sourceOf({ section, element: { from } }: Placed): string[] {
  if (from === undefined) return []
  if ('field' in from) return [from.field]
  const table = section.kind === 'table' ? section.from : undefined
  if (table === undefined) return []
  // What the rows are chosen by is told by the table they end up in.
  const chosen = Object.keys(table.where ?? {}).map((cell) => `${table.table}.${cell}`)
  return 'cell' in from ? [`${table.table}.${from.cell}`, ...chosen] : chosen
}

const isWithoutPlace = (code: string, { withoutPlace }: Profile): boolean =>
  code in withoutPlace || (code.split('.')[0] ?? '') in withoutPlace

const isTable = (code: string): code is TableCode => tableCodes.some((each) => each === code)
const isKnown = (code: string): boolean =>
  FieldCode.safeParse(code).success || isTable(code) || tableCodes.some((table) => cellsOf(table).includes(code))

const problemsOf =
  (profile: Profile) =>
  ({ path, section, element }: Placed): string[] => {
    const { from, type, list, pattern } = element
    const wrong: string[] = []
    if (type === 'code' && (list === undefined || !(list in profile.codeLists)))
      wrong.push('kiểu code cần một danh mục có trong codeLists')
    if (pattern !== undefined && !isPattern(pattern)) wrong.push('pattern không phải biểu thức chính quy hợp lệ')
    if (element.mandatory === true && from === undefined) wrong.push('bắt buộc mà chưa có nguồn')
    if (from !== undefined && 'field' in from && !FieldCode.safeParse(from.field).success)
      wrong.push(`danh mục trường không có "${from.field}"`)
    if (from !== undefined && 'cell' in from && !hasCell(section, from.cell))
      wrong.push(`bảng nguồn không có cột "${from.cell}"`)
    return wrong.map((problem) => `${path}: ${problem}`)
  }

function hasCell(section: ProfileSection, cell: string): boolean {
  const table = section.kind === 'table' ? section.from?.table : undefined
  return table !== undefined && isTable(table) && cell in tableOf(table).cells
}

function tableProblems(section: ProfileSection): string[] {
  if (section.kind === 'group' || section.from === undefined) return []
  const { table, where = {} } = section.from
  if (!isTable(table)) return [`${section.name}: danh mục trường không có bảng "${table}"`]
  return Object.keys(where)
    .filter((cell) => !(cell in tableOf(table).cells))
    .map((cell) => `${section.name}: bảng nguồn không có cột "${cell}"`)
}

/** XSD anchors a pattern at both ends and knows neither `^` nor `$`; so does the JSON Schema made of it. */
function isPattern(pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').source !== '' && !/[$^\\]/u.test(pattern)
  } catch {
    return false
  }
}

const twice = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
]
