// A decision with a list of names belongs to many persons: which row is this dossier's own. One row that surely fits, and no
// other that might, is taken; anything less is told with its candidates, for a person to choose.
import type { FieldCode, Outcome, RowReading } from '../../schemas/index.ts'
import { mayBeSame } from './dates.ts'
import { gradeOf } from './grade.ts'
import { sameValue } from './same-value.ts'
import { editDistance, fold } from './text.ts'

export interface Wanted {
  readonly name: string
  readonly birthDate: string | undefined
}

/** What each cell of the list is on a decision of one name. */
const fieldsOf = {
  name: 'decisionFullName',
  birthDate: 'decisionBirthDate',
  agency: 'decisionAgency',
  rankCode: 'decisionRankCode',
  fromStep: 'decisionFromStep',
  fromCoefficient: 'decisionFromCoefficient',
  step: 'decisionSalaryStep',
  coefficient: 'decisionSalaryCoefficient',
  from: 'decisionSalaryFrom',
} as const satisfies Record<string, FieldCode>
type Cell = keyof typeof fieldsOf
const cells: readonly Cell[] = [
  'name',
  'birthDate',
  'agency',
  'rankCode',
  'fromStep',
  'fromCoefficient',
  'step',
  'coefficient',
  'from',
]

/** The cell of the list that a field of the decision was read from. */
export const cellOf = (field: FieldCode): string => cells.find((cell) => fieldsOf[cell] === field) ?? field

/** One letter of six may be misread in a name that might be his. */
const mayBeShare = 1 / 6
const unsure = 0.5

export interface OwnRow {
  /** The row itself, where it surely is his. */
  readonly row: RowReading | undefined
  readonly outcomes: ReadonlyMap<FieldCode, Outcome>
}

/** Undefined where nobody in the list may be he. */
export function ownRow(rows: readonly RowReading[], wanted: Wanted): OwnRow | undefined {
  const near = rows.filter((row) => mayBeHis(row, wanted))
  const [only] = near
  if (only === undefined) return undefined
  if (near.length === 1 && isSurelyHis(only, wanted))
    return {
      row: only,
      outcomes: new Map(cells.flatMap((cell) => (only.cells[cell] ? [[fieldsOf[cell], only.cells[cell]]] : []))),
    }
  return { row: undefined, outcomes: new Map([['decisionFullName', oneOf(near)]]) }
}

function mayBeHis({ cells: { name } }: RowReading, wanted: Wanted): boolean {
  const written = name?.status === 'read' || name?.status === 'unparsed' ? textIn(name) : undefined
  if (written === undefined) return false
  const [a, b] = [fold(written), fold(wanted.name)]
  const most = Math.floor(b.length * mayBeShare)
  return editDistance(a, b, most) <= most
}

function isSurelyHis({ cells: { name, birthDate } }: RowReading, wanted: Wanted): boolean {
  if (name?.status !== 'read' || gradeOf(name) !== 'good' || !sameValue(name.value, wanted.name)) return false
  if (birthDate?.status !== 'read' || wanted.birthDate === undefined) return true
  return gradeOf(birthDate) !== 'good' || mayBeSame(textIn(birthDate), wanted.birthDate)
}

const textIn = (outcome: Extract<Outcome, { raw: string }>): string =>
  outcome.status === 'read' && typeof outcome.value === 'string' ? outcome.value : outcome.raw

/** Several rows, or one that fits badly: shown where the first stands. */
function oneOf(near: readonly RowReading[]): Outcome {
  const names = near.flatMap(({ cells: { name } }) =>
    name?.status === 'read' || name?.status === 'unparsed' ? [name] : [],
  )
  const [first] = names
  if (first?.provenance === undefined) return { status: 'missing' }
  return {
    status: 'unparsed',
    raw: first.raw,
    problem: 'Danh sách kèm theo quyết định có dòng có thể là của người này; hãy chọn dòng đúng.',
    candidates: names.flatMap((name) => (name.status === 'read' ? [{ value: name.value }] : [{ value: name.raw }])),
    confidence: Math.min(unsure, first.confidence),
    provenance: first.provenance,
  }
}
