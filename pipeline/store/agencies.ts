// The tree of agencies: kept as told by the last list, added to by batches that came under a code nobody had named yet.
import type { Agency } from '../../schemas/index.ts'
import type { PrismaClient } from './generated/client.ts'
import type { Database } from './database.ts'

/** In the order of their codes. */
export async function allAgencies(database: Database): Promise<Agency[]> {
  const rows = await database.agency.findMany({ orderBy: { code: 'asc' } })
  return rows.map(({ code, name, parentCode, mayHoldSecret }) => ({
    code,
    name,
    ...(parentCode === null ? {} : { parentCode }),
    mayHoldSecret,
  }))
}

/** All or none; parents are set last, so that the order of the list does not matter. */
export async function keepAgencies(database: PrismaClient, agencies: readonly Agency[]): Promise<void> {
  await database.$transaction(async (transaction) => {
    for (const { code, name, mayHoldSecret } of agencies) {
      const said = { name, mayHoldSecret, parentCode: null }
      await transaction.agency.upsert({ where: { code }, create: { code, ...said }, update: said })
    }
    for (const { code, parentCode } of agencies)
      if (parentCode !== undefined) await transaction.agency.update({ where: { code }, data: { parentCode } })
  })
}

/** Agencies that want to know why their dossiers are opened. */
export async function asksReason(database: Database): Promise<ReadonlySet<string>> {
  const rows = await database.agency.findMany({ where: { asksReason: true }, select: { code: true } })
  return new Set(rows.map(({ code }) => code))
}

export async function askForReason(database: Database, code: string, asks: boolean): Promise<void> {
  await database.agency.updateMany({ where: { code }, data: { asksReason: asks } })
}
