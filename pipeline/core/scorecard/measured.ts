// What the measures look at: of each dossier a few words a field, never its whole record, so that a province fits into memory.
import type { FieldCode, MeasureName, QualityDimension, Severity, TableCode } from '../../../schemas/index.ts'

/** `isSure`: graded good, or decided by a steward. A field without a label on the paper is not here. */
export interface FieldState {
  readonly status: 'read' | 'unparsed' | 'blank'
  readonly isSure: boolean
}

export interface MeasuredFinding {
  readonly code: string
  readonly severity: Severity
  readonly dimension: QualityDimension
  /** Fields and tables it names; of a row, its table. */
  readonly about: readonly string[]
  readonly isWaived: boolean
}

export interface MeasuredDossier {
  readonly dossier: string
  readonly agency: string
  readonly batchId: string
  readonly personId?: string | undefined
  /** Whether the rules have seen it: otherwise nothing can be said of it. */
  readonly isJudged: boolean
  readonly fields: Readonly<Partial<Record<FieldCode, FieldState>>>
  /** Rows by table. */
  readonly rows: Readonly<Partial<Record<TableCode, number>>>
  /** How many digits the identity number has, if it was read. */
  readonly citizenIdDigits?: number | undefined
  /** Places whose unit of today is known. */
  readonly codedPlaces: readonly FieldCode[]
  /** Whether any of its papers has a date. */
  readonly isDated: boolean
  /** Whether it may be somebody else's dossier too, and nobody has decided. */
  readonly isDoubled: boolean
  /** Whether the national database accepted its person from a package of ours. */
  readonly isShared: boolean
  readonly findings: readonly MeasuredFinding[]
}

/** Why an item of a measure failed: a rule's code, or one of our own (`ownReasons`). */
export interface Reason {
  readonly measure: MeasureName
  readonly code: string
  readonly items: number
}
