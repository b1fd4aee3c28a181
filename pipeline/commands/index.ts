// All commands, in the order of a day's work.
import { forms, rules } from './books.ts'
import type { Command } from './command.ts'
import { exportPackage } from './export.ts'
import { pairs, persons, records, status, text } from './queries.ts'
import { run } from './run.ts'

export const commands: readonly Command[] = [run, status, records, persons, pairs, text, exportPackage, rules, forms]
