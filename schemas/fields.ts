// THE CATALOGUE: every field's code, names, value type, code list, privacy class. A file a group; this joins them.
import { z } from 'zod'
import { decision } from './fields/decision.ts'
import type { FieldDefinition, TableDefinition } from './fields/define.ts'
import { economy } from './fields/economy.ts'
import { education } from './fields/education.ts'
import { identity } from './fields/identity.ts'
import { papers } from './fields/papers.ts'
import { party } from './fields/party.ts'
import { post } from './fields/post.ts'
import { record } from './fields/record.ts'
import { supplement } from './fields/supplement.ts'
import { tables as tableGroup } from './fields/tables.ts'

export const fieldGroups = { identity, post, education, party, record, economy, supplement, decision, papers } as const
export const fields = {
  ...identity,
  ...post,
  ...education,
  ...party,
  ...record,
  ...economy,
  ...supplement,
  ...decision,
  ...papers,
} as const
export const tables = tableGroup

export type FieldCode = keyof typeof fields
export type TableCode = keyof typeof tables
export const FieldCode = z.enum(keysOf(fields))
export const TableCode = z.enum(keysOf(tables))

/** All codes in the order of the catalogue. */
export const fieldCodes = FieldCode.options
export const tableCodes = TableCode.options

export const fieldOf = (code: FieldCode): FieldDefinition => fields[code]
export const tableOf = (code: TableCode): TableDefinition => tables[code]

/** Something for each table of the catalogue. */
export function byTable<T>(of: (table: TableCode) => T): Record<TableCode, T> {
  return z.record(TableCode, z.custom<T>()).parse(Object.fromEntries(tableCodes.map((table) => [table, of(table)])))
}

/** Where a place lay is told in three layers: as written, its names, today's unit (domain.md 3.2). */
export const Place = z.object({
  text: z.string(),
  commune: z.string().optional(),
  district: z.string().optional(),
  province: z.string().optional(),
  currentCode: z.string().optional(),
  currentName: z.string().optional(),
  candidates: z.array(z.object({ code: z.string(), name: z.string() })).optional(),
})
export type Place = z.infer<typeof Place>

/** A typed value. Dates are ISO with their own precision: `2003`, `2003-09`, `2003-09-02`, or `nay` (until now). */
export const Value = z.union([z.string(), z.number(), Place])
export type Value = z.infer<typeof Value>

function keysOf<K extends string>(of: Readonly<Record<K, unknown>>): [K, ...K[]] {
  // Object.keys forgets the key type; this is the catalogue's one explained cast.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
  return Object.keys(of) as [K, ...K[]]
}
