// The error book as sheets: how it is used, the list itself, and the lists behind its drop-downs.
import { type ChoiceList, fieldOf, type FieldDefinition } from '../../../schemas/index.ts'
import type { Knowledge } from '../knowledge.ts'
import type { EditableSheet } from '../worksheet/editable.ts'
import { conclusions, type ErrorColumn, errorColumnNames, errorColumns, errorSheetName } from './columns.ts'
import { cellsOf, type ErrorItem, longestEditable } from './error-item.ts'

const listSheetName = 'Danh mục'

export function errorSheets(items: readonly ErrorItem[], { lists }: Pick<Knowledge, 'lists'>): EditableSheet[] {
  const names = [...new Set(items.flatMap(({ field }) => listOf(fieldOf(field)) ?? []))].sort()
  const choices = new Map<ChoiceList | 'conclusion', readonly string[]>([
    ['conclusion', Object.values(conclusions)],
    ...names.map((name) => [name, lists[name].entries.map((entry) => entry.name)] as const),
  ])
  return [guide(items.length), listSheet(items, [...choices.keys()], choices), choiceSheet(choices)]
}

/** A field whose words come from a list and no other may stand there. */
const listOf = ({ type, list, open }: FieldDefinition): ChoiceList | undefined =>
  type === 'choice' && open !== true ? list : undefined

function listSheet(
  items: readonly ErrorItem[],
  order: readonly string[],
  choices: ReadonlyMap<string, readonly string[]>,
): EditableSheet {
  const range = (name: string) => {
    const column = String.fromCharCode('A'.charCodeAt(0) + order.indexOf(name))
    return `'${listSheetName}'!$${column}$2:$${column}$${(choices.get(name)?.length ?? 0) + 1}`
  }
  const at = (name: ErrorColumn) => errorColumnNames.indexOf(name)
  return {
    name: errorSheetName,
    columns: errorColumnNames.map((name) => errorColumns[name].title),
    rows: items.map((item) => {
      const cells = cellsOf(item)
      return errorColumnNames.map((name) => cells[name])
    }),
    editing: {
      hidden: errorColumnNames.flatMap((name, index) => (errorColumns[name].kind === 'hidden' ? [index] : [])),
      open: errorColumnNames.flatMap((name, index) => (errorColumns[name].kind === 'open' ? [index] : [])),
      isLocked: (row, column) => column === at('value') && (items[row]?.value.length ?? 0) > longestEditable,
      choicesOf: (row, column) => {
        if (column === at('conclusion')) return range('conclusion')
        const list = items[row] === undefined ? undefined : listOf(fieldOf(items[row].field))
        return column === at('value') && list !== undefined ? range(list) : undefined
      },
    },
  }
}

function choiceSheet(choices: ReadonlyMap<string, readonly string[]>): EditableSheet {
  const lists = [...choices.values()]
  const longest = Math.max(...lists.map(({ length }) => length))
  return {
    name: listSheetName,
    columns: [...choices.keys()],
    rows: Array.from({ length: longest }, (_, row) => lists.map((list) => list[row] ?? '')),
    isHidden: true,
  }
}

function guide(count: number): EditableSheet {
  const steps = [
    `Trang "${errorSheetName}" có ${count} mục cần người xem. Mỗi dòng là một mục của một hồ sơ.`,
    `Chỉ ba cột cuối sửa được. Sai thì sửa ở cột "${errorColumns.value.title}"; đúng thì chọn "${conclusions.confirm}" ở cột "${errorColumns.conclusion.title}".`,
    'Dòng không sửa, không chọn kết luận thì được bỏ qua. Có thể lọc, sắp xếp cả bảng, hoặc xóa dòng không dùng.',
    'Số định danh, mã ngạch, ngày tháng đều là chữ: số 0 ở đầu được giữ nguyên. Ngày ghi ngày/tháng/năm, ví dụ 02/09/1975; chỉ biết năm thì ghi năm.',
    'Không đổi tên tiêu đề, không đổi tên trang tính, không xóa cột ẩn: dòng không còn nguyên sẽ bị trả lại kèm lý do.',
    'Nạp lại: hoso errors --take <tệp> --by "<họ tên>" (thêm --dry-run để xem trước), hoặc tải lên ở trang Excel của chương trình rà soát.',
    'Giá trị đã có người khác sửa sau khi xuất tệp này thì không bị ghi đè: dòng đó được liệt kê để xem lại.',
  ]
  return { name: 'Hướng dẫn', columns: ['Cách dùng'], rows: steps.map((step) => [step]) }
}
