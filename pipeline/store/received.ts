// What of every golden record the roster is held against: a few values each, picked out by the database, so that a
// province's register never has to be read whole.
import { z } from 'zod'
import type { ReceivedPerson } from '../core/roster/compare-roster.ts'
import type { Database } from './database.ts'
import { checkedBy } from './records.ts'

const rowsAtOnce = 2000
const text = z
  .string()
  .nullable()
  .transform((value) => value ?? undefined)
const Row = z.object({
  personId: z.string(),
  agency: z.string(),
  dossiers: z.array(z.string()),
  fullName: text,
  birthDate: text,
  citizenId: text,
})

/** In the order of their ids. */
export async function receivedPersons(database: Database): Promise<ReceivedPerson[]> {
  const persons: ReceivedPerson[] = []
  for (let after = ''; ;) {
    const rows = await database.$queryRaw<{ personId: string }[]>`
      SELECT "personId", "agency", b."dossiers",
        b."values"#>>'{fullName,outcome,value}' AS "fullName",
        b."values"#>>'{birthDate,outcome,value}' AS "birthDate",
        b."values"#>>'{citizenId,outcome,value}' AS "citizenId"
      FROM "GoldenRecord" CROSS JOIN LATERAL jsonb_to_record("body") AS b("dossiers" jsonb, "values" jsonb)
      WHERE "personId" > ${after} ORDER BY "personId" LIMIT ${rowsAtOnce}`
    const last = rows.at(-1)
    if (last === undefined) return persons
    for (const row of rows) persons.push(checkedBy(Row, row, 'một dòng trong cơ sở dữ liệu'))
    after = last.personId
  }
}
