// Records that may leave and that the receiver does not have as they are now, each with the day it last became another.
import { dayOf } from '../core/dates.ts'
import type { Changed } from '../core/sync-windows.ts'
import type { Database } from './database.ts'
import { leavingPersons } from './leaving.ts'

/** The day its golden record was last computed anew, of those a package of the profile would take. */
export async function changedOn(database: Database, keys: ReadonlySet<string>): Promise<Changed[]> {
  const found: Changed[] = []
  for await (const leaving of leavingPersons(database)) {
    const own = leaving.filter(({ personId }) => keys.has(personId))
    const runs = await database.stageRun.findMany({
      where: { stage: 'consolidate', unitId: { in: own.map(({ personId }) => personId) } },
      select: { unitId: true, finishedAt: true },
    })
    const days = new Map(runs.map(({ unitId, finishedAt }) => [unitId, dayOf(finishedAt)]))
    for (const { personId, dossiers } of own) {
      const day = days.get(personId)
      if (day !== undefined) found.push({ personId, dossiers, changedOn: day })
    }
  }
  return found
}
