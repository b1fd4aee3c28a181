// What a package changes at the receiver, as sheets for people: one line a value, and what is held.
import type { HeldRecord, Leaf, MessageKind, RecordAction } from '../../../schemas/index.ts'
import type { WorkbookWriter } from '../stage.ts'
import type { Change } from './delta.ts'

export interface ChangedRecord {
  readonly message: MessageKind
  readonly key: string
  readonly action: RecordAction
  readonly dossiers: readonly string[]
  readonly changes: readonly Change[]
}

type Sheets = Parameters<WorkbookWriter['write']>[0]

const messageWords: Readonly<Record<MessageKind, string>> = { agencies: 'Đơn vị', dossiers: 'Hồ sơ' }
const actionWords: Readonly<Record<RecordAction, string>> = { new: 'Gửi lần đầu', update: 'Cập nhật' }
const shown = (value: Leaf | undefined): Leaf => value ?? ''

export function changeSheets(
  records: readonly ChangedRecord[],
  {
    held,
    gone,
  }: { readonly held: readonly HeldRecord[]; readonly gone: Readonly<Record<MessageKind, readonly string[]>> },
): Sheets {
  return [
    {
      name: 'Sẽ gửi',
      columns: ['Loại', 'Mã bản ghi', 'Mã hồ sơ', 'Việc', 'Số chỗ thay đổi'],
      rows: records.map(({ message, key, action, dossiers, changes }) => [
        ...[messageWords[message], key, dossiers.join(', '), actionWords[action], changes.length],
      ]),
    },
    {
      name: 'Thay đổi',
      columns: ['Loại', 'Mã bản ghi', 'Thông tin', 'Nơi nhận đang có', 'Sẽ gửi'],
      rows: records.flatMap(({ message, key, changes }) =>
        changes.map(({ vi, before, after }) => [messageWords[message], key, vi, shown(before), shown(after)]),
      ),
    },
    {
      name: 'Không còn',
      columns: ['Loại', 'Mã bản ghi'],
      rows: [
        ...gone.agencies.map((key) => [messageWords.agencies, key]),
        ...gone.dossiers.map((key) => [messageWords.dossiers, key]),
      ],
    },
    {
      name: 'Bị giữ',
      columns: ['Mã người', 'Mã hồ sơ', 'Việc cần làm trước tiên', 'Lý do'],
      rows: held.map(({ personId = '', dossiers, next = '', reasons }) => [
        ...[personId, dossiers.join(', '), next, reasons.join('\n')],
      ]),
    },
  ]
}
