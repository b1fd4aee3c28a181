// A list of expected persons as a file tells it: strict where the papers are read tolerantly, for here a person can
// mend the row. Nothing is put right silently: a zero that Excel dropped is told, not put back.
import { fieldOf, type RosterEntry } from '../../../schemas/index.ts'
import { idOf } from '../id.ts'
import type { Knowledge } from '../knowledge.ts'
import { fold } from '../text.ts'
import { interpret } from '../values/index.ts'
import type { Cell, Worksheet } from '../worksheet/cell.ts'
import { type ListKind, type ReadList, readList, type RowProblem } from '../worksheet/read-list.ts'
import { isCode } from './read-agencies.ts'
import { rosterColumns, type RosterColumn } from './roster-columns.ts'

export interface ReadRoster {
  readonly entries: readonly RosterEntry[]
  readonly problems: readonly RowProblem[]
  readonly notes: readonly string[]
}

/** A part of a row that was understood, or one sentence why not. */
type Part<T> = { readonly value: T } | { readonly problem: string }

/** `agency`: the whole file is that agency's, and needs no column for it. */
export function readRoster(
  sheets: readonly Worksheet[],
  world: { readonly knowledge: Knowledge; readonly agencies: ReadonlySet<string>; readonly agency?: string },
): ReadRoster {
  const kind: ListKind<RosterColumn, RosterEntry> = {
    columns: rosterColumns,
    required: [
      ...(world.agency === undefined ? [[['agency']] as const] : []),
      [['fullName'], ['familyName', 'givenName']],
      [['birthDate'], ['birthMale', 'birthFemale'], ['citizenId']],
    ],
    readRow: (cell) => rowOf(cell, world),
  }
  const list = readList(sheets, kind)
  return {
    entries: list.entries.map(({ entry }) => entry),
    problems: [...list.problems, ...twice(list)],
    notes: list.notes,
  }
}

function rowOf(
  cell: (name: RosterColumn) => Cell,
  { knowledge, agencies, agency }: Parameters<typeof readRoster>[1],
): { entry?: RosterEntry; problems: string[] } {
  const parts = {
    agency: agencyOf(cell('agency'), agencies, agency),
    fullName: nameOf(cell, knowledge),
    birthDate: birthOf(cell, knowledge),
    citizenId: citizenIdOf(cell('citizenId')),
    staffNumber: codeOf(cell('staffNumber')),
  }
  const problems = Object.values(parts).flatMap((part) => ('problem' in part ? [part.problem] : []))
  const said = <T>(part: Part<T>): T | undefined => ('value' in part ? part.value : undefined)
  const [birthDate, citizenId, staffNumber] = [said(parts.birthDate), said(parts.citizenId), said(parts.staffNumber)]
  if (problems.length === 0 && !birthDate && !citizenId)
    problems.push('Thiếu cả ngày sinh lẫn số định danh nên không đối chiếu được. Nhập ít nhất một trong hai.')
  if (problems.length > 0) return { problems }
  const position = cell('position').text
  const entry = {
    agency: said(parts.agency) ?? '',
    fullName: said(parts.fullName) ?? '',
    ...(birthDate ? { birthDate } : {}),
    ...(citizenId ? { citizenId } : {}),
    ...(staffNumber ? { staffNumber } : {}),
    ...(position === '' ? {} : { position }),
  }
  return { problems, entry: { entryId: entryIdOf(entry), ...entry } }
}

/** The same person of the same agency keeps the id over imports; it holds nothing that can be read off it. */
function entryIdOf({ agency, fullName, birthDate, citizenId, staffNumber }: Omit<RosterEntry, 'entryId'>): string {
  return idOf('roster', agency, citizenId ?? [fold(fullName), birthDate, staffNumber])
}

function agencyOf(cell: Cell, agencies: ReadonlySet<string>, whole: string | undefined): Part<string> {
  const code = cell.text === '' ? (whole ?? '') : cell.text
  if (code === '') return { problem: 'Thiếu mã đơn vị. Nhập mã, hoặc xóa dòng này nếu không phải một người.' }
  if (!isCode(cell))
    return { problem: 'Mã đơn vị bị Excel đổi thành số lẻ. Định dạng cột là Văn bản (Text) rồi nhập lại.' }
  if (whole !== undefined && code !== whole)
    return { problem: 'Mã đơn vị khác với đơn vị đã nêu bằng --agency. Sửa mã hoặc bỏ --agency.' }
  if (!agencies.has(code))
    return { problem: 'Mã đơn vị chưa có trong danh mục. Nạp đơn vị bằng `hoso agencies import` trước, hoặc sửa mã.' }
  return { value: code }
}

function nameOf(cell: (name: RosterColumn) => Cell, knowledge: Knowledge): Part<string> {
  const whole = cell('fullName').text || `${cell('familyName').text} ${cell('givenName').text}`.trim()
  if (whole === '') return { problem: 'Thiếu họ và tên. Nhập họ tên, hoặc xóa dòng này nếu không phải một người.' }
  const read = interpret(fieldOf('fullName'), whole, knowledge)
  return read.status === 'read' && typeof read.value === 'string' && read.value.includes(' ')
    ? { value: read.value }
    : { problem: 'Họ và tên có chữ số, dấu lạ hoặc chỉ có một chữ. Nhập đủ họ, chữ đệm và tên.' }
}

const badDate = 'Ngày sinh không phải ngày có thật. Ghi dd/MM/yyyy, MM/yyyy hoặc chỉ năm có bốn chữ số.'

function birthOf(cell: (name: RosterColumn) => Cell, knowledge: Knowledge): Part<string | undefined> {
  const written = (['birthDate', 'birthMale', 'birthFemale'] as const)
    .map((name) => cell(name))
    .filter(({ text }) => text !== '')
  const [only] = written
  if (only === undefined) return { value: undefined }
  if (written.length > 1) return { problem: 'Có ngày sinh ở cả hai cột nam và nữ. Xóa một ô.' }
  if (only.kind === 'date') return { value: only.text }
  if (only.kind === 'number' && !/^(?:19|20)\d\d$/u.test(only.text))
    return { problem: 'Ngày sinh là một con số, không phải ngày. Định dạng ô là Ngày (dd/MM/yyyy) rồi nhập lại.' }
  const iso = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/u.exec(only.text)?.groups
  const read = interpret(
    fieldOf('birthDate'),
    iso === undefined ? only.text : `${iso.day}/${iso.month}/${iso.year}`,
    knowledge,
  )
  return read.status === 'read' && read.isExact && typeof read.value === 'string' && /^\d{4}/u.test(read.value)
    ? { value: read.value }
    : { problem: badDate }
}

function citizenIdOf({ kind, text }: Cell): Part<string | undefined> {
  const digits = text.replace(/^'|[\s.]/gu, '')
  if (digits === '') return { value: undefined }
  if (/^(?:\d{9}|\d{12})$/u.test(digits)) return { value: digits }
  return {
    problem:
      kind === 'number'
        ? 'Số định danh không đủ 9 hoặc 12 chữ số: ô đang ở dạng số nên Excel đã bỏ số 0 ở đầu. Định dạng cột là Văn bản (Text) rồi nhập lại.'
        : 'Số định danh phải có đúng 9 hoặc 12 chữ số. Sửa lại theo giấy tờ.',
  }
}

/** Any writing is a staff number, but a fraction or a date is what Excel made of one. */
function codeOf({ kind, text }: Cell): Part<string | undefined> {
  if (text === '') return { value: undefined }
  return kind === 'date' || (kind === 'number' && !/^\d+$/u.test(text))
    ? { problem: 'Số hiệu bị Excel đổi thành số lẻ hoặc ngày. Định dạng cột là Văn bản (Text) rồi nhập lại.' }
    : { value: text.replace(/^'/u, '') }
}

/** The same person listed again: by number wherever it stands, without one by name and birth date in the same agency. */
function twice({ entries }: ReadList<RosterEntry>): RowProblem[] {
  const first = new Map<string, string>()
  return entries.flatMap(({ entry, sheet, row }) => {
    const key = entry.citizenId ?? entry.entryId
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, `${row} (${sheet})`)
    return earlier === undefined
      ? []
      : [
          {
            sheet,
            row,
            problem: `Người này trùng với dòng ${earlier}. Giữ một dòng, hoặc thêm số định danh để phân biệt.`,
          },
        ]
  })
}
