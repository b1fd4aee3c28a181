// Whose scorecard is asked for: an agency, or a batch, of those that are open to who looks.
import { agencyTree } from '../../../core/agency-tree.ts'
import { dataOf } from '../../../report/data-of.ts'
import type { ReportData } from '../../../report/report-data.ts'
import { batchNames } from '../../../store/batches.ts'
import { lookedSamples } from '../../../store/samples.ts'
import { lastSnapshots } from '../../../store/scorecards.ts'
import { ownerOfBatch } from '../../../store/subjects.ts'
import type { Visit } from '../../visit.tsx'
import { measuredNow } from './measured.ts'

const snapshotsAtMost = 60

export interface Asked {
  readonly agency: string | undefined
  readonly batch: string | undefined
  /** What may be chosen, as a tree. */
  readonly choices: readonly { readonly code: string; readonly name: string; readonly depth: number }[]
}

/** Undefined where what was asked for is not open to who asks. */
export async function askedFor(visit: Visit): Promise<Asked | undefined> {
  const open = visit.seat.agencies('see')
  const tree = agencyTree((await measuredNow(visit.desk)).agencies)
  const mine = (code: string) => open === 'all' || open.includes(code)
  const choices = tree.ordered
    .filter(({ agency }) => mine(agency.code))
    .map(({ agency, depth }) => ({ code: agency.code, name: agency.name, depth }))
  const batch = visit.query('batch') || undefined
  if (batch !== undefined) {
    const owner = await ownerOfBatch(visit.desk.store.database, batch)
    return owner !== undefined && mine(owner.agency) ? { agency: undefined, batch, choices } : undefined
  }
  const agency = visit.query('agency') || (open === 'all' ? undefined : choices[0]?.code)
  if (agency === undefined) return open === 'all' ? { agency, batch, choices } : undefined
  return mine(agency) && choices.some(({ code }) => code === agency) ? { agency, batch, choices } : undefined
}

export async function figureData(visit: Visit, { agency, batch }: Asked): Promise<ReportData> {
  const { database } = visit.desk.store
  const data = dataOf(await measuredNow(visit.desk), {
    agency,
    batch,
    today: visit.desk.today(),
    batches: await batchNames(database),
    trend: await lastSnapshots(database, snapshotsAtMost),
    samples: batch === undefined ? await lookedSamples(database) : [],
  })
  return { ...data, dossierPath: (dossier) => `/dossiers/${encodeURIComponent(dossier)}` }
}
