// What a report tells, whatever it is written as: HTML for reading, a workbook for working on.
import type { Card } from '../../schemas/index.ts'
import type { AgencyTree } from '../core/agency-tree.ts'
import type { AgencyCoverage } from '../core/roster/coverage.ts'
import type { FigureTable } from '../core/scorecard/count-figures.ts'
import type { SamplingOfKind } from '../core/sampling/sampling-report.ts'
import type { Scorecard } from '../core/scorecard/scorecard.ts'

export interface ReportData {
  /** Whose report it is: the agency, the batch, or all. */
  readonly scope: string
  /** ISO date. */
  readonly today: string
  readonly tree: AgencyTree
  readonly scorecard: Scorecard
  /** Undefined for a batch, and where no list of expected persons was taken in. */
  readonly coverage: ReadonlyMap<string, AgencyCoverage> | undefined
  readonly figures: FigureTable
  readonly batches: ReadonlyMap<string, string>
  /** Of the agencies told; a batch has none of its own. */
  readonly sampling: readonly SamplingOfKind[]
  /** Oldest first; `day` is ISO. */
  readonly trend: readonly { readonly day: string; readonly card: Card }[]
  readonly reasonText: (code: string) => string
  /** Where a dossier is opened; absent in a file, which opens nothing. */
  readonly dossierPath?: (dossier: string) => string
}

/** dd/MM/yyyy. */
export const dayForPeople = (day: string): string => day.split('-').reverse().join('/')
/** Thousands by points, as Vietnamese writes numbers. */
export const numberForPeople = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/gu, '.')
/** Decimal comma; undefined is a dash. */
export const percentForPeople = (percent: number | undefined): string =>
  percent === undefined ? '—' : `${String(percent).replace('.', ',')} %`
