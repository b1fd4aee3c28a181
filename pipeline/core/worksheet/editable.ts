// A sheet that people may write in: what is open, what is hidden, what may be chosen. How a workbook holds that is the writer's
// business.

export interface Editing {
  /** Columns that are for the program alone. */
  readonly hidden: readonly number[]
  /** Columns that may be written in; all other cells are locked. */
  readonly open: readonly number[]
  /** A cell of an open column that is locked all the same. */
  readonly isLocked?: (row: number, column: number) => boolean
  /** The range that holds what may be chosen in a cell: `'Danh mục'!$A$2:$A$5`. */
  readonly choicesOf?: (row: number, column: number) => string | undefined
}

export interface EditableSheet {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
  /** Without it nothing is locked. */
  readonly editing?: Editing
  readonly isHidden?: true
}
