// A sheet of a workbook whose rows come one by one, so that nobody has to hold them all.

export type RowCell = string | number | undefined

export interface RowSheet {
  readonly name: string
  readonly columns: readonly RowColumn[]
  readonly rows: Iterable<readonly RowCell[]> | AsyncIterable<readonly RowCell[]>
}

export interface RowColumn {
  readonly title: string
  /** In letters. */
  readonly width?: number
  /** What may be chosen; nothing else is taken. */
  readonly choices?: readonly string[]
}
