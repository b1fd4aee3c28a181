// A person with everything the person page tells: the golden record, findings, dossiers, decisions, page numbers, history.
import type { Finding, GoldenRecord, StewardDecision } from '../../schemas/index.ts'
import { standing } from '../core/standing.ts'
import type { Database } from './database.ts'
import { dossiersOf } from './identities.ts'
import { type PersonEvent, personHistory } from './person-history.ts'
import { pageNumbers } from './page-order.ts'
import { fromRow, fromRows, records } from './records.ts'

export interface KnownPerson {
  readonly golden: GoldenRecord
  readonly dossiers: readonly string[]
  /** Of the person, and of each dossier by its subject. */
  readonly findings: readonly Finding[]
  /** On any of its dossiers, those that stand, oldest first. */
  readonly decisions: readonly StewardDecision[]
  readonly pageNumbers: ReadonlyMap<string, number>
  readonly history: readonly PersonEvent[]
}

export async function knownPerson(database: Database, personId: string): Promise<KnownPerson | undefined> {
  const row = await database.goldenRecord.findUnique({ where: { personId } })
  if (row === null) return undefined
  const dossiers = await dossiersOf(database, personId)
  const findings = await database.finding.findMany({
    where: {
      OR: [
        { stage: 'revalidate', subject: personId },
        { stage: 'validate', subject: { in: dossiers } },
      ],
    },
    orderBy: [{ subject: 'asc' }, { findingId: 'asc' }],
  })
  const decisions = await database.stewardDecision.findMany({
    where: { dossier: { in: dossiers } },
    orderBy: { rowVersion: 'asc' },
  })
  const history: PersonEvent[] = []
  for await (const event of personHistory(database, personId)) history.push(event)
  return {
    golden: fromRow(records.goldenRecord, row),
    dossiers,
    findings: fromRows(records.finding, findings),
    decisions: standing(fromRows(records.stewardDecision, decisions)),
    pageNumbers: await pageNumbers(database, dossiers),
    history,
  }
}

export interface ListedPerson {
  readonly personId: string
  readonly name: string | null
  readonly dossiers: string[]
}

export interface PersonFilter {
  readonly agencies: readonly string[] | 'all'
  /** Only those of several dossiers. */
  readonly isJoined: boolean
  readonly after: string
  readonly most: number
}

/** In the order of ids; all dossiers of a person must be open to who looks. */
export async function listedPersons(
  database: Database,
  { agencies, isJoined, after, most }: PersonFilter,
): Promise<ListedPerson[]> {
  const only = agencies === 'all' ? null : [...agencies]
  return database.$queryRaw<ListedPerson[]>`
    SELECT g."personId", g."body"#>>'{values,fullName,outcome,value}' AS name,
      ARRAY(SELECT jsonb_array_elements_text(g."body"->'dossiers')) AS dossiers
    FROM "GoldenRecord" g WHERE g."personId" > ${after}
      AND (NOT ${isJoined} OR jsonb_array_length(g."body"->'dossiers') > 1)
      AND (${only}::text[] IS NULL OR NOT EXISTS (SELECT 1 FROM "CurrentMember" m JOIN "Dossier" d USING ("dossier")
        WHERE m."personId" = g."personId" AND d."agency" <> ALL(${only}::text[])))
    ORDER BY g."personId" LIMIT ${most}`
}
