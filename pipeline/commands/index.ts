// All commands, in the order of a day's work.
import { accounts } from './accounts.ts'
import { agencies } from './agencies.ts'
import { audit } from './audit.ts'
import { api } from './api.ts'
import { backup, restore } from './backup.ts'
import { bundle, unbundle } from './bundle.ts'
import { forms, rules } from './books.ts'
import { check } from './check.ts'
import type { Command } from './command.ts'
import { contents } from './contents.ts'
import { contradictions } from './contradictions.ts'
import { destroy } from './destroy.ts'
import { doctor } from './doctor.ts'
import { due } from './due.ts'
import { edossier } from './edossier.ts'
import { errors } from './errors.ts'
import { estimate } from './estimate.ts'
import { exportPackage } from './export.ts'
import { held } from './held.ts'
import { keys } from './keys.ts'
import { ledger } from './ledger.ts'
import { importList } from './import.ts'
import { link } from './link.ts'
import { lists } from './lists.ts'
import { packages } from './packages.ts'
import { place } from './place.ts'
import { pages } from './pages.ts'
import { pair, pairs } from './pairs.ts'
import { profiles } from './profiles.ts'
import { persons, records, status, text } from './queries.ts'
import { receipts } from './receipts.ts'
import { rejudge } from './rejudge.ts'
import { rescan } from './rescan.ts'
import { report } from './report.ts'
import { review } from './review.ts'
import { roster } from './roster.ts'
import { run } from './run.ts'
import { sample } from './sample.ts'
import { trace } from './trace.ts'
import { separators } from './separators.ts'
import { send } from './send.ts'
import { simulateNationalDatabase } from './simulate-national-database.ts'
import { vault } from './vault.ts'
import { waive } from './waive.ts'
import { worker } from './worker.ts'

export const commands: readonly Command[] = [
  doctor,
  agencies,
  roster,
  importList,
  separators,
  run,
  worker,
  review,
  accounts,
  audit,
  rescan,
  status,
  records,
  held,
  contents,
  pages,
  contradictions,
  waive,
  errors,
  sample,
  rejudge,
  due,
  persons,
  pairs,
  pair,
  text,
  trace,
  report,
  exportPackage,
  packages,
  profiles,
  edossier,
  send,
  receipts,
  ledger,
  simulateNationalDatabase,
  backup,
  restore,
  check,
  vault,
  destroy,
  keys,
  bundle,
  unbundle,
  api,
  rules,
  forms,
  lists,
  place,
  link,
  estimate,
]
