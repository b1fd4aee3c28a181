// The history of persons: reads what was given so far, adds what core/identity.ts says is new. Nothing is ever changed.
import { BrokenContract } from '../core/errors.ts'
import { assignPersons, type Identities } from '../core/identity.ts'
import type { Database } from './database.ts'
import { inChunks } from './in-chunks.ts'

/** Several runs at once would give ids twice; the transaction of the link stage holds this lock to its end. */
const identityLock = 7_465_728

export async function keepIdentities(transaction: Database, clusters: readonly (readonly string[])[]): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${identityLock}::bigint)`
  const { founded, moved, aliases } = assignPersons(clusters, await identities(transaction))
  const agencies = await agenciesOf(
    transaction,
    founded.map(({ founder }) => founder),
  )
  const persons = founded.map((person) => {
    const agency = agencies.get(person.founder)
    if (agency === undefined)
      throw new BrokenContract(
        `Cụm chứa hồ sơ không có trong sổ: ${person.founder}. Đây là lỗi của chương trình; hãy báo cho người phát triển.`,
      )
    return { ...person, agency }
  })
  await inChunks(persons, (call) => transaction.person.createMany(call))
  await inChunks(moved, (call) => transaction.personDossier.createMany(call))
  await inChunks(aliases, (call) => transaction.personAlias.createMany(call))
}

export async function identities(database: Database): Promise<Identities> {
  const persons = await database.person.findMany({
    select: { personId: true, founder: true },
    orderBy: { rowVersion: 'asc' },
  })
  const members = await database.$queryRaw<
    { dossier: string; personId: string }[]
  >`SELECT "dossier", "personId" FROM "CurrentMember"`
  return { persons, members: new Map(members.map(({ dossier, personId }) => [dossier, personId])) }
}

/** Whose these dossiers are now. */
export async function personsOf(database: Database, dossiers: readonly string[]): Promise<Map<string, string>> {
  const rows = await database.$queryRaw<{ dossier: string; personId: string }[]>`
    SELECT "dossier", "personId" FROM "CurrentMember" WHERE "dossier" = ANY(${[...dossiers]})`
  return new Map(rows.map(({ dossier, personId }) => [dossier, personId]))
}

/** The dossiers a person has now, in order. */
export async function dossiersOf(database: Database, personId: string): Promise<string[]> {
  const rows = await database.$queryRaw<{ dossier: string }[]>`
    SELECT "dossier" FROM "CurrentMember" WHERE "personId" = ${personId} ORDER BY "dossier"`
  return rows.map(({ dossier }) => dossier)
}

async function agenciesOf(database: Database, dossiers: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (let start = 0; start < dossiers.length; start += 5000) {
    const rows = await database.dossier.findMany({
      where: { dossier: { in: dossiers.slice(start, start + 5000) } },
      select: { dossier: true, agency: true },
    })
    for (const { dossier, agency } of rows) found.set(dossier, agency)
  }
  return found
}
