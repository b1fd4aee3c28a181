// The grammar of forms/*.json: a template says WHERE on the paper; the catalogue says WHAT it means.
import { z } from 'zod'
import { FieldCode, TableCode } from './fields.ts'

/** Printed words in plain text. Matching folds tones and case and allows for misreading; numbers are never needed. */
const Label = z.string().min(2)

/** The two blocks side by side at the head and at the foot of a paper, what lies between, and lone page numbers. */
export const Zone = z.enum(['head-left', 'head-right', 'body', 'foot-left', 'foot-right', 'margin'])
export type Zone = z.infer<typeof Zone>

const printed = {
  /** Wordings of the same label over the copies of the form. */
  label: z.array(Label).min(1),
  /** The item's number as printed ("15.2"): taken off the value before it, never used to find the label. */
  item: z.string().optional(),
  /** Parts of the page the label may stand in; anywhere when empty. */
  where: z.array(Zone).default([]),
  /** The label counts only where it is in capitals: "GIÁM ĐỐC" who signs, not "Giám đốc" in a sentence. */
  capitals: z.boolean().default(false),
  /** Copies print it in another order: it is looked for anywhere in its section. */
  free: z.boolean().default(false),
  /** Free items stay between two section heads. */
  isSection: z.boolean().default(false),
}

/**
 * How the value lies to its label. `right`: behind it, and on through the following lines up to the next printed words.
 * `phrase`: behind it up to the next comma or printed words, as in a sentence; `clause`: up to the next semicolon.
 * `above`: the line before it. `signature`: the last line of the label's block.
 */
const FieldItem = z.object({
  kind: z.literal('field'),
  field: FieldCode,
  ...printed,
  value: z.enum(['right', 'phrase', 'clause', 'above', 'signature']).default('right'),
  /** Most lines the value may take when the next item of the form was not found; the label's own line included. */
  lines: z.int().positive().default(1),
  /** Printed words inside the value's room that are not the value: "(viết chữ in hoa)". */
  hints: z.array(Label).default([]),
  /** Printed words the value is written around, "tháng … năm …": kept in a value, nothing when alone. */
  frame: z.array(z.string().min(1)).default([]),
  /** Commas are printed between the frame's words ("Xã …, Huyện …, Tỉnh …") and are lost among the dots. */
  hasCommas: z.boolean().default(false),
  /** What stands before the label on its line is printed too: the place before "ngày … tháng … năm …". */
  takesLine: z.boolean().default(false),
  /** The label is part of the value: "Về việc …". */
  keepsLabel: z.boolean().default(false),
  /** For `above`: a line that begins with such a word goes on from the line above it. */
  joins: z.array(Label).default([]),
  /** Printed answers of which one is chosen by a mark instead of writing. Where no mark is found, what is written counts. */
  answers: z.array(Label).default([]),
  /** How: a box beside the answer is ticked, or the other answers are crossed out. */
  answeredBy: z.enum(['tick', 'strike']).default('tick'),
})
export type FieldItem = z.infer<typeof FieldItem>

const TableColumn = z.object({
  /** The words of its head; the line breaks of the head do not matter. */
  label: z.array(Label).min(1),
  cells: z.array(z.string()).min(1),
  /** Two cells in one column: `period` "từ … đến …", `slash` "mã ngạch/bậc". */
  split: z.enum(['period', 'slash']).optional(),
  /** Where rows are not ruled, a row begins where all such columns are written. */
  startsRow: z.boolean().default(false),
  /** Lists of offices have it or not, in an order of their own; only what stands in the head is read. */
  isOptional: z.boolean().default(false),
})
export type TableColumn = z.infer<typeof TableColumn>

const TableItem = z.object({
  kind: z.literal('table'),
  table: TableCode,
  ...printed,
  /** `down`: a row a record under printed heads; `across`: a column a record beside printed heads. */
  direction: z.enum(['down', 'across']),
  columns: z.array(TableColumn).min(2),
  /** Constant cells of this very table: the family table of the spouse's side has `side: "spouse"`. */
  constants: z.record(z.string(), z.string()).default({}),
})
export type TableItem = z.infer<typeof TableItem>

/** Printed words that are neither label nor heading of a table; they end the value before them. */
const PrintItem = z.object({
  kind: z.literal('print'),
  ...printed,
  /** After it the paper is complete. */
  isLast: z.boolean().default(false),
})
export type PrintItem = z.infer<typeof PrintItem>

export const FormItem = z.discriminatedUnion('kind', [FieldItem, TableItem, PrintItem])
export type FormItem = z.infer<typeof FormItem>

/** Items that several templates print alike, kept in forms/parts/; the loader puts them in the place of this. */
export const PartItem = z.strictObject({ kind: z.literal('part'), part: z.string() })
export const FormPart = z.array(z.unknown())

export const FormTemplate = z.object({
  form: z.string(),
  edition: z.int().positive(),
  kind: z.enum(['resume', 'decision', 'other']),
  title: z.object({ vi: z.string(), en: z.string() }),
  basis: z.string(),
  /** Takes a paper only where no other template does: any decision that is none of the known ones. */
  isGeneral: z.boolean().default(false),
  /** Pages the official form has; a document of it may have fewer or more. */
  pages: z.int().positive(),
  /** One of `title` stands as a line of its own in the upper half; one of `says` (if any) follows one of `saidAfter`. */
  knownBy: z.object({ title: z.array(Label).min(1), says: z.array(Label), saidAfter: z.array(Label) }),
  /** Bears a QR code and machine-readable lines that say what is printed on it (ICAO Doc 9303). */
  machine: z.boolean().default(false),
  /** Everything printed, in the order of the paper. */
  items: z.array(FormItem).min(1),
  /** Printed anywhere and never a value: the photo's frame, foot notes. */
  printed: z.array(Label).default([]),
})
export type FormTemplate = z.infer<typeof FormTemplate>
