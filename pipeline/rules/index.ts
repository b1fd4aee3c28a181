// The registry: every rule, in the order of the printed form, and the codes that are no more.
import { agreement } from './agreement.ts'
import { chronology } from './chronology.ts'
import { citizenId } from './citizen-id.ts'
import { codeLists } from './code-lists.ts'
import { completeness } from './completeness.ts'
import { education } from './education.ts'
import { family } from './family.ts'
import { identity } from './identity.ts'
import { party } from './party.ts'
import { position } from './position.ts'
import { reading } from './reading.ts'
import type { Rule } from './rule.ts'
import { salary } from './salary.ts'
import { salaryHistory } from './salary-history.ts'
import { timeliness } from './timeliness.ts'

export const rules: readonly Rule[] = [
  ...completeness,
  ...identity,
  ...citizenId,
  ...chronology,
  ...salary,
  ...education,
  ...party,
  ...position,
  ...family,
  ...salaryHistory,
  ...agreement,
  ...codeLists,
  ...reading,
  ...timeliness,
]

/** Code and the release that dropped it: a code is never used again. */
export const retired: ReadonlyMap<string, string> = new Map()
