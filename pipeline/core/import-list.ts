// Reads an HR system's list by its mapping. A cell that is not understood is told and left out; nothing is put right.
import { type FieldCode, fieldOf, type ListedPerson, type ListMapping, type Value } from '../../schemas/index.ts'
import { idOf } from './id.ts'
import type { Knowledge } from './knowledge.ts'
import { fold } from './text.ts'
import { interpret } from './values/index.ts'
import type { Cell, Worksheet } from './worksheet/cell.ts'
import type { Columns } from './worksheet/headings.ts'
import { readList, type RowProblem } from './worksheet/read-list.ts'

export interface ReadImport {
  readonly persons: readonly ListedPerson[]
  readonly problems: readonly RowProblem[]
  readonly notes: readonly string[]
}

/** What a row must tell so that it can be compared with anybody. */
const keys = ['citizenId', 'staffNumber', 'fullName'] as const

export function readImport(sheets: readonly Worksheet[], mapping: ListMapping, knowledge: Knowledge): ReadImport {
  const list = readList<string, ListedPerson['values']>(sheets, {
    columns: columnsOf(mapping),
    required: [keys.map((key) => [key])],
    readRow: (cell) => rowOf(cell, Object.values(mapping.columns), knowledge),
  })
  const { source, name, rank, warn } = mapping
  const persons = list.entries.map(({ entry, sheet, row }): ListedPerson => ({
    listedId: idOf('listed', source, sheet, row),
    source,
    name,
    rank,
    row,
    values: entry,
    warn,
  }))
  return { persons, problems: list.problems, notes: list.notes }
}

function columnsOf({ columns }: ListMapping): Columns<string> {
  const asked = new Map<FieldCode, string[]>()
  for (const [heading, field] of Object.entries(columns)) asked.set(field, [...(asked.get(field) ?? []), heading])
  const named = [...asked].map(([field, [vi = '', ...aliases]]) => [field, { vi, how: '', aliases }] as const)
  return Object.fromEntries(named)
}

function rowOf(
  cell: (field: FieldCode) => Cell,
  fields: readonly FieldCode[],
  knowledge: Knowledge,
): { entry?: ListedPerson['values']; problems: string[] } {
  const values: Partial<Record<FieldCode, Value>> = {}
  const problems: string[] = []
  for (const field of new Set(fields)) {
    const { text } = cell(field)
    if (text === '') continue
    const read = interpret(fieldOf(field), writing(cell(field)), knowledge)
    if (read.status === 'read') values[field] = read.value
    else problems.push(`Không hiểu ô "${fieldOf(field).vi}". Sửa ô theo cách ghi trên giấy tờ, hoặc xóa trống.`)
  }
  if (keys.every((key) => values[key] === undefined))
    problems.push('Dòng không có số định danh, số hiệu hay họ tên nên không đối chiếu được. Nhập một trong các ô này.')
  return problems.length > 0 ? { problems } : { entry: values, problems }
}

/** A spreadsheet's date as people write it, so that one parser reads both. */
function writing({ kind, text }: Cell): string {
  const [year, month, day] = text.split('-')
  return kind === 'date' ? `${day ?? ''}/${month ?? ''}/${year ?? ''}` : text.replace(/^'/u, '')
}

/** What persons and dossiers are matched by: a number, or name and birth date together. */
export function nameKeyOf(fullName: Value | undefined, birthDate: Value | undefined): string | undefined {
  return typeof fullName === 'string' && typeof birthDate === 'string' ? `${fold(fullName)}|${birthDate}` : undefined
}

/**
 * The rows that are surely about this person: the number agrees and the name does not speak against it, or name and birth date
 * agree and stand once in that source.
 */
export function listedAbout(
  listed: readonly ListedPerson[],
  person: Readonly<Partial<Record<FieldCode, Value>>>,
): ListedPerson[] {
  const name = typeof person.fullName === 'string' ? fold(person.fullName) : undefined
  const key = nameKeyOf(person.fullName, person.birthDate)
  const sameName = ({ values }: ListedPerson) =>
    typeof values.fullName !== 'string' || name === undefined || fold(values.fullName) === name
  return listed.filter((row) => {
    const { values, source } = row
    if (values.citizenId !== undefined && values.citizenId === person.citizenId) return true
    if (values.staffNumber !== undefined && values.staffNumber === person.staffNumber) return sameName(row)
    if (key === undefined || nameKeyOf(values.fullName, values.birthDate) !== key) return false
    return (
      listed.filter(
        (other) => other.source === source && nameKeyOf(other.values.fullName, other.values.birthDate) === key,
      ).length === 1
    )
  })
}
