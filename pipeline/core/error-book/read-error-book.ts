// Reads an error book that came back: which rows were changed, and which are no longer whole. What a change means for the data is
// judge-edits.ts.
import { FieldCode } from '../../../schemas/index.ts'
import { UsageError } from '../errors.ts'
import { noCell, type Worksheet } from '../worksheet/cell.ts'
import {
  type Conclusion,
  conclusions,
  type ErrorCells,
  type ErrorColumn,
  errorColumnNames,
  errorColumns,
  errorSheetName,
} from './columns.ts'
import { sameAfterTrip, sealOf } from './error-item.ts'

export type Wish = { readonly kind: 'correct'; readonly text: string } | { readonly kind: Conclusion }

/** What somebody wants of one field; `version` is that of the value he saw. */
export interface Edit {
  readonly row: number
  readonly dossier: string
  readonly field: FieldCode
  readonly version: string
  readonly note: string
  readonly wish: Wish
}

/** Why a row is given back; the sentences are in take-words.ts. */
export interface Refused {
  readonly row: number
  readonly dossier: string
  readonly label: string
  readonly why:
    'broken' | 'cleared' | 'both' | 'conclusion_unknown' | 'note_alone' | 'unknown' | 'stale' | 'invalid' | 'twice'
  /** A sentence more, where there is one. */
  readonly problem?: string
}

export interface ReadErrorBook {
  readonly edits: readonly Edit[]
  readonly refused: readonly Refused[]
  /** Rows nobody touched. */
  readonly untouched: number
}

/** Columns are found by their headings, wherever they were moved to. */
export function readErrorBook(sheets: readonly Worksheet[]): ReadErrorBook {
  const sheet = sheets.find(({ name }) => name.normalize('NFC') === errorSheetName)
  const [heads, ...rows] = sheet?.rows ?? []
  if (heads === undefined)
    throw new UsageError(`Tệp không có trang tính "${errorSheetName}". Hãy dùng tệp do \`hoso errors --out\` tạo ra.`)
  const at = columnsOf(heads.map(({ text }) => text))
  const edits: Edit[] = []
  const refused: Refused[] = []
  let untouched = 0
  for (const [index, row] of rows.entries()) {
    const cell = (name: ErrorColumn) => sameAfterTrip((row[at.get(name) ?? -1] ?? noCell).text)
    const cells = Object.fromEntries(errorColumnNames.map((name) => [name, cell(name)]))
    if (Object.values(cells).every((text) => text === '')) continue
    const read = readRow(cell, index + 2)
    if (read === undefined) untouched += 1
    else if ('why' in read) refused.push(read)
    else edits.push(read)
  }
  return { ...withoutDoubles(edits, refused), untouched }
}

function columnsOf(heads: readonly string[]): Map<ErrorColumn, number> {
  const titles = heads.map((title) => title.trim())
  const wrong = errorColumnNames.filter(
    (name) => titles.filter((title) => title === errorColumns[name].title).length !== 1,
  )
  if (wrong.length > 0)
    throw new UsageError(
      `Thiếu cột, hoặc có hai cột cùng tên: ${wrong.map((name) => `"${errorColumns[name].title}"`).join(', ')}. Hãy giữ nguyên dòng tiêu đề và các cột ẩn của tệp đã xuất.`,
    )
  return new Map(errorColumnNames.map((name) => [name, titles.indexOf(errorColumns[name].title)]))
}

function readRow(cell: (name: ErrorColumn) => string, row: number): Edit | Refused | undefined {
  const cells: Pick<ErrorCells, 'dossier' | 'label' | 'field' | 'version' | 'original'> = {
    dossier: cell('dossier'),
    label: cell('label'),
    field: cell('field'),
    version: cell('version'),
    original: cell('original'),
  }
  const [value, chosen, note] = [cell('value'), cell('conclusion'), cell('note')]
  const { dossier, label, original, version } = cells
  const refuse = (why: Refused['why']): Refused => ({ row, dossier, label, why })
  const isChanged = value !== original
  const field = FieldCode.safeParse(cells.field)
  if (!field.success || sealOf(cells) !== cell('seal')) return refuse('broken')
  if (!isChanged && chosen === '') return note === '' ? undefined : refuse('note_alone')
  const conclusion = conclusionOf(chosen)
  if (chosen !== '' && conclusion === undefined) return refuse('conclusion_unknown')
  const edit = { row, dossier, field: field.data, version, note }
  if (conclusion === undefined)
    return value === '' ? refuse('cleared') : { ...edit, wish: { kind: 'correct', text: value } }
  // Clearing the cell and choosing "the paper says nothing" say the same.
  if (isChanged && !(value === '' && conclusion !== 'confirm')) return refuse('both')
  return { ...edit, wish: { kind: conclusion } }
}

const conclusionOf = (text: string): Conclusion | undefined =>
  (['confirm', 'blank', 'unreadable'] as const).find(
    (each) => conclusions[each].toLocaleLowerCase('vi') === text.toLocaleLowerCase('vi'),
  )

/** A row copied under itself says one thing; two rows that say different things of one field say nothing. */
function withoutDoubles(edits: readonly Edit[], refused: readonly Refused[]): Pick<ReadErrorBook, 'edits' | 'refused'> {
  const wishes = new Map<string, Set<string>>()
  const keyOf = ({ dossier, field }: Edit) => `${field} ${dossier}`
  for (const edit of edits)
    wishes.set(keyOf(edit), (wishes.get(keyOf(edit)) ?? new Set()).add(JSON.stringify(edit.wish)))
  const isTorn = (edit: Edit) => (wishes.get(keyOf(edit))?.size ?? 0) > 1
  const first = new Map(edits.map((edit) => [keyOf(edit), edit] as const).toReversed())
  return {
    edits: edits.filter((edit) => !isTorn(edit) && first.get(keyOf(edit)) === edit),
    refused: [
      ...refused,
      ...edits.filter(isTorn).map(({ row, dossier, field }): Refused => ({ row, dossier, label: field, why: 'twice' })),
    ].toSorted((a, b) => a.row - b.row),
  }
}
