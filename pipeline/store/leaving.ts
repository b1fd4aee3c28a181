// Which golden records may leave, and what is held, asked of the findings alone: the same gate as core/gate.ts has, without
// reading a record. A dossier leaves when neither it nor its person is held; a person only with a dossier that leaves.
import type { Finding, GoldenRecord, HeldRecord } from '../../schemas/index.ts'
import { createHolds } from '../core/holds.ts'
import { outFindings, type Tell } from '../core/outward.ts'
import type { Database } from './database.ts'
import { Prisma } from './generated/client.ts'
import { fromRow, records } from './records.ts'
import { findingsOf } from './register.ts'

const isHeld = (stage: string, subject: Prisma.Sql) =>
  Prisma.sql`EXISTS (SELECT 1 FROM "Finding" f WHERE f."stage" = ${stage} AND f."subject" = ${subject}
    AND f."severity" = 'error' AND NOT f."isWaived")`

/** Dossiers that wait, with the person whose golden record speaks for them. */
const waiting = Prisma.sql`SELECT d."dossier", g."personId" FROM "PersonDraft" d
  LEFT JOIN "CurrentMember" m USING ("dossier") LEFT JOIN "GoldenRecord" g ON g."personId" = m."personId"
  WHERE g."personId" IS NULL OR ${isHeld('validate', Prisma.sql`d."dossier"`)}
    OR ${isHeld('revalidate', Prisma.sql`g."personId"`)}`

export interface Leaving {
  readonly personId: string
  /** Its dossiers that leave, sorted. */
  readonly dossiers: readonly string[]
}

const rowsAtOnce = 200

/** Page by page in the order of ids. */
export async function* leavingPersons(database: Database): AsyncGenerator<Leaving[]> {
  for (let after = ''; ;) {
    const rows = await database.$queryRaw<{ personId: string; dossiers: string[] }[]>`
      SELECT g."personId", array_agg(m."dossier" ORDER BY m."dossier") AS dossiers FROM "GoldenRecord" g
      JOIN "CurrentMember" m USING ("personId") JOIN "PersonDraft" d ON d."dossier" = m."dossier"
      WHERE g."personId" > ${after} AND NOT ${isHeld('revalidate', Prisma.sql`g."personId"`)}
        AND NOT ${isHeld('validate', Prisma.sql`m."dossier"`)}
      GROUP BY g."personId" ORDER BY g."personId" LIMIT ${rowsAtOnce}`
    const last = rows.at(-1)
    if (!last) return
    yield rows
    after = last.personId
  }
}

export async function goldenOf(database: Database, leaving: readonly Leaving[]): Promise<Map<string, GoldenRecord>> {
  const ids = leaving.map(({ personId }) => personId)
  const rows = await database.goldenRecord.findMany({ where: { personId: { in: ids } } })
  return new Map(rows.map((row) => [row.personId, fromRow(records.goldenRecord, row)]))
}

/** One entry a person, with the reasons in the reader's language. */
export async function heldRecords(database: Database, tell: Tell): Promise<HeldRecord[]> {
  const rows = await database.$queryRaw<{ dossier: string; personId: string | null }[]>`${waiting} ORDER BY 1`
  const holds = createHolds()
  const persons = [...new Set(rows.flatMap(({ personId }) => personId ?? []))]
  const dossierFindings = await findingsOfMany(
    database,
    'validate',
    rows.map(({ dossier }) => dossier),
  )
  const personFindings = await findingsOfMany(database, 'revalidate', persons)
  const leavers = await leaversAmong(database, persons)
  for (const { dossier, personId } of rows) {
    const findings = outFindings(dossierFindings.get(dossier) ?? [], tell)
    holds.add(personId ?? undefined, [dossier], findings, personId === null && !findings.some(isError))
  }
  for (const personId of persons)
    if (!leavers.has(personId)) holds.add(personId, [], outFindings(personFindings.get(personId) ?? [], tell))
  return holds.sorted()
}

/** A statement takes some thirty thousand ids; a province may hold more. */
const idsAtOnce = 10_000

async function findingsOfMany(database: Database, stage: 'validate' | 'revalidate', subjects: readonly string[]) {
  const found = new Map<string, Finding[]>()
  for (let start = 0; start < subjects.length; start += idsAtOnce)
    for (const [subject, own] of await findingsOf(database, stage, subjects.slice(start, start + idsAtOnce)))
      found.set(subject, own)
  return found
}

const isError = ({ severity, waived }: { severity: string; waived?: true | undefined }) =>
  severity === 'error' && waived !== true

async function leaversAmong(database: Database, persons: string[]): Promise<Set<string>> {
  const rows = await database.$queryRaw<{ personId: string }[]>`
    SELECT DISTINCT m."personId" FROM "CurrentMember" m JOIN "PersonDraft" d USING ("dossier")
    WHERE m."personId" = ANY(${persons}) AND NOT ${isHeld('revalidate', Prisma.sql`m."personId"`)}
      AND NOT ${isHeld('validate', Prisma.sql`m."dossier"`)}`
  return new Set(rows.map(({ personId }) => personId))
}
