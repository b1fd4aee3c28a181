// Pages that stand twice among the papers of one person: the same file delivered twice, or the same picture to the last pixel.
import type { Database } from './database.ts'
import { pageNumbers } from './page-order.ts'

export interface DuplicatePage {
  readonly personId: string
  readonly dossier: string
  readonly page: number
  readonly form: string | undefined
  readonly keptDossier: string
  readonly keptPage: number
  readonly why: 'same_scan' | 'same_picture'
}

/** The first of them, by dossier and page, is the one to keep. A blank back is no duplicate of another blank back. */
export async function duplicatePages(database: Database): Promise<DuplicatePage[]> {
  const rows = await database.$queryRaw<
    { personId: string; dossier: string; pageId: string; key: string; form: string | null; isScan: boolean }[]
  >`
    WITH pages AS (
      SELECT m."personId", p."dossier", p."pageId", i."body" ->> 'sha256' AS picture,
        s."sha256" || '#' || p."scanPage" AS scanned, d."form"
      FROM "Page" p JOIN "PageImage" i USING ("pageId") JOIN "Scan" s USING ("scanId")
      JOIN "CurrentMember" m ON m."dossier" = p."dossier"
      LEFT JOIN "Document" d ON d."dossier" = p."dossier" AND d."body" -> 'pages' ? p."pageId"
      WHERE NOT i."isBlank")
    SELECT "personId", "dossier", "pageId", picture AS key, "form",
      count(*) OVER (PARTITION BY "personId", scanned) > 1 AS "isScan"
    FROM pages a WHERE EXISTS (SELECT 1 FROM pages b WHERE b."personId" = a."personId" AND b."pageId" <> a."pageId"
      AND (b.picture = a.picture OR b.scanned = a.scanned))
    ORDER BY "personId", "dossier", "pageId"`
  const numbers = await pageNumbers(database, [...new Set(rows.map(({ dossier }) => dossier))])
  const groups = new Map<string, typeof rows>()
  for (const row of rows) {
    const key = `${row.personId} ${row.key}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].flatMap((group) => {
    const placed = group.map((row) => ({ ...row, number: numbers.get(row.pageId) ?? 0 }))
    const [kept, ...others] = placed.sort((a, b) =>
      a.dossier < b.dossier ? -1 : a.dossier > b.dossier ? 1 : a.number - b.number,
    )
    if (kept === undefined) return []
    return others.map(({ personId, dossier, number, form, isScan }): DuplicatePage => ({
      ...{ personId, dossier, page: number, form: form ?? undefined },
      ...{ keptDossier: kept.dossier, keptPage: kept.number, why: isScan ? 'same_scan' : 'same_picture' },
    }))
  })
}
