// What a report tells of an agency with those under it, or of a batch: everything is measured over the whole register first.
import { subtree } from '../core/agency-tree.ts'
import { UsageError } from '../core/errors.ts'
import { within } from '../core/roster/compare-roster.ts'
import { coverageByAgency } from '../core/roster/coverage.ts'
import { type Looked, samplingReport } from '../core/sampling/sampling-report.ts'
import { countFigures } from '../core/scorecard/count-figures.ts'
import { cardsOf, type Measured } from '../runner/measure.ts'
import { reasonText } from '../runner/reason-text.ts'
import type { KeptSnapshot } from '../store/scorecards.ts'
import type { ReportData } from './report-data.ts'

export function dataOf(
  { agencies, tree: whole, scores, comparison, people }: Measured,
  asked: {
    agency: string | undefined
    batch: string | undefined
    today: string
    batches: ReadonlyMap<string, string>
    trend: readonly KeptSnapshot[]
    samples: readonly Looked[]
  },
): ReportData {
  const { agency, batch, today, batches } = asked
  const tree = agency === undefined ? whole : treeUnder(agencies, agency)
  const inside = new Set(tree.ordered.map((each) => each.agency.code))
  const compared = batch !== undefined || comparison === undefined ? undefined : within(comparison, inside)
  const told = scores.filter((score) => inside.has(score.agency) && (batch === undefined || score.batchId === batch))
  const persons = new Set(told.map(({ personId }) => personId))
  const isTold = (each: { agency: string; personId: string }) =>
    inside.has(each.agency) && (batch === undefined || persons.has(each.personId))
  return {
    scope: batch === undefined ? scopeName(tree, agency) : `Đợt ${batches.get(batch) ?? batch}`,
    today,
    tree,
    scorecard: cardsOf(told, compared, tree),
    coverage: compared === undefined ? undefined : coverageByAgency(compared, tree),
    figures: countFigures(people.filter(isTold), tree),
    batches,
    sampling: samplingReport(asked.samples.filter((each) => inside.has(each.agency))),
    trend: asked.trend.flatMap(({ measuredAt, snapshot }) => {
      const { total, agencies: byAgency, batches: byBatch } = snapshot
      const card = batch !== undefined ? byBatch[batch] : agency !== undefined ? byAgency[agency] : total
      return card === undefined ? [] : [{ day: measuredAt.toISOString().slice(0, 10), card }]
    }),
    reasonText: (code) => reasonText(code, 'vi'),
  }
}

function treeUnder(agencies: Measured['agencies'], agency: string): ReportData['tree'] {
  const tree = subtree(agencies, agency)
  if (tree !== undefined) return tree
  throw new UsageError('Không có đơn vị nào mang mã này. Xem các mã bằng `hoso agencies`.')
}

/** A register under one root is that root's. */
function scopeName(tree: ReportData['tree'], agency: string | undefined): string {
  const roots = tree.ordered.filter(({ depth }) => depth === 0)
  return agency === undefined && roots.length !== 1
    ? 'Toàn bộ hồ sơ'
    : tree.nameOf(agency ?? roots[0]?.agency.code ?? '')
}
