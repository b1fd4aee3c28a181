// Persons on whose papers the rules found a disagreement, each with all its dossiers: what a contradiction sheet is made of.
import type { Contested } from '../core/contradictions.ts'
import type { Database } from './database.ts'
import { dossiersOf, personsOf } from './identities.ts'
import { pageNumbers } from './page-order.ts'
import { fromRows, records } from './records.ts'

/** In the order of dossier ids; a dossier without a person stands alone. */
export async function* contestedPersons(database: Database, only: string | undefined): AsyncGenerator<Contested> {
  const told = new Set<string>()
  for (const dossier of await contestedDossiers(database, only)) {
    if (told.has(dossier)) continue
    const personId = (await personsOf(database, [dossier])).get(dossier)
    const dossiers = personId === undefined ? [dossier] : await dossiersOf(database, personId)
    for (const each of dossiers) told.add(each)
    yield await contested(database, dossiers, personId)
  }
}

async function contested(database: Database, dossiers: string[], personId: string | undefined): Promise<Contested> {
  const drafts = await database.personDraft.findMany({
    where: { dossier: { in: dossiers } },
    orderBy: { dossier: 'asc' },
  })
  const subjects = personId === undefined ? dossiers : [...dossiers, personId]
  const findings = await database.finding.findMany({
    where: { subject: { in: subjects }, code: { contains: 'disagree' } },
    orderBy: [{ subject: 'asc' }, { findingId: 'asc' }],
  })
  const papers = fromRows(records.personDraft, drafts)
  const name = papers.map(({ values }) => values.fullName.outcome).find(({ status }) => status === 'read')
  return {
    title: name?.status === 'read' && typeof name.value === 'string' ? name.value : '',
    drafts: papers,
    findings: fromRows(records.finding, findings),
    pageNumbers: await pageNumbers(database, dossiers),
  }
}

/** Those with a disagreement of their own, and those of a person with one. */
async function contestedDossiers(database: Database, only: string | undefined): Promise<string[]> {
  const rows = await database.$queryRaw<{ dossier: string }[]>`
    SELECT DISTINCT d."dossier" FROM "PersonDraft" d LEFT JOIN "CurrentMember" m ON m."dossier" = d."dossier"
    JOIN "Finding" f ON f."subject" IN (d."dossier", m."personId") AND f."code" LIKE '%disagree%' AND NOT f."isWaived"
    WHERE ${only ?? null}::text IS NULL OR d."dossier" = ${only ?? null}::text ORDER BY d."dossier"`
  return rows.map(({ dossier }) => dossier)
}
