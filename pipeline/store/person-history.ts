// How persons came to be what they are: founded, joined, left, merged. Read from what is only ever added to.
import type { Database } from './database.ts'

export interface PersonEvent {
  readonly personId: string
  readonly at: Date
  readonly event: 'founded' | 'joined' | 'left' | 'merged'
  /** Founded with it, joined by it, left by it. */
  readonly dossier?: string
  /** Whose the dossier was before, whose it is now, whose alias the person is. */
  readonly other?: string
}

const rowsAtOnce = 1000

/** Person by person, each from the beginning; of one person only where told. */
export async function* personHistory(database: Database, only?: string): AsyncGenerator<PersonEvent> {
  for (let after = ''; ;) {
    const persons = await database.person.findMany({
      where: only === undefined ? { personId: { gt: after } } : { personId: only },
      orderBy: { personId: 'asc' },
      take: rowsAtOnce,
    })
    const last = persons.at(-1)
    if (!last) return
    const events = await eventsOf(
      database,
      persons.map(({ personId }) => personId),
    )
    for (const { personId, founder, at } of persons) {
      yield { personId, at, event: 'founded', dossier: founder }
      yield* events.get(personId) ?? []
    }
    if (only !== undefined) return
    after = last.personId
  }
}

interface Row {
  personId: string
  at: Date
  event: 'joined' | 'left' | 'merged'
  dossier: string | null
  other: string | null
}

/** A dossier's step from one person to another is two events; its founder's first step is the founding. */
async function eventsOf(database: Database, persons: string[]): Promise<Map<string, PersonEvent[]>> {
  const rows = await database.$queryRaw<Row[]>`
    WITH steps AS (
      SELECT *, lag("personId") OVER (PARTITION BY "dossier" ORDER BY "rowVersion") AS before FROM "PersonDossier"
      WHERE "dossier" IN (SELECT "dossier" FROM "PersonDossier" WHERE "personId" = ANY(${persons}))),
    events AS (
      SELECT s."personId", s."at", s."rowVersion", 'joined' AS event, s."dossier", s.before AS other, 1 AS kind
      FROM steps s JOIN "Person" p USING ("personId") WHERE s.before IS NOT NULL OR s."dossier" <> p."founder"
      UNION ALL
      SELECT before, "at", "rowVersion", 'left', "dossier", "personId", 2 FROM steps WHERE before IS NOT NULL
      UNION ALL
      SELECT "alias", "at", "rowVersion", 'merged', NULL, "personId", 3 FROM "PersonAlias" WHERE "alias" = ANY(${persons}))
    SELECT "personId", "at", event, "dossier", other FROM events WHERE "personId" = ANY(${persons})
    ORDER BY "personId", "at", kind, "rowVersion"`
  const found = new Map<string, PersonEvent[]>()
  for (const { personId, at, event, dossier, other } of rows) {
    const own = found.get(personId) ?? []
    own.push({ personId, at, event, ...(dossier === null ? {} : { dossier }), ...(other === null ? {} : { other }) })
    found.set(personId, own)
  }
  return found
}
