import { z } from 'zod'

/** A column that counts upwards by itself, and how far it has come. */
export const Counter = z.object({ table: z.string(), column: z.string(), value: z.string().regex(/^\d+$/u) })
export type Counter = z.infer<typeof Counter>

/** A table as it left: rows in the order of its key, as COPY writes them. */
export const KeptTable = z.object({
  table: z.string(),
  columns: z.array(z.string()).min(1),
  rows: z.int().nonnegative(),
  sha256: z.string().length(64),
})
export type KeptTable = z.infer<typeof KeptTable>

/** What a backup holds. It is written last: a folder without it is no backup. */
export const BackupManifest = z.object({
  kind: z.literal('hoso-backup'),
  version: z.literal(1),
  at: z.iso.datetime(),
  /** The shape of the database, step by step. */
  migrations: z.array(z.object({ name: z.string(), sha256: z.string().length(64) })),
  /** In an order in which they can be filled again. */
  tables: z.array(KeptTable),
  counters: z.array(Counter),
  /** Files of the workspace, without the tables. */
  files: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  /** Hash of the list that holds the hash of every file. */
  list: z.string().length(64),
})
export type BackupManifest = z.infer<typeof BackupManifest>
