// The pairs that wait for a person, and the words on pairs that linking has not heard yet: what the pair pages ask.
import type { CandidatePair } from '../../schemas/index.ts'
import type { Database } from './database.ts'
import { fromRows, records } from './records.ts'

export interface PairQueue {
  readonly agencies: readonly string[] | 'all'
  /** Only what comes after this one. */
  readonly after?: Pick<CandidatePair, 'a' | 'b' | 'weight'> | undefined
  readonly most: number
}

/** The most likely first; both dossiers are open to who looks, and nobody has decided yet. */
export async function pairQueue(database: Database, { agencies, after, most }: PairQueue): Promise<CandidatePair[]> {
  const only = agencies === 'all' ? null : [...agencies]
  const { a, b, weight } = after ?? { a: '', b: '', weight: Number.MAX_VALUE }
  const rows = await database.$queryRaw<{ body: unknown }[]>`
    SELECT c."body" FROM "CandidatePair" c
    JOIN "Dossier" x ON x."dossier" = c."a" JOIN "Dossier" y ON y."dossier" = c."b"
    WHERE c."band" = 'review' AND (c."weight" < ${weight} OR (c."weight" = ${weight} AND (c."a", c."b") > (${a}, ${b})))
      AND (${only}::text[] IS NULL OR (x."agency" = ANY(${only}::text[]) AND y."agency" = ANY(${only}::text[])))
      AND NOT EXISTS (SELECT 1 FROM "StewardDecision" s WHERE s."dossier" = c."a" AND s."other" = c."b"
        AND s."kind" IN ('same', 'different') AND NOT EXISTS (SELECT 1 FROM "StewardDecision" w
          WHERE w."dossier" = s."dossier" AND w."kind" = 'withdraw' AND w."body"->>'withdrawn' = s."decisionId"))
    ORDER BY c."weight" DESC, c."a", c."b" LIMIT ${most}`
  return fromRows(records.candidatePair, rows)
}

export interface NamedDossier {
  readonly dossier: string
  readonly name: string | null
  readonly birth: string | null
}

/** By what people tell dossiers apart in a list. */
export async function dossierNames(
  database: Database,
  dossiers: readonly string[],
): Promise<ReadonlyMap<string, NamedDossier>> {
  const rows = await database.$queryRaw<NamedDossier[]>`
    SELECT "dossier", "body"#>>'{values,fullName,outcome,value}' AS name, "body"#>>'{values,birthDate,outcome,value}' AS birth
    FROM "PersonDraft" WHERE "dossier" = ANY(${[...dossiers]})`
  return new Map(rows.map((row) => [row.dossier, row]))
}

/** Clusters with a doubtful link inside, by the person they became. */
export async function doubtfulClusters(
  database: Database,
  agencies: readonly string[] | 'all',
  most: number,
): Promise<{ personId: string; dossiers: string[] }[]> {
  const only = agencies === 'all' ? null : [...agencies]
  return database.$queryRaw<{ personId: string; dossiers: string[] }[]>`
    SELECT m."personId", array_agg(m."dossier" ORDER BY m."dossier") AS dossiers
    FROM "Cluster" c CROSS JOIN LATERAL jsonb_array_elements_text(c."body"->'dossiers') e(dossier)
    JOIN "CurrentMember" m ON m."dossier" = e.dossier JOIN "Dossier" d ON d."dossier" = e.dossier
    WHERE c."body"->>'needsReview' = 'true' AND jsonb_array_length(c."body"->'dossiers') > 1
    GROUP BY m."personId" HAVING ${only}::text[] IS NULL OR bool_and(d."agency" = ANY(${only}::text[]))
    ORDER BY m."personId" LIMIT ${most}`
}

/** All pairs between these dossiers: the inside of a cluster. */
export async function pairsAmong(database: Database, dossiers: readonly string[]): Promise<CandidatePair[]> {
  const wanted = { in: [...dossiers] }
  const rows = await database.candidatePair.findMany({
    where: { a: wanted, b: wanted },
    orderBy: [{ a: 'asc' }, { b: 'asc' }],
  })
  return fromRows(records.candidatePair, rows)
}

/** How many words on pairs were said since the register was linked. */
export async function unheardDecisions(database: Database): Promise<number> {
  const linked = await database.stageRun.findFirst({
    where: { stage: 'link', status: 'succeeded' },
    orderBy: { startedAt: 'desc' },
    select: { startedAt: true },
  })
  const since = (linked?.startedAt ?? new Date(0)).toISOString()
  const [row] = await database.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "StewardDecision" s WHERE s."body"->>'decidedAt' >= ${since}
      AND (s."kind" IN ('same', 'different') OR (s."kind" = 'withdraw' AND EXISTS (
        SELECT 1 FROM "StewardDecision" w WHERE w."decisionId" = s."body"->>'withdrawn' AND w."kind" IN ('same', 'different'))))`
  return row?.count ?? 0
}
