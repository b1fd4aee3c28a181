// What is done and what waits, counted from the results themselves, so that it is true while a run is going.
import type { Database } from './database.ts'
import { closedDossiers, type SecretDossier } from './secrecy.ts'

/** As contract.md has it; `pending` and `scans` are told besides, and are in neither sum of `total`. */
export interface Status {
  readonly pages: {
    readonly total: number
    readonly recognized: number
    readonly blank: number
    readonly unreadable: number
    readonly pending: number
  }
  readonly fates: {
    readonly document: number
    readonly blank: number
    readonly separator: number
    readonly orphan: number
    readonly unreadable: number
  }
  readonly dossiers: number
  readonly findings: { readonly error: number; readonly warning: number; readonly info: number }
  readonly held: number
  /** Findings accepted as exceptions by a steward, in none of the counts above. */
  readonly waived: number
  /** Dossiers with a paper marked secret that their agency may not hold; none of their pages is read. */
  readonly closed: readonly SecretDossier[]
  readonly scans: { readonly delivered: number; readonly unreadable: number }
}

/** A page counts from the moment it has a fate: then it has a state too, and both sums equal the total. */
export function statusOf(database: {
  $transaction<T>(work: (database: Database) => Promise<T>, options: { isolationLevel: 'RepeatableRead' }): Promise<T>
}): Promise<Status> {
  return database.$transaction(read, { isolationLevel: 'RepeatableRead' })
}

async function read(database: Database): Promise<Status> {
  const [pages] = await database.$queryRaw<Status['pages'][]>`
    SELECT count(f.*)::int AS total,
      count(f.*) FILTER (WHERE i."isBlank")::int AS blank,
      count(f.*) FILTER (WHERE NOT i."isBlank" AND t."pageId" IS NOT NULL)::int AS recognized,
      count(f.*) FILTER (WHERE i."pageId" IS NULL OR (NOT i."isBlank" AND t."pageId" IS NULL))::int AS unreadable,
      count(*) FILTER (WHERE f."pageId" IS NULL)::int AS pending
    FROM "Page" p LEFT JOIN "PageFate" f USING ("pageId") LEFT JOIN "PageImage" i USING ("pageId") LEFT JOIN "PageText" t USING ("pageId")`
  const fates = await database.$queryRaw<{ name: string; count: number }[]>`
    SELECT f."fate" AS name, count(*)::int AS count FROM "Page" p JOIN "PageFate" f USING ("pageId") GROUP BY 1`
  const findings = await database.$queryRaw<{ name: string; count: number }[]>`
    SELECT "severity" AS name, count(*)::int AS count FROM "Finding" WHERE "stage" = 'validate' AND NOT "isWaived" GROUP BY 1`
  const [held] = await database.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT "subject")::int AS count FROM "Finding" WHERE "stage" = 'validate' AND "severity" = 'error' AND NOT "isWaived"`
  const fate = countsOf(fates)
  const severity = countsOf(findings)
  return {
    pages: pages ?? { total: 0, recognized: 0, blank: 0, unreadable: 0, pending: 0 },
    fates: {
      document: fate('document'),
      blank: fate('blank'),
      separator: fate('separator'),
      orphan: fate('orphan'),
      unreadable: fate('unreadable'),
    },
    dossiers: await database.dossier.count(),
    findings: { error: severity('error'), warning: severity('warning'), info: severity('info') },
    held: held?.count ?? 0,
    waived: await database.finding.count({ where: { stage: 'validate', isWaived: true } }),
    closed: await closedDossiers(database),
    scans: {
      delivered: await database.delivered.count(),
      unreadable: await database.stageRun.count({ where: { stage: 'intake', status: 'failed' } }),
    },
  }
}

function countsOf(rows: readonly { name: string; count: number }[]): (name: string) => number {
  const counts = new Map(rows.map(({ name, count }) => [name, count]))
  return (name) => counts.get(name) ?? 0
}
