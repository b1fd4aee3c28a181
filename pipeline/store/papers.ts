// One hash of the papers of each dossier: its pages as they are shown, and how they are cut into documents. What was read of
// them is not in it: a better reading alone makes no new paper.
import { sha256 } from '../core/id.ts'
import type { Database } from './database.ts'

export async function papersDigests(database: Database, dossiers: readonly string[]): Promise<Map<string, string>> {
  const rows = await database.$queryRaw<{ dossier: string; papers: string }[]>`
    SELECT "dossier", string_agg(line, E'\n' ORDER BY line) AS papers FROM (
      SELECT p."dossier", concat_ws(' ', 'page', p."pageId", i."body" ->> 'sha256') AS line
      FROM "Page" p JOIN "PageImage" i USING ("pageId") WHERE p."dossier" = ANY(${[...dossiers]})
      UNION ALL
      SELECT d."dossier", concat_ws(' ', 'document', d."documentId", d."form", d."body" ->> 'pages')
      FROM "Document" d WHERE d."dossier" = ANY(${[...dossiers]})) lines
    GROUP BY "dossier"`
  return new Map(rows.map(({ dossier, papers }) => [dossier, sha256(papers)]))
}
