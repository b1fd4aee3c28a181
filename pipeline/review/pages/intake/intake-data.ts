// What the intake screen of a batch tells: what came, what of it has to be scanned again, who of the expected is there.
import { agencyTree } from '../../../core/agency-tree.ts'
import type { Handover } from '../../../core/handover-minutes.ts'
import { type RosterComparison, within } from '../../../core/roster/compare-roster.ts'
import { rescanListOf, type RescanList } from '../../../runner/rescan-list.ts'
import { type Received, receivedIn } from '../../../store/batch-desk.ts'
import { batchNames } from '../../../store/batches.ts'
import type { Visit } from '../../visit.tsx'
import { measuredNow } from '../figures/measured.ts'

export interface Intake {
  readonly batchId: string
  readonly batch: string
  readonly agency: string
  readonly agencyName: string
  readonly above: string | undefined
  readonly received: Received
  readonly rescans: RescanList
  /** Of the batch's agency and those under it; undefined without a list of expected persons. */
  readonly roster: RosterComparison | undefined
}

export async function intakeOf(visit: Visit): Promise<Intake> {
  const { database } = visit.desk.store
  const { batch: batchId = '' } = visit.params
  const agency = visit.owned[0]?.agency ?? ''
  const { agencies, comparison } = await measuredNow(visit.desk)
  const tree = agencyTree(agencies)
  const parent = agencies.find(({ code }) => code === agency)?.parentCode
  return {
    batchId,
    batch: (await batchNames(database)).get(batchId) ?? batchId,
    agency,
    agencyName: tree.nameOf(agency),
    above: parent === undefined ? undefined : tree.nameOf(parent),
    received: await receivedIn(database, batchId),
    rescans: await rescanListOf(database, { batch: batchId }),
    roster: comparison && within(comparison, tree.under(agency)),
  }
}

export function handoverOf(intake: Intake, today: string): Handover {
  const { roster, received, rescans } = intake
  return {
    batch: intake.batch,
    batchId: intake.batchId,
    agency: intake.agencyName,
    above: intake.above,
    agencyCode: intake.agency,
    today,
    ...received,
    pages: rescans.counts,
    roster: roster && {
      expected: roster.received.length + roster.ambiguous.length + roster.missing.length,
      received: roster.received.length,
      missing: roster.missing.length,
      ambiguous: roster.ambiguous.length,
    },
  }
}
