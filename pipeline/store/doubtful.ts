// The doubtful values of one field over all dossiers, for the view that shows their crops on one screen.
import type { FieldCode } from '../../schemas/index.ts'
import type { ReviewedDraft } from '../core/error-book/error-items.ts'
import type { Database } from './database.ts'
import { reviewed } from './reviewed-drafts.ts'

export type Agencies = readonly string[] | 'all'

/** Most doubtful first. */
export async function doubtfulFields(
  database: Database,
  agencies: Agencies,
): Promise<{ field: string; count: number }[]> {
  const only = agencies === 'all' ? null : [...agencies]
  return database.$queryRaw<{ field: string; count: number }[]>`
    SELECT "field", count(*)::int AS count FROM "DoubtfulValue"
    WHERE ${only}::text[] IS NULL OR "agency" = ANY(${only}::text[])
    GROUP BY "field" ORDER BY 2 DESC, 1`
}

/** The next dossiers in which the field is doubtful, after one of them. */
export async function doubtfulDossiers(
  database: Database,
  field: FieldCode,
  { agencies, after, most }: { readonly agencies: Agencies; readonly after: string; readonly most: number },
): Promise<ReviewedDraft[]> {
  const only = agencies === 'all' ? null : [...agencies]
  const rows = await database.$queryRaw<{ dossier: string }[]>`
    SELECT v."dossier" FROM "DoubtfulValue" v
    WHERE v."field" = ${field} AND v."dossier" > ${after} AND (${only}::text[] IS NULL OR v."agency" = ANY(${only}::text[]))
      AND NOT EXISTS (SELECT 1 FROM "ClosedDossier" c WHERE c."dossier" = v."dossier")
    ORDER BY v."dossier" LIMIT ${most}`
  return reviewed(
    database,
    rows.map(({ dossier }) => dossier),
  )
}
