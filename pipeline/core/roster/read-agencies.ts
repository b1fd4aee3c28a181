// A list of agencies as a file tells it, held against those already known: what is new, what changes, what is wrong.
import type { Agency } from '../../../schemas/index.ts'
import { treeProblems } from '../agency-tree.ts'
import { fold } from '../text.ts'
import type { Cell, Worksheet } from '../worksheet/cell.ts'
import { type ListKind, type ReadList, readList, type RowProblem } from '../worksheet/read-list.ts'

type ColumnName = 'code' | 'name' | 'parentCode' | 'mayHoldSecret'

/** What a row says. A file without a column says nothing of it (`undefined`): it stays as it was. */
interface SaidAgency {
  readonly code: string
  readonly name: string
  /** Empty: it has none. */
  readonly parentCode: string | undefined
  readonly mayHoldSecret: boolean | undefined
}

export interface AgencyImport {
  readonly added: readonly Agency[]
  readonly changed: readonly Agency[]
  readonly unchanged: number
  readonly problems: readonly RowProblem[]
  readonly notes: readonly string[]
}

export const agencyList: ListKind<ColumnName, SaidAgency> = {
  columns: {
    code: {
      vi: 'Mã đơn vị',
      how: 'Mã ngắn, không có khoảng trắng, mỗi đơn vị một mã. Bắt buộc.',
      aliases: ['Mã cơ quan', 'Mã cơ quan, đơn vị', 'Mã định danh', 'Mã định danh đơn vị', 'Mã ĐV', 'Mã'],
    },
    name: {
      vi: 'Tên đơn vị',
      how: 'Tên đầy đủ. Bắt buộc.',
      aliases: ['Tên cơ quan', 'Tên cơ quan, đơn vị', 'Cơ quan, đơn vị', 'Đơn vị', 'Cơ quan', 'Tên ĐV'],
    },
    parentCode: {
      vi: 'Mã đơn vị cấp trên',
      how: 'Mã của đơn vị cấp trên; để trống nếu là đơn vị cao nhất.',
      aliases: ['Mã cấp trên', 'Mã đơn vị cha', 'Mã cơ quan cấp trên', 'Mã đơn vị chủ quản', 'Mã cơ quan chủ quản'],
    },
    mayHoldSecret: {
      vi: 'Được giữ tài liệu mật',
      how: 'Có hoặc Không; để trống là Không.',
      aliases: ['Tài liệu mật', 'Được giữ tài liệu bí mật nhà nước', 'Cho phép tài liệu mật', 'Giữ tài liệu mật'],
    },
  },
  required: [[['code']], [['name']]],
  readRow: (cell, has) => {
    const [code, name, parent, secret] = [cell('code'), cell('name'), cell('parentCode'), cell('mayHoldSecret')]
    const may = yesOrNo(secret)
    const problems = [
      ...(code.text === '' ? ['Thiếu mã đơn vị. Nhập mã hoặc xóa dòng này nếu không phải một đơn vị.'] : []),
      ...(name.text === '' ? ['Thiếu tên đơn vị. Nhập tên.'] : []),
      ...[code, parent].filter((each) => !isCode(each)).map(() => badCode),
      ...(may === undefined && secret.text !== '' ? ['Cột "Được giữ tài liệu mật" chỉ nhận Có hoặc Không.'] : []),
    ]
    if (code.text === '') return { problems }
    return {
      problems,
      entry: {
        code: code.text,
        name: name.text,
        parentCode: has('parentCode') ? parent.text : undefined,
        mayHoldSecret: has('mayHoldSecret') ? (may ?? false) : undefined,
      },
    }
  },
}

const badCode =
  'Mã đơn vị là một số lẻ hoặc có khoảng trắng, có thể Excel đã đổi mất chữ số. Định dạng cột mã là Văn bản (Text) rồi nhập lại.'
/** `60.10` typed into a number cell is 60.1: such a code is not what anybody meant. */
export const isCode = ({ kind, text }: Cell): boolean =>
  text === '' || (kind === 'text' ? !/\s/u.test(text) : kind === 'number' && /^\d+$/u.test(text))

const yes = new Set(['co', 'x', 'yes', 'true', '1', 'dung'])
const no = new Set(['khong', 'no', 'false', '0', 'k'])
function yesOrNo({ text }: Cell): boolean | undefined {
  const word = fold(text)
  return yes.has(word) ? true : no.has(word) ? false : undefined
}

export function importAgencies(sheets: readonly Worksheet[], known: readonly Agency[]): AgencyImport {
  const list = readList(sheets, agencyList)
  const before = new Map(known.map((agency) => [agency.code, agency]))
  const after = new Map(before)
  for (const { entry } of list.entries) after.set(entry.code, joined(before.get(entry.code), entry))
  const wrongTree = treeProblems([...after.values()])
  const problems = [
    ...list.problems,
    ...twice(list),
    ...list.entries.flatMap(({ entry, sheet, row }) => {
      const problem = wrongTree.get(entry.code)
      return problem === undefined ? [] : [{ sheet, row, problem }]
    }),
  ].sort((a, b) => (a.sheet === b.sheet ? a.row - b.row : 0))
  const said = [...new Set(list.entries.map(({ entry }) => entry.code))].flatMap((code) => after.get(code) ?? [])
  const isSame = (a: Agency, b: Agency | undefined) =>
    b !== undefined && a.name === b.name && a.parentCode === b.parentCode && a.mayHoldSecret === b.mayHoldSecret
  const changed = said.filter((agency) => before.has(agency.code) && !isSame(agency, before.get(agency.code)))
  const added = said.filter(({ code }) => !before.has(code))
  return { added, changed, unchanged: said.length - added.length - changed.length, problems, notes: list.notes }
}

function joined(before: Agency | undefined, said: SaidAgency): Agency {
  const parentCode = said.parentCode ?? before?.parentCode
  return {
    code: said.code,
    name: said.name,
    ...(parentCode === undefined || parentCode === '' ? {} : { parentCode }),
    mayHoldSecret: said.mayHoldSecret ?? before?.mayHoldSecret ?? false,
  }
}

function twice({ entries }: ReadList<SaidAgency>): RowProblem[] {
  const first = new Map<string, number>()
  return entries.flatMap(({ entry, sheet, row }) => {
    const earlier = first.get(entry.code)
    if (earlier === undefined) first.set(entry.code, row)
    return earlier === undefined ? [] : [{ sheet, row, problem: `Mã đơn vị trùng với dòng ${earlier}. Giữ một dòng.` }]
  })
}
