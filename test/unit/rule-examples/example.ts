// What an example of a rule is: the clean official changed so that it fires, and changed only so far that it does not.
import type { DraftChange } from '../../support/a-draft.ts'

export interface RuleExample {
  readonly fires: DraftChange
  /** At the edge: the nearest state that is still right. */
  readonly edge: DraftChange
  /** For rules that know today. */
  readonly today?: string
}
export type RuleExamples = Readonly<Record<string, RuleExample>>
