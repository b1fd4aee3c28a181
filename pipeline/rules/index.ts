// The registry: every rule, in the order of the printed form, and the codes that are no more.
import { agreement } from './agreement.ts'
import { chronology } from './chronology.ts'
import { career } from './career.ts'
import { citizenId } from './citizen-id.ts'
import { codeLists } from './code-lists.ts'
import { completeness } from './completeness.ts'
import { contents } from './contents.ts'
import { decisions } from './decisions.ts'
import { education } from './education.ts'
import { familyAges } from './family-ages.ts'
import { family } from './family.ts'
import { identity } from './identity.ts'
import { listed } from './listed.ts'
import { party } from './party.ts'
import { position } from './position.ts'
import { qualification } from './qualification.ts'
import { reading } from './reading.ts'
import { receipts } from './receipts.ts'
import { rows } from './rows.ts'
import type { Rule } from './rule.ts'
import { salary } from './salary.ts'
import { salaryCourse } from './salary-course.ts'
import { salaryHistory } from './salary-history.ts'
import { secrecy } from './secrecy.ts'
import { service } from './service.ts'
import { timeliness } from './timeliness.ts'

export const rules: readonly Rule[] = [
  ...secrecy,
  ...completeness,
  ...contents,
  ...identity,
  ...citizenId,
  ...chronology,
  ...salary,
  ...education,
  ...qualification,
  ...party,
  ...position,
  ...career,
  ...family,
  ...familyAges,
  ...salaryHistory,
  ...salaryCourse,
  ...rows,
  ...agreement,
  ...decisions,
  ...codeLists,
  ...reading,
  ...timeliness,
  ...service,
  ...listed,
  ...receipts,
]

/** Code and the release that dropped it: a code is never used again. */
export const retired: ReadonlyMap<string, string> = new Map([['declaration_old', '0.2.0']])
