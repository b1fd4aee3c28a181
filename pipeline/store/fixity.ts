// Originals and when each was last read again: the longest unread first.
import type { Database } from './database.ts'

export interface Original {
  readonly original: string
  readonly dossier: string
  readonly sha256: string
}

/** Not read since that moment; those never read come first. A file that lies there twice is read once. */
export async function dueOriginals(database: Database, before: Date, most: number): Promise<Original[]> {
  return database.$queryRaw<Original[]>`
    SELECT o."original", min(o."dossier") AS dossier, min(o."sha256") AS sha256 FROM (
      SELECT "body"->>'original' AS original, "dossier", "sha256" FROM "Scan"
      UNION ALL SELECT "body"->>'original', "dossier", "sha256" FROM "PageReplacement") o
    LEFT JOIN "FixityCheck" c USING ("original")
    WHERE c."checkedAt" IS NULL OR c."checkedAt" < ${before} OR NOT c."isWhole"
    GROUP BY o."original", c."checkedAt" ORDER BY c."checkedAt" NULLS FIRST, o."original" LIMIT ${most}`
}

export async function noteChecked(
  database: Database,
  original: string,
  checkedAt: Date,
  isWhole: boolean,
): Promise<void> {
  const row = { original, checkedAt, isWhole }
  await database.fixityCheck.upsert({ where: { original }, create: row, update: row })
}

export interface FixityState {
  readonly originals: number
  readonly due: number
  /** Never read again since intake. */
  readonly unread: number
  readonly oldest: string | null
}

export async function fixityState(database: Database, before: Date): Promise<FixityState> {
  const [state] = await database.$queryRaw<{ originals: number; due: number; unread: number; oldest: Date | null }[]>`
    SELECT count(*)::int AS originals, min(c."checkedAt") AS oldest,
      count(*) FILTER (WHERE c."checkedAt" IS NULL)::int AS unread,
      count(*) FILTER (WHERE c."checkedAt" IS NULL OR c."checkedAt" < ${before} OR NOT c."isWhole")::int AS due
    FROM (SELECT "body"->>'original' AS original FROM "Scan"
      UNION SELECT "body"->>'original' FROM "PageReplacement") o LEFT JOIN "FixityCheck" c USING ("original")`
  const { originals = 0, due = 0, unread = 0, oldest = null } = state ?? {}
  return { originals, due, unread, oldest: oldest === null ? null : oldest.toISOString() }
}
