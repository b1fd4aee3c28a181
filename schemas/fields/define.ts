// The grammar of the catalogue: what may be said of a field. The groups beside this file say it.

/** How a field's writing becomes a value; one parser each in `pipeline/core/values/`. */
export const valueTypes = [
  'text',
  'personName',
  'date',
  'choice',
  'place',
  'citizenNumber',
  'digits',
  'code',
  'step',
  'decimal',
  'allowance',
  'height',
  'weight',
  'schooling',
  'fraction',
] as const
export type ValueType = (typeof valueTypes)[number]

/** Code lists a `choice` may draw from; one JSON each in `schemas/code-lists/`. */
export const choiceLists = [
  'gender',
  'ethnicity',
  'religion',
  'political-theory',
  'state-management',
  'health',
  'blood-group',
] as const
export type ChoiceList = (typeof choiceLists)[number]

/** Lists a free field mostly holds a name of; one JSON each in `schemas/code-lists/`, the rank names in `ranks.json`. */
export const usualLists = ['rank-names', 'training-modes', 'relations', 'military-ranks', 'degrees'] as const
export type UsualList = (typeof usualLists)[number]

/** `public`: may stand in a list; `personal`: only on the record; `sensitive`: Law 91/2025/QH15, shown masked. */
export type Privacy = 'public' | 'personal' | 'sensitive'

export interface FieldDefinition {
  readonly vi: string
  readonly en: string
  readonly type: ValueType
  readonly privacy: Privacy
  /** For `choice`: where its words come from. */
  readonly list?: ChoiceList
  /** For `choice`: another word than the list's is kept as written, without a code. */
  readonly open?: true
  /** For `text`: a writing that is nearly, but not quite, one of these is never sure; the value stays as written. */
  readonly near?: UsualList
  /** For `code`: a code that the list does not have is never sure. */
  readonly codes?: 'ranks'
  /** For `text`: a share or an amount; writing without a figure is no value. */
  readonly hasFigure?: true
  /** The national database must have it: absence is an error and holds the record. */
  readonly mandatory?: true
  /** On a decision: the person's field that this value must agree with. */
  readonly rivalOf?: string
}

export interface TableDefinition {
  readonly vi: string
  readonly en: string
  readonly cells: Readonly<Record<string, FieldDefinition>>
}
