// The grammar of forms/*.json: a template says WHERE; the catalogue says WHAT.
import { z } from 'zod'
import { FieldCode, TableCode } from './fields.ts'

/** Labels are plain text; matching folds tones and case and allows edit distance (core/text.ts). */
const Label = z.string().min(2)

/**
 * How the value lies to its label: `right` runs on the label's line up to the next label or line end and on through
 * following lines that hold no label (unless `lines` caps them); `below` starts under the label; `between` the label and `until`.
 */
const FieldAnchor = z.object({
  field: FieldCode,
  label: z.array(Label).min(1),
  value: z.enum(['right', 'below', 'between', 'above']),
  until: z.array(Label).default([]),
  /** How many text lines the value may take, the label's own included. */
  lines: z.int().positive().default(1),
  /** Printed hints inside the value's room that are not the value: "(viết chữ in hoa)". */
  hints: z.array(z.string()).default([]),
  /** The label stands after this text (headers of a part), so that "Ngày cấp" of one part is not that of another. */
  after: z.array(Label).default([]),
})
export type FieldAnchor = z.infer<typeof FieldAnchor>

const TableAnchor = z.object({
  table: TableCode,
  /** The heading above the table. */
  title: z.array(Label).min(1),
  /** `down`: a row a record under printed column heads; `across`: a column a record beside printed row heads. */
  direction: z.enum(['down', 'across']),
  columns: z.array(
    z.object({
      label: z.array(Label).min(1),
      /** Cells this column holds; several where one column prints two values ("từ tháng, năm - đến tháng, năm", "mã ngạch/bậc"). */
      cells: z.array(z.string()).min(1),
    }),
  ),
  /** Constant cells of this very table: the family table of the spouse's side has `side: "spouse"`. */
  constants: z.record(z.string(), z.string()).default({}),
  until: z.array(Label).default([]),
})
export type TableAnchor = z.infer<typeof TableAnchor>

export const FormTemplate = z.object({
  form: z.string(),
  edition: z.int().positive(),
  kind: z.enum(['resume', 'decision', 'other']),
  title: z.object({ vi: z.string(), en: z.string() }),
  basis: z.string(),
  /** Pages the official form has; a document of it may have fewer or more. */
  pages: z.int().positive(),
  /** `all` must stand near the top of the first page; `any` raise the score; `none` exclude. */
  knownBy: z.object({ all: z.array(Label).min(1), any: z.array(Label), none: z.array(Label) }),
  fields: z.array(FieldAnchor),
  tables: z.array(TableAnchor),
  /** Printed text that is neither label nor value: footers, notes, signatures. Ends a value's run. */
  stops: z.array(Label).default([]),
})
export type FormTemplate = z.infer<typeof FormTemplate>
