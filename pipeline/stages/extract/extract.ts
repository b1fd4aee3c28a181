// Reads the fields of a document by its form template: anchors first, then the room of each value, then its meaning.
import { z } from 'zod'
import {
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
import { BrokenContract } from '../../core/errors.ts'
import { type Anchor, anchorsOf } from '../../core/form/anchors.ts'
import { type Token, tokensOf } from '../../core/form/tokens.ts'
import { defineStage } from '../../core/stage.ts'
import { recordsAcross } from './across.ts'
import { joinOutcomes } from './join.ts'
import { outcomeOf, placeOf, type Reader } from './outcome.ts'
import { regionOf } from './region.ts'
import { rowOutcomes } from './row.ts'
import { rowsOf } from './table.ts'

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
  version: 1,
  unit: 'document',
  input: z.object({ document: Document, pages: z.array(PageText) }),
  output: z.object({ fields: z.array(FieldReading), rows: z.array(RowReading) }),
  run: ({ document, pages }, { forms, knowledge }) => {
    const template = forms.find(({ form, edition }) => form === document.form && edition === document.edition)
    if (!template)
      throw new BrokenContract('Thành phần hồ sơ thuộc mẫu biểu không còn trong schemas/forms. Khôi phục tệp mẫu biểu.')
    const tokens = tokensOf(pages)
    const found = {
      documentId: document.documentId,
      knowledge,
      template,
      tokens,
      anchors: anchorsOf(template, tokens),
      pages,
    }
    return { fields: fieldsOf(found), rows: tablesOf(found) }
  },
})

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
  const at = found.anchors.findIndex((anchor) => anchor.index === index)
  const anchor = found.anchors[at]
  if (!anchor) return { status: 'missing' }
  const { tokens, template } = found
  const value = regionOf({ item, anchor, next: found.anchors[at + 1], tokens, printed: template.printed })
  return outcomeOf(fieldOf(item.field), value, placeOf(tokens.slice(anchor.start, anchor.end)), anchor.likeness, found)
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

function tableRows(item: TableItem, index: number, found: Found): Pick<RowReading, 'table' | 'cells'>[] {
  const at = found.anchors.findIndex((anchor) => anchor.index === index)
  const anchor = found.anchors[at]
  if (!anchor) return []
  const tokens = found.tokens.slice(anchor.end, found.anchors[at + 1]?.start)
  const rows = item.direction === 'down' ? rowsOf(item, tokens, found.pages) : recordsAcross(item, tokens, found.pages)
  const title = found.tokens.slice(anchor.start, anchor.end)
  return rows
    .map((row) => ({
      table: item.table,
      cells: rowOutcomes({ item, definition: tableOf(item.table), row, title, likeness: anchor.likeness }, found),
    }))
    .filter(({ cells }) =>
      Object.entries(cells).some(
        ([cell, { status }]) => !(cell in item.constants) && status !== 'blank' && status !== 'missing',
      ),
    )
}
