// Drafts with what a steward needs beside them: findings, decisions that stand, page numbers. Of some agencies, a batch, or
// some dossiers only; closed dossiers have no values and are left out.
import type { ReviewedDraft } from '../core/error-book/error-items.ts'
import { standing } from '../core/standing.ts'
import type { Database } from './database.ts'
import { pageNumbers } from './page-order.ts'
import { fromRow, fromRows, records } from './records.ts'

export interface Scope {
  readonly agencies?: readonly string[] | undefined
  /** Id or name of the batch. */
  readonly batch?: string | undefined
  readonly dossiers?: readonly string[] | undefined
}

const dossiersAtOnce = 200

/** In the order of ids. */
export async function* reviewedDrafts(database: Database, scope: Scope): AsyncGenerator<ReviewedDraft> {
  for (let after = ''; ;) {
    const dossiers = await nextDossiers(database, scope, after)
    const last = dossiers.at(-1)
    if (last === undefined) return
    yield* await reviewed(database, dossiers)
    after = last
  }
}

/** Of these dossiers, in order; also inside a transaction that holds them. */
export async function reviewed(database: Database, dossiers: readonly string[]): Promise<ReviewedDraft[]> {
  const wanted = { in: [...dossiers] }
  const drafts = await database.personDraft.findMany({ where: { dossier: wanted }, orderBy: { dossier: 'asc' } })
  const findings = await database.finding.findMany({
    where: { stage: 'validate', subject: wanted },
    orderBy: [{ subject: 'asc' }, { findingId: 'asc' }],
  })
  const decisions = await database.stewardDecision.findMany({
    where: { dossier: wanted },
    orderBy: { rowVersion: 'asc' },
  })
  const found: ReviewedDraft[] = []
  for (const row of drafts)
    found.push({
      draft: fromRow(records.personDraft, row),
      findings: fromRows(
        records.finding,
        findings.filter(({ subject }) => subject === row.dossier),
      ),
      decisions: standing(
        fromRows(
          records.stewardDecision,
          decisions.filter(({ dossier }) => dossier === row.dossier),
        ),
      ),
      pageNumbers: await pageNumbers(database, [row.dossier]),
    })
  return found
}

async function nextDossiers(database: Database, scope: Scope, after: string): Promise<string[]> {
  const [agencies, batch, dossiers] = [scope.agencies ?? null, scope.batch ?? null, scope.dossiers ?? null]
  const rows = await database.$queryRaw<{ dossier: string }[]>`
    SELECT d."dossier" FROM "Dossier" d JOIN "Batch" b USING ("batchId") JOIN "PersonDraft" p USING ("dossier")
    WHERE d."dossier" > ${after} AND (${agencies}::text[] IS NULL OR d."agency" = ANY(${agencies}::text[]))
      AND (${batch}::text IS NULL OR b."batchId" = ${batch} OR b."body"->>'name' = ${batch})
      AND (${dossiers}::text[] IS NULL OR d."dossier" = ANY(${dossiers}::text[]))
      AND NOT EXISTS (SELECT 1 FROM "ClosedDossier" c WHERE c."dossier" = d."dossier")
    ORDER BY d."dossier" LIMIT ${dossiersAtOnce}`
  return rows.map(({ dossier }) => dossier)
}
