// A table as it lies in a spreadsheet or CSV file, before anybody asks what its columns mean.

/** A number keeps its digits, a date is ISO, an empty cell is an empty text. */
export interface Cell {
  readonly kind: 'text' | 'number' | 'date'
  readonly text: string
}

/** Row 1 of the file is `rows[0]`. */
export interface Worksheet {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
}

export const textCell = (text: string): Cell => ({ kind: 'text', text: text.normalize('NFC').trim() })
export const noCell: Cell = textCell('')
