// All commands, in the order of a day's work.
import { agencies } from './agencies.ts'
import { forms, rules } from './books.ts'
import type { Command } from './command.ts'
import { contradictions } from './contradictions.ts'
import { due } from './due.ts'
import { estimate } from './estimate.ts'
import { exportPackage } from './export.ts'
import { held } from './held.ts'
import { link } from './link.ts'
import { lists } from './lists.ts'
import { place } from './place.ts'
import { pair, pairs } from './pairs.ts'
import { persons, records, status, text } from './queries.ts'
import { rejudge } from './rejudge.ts'
import { rescan } from './rescan.ts'
import { report } from './report.ts'
import { roster } from './roster.ts'
import { run } from './run.ts'
import { waive } from './waive.ts'

export const commands: readonly Command[] = [
  agencies,
  roster,
  run,
  rescan,
  status,
  records,
  held,
  contradictions,
  waive,
  rejudge,
  due,
  persons,
  pairs,
  pair,
  text,
  report,
  exportPackage,
  rules,
  forms,
  lists,
  place,
  link,
  estimate,
]
