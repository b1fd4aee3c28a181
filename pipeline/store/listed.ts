// The rows of HR systems' lists: each source replaced whole by its next import; found by number, or by name and birth date.
import type { FieldReading, ListedPerson } from '../../schemas/index.ts'
import { listedAbout, nameKeyOf } from '../core/import-list.ts'
import type { Database } from './database.ts'
import type { PrismaClient } from './generated/client.ts'
import { inChunks } from './in-chunks.ts'
import { fromRows, records, toRow } from './records.ts'

export async function replaceListed(
  database: PrismaClient,
  source: string,
  persons: readonly ListedPerson[],
): Promise<void> {
  await database.$transaction(
    async (transaction) => {
      await transaction.listedPerson.deleteMany({ where: { source } })
      await inChunks(
        persons.map((person) => toRow(records.listedPerson, person)),
        (call) => transaction.listedPerson.createMany(call),
      )
    },
    { timeout: 120_000 },
  )
}

/** What lists say of the person whose papers were read so; in the order of rank. */
export async function listedFor(database: Database, fields: readonly FieldReading[]): Promise<ListedPerson[]> {
  const said = (field: FieldReading['field']) =>
    fields.flatMap((reading) =>
      reading.field === field && reading.outcome.status === 'read' ? [reading.outcome.value] : [],
    )
  const [names, births] = [said('fullName'), said('birthDate')]
  const people = [0, 1, 2].flatMap((at) => ({
    citizenId: said('citizenId')[at],
    staffNumber: said('staffNumber')[at],
    fullName: names[at] ?? names[0],
    birthDate: births[at] ?? births[0],
  }))
  const texts = (values: readonly unknown[]) => values.filter((value): value is string => typeof value === 'string')
  const rows = await database.listedPerson.findMany({
    where: {
      OR: [
        { citizenId: { in: texts(people.map(({ citizenId }) => citizenId)) } },
        { staffNumber: { in: texts(people.map(({ staffNumber }) => staffNumber)) } },
        { nameKey: { in: texts(people.map(({ fullName, birthDate }) => nameKeyOf(fullName, birthDate))) } },
      ],
    },
    orderBy: { listedId: 'asc' },
  })
  const listed = fromRows(records.listedPerson, rows)
  const about = new Set(people.flatMap((person) => listedAbout(listed, definedOf(person))))
  return listed.filter((row) => about.has(row)).sort((a, b) => a.rank - b.rank)
}

function definedOf<T>(values: Readonly<Record<string, T | undefined>>): Record<string, T> {
  const told: Record<string, T> = {}
  for (const [key, value] of Object.entries(values)) if (value !== undefined) told[key] = value
  return told
}
