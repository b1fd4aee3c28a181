// Reads the fields of a document by its form template: anchors first, then the room of each value, then its meaning.
import { z } from 'zod'
import {
  Box,
  Document,
  type FieldItem,
  FieldReading,
  type FormTemplate,
  fieldOf,
  type Outcome,
  PageText,
  RowReading,
  type TableItem,
  tableOf,
} from '../../../schemas/index.ts'
import { middleX, unionOf } from '../../core/box.ts'
import { BrokenContract } from '../../core/errors.ts'
import { type Anchor, anchorsOf } from '../../core/form/anchors.ts'
import { type Token, tokensOf } from '../../core/form/tokens.ts'
import { defineStage } from '../../core/stage.ts'
import { hasHeadsAbove, recordsAcross } from './across.ts'
import { chosenByMark } from './chosen.ts'
import { joinOutcomes } from './join.ts'
import { asDrawn } from './listed.ts'
import { type PageCodes, withMachine } from './machine.ts'
import { underMarks } from './marked.ts'
import { outcomeOf, placeOf, type Reader } from './outcome.ts'
import { isEmptyRoom, regionOf, type Room, withoutNumber } from './region.ts'
import { rowOutcomes } from './row.ts'
import { rowsOf } from './table.ts'

/** About 3 mm: less than half a syllable. */
const offCentre = 0.014
/** A hint shorter than this may be a word of a value elsewhere. */
const longHint = 16

/** Under this likeness a label may be other words. */
const hardlyAlike = 0.8

/** The QR codes by page. */
const Codes: z.ZodType<PageCodes> = z.record(z.string(), z.array(z.object({ text: z.string(), box: Box })))

/** What was found of a document, before its fields are read one by one. */
interface Found extends Reader {
  readonly template: FormTemplate
  readonly tokens: readonly Token[]
  readonly anchors: readonly Anchor[]
  readonly pages: readonly PageText[]
}

/** Every field of the template gets an outcome; a field whose label is not on the paper is `missing`. */
export const extract = defineStage({
  name: 'extract',
  version: 5,
  unit: 'document',
  input: z.object({ document: Document, pages: z.array(PageText), codes: Codes.optional() }),
  output: z.object({ fields: z.array(FieldReading), rows: z.array(RowReading) }),
  run: ({ document, pages, codes = {} }, { forms, knowledge }) => {
    const template = forms.find(({ form, edition }) => form === document.form && edition === document.edition)
    // A paper that is named and has no template of its own is kept whole, and nothing is read from it.
    if (!template && document.form === document.kind) return { fields: [], rows: [] }
    if (!template)
      throw new BrokenContract('Thành phần hồ sơ thuộc mẫu biểu không còn trong schemas/forms. Khôi phục tệp mẫu biểu.')
    const found = foundOn(document.documentId, template, pages, knowledge)
    const fields = fieldsOf(found)
    return { fields: template.machine ? withMachine(fields, pages, codes, found) : fields, rows: tablesOf(found) }
  },
})

function foundOn(
  documentId: string,
  template: FormTemplate,
  pages: readonly PageText[],
  knowledge: Found['knowledge'],
): Found {
  const tokens = tokensOf(pages)
  return { documentId, knowledge, template, tokens, anchors: anchorsOf(template, tokens), pages }
}

/** The fields of pages taken as one document of this form, for trying a template. */
export function readAsForm(
  template: FormTemplate,
  pages: readonly PageText[],
  knowledge: Found['knowledge'],
): FieldReading[] {
  return fieldsOf(foundOn('check', template, pages, knowledge))
}

function fieldsOf(found: Found): FieldReading[] {
  const items = found.template.items.flatMap((item, index) => (item.kind === 'field' ? [{ item, index }] : []))
  const codes = [...new Set(items.map(({ item }) => item.field))]
  return codes.map((field) => {
    const outcomes = items
      .filter(({ item }) => item.field === field)
      .map(({ item, index }) => fieldOutcome(item, index, found))
    return { documentId: found.documentId, field, outcome: joinOutcomes(fieldOf(field), outcomes, found) }
  })
}

function fieldOutcome(item: FieldItem, index: number, found: Found): Outcome {
  const anchor = found.anchors.find((anchor) => anchor.index === index)
  if (!anchor) return { status: 'missing' }
  const { tokens, template } = found
  const room = {
    item,
    anchor,
    next: nextOf(found, anchor),
    tokens,
    following: followingOf(template, index),
    printed: printedIn(template),
  }
  const value = regionOf(room)
  const label = placeOf(tokens.slice(anchor.start, anchor.end))
  const isAside = item.value === 'signature' && !isCentredUnder(label.box, value)
  const isBeyond = value.length === 0 && !isEmptyRoom(room)
  const isUnsure = isAside || isBeyond || isCutShort(room, value)
  const written = outcomeOf(fieldOf(item.field), value, label, isUnsure ? 0 : anchor.likeness, found)
  const asked = tokens.slice(anchor.start, room.next?.start ?? anchor.end + value.length)
  const chosen = chosenByMark(item, asked, written, found)
  return chosen ?? underMarks(written, found.pages, room.next && placeOf(tokens.slice(room.next.start, room.next.end)))
}

/** Words hardly like a label end the value in the middle of its line: they may be its own ("không làm việc trong chế độ cũ"). */
function isCutShort({ next, tokens }: Room, value: readonly Token[]): boolean {
  return (
    next !== undefined &&
    next.likeness < hardlyAlike &&
    value.at(-1) !== undefined &&
    value.at(-1)?.segment === tokens[next.start]?.segment
  )
}

/** A name is printed in the middle under the signer's office; beside it, a seal may have swallowed a part of the name. */
function isCentredUnder(label: Box, name: readonly Token[]): boolean {
  return Math.abs(middleX(label) - middleX(unionOf(name.map(({ box }) => box)))) < offCentre
}

/** The printed words that end the value or table: the first that begin behind the label. */
function nextOf({ anchors }: Found, anchor: Anchor): Anchor | undefined {
  return anchors.find(({ start }) => start >= anchor.end)
}

/** Items without a number of their own ("Bậc lương") belong to the numbered one before them. */
function followingOf({ items }: FormTemplate, index: number): number | undefined {
  const numbered = items.slice(0, index + 1).findLast(({ item }) => item !== undefined && /^\d/u.test(item))
  return numbered?.item === undefined ? undefined : Number.parseInt(numbered.item, 10) + 1
}

/** Printed words that are no value wherever they stand: a hint may hang below its neighbour's value. Short ones say too little. */
function printedIn({ items, printed }: FormTemplate): string[] {
  const hints = items.flatMap((item) => (item.kind === 'field' ? item.hints : []))
  return [...printed, ...hints.filter((hint) => hint.startsWith('(') && hint.length >= longHint)]
}

function tablesOf(found: Found): RowReading[] {
  const rows = found.template.items.flatMap((item, index) =>
    item.kind === 'table' ? tableRows(item, index, found) : [],
  )
  const counts = new Map<string, number>()
  return rows.map(({ table, cells }) => {
    const row = counts.get(table) ?? 0
    counts.set(table, row + 1)
    return { documentId: found.documentId, table, row, cells }
  })
}

function tableRows(printed: TableItem, index: number, found: Found): Pick<RowReading, 'table' | 'cells'>[] {
  const anchor = found.anchors.find((anchor) => anchor.index === index)
  if (!anchor) return []
  const next = nextOf(found, anchor)
  const tokens = withoutNumber(found.tokens.slice(anchor.end, next?.start), next)
  const item = asDrawn(printed, tokens, found.pages)
  const isDown = item.direction === 'down' || hasHeadsAbove(item, tokens)
  const rows = isDown ? rowsOf(item, tokens, found.pages) : recordsAcross(item, tokens, found.pages)
  const title = found.tokens.slice(anchor.start, anchor.end)
  return rows
    .filter((row) => row.some((cell) => cell.some(({ letters }) => letters !== '')))
    .map((row) => ({
      table: item.table,
      cells: cellsUnderMarks(
        rowOutcomes({ item, definition: tableOf(item.table), row, title, likeness: anchor.likeness }, found),
        found.pages,
      ),
    }))
    .filter(({ cells }) =>
      Object.entries(cells).some(
        ([cell, { status }]) => !(cell in item.constants) && status !== 'blank' && status !== 'missing',
      ),
    )
}

/** A cell is shown as its whole row where it is blank: only what is written in it can be written by hand. */
function cellsUnderMarks(cells: Record<string, Outcome>, pages: readonly PageText[]): Record<string, Outcome> {
  const marked = (outcome: Outcome) => (outcome.status === 'blank' ? outcome : underMarks(outcome, pages))
  return Object.fromEntries(Object.entries(cells).map(([cell, outcome]) => [cell, marked(outcome)]))
}
